# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Level 3, voice and fit, counted again: one term, one function, in thousandths of a weighed person.

Numbers between brackets are the readings in docs/decisions/0003.
"""

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal
from math import asin, cos, radians, sin, sqrt

from luwte.model.people import Household, HouseholdGroup, WishBy
from luwte.model.places import Fitness, Location
from luwte.planning.recount.answer import Placed
from luwte.planning.recount.situation import Situation
from luwte.planning.recount.terms_of_children import Term
from luwte.planning.recount.voices import (
    is_linked_elsewhere,
    municipality_to_be_near,
    wish_counts,
    wish_met,
)

EARTH_RADIUS = 6371.0088  # km, mean radius of the International Union of Geodesy and Geophysics


def wish_not_met(situation: Situation, placed: Placed) -> int:
    """Persons of a household whose wish is not met; a child's own voice weighs more (27)."""
    household = placed.household
    if not wish_counts(household) or wish_met(situation, household, placed.at, placed.group):
        return 0
    return wish_weight(situation, household)


def not_near(situation: Situation, placed: Placed) -> int:
    """Persons of a household away from the municipality of the household it should be near (28)."""
    near = municipality_to_be_near(situation, placed.household)
    if near is None or near == placed.at.municipality:
        return 0
    return weight_of_all(situation, placed.household, "not_near")


def not_linked_region(situation: Situation, placed: Placed) -> int:
    """Persons with a permit away from the province where a home is sought for them (29)."""
    if not is_linked_elsewhere(situation, placed.household, placed.at):
        return 0
    return weight_of_all(situation, placed.household, "not_linked_region")


def large_site(situation: Situation, placed: Placed) -> int:
    """Persons of a family at a large site (30)."""
    above = situation.question.values.term["large_site"].above
    if placed.household.group is not HouseholdGroup.FAMILY or placed.at.total_places <= above:
        return 0
    return weight_of_all(situation, placed.household, "large_site")


def adult_need_unfit(situation: Situation, placed: Placed) -> int:
    """Adults of a household with a need who stay in an unfit place, or are brought to one that is not fit (31)."""
    fitness = situation.fitness(placed.household, placed.at, placed.group)
    unfit = not fitness.is_fit if placed.brought else fitness is Fitness.UNFIT
    if not placed.household.needs or not unfit:
        return 0
    adults = situation.members[placed.household.key].adults
    return adults * situation.question.values.term["adult_need_unfit"].weight


def adult_moved(situation: Situation, placed: Placed) -> int:
    """Adults moved who could stay (32)."""
    now = situation.home.get(placed.household.key)
    if now is None or not placed.brought or not situation.stays_open(now):
        return 0
    return situation.members[placed.household.key].adults * situation.question.values.term["adult_moved"].weight


def share_exceeded(situation: Situation, placed: Placed) -> int:
    """Persons brought to a municipality with more realised places than its task (33)."""
    if not placed.brought or situation.question.shares.get(placed.at.municipality, 0) <= 1:
        return 0
    return weight_of_all(situation, placed.household, "share_exceeded")


def distance(situation: Situation, placed: Placed) -> int:
    """Persons brought from elsewhere, by whole kilometres; an unknown point weighs nothing (33)."""
    origin = situation.question.dataset.location.get(placed.household.location or "")
    kilometres = great_circle(origin, placed.at) if origin is not None and placed.brought else None
    if kilometres is None:
        return 0
    values = situation.question.values.term["distance"]
    per_person = half_up(Decimal(values.weight * kilometres) / values.per)
    return per_person * situation.members[placed.household.key].size


def cost(situation: Situation, placed: Placed) -> int:
    """Persons brought, by whole euros a day of a place there; an unknown amount weighs nothing (33)."""
    if not placed.brought or placed.at.cost_per_place_day is None:
        return 0
    values = situation.question.values.term["cost"]
    per_person = half_up(Decimal(values.weight * half_up(placed.at.cost_per_place_day)) / values.per)
    return per_person * situation.members[placed.household.key].size


TERMS: Mapping[str, Term] = {
    "wish_not_met": wish_not_met,
    "not_near": not_near,
    "not_linked_region": not_linked_region,
    "large_site": large_site,
    "adult_need_unfit": adult_need_unfit,
    "adult_moved": adult_moved,
    "share_exceeded": share_exceeded,
    "distance": distance,
    "cost": cost,
}


def weight_of_all(situation: Situation, household: Household, term: str) -> int:
    """A term for every person of a household."""
    return situation.members[household.key].size * situation.question.values.term[term].weight


def wish_weight(situation: Situation, household: Household) -> int:
    """What an unmet wish weighs for a household."""
    values = situation.question.values.term["wish_not_met"]
    per_person = values.own_child if household.wish_by is WishBy.CHILD else values.weight
    return per_person * situation.members[household.key].size


def great_circle(one: Location, other: Location) -> int | None:
    """Whole kilometres between two locations (haversine), half up; `None` when a point is unknown."""
    if one.lon is None or one.lat is None or other.lon is None or other.lat is None:
        return None
    lat_1, lat_2 = radians(float(one.lat)), radians(float(other.lat))
    half_lat, half_lon = (lat_2 - lat_1) / 2, radians(float(other.lon) - float(one.lon)) / 2
    chord = sin(half_lat) ** 2 + cos(lat_1) * cos(lat_2) * sin(half_lon) ** 2
    return half_up(Decimal(2 * EARTH_RADIUS * asin(min(1.0, sqrt(chord)))))


def half_up(value: Decimal) -> int:
    """The nearest whole number; a half goes up."""
    return int(value.quantize(Decimal(1), rounding=ROUND_HALF_UP))
