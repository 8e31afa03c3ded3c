# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Do the units agree with their locations and with sense?"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from luwte.data.faults import MAX_INTEGER
from luwte.data.places import FIELD_OF, places_in_units
from luwte.data.raw import error, note, warning
from luwte.data.tables import Check, Tables
from luwte.model.findings import Finding
from luwte.model.people import HouseholdGroup
from luwte.model.places import PlaceGroup, Unit
from luwte.words import N_

SUM_DIFFERS = warning(
    "units_sum_differs",
    N_("The units in use at {location} have {places} places for {whom}; the location says {said}. The units count."),
    N_("Make both the same, or leave it: the sum of the units is used."),
)
TOO_MANY = error(
    "units_too_many_places",
    N_("The units in use at {location} have {places} places for {whom} together; no location can have over {most}."),
    N_("Check the places of its units; perhaps a number was filled in twice."),
)
NONE_IN_USE = warning(
    "units_none_in_use",
    N_("{location} has places for {whom}, and none of their units is in use. There are no places for them then."),
    N_("Put a unit into use, or set the places of the location to 0."),
)
NO_PLACES = warning(
    "units_no_places",
    N_("A unit of {location} is in use and has no places; it does not count as a unit."),
    N_("Fill in its places, or say that it is out of use."),
)
ROOMS = warning(
    "units_rooms",
    N_("A unit of {location} has more rooms than places."),
    N_("Check both numbers; perhaps they were swapped."),
)
NO_ROOMS = warning(
    "units_no_rooms",
    N_("A unit of {location} has places and no rooms."),
    N_("Fill in its rooms, or leave the cell empty."),
)
TEAM_SHARED = warning(
    "units_team_shared",
    N_(
        "{location} says that unaccompanied minors have a team of their own, and by its units their team cares for "
        "others too. The units count."
    ),
    N_("Correct the teams of the units, or own_amv_team."),
)
TEAM_APART = warning(
    "units_team_apart",
    N_(
        "{location} says that unaccompanied minors have no team of their own, and by its units their team cares for "
        "nobody else. The units count."
    ),
    N_("Correct the teams of the units, or own_amv_team."),
)
TEAM_MISSING = note(
    "units_team_missing",
    N_(
        "At {location} some units for unaccompanied minors name a team and others do not. The units do not tell then "
        "whether the team is their own."
    ),
    N_("Fill in the team of every unit for unaccompanied minors."),
)
CROWDED = note(
    "units_crowded",
    N_("At {location} {families} families live in {units} units for families."),
    N_("No family is newly brought there until there is a unit for it."),
)


def units_add_up_to_the_places(tables: Tables) -> Iterator[Finding]:
    """The places of a location agree with the sum of its units in use, which is what counts."""
    position = {location.key: i for i, location in enumerate(tables.data.locations)}
    for (key, group), places in places_in_units(tables.data.units).items():
        i = position.get(key)
        said = None if i is None else tables.data.locations[i].places_for(group)
        if i is None or said == places:
            continue
        about = {"subject": key, "location": key, "whom": group}
        if places > MAX_INTEGER:
            yield tables.finding(TOO_MANY, "locations", i, FIELD_OF[group], places=places, most=MAX_INTEGER, **about)
        elif places:
            yield tables.finding(SUM_DIFFERS, "locations", i, FIELD_OF[group], places=places, said=said, **about)
        else:
            yield tables.finding(NONE_IN_USE, "locations", i, FIELD_OF[group], **about)


def a_unit_in_use_has_places(tables: Tables) -> Iterator[Finding]:
    """Who could live in a unit without places?"""
    for i, unit in enumerate(tables.data.units):
        if not unit.places and not unit.out_of_use:
            yield tables.finding(NO_PLACES, "units", i, "places", subject=unit.location, location=unit.location)


def rooms_hold_people(tables: Tables) -> Iterator[Finding]:
    """A unit has at least one room, and no more rooms than places."""
    for i, unit in enumerate(tables.data.units):
        if unit.rooms is not None and unit.places and unit.rooms == 0:
            yield tables.finding(NO_ROOMS, "units", i, "rooms", subject=unit.location, location=unit.location)
        elif unit.rooms is not None and unit.rooms > unit.places:
            yield tables.finding(ROOMS, "units", i, "rooms", subject=unit.location, location=unit.location)


def teams_agree_with_the_location(tables: Tables) -> Iterator[Finding]:
    """Where all units of unaccompanied minors name a team, they tell what the location says of it."""
    units = _in_use(tables)
    for i, location in enumerate(tables.data.locations):
        shared = _team_is_shared(units.get(location.key, ()))
        if shared is None or location.own_amv_team is not shared:
            continue
        kind = TEAM_SHARED if shared else TEAM_APART
        yield tables.finding(kind, "locations", i, "own_amv_team", subject=location.key, location=location.key)


def every_unit_of_minors_names_a_team(tables: Tables) -> Iterator[Finding]:
    """Where one unit of unaccompanied minors names its team, the others do."""
    naming = {unit.location for unit in tables.data.units if unit.group is PlaceGroup.AMV and unit.team}
    for i, unit in enumerate(tables.data.units):
        if unit.location in naming and unit.group is PlaceGroup.AMV and not unit.team and _is_in_use(unit):
            yield tables.finding(TEAM_MISSING, "units", i, "team", subject=unit.location, location=unit.location)


def families_have_units(tables: Tables) -> Iterator[Finding]:
    """As many units as families, where families live in units; fewer is a note, not an error."""
    families = Counter(h.location for h in tables.data.households if h.group is HouseholdGroup.FAMILY)
    divided = _in_use(tables)
    for i, location in enumerate(tables.data.locations):
        units = sum(unit.group is PlaceGroup.FAMILY for unit in divided.get(location.key, ()))
        if units and families[location.key] > units:
            yield tables.finding(
                CROWDED, "locations", i, "family_places",
                subject=location.key, location=location.key, families=families[location.key], units=units,
            )  # fmt: skip


def _in_use(tables: Tables) -> Mapping[str, Sequence[Unit]]:
    """The units that people can live in, by location."""
    units: dict[str, list[Unit]] = {}
    for unit in filter(_is_in_use, tables.data.units):
        units.setdefault(unit.location, []).append(unit)
    return units


def _is_in_use(unit: Unit) -> bool:
    return unit.places > 0 and not unit.out_of_use


def _team_is_shared(units: Sequence[Unit]) -> bool | None:
    """Whether a team of unaccompanied minors cares for others too; `None` where their units do not all name one."""
    teams = {unit.team for unit in units if unit.group is PlaceGroup.AMV}
    others = {unit.team for unit in units if unit.group is not PlaceGroup.AMV}
    return bool(teams & others) if teams and all(teams) else None


CHECKS: tuple[Check, ...] = (
    units_add_up_to_the_places,
    a_unit_in_use_has_places,
    rooms_hold_people,
    teams_agree_with_the_location,
    every_unit_of_minors_names_a_team,
    families_have_units,
)
KINDS = (SUM_DIFFERS, NONE_IN_USE, NO_PLACES, ROOMS, NO_ROOMS, TEAM_SHARED, TEAM_APART, TEAM_MISSING, CROWDED)
