# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Whose place a household takes at a location: its own group's; for who grew up alone, the one that age allows."""

from collections.abc import Sequence
from datetime import date

from luwte.model.people import Household, HouseholdGroup, Person
from luwte.model.periods import age, is_minor
from luwte.model.places import Location, PlaceGroup


def place_at(household: Household, members: Sequence[Person], at: Location, on: date) -> PlaceGroup:
    """The group whose places count when a household comes to a location on a day."""
    if household.group is HouseholdGroup.AMV and any(is_minor(person.birth_month, on) for person in members):
        return PlaceGroup.AMV
    if household.group in (HouseholdGroup.FAMILY, HouseholdGroup.ADULT):
        return PlaceGroup(household.group.value)
    oldest = max((age(person.birth_month, on) for person in members), default=0)
    return PlaceGroup.AMV if at.stays_until_age > oldest and at.amv_places else PlaceGroup.ADULT


def place_kept(household: Household, members: Sequence[Person], at: Location, on: date) -> PlaceGroup:
    """The group whose place a resident has: who came as an unaccompanied minor keeps that place after its birthday."""
    return PlaceGroup.AMV if household.group is HouseholdGroup.AMV else place_at(household, members, at, on)
