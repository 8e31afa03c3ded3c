# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Who is where at this moment, and whether there is room for one household more."""

import numpy as np

from benchmarks.work import ADULT, AMV, FAMILY, NO_PLACE, NOT_KNOWN, Ints, Work


class Rooms:
    """People at every location, kept up to date while households come and go."""

    def __init__(self, work: Work, slot: Ints) -> None:
        count = len(work.flexible)
        self.work = work
        self.people = np.zeros(3 * count, dtype=np.int64)
        self.access, self.school = np.zeros(count, dtype=np.int64), np.zeros(count, dtype=np.int64)
        there = np.flatnonzero(slot != NO_PLACE)
        np.add.at(self.people, slot[there], work.size[there])
        np.add.at(self.access, slot[there] // 3, work.access[there])
        np.add.at(self.school, slot[there] // 3, work.school_age[there])

    def change(self, household: int, slot: int, sign: int) -> None:
        """A household comes (+1) or goes (-1)."""
        if slot != NO_PLACE:
            work, location = self.work, slot // 3
            self.people[slot] += sign * work.size[household]
            self.access[location] += sign * work.access[household]
            self.school[location] += sign * work.school_age[household]

    def has_room(self, household: int, slot: int) -> bool:
        """Whether nobody would be above the places once this household has come."""
        self.change(household, slot, 1)
        fits = self.is_sound(household, slot)
        self.change(household, slot, -1)
        return fits

    def is_sound(self, household: int, slot: int) -> bool:
        """Whether nobody is above the places that this household takes, with all who are there now."""
        work, location = self.work, slot // 3
        room_for_school = work.school[location]
        return bool(
            self._people_over(slot) <= 0
            and (not work.access[household] or self.access[location] <= work.accessible[location])
            and (
                not work.school_age[household]
                or room_for_school == NOT_KNOWN
                or self.school[location] <= room_for_school
            )
        )

    def _people_over(self, slot: int) -> int:
        """People above the places of the group; flexible places serve families first, then adults."""
        location, group = divmod(slot, 3)
        places, flexible = self.work.places[location], int(self.work.flexible[location])
        there = self.people[3 * location : 3 * location + 3]
        if group == AMV:
            return int(there[AMV] - places[AMV])
        over_family = int(there[FAMILY] - places[FAMILY])
        left = flexible - max(0, over_family)
        over_adult = max(0, int(there[ADULT] - places[ADULT])) - max(0, left)
        return max(over_adult, -left)
