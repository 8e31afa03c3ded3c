# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""A placement desk in a few lines: locations and households with the one thing that a test is about."""

from dataclasses import replace
from datetime import date
from typing import Any

from instances import DAY, HOLIDAYS, MUNICIPALITIES

from luwte.data.places import with_units
from luwte.model.dataset import Dataset
from luwte.model.geography import Municipality
from luwte.model.people import Household, HouseholdGroup, Person, Phase, Relation
from luwte.model.periods import Month
from luwte.model.places import Building, Location, LocationKind, Operator, PlaceGroup, Unit
from luwte.placement import load_policy, place
from luwte.placement.placement import Placement
from luwte.planning.suitability import fitness_of_all

LONG_AGO = date(2025, 1, 1)


def azc(key: str, **changed: Any) -> Location:
    """A regular location with no places but those that are named."""
    location = Location(
        key, key, "GM0014", LocationKind.AZC, Operator.COA, Building.FLATS, 0, 0, 0, opens=LONG_AGO, school_places=500
    )
    return replace(location, **changed)


def sports_hall(key: str, **changed: Any) -> Location:
    """A location in which no child should be."""
    return azc(key, **{"kind": LocationKind.CRISIS_EMERGENCY, "building": Building.SPORTS_HALL, **changed})


def household(
    key: str, group: HouseholdGroup, location: str | None, ages: list[int], **changed: Any
) -> tuple[Household, tuple[Person, ...]]:
    """A household whose first adult is a parent and whose minors are children, or a `self` where it has one person."""
    relations = [Relation.PARENT if years >= 18 else Relation.CHILD for years in ages]
    if group is not HouseholdGroup.FAMILY:
        relations = [Relation.SELF] + [Relation.SIBLING] * (len(ages) - 1)
    persons = tuple(
        Person(f"{key}-{number}", key, Month(DAY.year - years, 1), relation)
        for number, (years, relation) in enumerate(zip(ages, relations, strict=True))
    )
    since = date(2026, 10, 1) if location else None
    return Household(key, group, location, changed.pop("phase", Phase.PROCEDURE), since, **changed), persons


def family(key: str, location: str | None, ages: tuple[int, ...] = (35, 8), **changed: Any) -> Any:
    """A parent with a child of eight, unless other ages are given."""
    return household(key, HouseholdGroup.FAMILY, location, list(ages), **changed)


def amv(key: str, location: str | None, years: int = 16, **changed: Any) -> Any:
    """An unaccompanied minor."""
    return household(key, HouseholdGroup.AMV, location, [years], **changed)


def adult(key: str, location: str | None, **changed: Any) -> Any:
    """A single adult."""
    return household(key, HouseholdGroup.ADULT, location, [30], **changed)


def flats(location: str, *places: int, team: str | None = None) -> tuple[Unit, ...]:
    """Family units of these sizes."""
    return tuple(Unit(location, f"flat {at}", PlaceGroup.FAMILY, size, team=team) for at, size in enumerate(places, 1))


def plan(locations: list[Location], people: list[Any], **tables: Any) -> Placement:
    """Place these people over these locations by the bundled policy; units, where given, tell the places."""
    locations = list(with_units(locations, tables.get("units", ())))
    dataset = Dataset(
        reference_date=DAY,
        municipalities=tuple(
            Municipality(code, code, province, province, {None: 1}, lon=lon, lat=lat)
            for code, province, lon, lat in MUNICIPALITIES
        ),
        locations=tuple(locations),
        households=tuple(one for one, _ in people),
        persons=tuple(person for _, members in people for person in members),
        holidays=HOLIDAYS,
        **tables,
    )
    return place(dataset, load_policy(), DAY, fit=fitness_of_all(dataset.locations))
