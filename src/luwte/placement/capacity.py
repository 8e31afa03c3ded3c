# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The rules that bind people together: places, flexible, accessible and school places, as rows of a linear model.

Every row reads: sum of what people take there (+ helper columns) <= `room`. Rows lie at open locations that need not
be left. Where people already exceed the places, a helper tells whether that is over (somebody new may come) or not.
"""

from dataclasses import dataclass, field

import numpy as np

from luwte.placement.problem import Problem
from luwte.placement.sites import ADULT, AMV, FAMILY, NOT_KNOWN, Ints

NO_ROW = -1


@dataclass(frozen=True, slots=True)
class Helper:
    """A column that is no household's: 0 <= value <= `most`, its price per level 2 and 3, its part in rows."""

    most: int
    whole: bool
    price_2: int
    price_3: int
    parts: tuple[tuple[int, int], ...]


@dataclass(eq=False)
class Capacity:
    """Rows by what they count: `taken` and `newly` per slot (3L); accessible and school rows per location (L)."""

    taken: Ints
    newly: Ints
    access: Ints
    access_newly: Ints
    school: Ints
    school_newly: Ints
    room: list[int] = field(default_factory=list)
    helpers: list[Helper] = field(default_factory=list)

    def add_row(self, room: int) -> int:
        """A new row with so much room."""
        self.room.append(room)
        return len(self.room) - 1


def people_before(problem: Problem) -> tuple[Ints, Ints, Ints]:
    """Persons there before the plan: per slot (3L), in accessible places (L), of school age (L)."""
    people, count = problem.people, len(problem.sites.keys)
    slot = np.where(people.only >= 0, people.only, people.home)
    there = slot >= 0
    location = slot[there] // 3
    return (
        np.bincount(slot[there], people.size[there], 3 * count).astype(np.int64),
        np.bincount(location, people.access[there], count).astype(np.int64),
        np.bincount(location, people.school_age[there], count).astype(np.int64),
    )


def people_over(family: int, adult: int, places: Ints, flexible: int) -> tuple[int, int]:
    """People above family and adult places; flexible places serve families first."""
    over_family = max(0, family - int(places[FAMILY]) - flexible)
    used = min(flexible, max(0, family - int(places[FAMILY])))
    return over_family, max(0, adult - int(places[ADULT]) - (flexible - used))


def capacity_of(problem: Problem) -> Capacity:
    """All rows and helpers of the problem."""
    sites = problem.sites
    count = len(sites.keys)
    before, access_before, school_before = people_before(problem)
    slots, places = np.full(3 * count, NO_ROW), np.full(count, NO_ROW)
    capacity = Capacity(slots, slots.copy(), places, places.copy(), places.copy(), places.copy())
    for location in np.flatnonzero(sites.open & ~sites.must_be_left):
        _beds(capacity, problem, int(location), before)
        _shared(capacity, capacity.access, capacity.access_newly, int(location), sites.accessible, access_before)
        if sites.school[location] != NOT_KNOWN:
            _shared(capacity, capacity.school, capacity.school_newly, int(location), sites.school, school_before)
    return capacity


def _beds(capacity: Capacity, problem: Problem, location: int, before: Ints) -> None:
    """Rule `places`: own places per group, and `flexible`: places that serve families first, then adults."""
    sites, policy = problem.sites, problem.policy
    places, flexible = sites.places[location], int(sites.flexible[location])
    family, amv, adult = (3 * location + group for group in (FAMILY, AMV, ADULT))
    over_family, over_adult = people_over(int(before[family]), int(before[adult]), places, flexible)
    over_amv = max(0, int(before[amv] - places[AMV]))
    for slot, own in ((family, places[FAMILY]), (amv, places[AMV]), (adult, places[ADULT] + flexible)):
        capacity.taken[slot] = capacity.add_row(int(own))
    child, grown = policy.weight("over_places_children"), policy.weight("over_places_adults")
    opens_family = _over(capacity, family, over_family, int(places[FAMILY]) + flexible, (child, 0))
    _over(capacity, amv, over_amv, int(places[AMV]), (child, 0))
    _over(capacity, adult, over_adult, int(places[ADULT]) + flexible, (0, grown))
    if flexible:
        _families_first(capacity, int(capacity.taken[family]), int(capacity.taken[adult]), flexible, opens_family)


def _over(capacity: Capacity, slot: int, over: int, most: int, prices: tuple[int, int]) -> int:
    """People above the places may stay, no more than before; somebody new may come only when there are none.

    Returns the row of the helper that tells so (it must be at most 1 x over), or `NO_ROW` when nobody is over.
    """
    if over == 0:
        return NO_ROW
    limit = capacity.add_row(over)
    capacity.newly[slot] = capacity.add_row(0)
    capacity.helpers.append(Helper(over, False, *prices, ((int(capacity.taken[slot]), -1), (limit, 1))))
    capacity.helpers.append(Helper(1, True, 0, 0, ((limit, over), (int(capacity.newly[slot]), -most))))
    return len(capacity.helpers) - 1


def _families_first(capacity: Capacity, family: int, adult: int, flexible: int, opens_family: int) -> None:
    """Flexible places used by families; all of them, while families are above their places."""
    parts = [(family, -1), (adult, 1)]
    if opens_family != NO_ROW:
        first = capacity.add_row(-flexible)
        parts.append((first, -1))
        helper = capacity.helpers[opens_family]
        capacity.helpers[opens_family] = Helper(1, True, 0, 0, (*helper.parts, (first, -flexible)))
    capacity.helpers.append(Helper(flexible, False, 0, 0, tuple(parts)))


def _shared(capacity: Capacity, rows: Ints, newly: Ints, location: int, places: Ints, before: Ints) -> None:
    """Rule for accessible and school places: after <= max(places, before), and new takers only within the places."""
    room, there = int(places[location]), int(before[location])
    if room == 0:
        return
    rows[location] = capacity.add_row(max(room, there))
    if there > room:
        newly[location] = capacity.add_row(0)
        parts = ((int(rows[location]), there - room), (int(newly[location]), -room))
        capacity.helpers.append(Helper(1, True, 0, 0, parts))
