# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The rules that bind people together: places, flexible, accessible and school places, as rows of a linear model.

Every row reads: sum of what people take there (+ helper columns) <= `room`. Rows lie at open locations that need not
be left. Where people already exceed the places, a helper tells whether that is over (somebody new may come) or not.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from luwte.placement.problem import Problem
from luwte.placement.sites import ADULT, AMV, FAMILY, NOT_KNOWN, Flags, Ints

NO_ROW = -1
BEDS = 0  # of the counts


@dataclass(frozen=True, slots=True)
class Helper:
    """A column that is no household's: 0 <= value <= `most`, its price per level 2 and 3, its part in rows."""

    most: int
    whole: bool
    price_2: int
    price_3: int
    parts: tuple[tuple[int, int], ...]


@dataclass(frozen=True, eq=False)
class Count:
    """One thing that is counted at every slot (3L): the row that has room for it, and the row for who is new there.

    A household takes `amount` of it (H); where `need` is given (sizes x 3L) what its size needs at that slot.
    `over` is how much more than the room there was before the plan (3L): nobody new may come before that is gone.
    """

    amount: Ints
    row: Ints
    newly: Ints
    over: Ints
    need: Ints | None = None

    def taken(self, household: Ints, slot: Ints) -> Ints:
        """What households take at slots, either broadcast against the other."""
        if self.need is None:
            return self.amount[household]
        return np.asarray(self.need[self.amount[household], slot])


def tables_of(counts: Sequence[Count]) -> tuple[Ints, list[Ints]]:
    """For every count the number of its table among those that sizes look up, or `NO_ROW`; and those tables."""
    has_table = np.array([count.need is not None for count in counts], dtype=np.int64)
    tables = [count.need for count in counts if count.need is not None]
    return np.where(has_table > 0, np.cumsum(has_table) - 1, NO_ROW), tables


@dataclass(eq=False)
class Capacity:
    """Rows of the model. `counts` holds beds first, then accessible and school places, then units by size."""

    counts: list[Count]
    room: list[int] = field(default_factory=list)
    helpers: list[Helper] = field(default_factory=list)

    @property
    def taken(self) -> Ints:
        """The row of the beds of every slot (3L)."""
        return self.counts[BEDS].row

    @property
    def watched(self) -> Flags:
        """Slots (3L) where it matters whether somebody is new."""
        watched: Flags = np.any([count.newly != NO_ROW for count in self.counts], axis=0)
        return watched

    def add_row(self, room: int) -> int:
        """A new row with so much room."""
        self.room.append(room)
        return len(self.room) - 1

    def add_count(self, amount: Ints, slots: int, need: Ints | None = None) -> Count:
        """A new thing to count, without rows yet."""
        none, nothing = np.full(slots, NO_ROW), np.zeros(slots, dtype=np.int64)
        self.counts.append(Count(amount, none, none.copy(), nothing, need))
        return self.counts[-1]

    def beside_beds(self, household: int, slot: int) -> tuple[tuple[int, int], ...]:
        """What a household takes at a slot beside beds, as pairs of row and amount."""
        found = []
        for count in self.counts[BEDS + 1 :]:
            row, amount = int(count.row[slot]), int(count.amount[household])
            if row != NO_ROW and amount:
                taken = amount if count.need is None else int(count.need[amount, slot])
                found += [(row, taken)] if taken else []
        return tuple(found)


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
    sites, people = problem.sites, problem.people
    slots = 3 * len(sites.keys)
    before, access_before, school_before = people_before(problem)
    capacity = Capacity([])
    beds = capacity.add_count(people.size, slots)
    access = capacity.add_count(people.access, slots)
    school = capacity.add_count(people.school_age, slots)
    for location in np.flatnonzero(sites.open & ~sites.must_be_left).tolist():
        _beds(capacity, beds, problem, location, before)
        here = slice(3 * location, 3 * location + 3)
        _shared(capacity, access, here, int(sites.accessible[location]), int(access_before[location]))
        if sites.school[location] != NOT_KNOWN:
            _shared(capacity, school, here, int(sites.school[location]), int(school_before[location]))
    _units(capacity, problem)
    return capacity


def _units(capacity: Capacity, problem: Problem) -> None:
    """Rule `units`: families take whole units. For every size of unit, those of that size or larger are counted.

    That is exact, as sizes lie in one another (P. Hall, 1935, On representatives of subsets).
    """
    sites, people = problem.sites, problem.people
    home = np.where(people.only >= 0, people.only, people.home)
    persons = np.arange(int(people.size.max(initial=0)) + 1)
    counts: list[Count] = []
    for location in np.flatnonzero(sites.open & ~sites.must_be_left).tolist():
        units, slot = np.array(sites.family_units[location], dtype=np.int64), 3 * location + FAMILY
        sizes = np.unique(units)
        living = people.size[home == slot]
        for number, (size, smaller) in enumerate(zip(sizes, [0, *sizes], strict=False)):
            if number == len(counts):
                need = np.zeros((len(persons), 3 * len(sites.keys)), dtype=np.int64)
                counts.append(capacity.add_count(people.size, 3 * len(sites.keys), need))
            takes = np.where(persons > smaller, -(-persons // units[-1]), 0)
            counts[number].need[:, slot] = takes  # type: ignore[index]
            _shared(capacity, counts[number], slot, int((units >= size).sum()), int(takes[living].sum()))


def _beds(capacity: Capacity, beds: Count, problem: Problem, location: int, before: Ints) -> None:
    """Rule `places`: own places per group, and `flexible`: places that serve families first, then adults."""
    sites, policy = problem.sites, problem.policy
    places, flexible = sites.places[location], int(sites.flexible[location])
    family, amv, adult = (3 * location + group for group in (FAMILY, AMV, ADULT))
    over_family, over_adult = people_over(int(before[family]), int(before[adult]), places, flexible)
    over_amv = max(0, int(before[amv] - places[AMV]))
    for slot, own in ((family, places[FAMILY]), (amv, places[AMV]), (adult, places[ADULT] + flexible)):
        beds.row[slot] = capacity.add_row(int(own))
    child, grown = policy.weight("over_places_children"), policy.weight("over_places_adults")
    opens_family = _over(capacity, beds, family, over_family, int(places[FAMILY]) + flexible, (child, 0))
    _over(capacity, beds, amv, over_amv, int(places[AMV]), (child, 0))
    _over(capacity, beds, adult, over_adult, int(places[ADULT]) + flexible, (0, grown))
    if flexible:
        _families_first(capacity, int(beds.row[family]), int(beds.row[adult]), flexible, opens_family)


def _over(capacity: Capacity, beds: Count, slot: int, over: int, most: int, prices: tuple[int, int]) -> int:
    """People above the places may stay, no more than before; somebody new may come only when there are none.

    Returns the row of the helper that tells so (it must be at most 1 x over), or `NO_ROW` when nobody is over.
    """
    if over == 0:
        return NO_ROW
    limit = capacity.add_row(over)
    beds.newly[slot], beds.over[slot] = capacity.add_row(0), over
    capacity.helpers.append(Helper(over, False, *prices, ((int(beds.row[slot]), -1), (limit, 1))))
    capacity.helpers.append(Helper(1, True, 0, 0, ((limit, over), (int(beds.newly[slot]), -most))))
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


def _shared(capacity: Capacity, count: Count, slots: slice | int, room: int, there: int) -> None:
    """What slots share: after <= max(room, before), and who is new takes some only within the room."""
    if room == 0:
        return  # who takes any cannot come: rules `needs` and `too_small`
    row = capacity.add_row(max(room, there))
    count.row[slots] = row
    if there > room:
        newly = capacity.add_row(0)
        count.newly[slots], count.over[slots] = newly, there - room
        capacity.helpers.append(Helper(1, True, 0, 0, ((row, there - room), (newly, -room))))
