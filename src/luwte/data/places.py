# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The places that count: the sum of the units of a group at a location, where these are given."""

from collections.abc import Iterable
from dataclasses import replace

from luwte.model.places import Location, PlaceGroup, Unit

FIELD_OF = {
    PlaceGroup.FAMILY: "family_places",
    PlaceGroup.AMV: "amv_places",
    PlaceGroup.ADULT: "adult_places",
}


def places_in_units(units: Iterable[Unit]) -> dict[tuple[str, PlaceGroup], int]:
    """Places by location and group, summed over the units in use; a group whose units are all out of use has none."""
    sums: dict[tuple[str, PlaceGroup], int] = {}
    for unit in units:
        key = (unit.location, unit.group)
        sums[key] = sums.get(key, 0) + (0 if unit.out_of_use else unit.places)
    return sums


def with_units(locations: Iterable[Location], units: Iterable[Unit]) -> tuple[Location, ...]:
    """The locations with the places of their units where these are given."""
    changes: dict[str, dict[str, int]] = {}
    for (location, group), places in places_in_units(units).items():
        changes.setdefault(location, {})[FIELD_OF[group]] = places
    return tuple(
        replace(location, **changes[location.key]) if location.key in changes else location  # type: ignore[arg-type]
        for location in locations
    )
