# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The room that a plan leaves: places, accessible places and school places that somebody new may still take."""

from dataclasses import dataclass

import numpy as np

from luwte.placement.columns import UNPLACED
from luwte.placement.problem import Problem
from luwte.placement.sites import ADULT, FAMILY, NOT_KNOWN, Flags, Ints

WITHOUT_END = np.iinfo(np.int64).max // 4  # school places where none are counted


@dataclass(frozen=True, eq=False)
class Room:
    """Persons who still fit: per slot (3L), in accessible places (L), of school age (L); under nought is too many."""

    beds: Ints
    accessible: Ints
    school: Ints

    def fits(self, problem: Problem, rows: Ints, slots: Ints) -> Flags:
        """Which whole households (n) fit in which slots (m)."""
        beds, accessible, school = self._short(problem, rows[:, None], slots)
        nothing_short: Flags = np.equal(beds + accessible + school, 0)
        return nothing_short

    def short(self, problem: Problem, rows: Ints, slots: Ints) -> tuple[Ints, Ints, Ints]:
        """How many beds, accessible places and school places each household (n) is short in a slot of its own (n)."""
        return self._short(problem, rows, slots)

    def _short(self, problem: Problem, rows: Ints, slots: Ints) -> tuple[Ints, Ints, Ints]:
        people, location = problem.people, slots // 3
        return (
            _under(people.size[rows], self.beds[slots]),
            _under(people.access[rows], self.accessible[location]),
            _under(people.school_age[rows], self.school[location]),
        )


def room_after(problem: Problem, plan: Ints) -> Room:
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
    return Room(beds.reshape(-1), accessible, np.where(sites.school == NOT_KNOWN, WITHOUT_END, school))


def _under(wanted: Ints, free: Ints) -> Ints:
    """How many are short; none where none are wanted."""
    return np.where(wanted > 0, np.maximum(0, wanted - free), 0)
