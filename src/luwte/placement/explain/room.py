# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The room that a plan leaves: places, accessible and school places and whole units that somebody may still take."""

from dataclasses import dataclass

import numpy as np

from luwte.placement.capacity import NO_ROW, Capacity
from luwte.placement.columns import UNPLACED
from luwte.placement.problem import Problem
from luwte.placement.sites import ADULT, FAMILY, NOT_KNOWN, Flags, Ints

WITHOUT_END = np.iinfo(np.int64).max // 4  # school places where none are counted
Short = tuple[Ints, Ints, Ints, Ints]  # beds, accessible places, school places, units: in the order of `Lack`


@dataclass(frozen=True, eq=False)
class UnitsShort:
    """Whole units that a household is short, by its persons and the slot (sizes x 3L); nought where none are counted.

    `newly` holds for who is brought there: within the units that there are; `back` for who lives there now: no more
    than there are, or than were taken before the plan.
    """

    newly: Ints
    back: Ints

    def of(self, problem: Problem, rows: Ints, slots: Ints) -> Ints:
        """How many units households are short in slots, either broadcast against the other."""
        persons, at_home = problem.people.size[rows], np.equal(slots, problem.people.home[rows])
        return np.where(at_home, self.back[persons, slots], self.newly[persons, slots])


@dataclass(frozen=True, eq=False)
class Room:
    """Persons who still fit: per slot (3L), in accessible places (L), of school age (L); under nought is too many.

    `units` tells for whom whole units are left as well.
    """

    beds: Ints
    accessible: Ints
    school: Ints
    units: UnitsShort

    def fits(self, problem: Problem, rows: Ints, slots: Ints) -> Flags:
        """Which whole households (n) fit in which slots (m)."""
        beds, accessible, school, units = self._short(problem, rows[:, None], slots)
        nothing_short: Flags = np.equal(beds + accessible + school + units, 0)
        return nothing_short

    def short(self, problem: Problem, rows: Ints, slots: Ints) -> Short:
        """How much of each each household (n) is short in a slot of its own (n)."""
        return self._short(problem, rows, slots)

    def _short(self, problem: Problem, rows: Ints, slots: Ints) -> Short:
        people, location = problem.people, slots // 3
        return (
            _under(people.size[rows], self.beds[slots]),
            _under(people.access[rows], self.accessible[location]),
            _under(people.school_age[rows], self.school[location]),
            self.units.of(problem, rows, slots),
        )


def room_after(problem: Problem, capacity: Capacity, plan: Ints) -> Room:
    """The room that is left when every household (H) has its slot.

    Flexible places serve families first: of what families leave, adults may take the rest, and the other way round.
    """
    people, sites = problem.people, problem.sites
    placed, count = plan != UNPLACED, len(sites.keys)
    after = np.bincount(plan[placed], people.size[placed], 3 * count).astype(np.int64)
    own = sites.places - after.reshape(-1, 3)
    beds = own.copy()
    beds[:, FAMILY] += np.maximum(0, sites.flexible - np.maximum(0, -own[:, ADULT]))
    beds[:, ADULT] += np.maximum(0, sites.flexible - np.maximum(0, -own[:, FAMILY]))
    location = plan[placed] // 3
    accessible = sites.accessible - np.bincount(location, people.access[placed], count).astype(np.int64)
    school = sites.school - np.bincount(location, people.school_age[placed], count).astype(np.int64)
    school = np.where(sites.school == NOT_KNOWN, WITHOUT_END, school)
    return Room(beds.reshape(-1), accessible, school, _units_short(problem, capacity, plan))


def _units_short(problem: Problem, capacity: Capacity, plan: Ints) -> UnitsShort:
    """What is left of the units of every size or larger, against what a household of so many persons takes of them."""
    placed, slots = np.flatnonzero(plan != UNPLACED), 3 * len(problem.sites.keys)
    newly, back = np.zeros((2, int(problem.people.size.max(initial=0)) + 1, slots), dtype=np.int64)
    room = np.array(capacity.room, dtype=np.int64)
    for count in capacity.counts:
        if count.need is None:
            continue
        here = np.flatnonzero(count.row != NO_ROW)
        taken = np.bincount(plan[placed], count.taken(placed, plan[placed]), slots).astype(np.int64)
        left = room[count.row[here]] - taken[here]
        for short, free in ((newly, left - count.over[here]), (back, left)):
            short[:, here] = np.maximum(short[:, here], _under(count.need[:, here], free))
    return UnitsShort(newly, back)


def _under(wanted: Ints, free: Ints) -> Ints:
    """How many are short; none where none are wanted."""
    return np.where(wanted > 0, np.maximum(0, wanted - free), 0)
