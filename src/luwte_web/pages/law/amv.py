# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Places for minors who came alone: need, what is there, what comes and goes, and the gap, by municipality.

The national need of a cycle for which none was published is asked for by `?need_amv=`; it is never guessed.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from luwte.law import distribute
from luwte.law.parameters import cycle_of, cycles
from luwte.planning.law.pipeline import MONTHS_AHEAD, AmvRow, Coming, amv_rows, coming, province_rows
from luwte.words import N_
from luwte_web.pages import columns
from luwte_web.pages.answers import Page
from luwte_web.pages.filters import Filters
from luwte_web.pages.law.asked import AskedOfLaw, law_page
from luwte_web.pages.links import to, to_municipality
from luwte_web.pages.reader import Reader
from luwte_web.pages.tables import Table

SHOWN = 20  # rows of a long table on the page; the download has them all


@law_page
def amv_places(asked: AskedOfLaw) -> Page:
    """`?need_amv=` is the national need, `?province=` chooses one province."""
    reader = asked.reader
    filters = Filters(asked.query, reader)
    provinces = {one.province_code: one.province for one in asked.tasks.provinces}
    province = filters.choose("province", reader.text("Province"), provinces, reader.text("all provinces"))
    years = {str(one.cycle): str(one.cycle) for one in cycles()}
    filters.choose("cycle", reader.text("Cycle"), years, reader.text("the latest"))
    written = filters.search("need_amv", reader.text("National need for unaccompanied minors, in places"))
    given, refused = need_given(written, asked.tasks.need)
    tasks = asked.tasks
    if given is not None:
        tasks = distribute(asked.dataset.municipalities, cycle=asked.cycle, need_amv=given)
    everything = amv_rows(asked.dataset, tasks, asked.on)
    rows = [row for row in everything if province in ("", row.province_code)]
    rows.sort(key=lambda row: (row.gap_ahead is None, -(row.gap_ahead or 0), -row.realised, row.name))
    ahead = [one for one in coming(asked.dataset, asked.on) if province in ("", _province(asked, one))]
    tables = (
        places_table(reader, "provinces", reader.text("Province"), province_rows(everything, provinces)),
        places_table(reader, "municipalities", reader.text("Municipality"), rows).part(0, SHOWN),
        coming_table(asked, ahead),
    )
    published = cycle_of(asked.cycle).need_amv
    context = {
        "filters": filters,
        "need": tasks.need_amv,
        "given": given,
        "refused": refused,
        "mark": reader.name(published.mark) if published.mark and given is None else "",
        "source": published.source if published.known is not None and given is None else "",
        "totals": total(rows),
        "months": MONTHS_AHEAD,
    }
    return Page("amv.html", reader.text(N_("Places for unaccompanied minors")), context, tables)


def need_given(written: str, need: int) -> tuple[int | None, bool]:
    """The national need that somebody gave, and whether what was written is none."""
    digits = written.replace(".", "").replace(",", "")
    if not written:
        return None, False
    if not (digits.isascii() and digits.isdecimal()) or int(digits) > need:
        return None, True
    return int(digits), False


def places_table(reader: Reader, key: str, title: str, rows: Sequence[AmvRow]) -> Table[Any]:
    """Need, places and gap, a line for each municipality or province."""
    in_provinces = key == "provinces"
    shown = (
        columns.words(
            title,
            lambda row: row.name,
            lambda row: (
                to("amv_places", province=row.province_code) if in_provinces else to_municipality(row.municipality)
            ),
        ),
        columns.counts(reader, reader.text("Need by the key"), lambda row: row.need),
        columns.counts(reader, reader.text("Asked"), lambda row: row.asked),
        columns.counts(reader, reader.text("Realised"), lambda row: row.realised),
        columns.counts(reader, reader.text("Gap"), lambda row: row.gap),
        columns.counts(reader, reader.text("Comes within a year"), lambda row: row.coming),
        columns.counts(reader, reader.text("Closes within a year"), lambda row: row.closing),
        columns.counts(reader, reader.text("Gap in a year"), lambda row: row.gap_ahead),
        columns.counts(reader, reader.text("Comes later"), lambda row: row.later),
        columns.counts(reader, reader.text("May come"), lambda row: row.unsure),
    )
    return Table.of(
        key,
        reader.text("Places of each province") if in_provinces else reader.text("Places of each municipality"),
        shown,
        rows,
    )


def coming_table(asked: AskedOfLaw, rows: Sequence[Coming]) -> Table[Any]:
    """What is planned or offered, the first to open first."""
    reader = asked.reader
    shown = (
        columns.words(reader.text("Location or offer"), lambda row: row.name),
        columns.words(
            reader.text("Municipality"),
            lambda row: asked.names[row.municipality],
            lambda row: to_municipality(row.municipality),
        ),
        columns.counts(reader, reader.text("Places"), lambda row: row.places),
        columns.days(reader, reader.text("Opens on"), lambda row: row.opens),
        columns.words(
            reader.text("How far it is"),
            lambda row: reader.name(row.status) if row.status else reader.text("planned, without an offer"),
        ),
        columns.words(reader.text("Sure?"), lambda row: reader.yes(True if row.is_sure else None)),
    )
    return Table.of("coming", reader.text("What comes, by opening day"), shown, rows)


def total(rows: Sequence[AmvRow]) -> AmvRow | None:
    """All of the rows together."""
    whole = province_rows([replace(row, province_code="") for row in rows], {})
    return whole[0] if whole else None


def _province(asked: AskedOfLaw, one: Coming) -> str:
    return asked.dataset.municipality[one.municipality].province_code
