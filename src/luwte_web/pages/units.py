# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""How a location is divided: its units by group and team, and how many of them families take now and after the plan."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from luwte.model.people import HouseholdGroup
from luwte.model.places import Location, PlaceGroup, Unit
from luwte.planning.outputs import PlacementRow
from luwte.planning.recount.division import FamilyUnits, family_units, is_in_use, own_amv_teams
from luwte_web.pages import columns
from luwte_web.pages.country import PLACE_OF_GROUP, Country
from luwte_web.pages.reader import NONE, Reader
from luwte_web.pages.tables import Table


@dataclass(frozen=True, slots=True)
class Division:
    """The units in use of one group at a location, and the households that live in them."""

    group: PlaceGroup
    teams: tuple[str, ...]
    units: int
    now: int
    after: int


@dataclass(frozen=True, slots=True)
class OfASize:
    """Family units of a size or larger: how many there are, and how many families take now and after the plan."""

    size: int
    units: int
    now: int
    after: int


def has_own_amv_team(country: Country, place: Location) -> bool | None:
    """Whether unaccompanied minors have a team of their own; units that name their teams go before the location."""
    return own_amv_teams(units_at(country, place)).get(place.key, place.own_amv_team)


def units_at(country: Country, place: Location) -> Sequence[Unit]:
    """The units of a location, those out of use included."""
    return [unit for unit in country.dataset.units if unit.location == place.key]


def divisions_table(country: Country, reader: Reader, place: Location) -> Table[Any]:
    """Units in use by group, with their teams, beside the households of the group."""
    units = [unit for unit in units_at(country, place) if is_in_use(unit)]
    now, after = _households(country, place)
    rows = [
        Division(
            group,
            tuple(sorted({unit.team for unit in theirs if unit.team})),
            len(theirs),
            sum(_place_group(row) is group for row in now),
            sum(_place_group(row) is group for row in after),
        )
        for group in PlaceGroup
        if (theirs := [unit for unit in units if unit.group is group])
    ]
    shown = (
        columns.names(reader, reader.text("Group"), lambda row: row.group),
        columns.counts(reader, reader.text("Units in use"), lambda row: row.units),
        columns.counts(reader, reader.text("Households now"), lambda row: row.now),
        columns.counts(reader, reader.text("Households after the plan"), lambda row: row.after),
        columns.words(reader.text("Team"), lambda row: ", ".join(row.teams) or NONE),
    )
    return Table.of("units-by-group", reader.text("Units and households by group"), shown, rows)


def family_units_table(country: Country, reader: Reader, place: Location) -> Table[Any]:
    """Whether every family can have a unit to itself, by size of unit; empty where families are not divided."""
    divided = family_units(units_at(country, place)).get(place.key)
    rows = _by_size(divided, *_households(country, place)) if divided else []
    shown = (
        columns.words(reader.text("Units of"), lambda row: reader.text("{size} places or more", size=row.size)),
        columns.counts(reader, reader.text("There are"), lambda row: row.units),
        columns.counts(reader, reader.text("Taken now"), lambda row: row.now),
        columns.counts(reader, reader.text("Taken after the plan"), lambda row: row.after),
        columns.changes(reader, reader.text("Left after the plan"), lambda row: row.units - row.after),
    )
    return Table.of("family-units", reader.text("Units that families take"), shown, rows)


def units_table(country: Country, reader: Reader, place: Location) -> Table[Any]:
    """Every unit."""
    shown = (
        columns.words(reader.text("Unit"), lambda unit: unit.unit),
        columns.names(reader, reader.text("Group"), lambda unit: unit.group),
        columns.words(reader.text("Team"), lambda unit: unit.team or NONE),
        columns.counts(reader, reader.text("Places"), lambda unit: unit.places),
        columns.counts(reader, reader.text("Rooms"), lambda unit: unit.rooms),
        columns.words(reader.text("Out of use"), lambda unit: reader.yes(bool(unit.out_of_use))),
    )
    return Table.of("units", reader.text("Units"), shown, units_at(country, place))


def _by_size(divided: FamilyUnits, now: Sequence[PlacementRow], after: Sequence[PlacementRow]) -> list[OfASize]:
    taken = [
        divided.taken(Counter(row.size for row in rows if row.group == HouseholdGroup.FAMILY)) for rows in (now, after)
    ]
    return [OfASize(size, divided.at_least(size), *(units[size] for units in taken)) for size in divided.sizes]


def _households(country: Country, place: Location) -> tuple[list[PlacementRow], list[PlacementRow]]:
    """Who lives at a location now, and who after the plan."""
    rows = country.plan.placements
    return [row for row in rows if row.origin == place.key], [row for row in rows if row.destination == place.key]


def _place_group(row: PlacementRow) -> PlaceGroup:
    """Whose place a household takes; of who has none, that of its group."""
    return row.place_group or PLACE_OF_GROUP[HouseholdGroup(row.group)]
