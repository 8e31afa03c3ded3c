# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Tables of the phase-out: children by quarter and now, sites by quarter, and the places that it takes."""

from typing import Any

from luwte.planning.phase_out import PhaseOut
from luwte.planning.phase_out.parts import By
from luwte.planning.phase_out.places import GROUPS, first_provinces
from luwte.planning.phase_out.rows import QuarterRow
from luwte.reporting.needed import province_name
from luwte.reporting.phase_out import BY, PARTS
from luwte.words import N_
from luwte_web.pages import columns, few
from luwte_web.pages.country import Country
from luwte_web.pages.links import to_location
from luwte_web.pages.needed_tables import worth_columns
from luwte_web.pages.reader import Reader
from luwte_web.pages.tables import Column, Table

FIRST_PROVINCES = 5  # for each group
AT_LEAST = N_("at least {number}")


def now_table(reader: Reader, found: PhaseOut, by: By, *, exact: bool) -> Table[Any]:
    """The children of the day by one count."""
    rows = [row for row in found.quarters if row.by is by and row.last_day == found.on]
    shown = (
        columns.words(reader.text(BY[by]), lambda row: reader.text(PARTS[by][row.part])),
        few.people(reader, reader.text("Children"), lambda row: row.children, exact=exact),
    )
    return Table.of(f"now-{by}", reader.text(BY[by]), shown, rows)


def quarters_table(reader: Reader, found: PhaseOut, by: By, *, exact: bool) -> Table[Any]:
    """How many children came and went in each quarter, the newest first."""
    rows = sorted((row for row in found.quarters if row.by is by), key=lambda row: row.last_day, reverse=True)

    def people(title: str, name: str) -> Column[Any]:
        return few.people(reader, reader.text(title), lambda row: getattr(row, name), exact=exact)

    parts = (columns.words(reader.text("Part"), lambda row: reader.text(PARTS[by][row.part])),)
    moves = (
        people(N_("From another emergency site"), "from_other_site"),
        people(N_("To another emergency site"), "to_other_site"),
    )
    anew = (_balance(reader, reader.text("By a new assessment"), "another_part", exact=exact),)
    shown = (
        columns.words(reader.text("Quarter"), lambda row: row.quarter),
        columns.days(reader, reader.text("Up to"), lambda row: row.last_day),
        *(parts if by is not By.ALL else ()),
        _stock(reader, reader.text("At its beginning"), "before", exact=exact),
        people(N_("New, at least"), "new"),
        people(N_("Again, at least"), "again"),
        people(N_("Born there"), "born"),
        *(moves if by is not By.ALL else ()),
        *(anew if by in (By.FITNESS, By.LAYER) else ()),
        people(N_("To regular reception"), "to_regular"),
        people(N_("Turned eighteen"), "eighteen"),
        people(N_("Away, not known where"), "away"),
        _balance(reader, reader.text("Others, on balance"), "not_kept", exact=exact),
        _stock(reader, reader.text("At its end"), "children", exact=exact),
    )
    return Table.of(f"quarters-{by}", reader.text("Children by quarter: {by}", by=reader.text(BY[by])), shown, rows)


def sites_by_quarter_table(reader: Reader, found: PhaseOut) -> Table[Any]:
    """What opened, closed, and became fit, by kind, the newest quarter first."""
    rows = sorted(found.sites_by_quarter, key=lambda row: row.last_day, reverse=True)
    shown = (
        columns.words(reader.text("Quarter"), lambda row: row.quarter),
        columns.names(reader, reader.text("Kind"), lambda row: row.kind),
        columns.counts(reader, reader.text("Opened"), lambda row: row.opened),
        columns.counts(reader, reader.text("Closed"), lambda row: row.closed),
        columns.counts(reader, reader.text("Open at its end"), lambda row: row.open),
        columns.counts(reader, reader.text("Became fit"), lambda row: row.became_fit),
        columns.counts(reader, reader.text("No longer fit"), lambda row: row.no_longer_fit),
    )
    return Table.of("sites-by-quarter", reader.text("Emergency sites by quarter"), shown, rows)


def places_table(reader: Reader, found: PhaseOut, *, exact: bool) -> Table[Any]:
    """The places in regular reception that each group needs by the chosen day."""

    def people(title: str, name: str) -> Column[Any]:
        return few.people(reader, reader.text(title), lambda row: getattr(row, name), exact=exact)

    shown = (
        columns.names(reader, reader.text("Places for"), lambda row: row.group),
        people(N_("People in emergency reception"), "people"),
        people(N_("Of these children"), "children"),
        people(N_("Without a place"), "without"),
        people(N_("Where regular reception closes"), "closing"),
        columns.counts(reader, reader.text("Places free now"), lambda row: row.free),
        columns.counts(reader, reader.text("Places that open"), lambda row: row.opening),
        columns.counts(reader, reader.text("Opening day unknown"), lambda row: row.opening_unknown),
        people(N_("Places missing"), "short"),
    )
    return Table.of("places", reader.text("Places in regular reception that it takes"), shown, found.places)


def first_provinces_table(country: Country, reader: Reader) -> Table[Any]:
    """Where the first places would help most, at the prices of the plan."""
    known = country.plan.needed.provinces
    rows = [row for group in GROUPS for row in first_provinces(known, group, FIRST_PROVINCES)]
    shown = (
        columns.names(reader, reader.text("Places for"), lambda row: row.group),
        columns.words(
            reader.text("Province"), lambda row: province_name(row.province_code, country.dataset, reader.words)
        ),
        columns.words(
            reader.text("Worth most at"),
            lambda row: country.place_name(row.location),
            lambda row: to_location(row.location),
        ),
        *worth_columns(reader, rows),
    )
    return Table.of("first-provinces", reader.text("Where the first places help most"), shown, rows)


def _stock(reader: Reader, title: str, name: str, *, exact: bool) -> Column[Any]:
    """A number of children that was counted, or the least that there were."""

    def told(row: QuarterRow) -> str:
        children = getattr(row, name)
        number = reader.number(children) if exact else few.told(children, reader)
        return number if getattr(row, f"{name}_known") else reader.text(AT_LEAST, number=number)

    if exact:
        return Column(title, lambda row: getattr(row, name), told, numeric=True)
    return Column(title, told, numeric=True)


def _balance(reader: Reader, title: str, name: str, *, exact: bool) -> Column[Any]:
    """A difference in children; of few it is not told whether they came or left."""
    if exact:
        return columns.changes(reader, title, lambda row: getattr(row, name))

    def told(row: QuarterRow) -> str:
        change = getattr(row, name)
        if change is None or 0 < abs(change) < few.FEWEST:
            return reader.number(None) if change is None else few.told(abs(change), reader)
        return reader.signed(few.rounded(abs(change)) * (1 if change > 0 else -1))

    return Column(title, told, numeric=True)
