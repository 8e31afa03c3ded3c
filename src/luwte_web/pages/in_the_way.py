# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What stands in the way of a household's place, in numbers."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from luwte.placement.placement import Action, InTheWay, Lack
from luwte.planning.outputs import PlacementRow
from luwte.planning.placement_rows import in_the_way_of
from luwte.reporting.labels import TERMS
from luwte.words import N_
from luwte_web.pages import columns
from luwte_web.pages.country import Country
from luwte_web.pages.links import to_location
from luwte_web.pages.reader import Reader
from luwte_web.pages.tables import Table

LACKS = {
    Lack.PLACES: N_("short there: places"),
    Lack.ACCESSIBLE: N_("short there: accessible places"),
    Lack.SCHOOL: N_("short there: school places"),
    Lack.UNITS: N_("short there: units for at least {persons} people"),
}


@dataclass(frozen=True, slots=True)
class Counted:
    """One line: what is counted, how many, and where it leads."""

    what: str
    number: int
    link: str = ""


def in_the_way_table(country: Country, reader: Reader, row: PlacementRow) -> Table[Any]:
    """Locations that could house them, who newly comes there, and what is short at the place they want."""
    found = in_the_way_of(row)
    shown = (
        columns.words(reader.text("What is counted"), lambda each: each.what, lambda each: each.link),
        columns.counts(reader, reader.text("How many"), lambda each: each.number),
    )
    rows = list(_lines(country, reader, row, found)) if found else []
    return Table.of("in-the-way", reader.text("What stands in the way"), shown, rows)


def move_table(reader: Reader, row: PlacementRow) -> Table[Any]:
    """What each term would add, or take away, at the fit place with room that weighs least."""
    found = in_the_way_of(row)
    shown = (
        columns.words(reader.text("What weighs"), lambda term: reader.text(TERMS.get(term[0], term[0]))),
        columns.differences(reader, reader.text("Difference with this proposal"), lambda term: term[1]),
    )
    rows = list(found.move.items()) if found else []
    return Table.of("moving-there", reader.text("What moving to the place with room would add"), shown, rows)


def _lines(country: Country, reader: Reader, row: PlacementRow, found: InTheWay) -> Iterator[Counted]:
    text = reader.text
    yield Counted(text("other locations that may house them"), found.lawful)
    if row.action is not Action.UNPLACED:
        yield Counted(text("of these, fit for them"), found.fit)
    yield Counted(text("of these, with room for all of them"), found.with_room)
    yield Counted(text("households that newly come to the full ones"), found.newcomers)
    yield Counted(text("of these, without a place otherwise"), found.had_none)
    yield Counted(text("of these, who leave a place to somebody else"), found.exchanging)
    yield Counted(text("of the others, who gain more per place"), found.ahead)
    yield Counted(text("of the others, who gain as much per place"), found.level)
    if found.wanted:
        name = country.place_name(found.wanted)
        for lack, number in found.lacks.items():
            short = text(LACKS[lack], persons=reader.number(found.unit))
            yield Counted(f"{name}, {short}", number, to_location(found.wanted))
