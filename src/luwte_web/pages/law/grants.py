# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The grants of Act 9: for every province the places above 75 %, the money where people say what a place brings, and
the working line by line.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from luwte.law.cycle import calendar
from luwte.law.explain import spoken
from luwte.law.grants import AfterGrant, Offered, Provincial, grant_after
from luwte.law.provision import Trace
from luwte.model.describe import describe
from luwte.model.findings import Finding, InputRefused
from luwte.planning.law import course_in, provincials
from luwte.reporting.law.grants import told
from luwte.reporting.law.told import Told
from luwte_web.pages import columns
from luwte_web.pages.answers import Page
from luwte_web.pages.law.asked import AskedOfLaw, law_page
from luwte_web.pages.law.grants_form import Given, GrantsForm
from luwte_web.pages.links import to_municipality
from luwte_web.pages.municipalities import trace_table
from luwte_web.pages.reader import Reader
from luwte_web.pages.tables import Table


@dataclass(frozen=True, slots=True)
class Granted:
    """A province with its grant."""

    province: Provincial
    grant: AfterGrant

    @property
    def of_municipalities(self) -> Decimal | None:
        """What its municipalities share, in EUR."""
        divided = self.grant.of_municipalities
        return None if divided is None else sum(divided.values(), Decimal(0))


@dataclass(frozen=True, slots=True)
class Share:
    """A municipality in the grant of its province; `money` in EUR, `None` where it is not known."""

    offered: Offered
    province_code: str
    money: Decimal | None


@law_page
def grants(asked: AskedOfLaw) -> Page:
    """What was not published is asked for; while it is not given there is no money on the page."""
    reader, names = asked.reader, asked.names
    provinces = [(one.province_code, one.province) for one in asked.tasks.provinces]
    form = GrantsForm(asked.query if "amount" in asked.query else None, provinces=provinces)
    given = form.given()
    rows, refused = computed(provincials(asked.dataset, asked.tasks, asked.on, granted=given.granted), given)
    workings = [
        (names[row.grant.province_code], working_table(reader, names, row)) for row in rows if row.province.realised
    ]
    shares = list(shares_of(rows))
    tables = (province_table(reader, names, rows), share_table(reader, names, shares), *(each for _, each in workings))
    words = _told(asked, rows, given.amount)
    notes = {(one.kind.code, one.subject): one for row in rows for one in row.grant.findings}.values()
    context = {
        "form": form,
        "sentences": words.sentences,
        "workings": [(name, table.key) for name, table in workings],
        "findings": _said(reader, names, (one for one in notes if not one.subject)),
        "about_one": _said(reader, names, (one for one in notes if one.subject)),
        "refused": _said(reader, names, refused),
        "day": asked.on,
    }
    return Page("grants.html", words.title, context, tables)


def province_table(reader: Reader, names: Mapping[str, str], rows: Sequence[Granted]) -> Table[Any]:
    """Every province: its number, its places, those above 75 %, and the money."""
    shown = (
        columns.words(reader.text("Province"), lambda row: names[row.province.province_code]),
        columns.counts(reader, reader.text("Number"), lambda row: row.province.number),
        columns.counts(reader, reader.text("Realised"), lambda row: row.province.realised),
        columns.counts(reader, reader.text("Granted under 9(2)"), lambda row: row.province.granted),
        columns.counts(reader, reader.text("Above 75 %"), lambda row: row.grant.above),
        columns.euros(reader, reader.text("Grant"), lambda row: row.grant.money),
        columns.euros(reader, reader.text("For the province"), lambda row: row.grant.of_province),
        columns.euros(reader, reader.text("For its municipalities"), lambda row: row.of_municipalities),
    )
    return Table.of("provinces", reader.text("Provinces"), shown, rows)


def share_table(reader: Reader, names: Mapping[str, str], rows: Sequence[Share]) -> Table[Any]:
    """Who shares in the grant of a province that is above 75 %."""
    shown = (
        columns.words(
            reader.text("Municipality"),
            lambda row: names[row.offered.municipality],
            lambda row: to_municipality(row.offered.municipality),
        ),
        columns.words(reader.text("Province"), lambda row: names[row.province_code]),
        columns.counts(reader, reader.text("Places"), lambda row: row.offered.places),
        columns.words(reader.text("Met its task"), lambda row: reader.yes(row.offered.met_task)),
        columns.euros(reader, reader.text("Grant"), lambda row: row.money),
    )
    return Table.of("shares", reader.text("Municipalities in provinces above 75 %"), shown, rows)


def working_table(reader: Reader, names: Mapping[str, str], row: Granted) -> Table[Any]:
    """The computation of one province, line by line, as a person redoes it."""
    code = row.province.province_code
    steps = trace_table(reader, spoken(Trace(code, row.grant.steps), reader.words))
    title = reader.text("How it is computed: {province}", province=names[code])
    return Table.of(f"working-{code}", title, steps.columns[:4], steps.rows)


def computed(provinces: Iterable[Provincial], given: Given) -> tuple[list[Granted], list[Finding]]:
    """Every province, or what is wrong with what was entered of any of them; then nothing is computed with it."""
    rows: list[Granted] = []
    refused: list[Finding] = []
    for province in provinces:
        try:
            rows.append(Granted(province, grant_after(province, amount=given.amount, province_part=given.part)))
        except InputRefused as wrong:
            refused += wrong.findings
    return ([], refused) if refused else (rows, [])


def shares_of(rows: Sequence[Granted]) -> Iterator[Share]:
    """Every municipality with places in a province above 75 %, with what it gets."""
    for row in rows:
        divided = row.grant.of_municipalities
        for one in row.province.offered if row.grant.above else ():
            if one.places:
                money = None if divided is None else divided.get(one.municipality, Decimal(0))
                yield Share(one, row.province.province_code, money)


def _told(asked: AskedOfLaw, rows: Sequence[Granted], amount: Decimal | None) -> Told:
    end = calendar(course_in(asked.dataset, asked.cycle), asked.on)[-1].due
    provinces, found = [row.province for row in rows], [row.grant for row in rows]
    return told(provinces, found, amount, end, asked.on, asked.names, asked.reader.words)


def _said(reader: Reader, names: Mapping[str, str], findings: Iterable[Finding]) -> list[tuple[str, str]]:
    """Findings in words, with places by their names."""
    named = (
        replace(one, params={name: names.get(text, text) for name, text in one.params.items()}) for one in findings
    )
    return [describe(one, reader.words) for one in named]
