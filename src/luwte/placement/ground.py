# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What is free at every location, in plain numbers for a search that changes it a million times."""

import numpy as np

from luwte.placement.capacity import BEDS, NO_ROW
from luwte.placement.columns import UNPLACED, columns_for, parts_in_rows
from luwte.placement.prices import Search
from luwte.placement.sites import ADULT, AMV, FAMILY, GROUPS, Ints
from luwte.placement.value import people_after

Way = tuple[int, int, tuple[tuple[int, int], ...]]  # the slot, what it costs, and what it takes beside beds


class Ground:
    """People per slot, and room left per row of capacity beside beds.

    At slots `kept_free` (3L) adults get no place for minors, and no flexible one for families.

    Where there were more people than room, who lives there may come back; somebody new comes within the room only, and
    where somebody new is, nobody comes back beyond it.
    """

    def __init__(self, search: Search, plan: Ints, kept_free: list[bool] | None = None) -> None:
        sites, self.capacity = search.problem.sites, search.capacity
        over, beyond = self._over(search, plan)
        places = sites.places + over.reshape(-1, len(GROUPS))
        self.over: list[int] = over.tolist()
        self.home: list[int] = search.problem.people.home.tolist()
        self.size: list[int] = search.problem.people.size.tolist()
        self.people: list[int] = people_after(search.problem, plan).tolist()
        self.family: list[int] = places[:, FAMILY].tolist()
        self.amv: list[int] = places[:, AMV].tolist()
        self.adult: list[int] = places[:, ADULT].tolist()
        self.own_family: list[int] = sites.places[:, FAMILY].tolist()
        self.own_adult: list[int] = sites.places[:, ADULT].tolist()
        self.flexible: list[int] = sites.flexible.tolist()
        self.kept_free = kept_free or [False] * len(self.people)
        left = np.array(search.capacity.room, dtype=np.int64)
        row, _, amount = parts_in_rows(search, columns_for(search.options, np.arange(len(plan)), plan))
        np.subtract.at(left, row, amount)
        self.beyond: list[int] = beyond.tolist()
        self.left: list[int] = (left - (self._all_beyond(search) - beyond)).tolist()

    def room(self, slot: int) -> int:
        """Beds left for one more household; flexible places that nobody uses count for both groups."""
        location, group = divmod(slot, len(GROUPS))
        if group == AMV:
            if self.kept_free[slot]:
                return 0
            return self.amv[location] - self.people[slot]
        flexible = self.flexible[location]
        if group == FAMILY:
            if flexible:
                flexible = max(0, flexible - max(0, self.people[slot + ADULT] - self.own_adult[location]))
            return self.family[location] + flexible - self.people[slot]
        if self.kept_free[slot - ADULT]:
            flexible = 0
        if flexible:
            flexible = max(0, flexible - max(0, self.people[slot - ADULT] - self.own_family[location]))
        return self.adult[location] + flexible - self.people[slot]

    def takes(self, way: Way, size: int) -> bool:
        """Whether there is room for a household that goes this way."""
        slot = way[0]
        if slot != UNPLACED and self.room(slot) < size:
            return False
        return all(self.left[row] >= amount for row, amount in way[2])

    def come(self, way: Way, size: int) -> None:
        """A household takes its place."""
        if way[0] != UNPLACED:
            self.people[way[0]] += size
            for row, amount in way[2]:
                self.left[row] -= amount

    def leave(self, way: Way, size: int) -> None:
        """A household gives up its place."""
        if way[0] != UNPLACED:
            self.people[way[0]] -= size
            for row, amount in way[2]:
                self.left[row] += amount

    def has_room(self, household: int, slot: int) -> bool:
        """Whether a household of the problem can come to a slot."""
        way, size = self._way(household, slot), self.size[household]
        if slot in (UNPLACED, self.home[household]):
            return self.takes(way, size)
        room = self.room(slot) - self.over[slot]
        return room >= size and all(self.left[row] - self.beyond[row] >= amount for row, amount in way[2])

    def change(self, household: int, slot: int, sign: int) -> None:
        """A household of the problem comes to a slot (+1) or goes (-1)."""
        (self.come if sign > 0 else self.leave)(self._way(household, slot), self.size[household])

    @staticmethod
    def _over(search: Search, plan: Ints) -> tuple[Ints, Ints]:
        """How many more than the room may come back: to slots (3L), and per row of what is counted beside beds."""
        people, counts = search.problem.people, search.capacity.counts
        new = np.flatnonzero((plan != UNPLACED) & (plan != people.home) & ~people.reserved)
        beds, *others = counts
        over, beyond = beds.over.copy(), Ground._all_beyond(search)
        over[plan[new]] = 0
        for count in others:
            taken = count.taken(new, plan[new]) > 0
            rows = count.row[plan[new]][taken]
            beyond[rows[rows != NO_ROW]] = 0
        return over, beyond

    @staticmethod
    def _all_beyond(search: Search) -> Ints:
        """Per row beside beds, how many more than the room there were before the plan."""
        beyond = np.zeros(len(search.capacity.room), dtype=np.int64)
        for count in search.capacity.counts[BEDS + 1 :]:
            known = count.row != NO_ROW
            beyond[count.row[known]] = count.over[known]
        return beyond

    def _way(self, household: int, slot: int) -> Way:
        return slot, 0, () if slot == UNPLACED else self.capacity.beside_beds(household, slot)
