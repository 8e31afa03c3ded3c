# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Do the units agree with their locations and with sense?"""

from collections.abc import Iterator

from luwte.data.places import FIELD_OF, places_in_units
from luwte.data.raw import warning
from luwte.data.tables import Check, Tables
from luwte.model.findings import Finding
from luwte.words import N_

SUM_DIFFERS = warning(
    "units_sum_differs",
    N_(
        "The units in use at {location} have {places} places for {group}; the location says otherwise. The units count."
    ),
    N_("Make both the same, or leave it: the sum of the units is used."),
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


def units_add_up_to_the_places(tables: Tables) -> Iterator[Finding]:
    """The places of a location agree with the sum of its units in use, which is what counts."""
    position = {location.key: i for i, location in enumerate(tables.data.locations)}
    for (key, group), places in places_in_units(tables.data.units).items():
        i = position.get(key)
        if i is not None and tables.data.locations[i].places_for(group) != places:
            yield tables.finding(
                SUM_DIFFERS, "locations", i, FIELD_OF[group], subject=key, location=key, places=places, group=group
            )


def rooms_hold_people(tables: Tables) -> Iterator[Finding]:
    """A unit has at least one room, and no more rooms than places."""
    for i, unit in enumerate(tables.data.units):
        if unit.rooms is not None and unit.places and unit.rooms == 0:
            yield tables.finding(NO_ROOMS, "units", i, "rooms", subject=unit.location, location=unit.location)
        elif unit.rooms is not None and unit.rooms > unit.places:
            yield tables.finding(ROOMS, "units", i, "rooms", subject=unit.location, location=unit.location)


CHECKS: tuple[Check, ...] = (units_add_up_to_the_places, rooms_hold_people)
KINDS = (SUM_DIFFERS, ROOMS, NO_ROOMS)
