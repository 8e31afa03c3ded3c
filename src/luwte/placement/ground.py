# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What is free at every location, in plain numbers for a search that changes it a million times."""

import numpy as np

from luwte.placement.capacity import BEDS
from luwte.placement.columns import UNPLACED, columns_for, parts_in_rows
from luwte.placement.prices import Search
from luwte.placement.sites import ADULT, AMV, FAMILY, GROUPS, Ints
from luwte.placement.value import people_after

Way = tuple[int, int, tuple[tuple[int, int], ...]]  # the slot, what it costs, and what it takes beside beds


class Ground:
    """People per slot, and room left per row of capacity beside beds.

    At slots `kept_free` (3L) adults get no place for minors, and no flexible one for families.

    Where there are more people than room, who lives there may come back and nobody else comes.
    """

    def __init__(self, search: Search, plan: Ints, kept_free: list[bool] | None = None) -> None:
        sites, self.capacity = search.problem.sites, search.capacity
        places = sites.places + search.capacity.counts[BEDS].over.reshape(-1, len(GROUPS))
        self.home: list[int] = search.problem.people.home.tolist()
        self.size: list[int] = search.problem.people.size.tolist()
        self.people: list[int] = people_after(search.problem, plan).tolist()
        self.family: list[int] = places[:, FAMILY].tolist()
        self.amv: list[int] = places[:, AMV].tolist()
        self.adult: list[int] = places[:, ADULT].tolist()
        self.flexible: list[int] = sites.flexible.tolist()
        self.kept_free = kept_free or [False] * len(self.people)
        left = np.array(search.capacity.room, dtype=np.int64)
        row, _, amount = parts_in_rows(search, columns_for(search.options, np.arange(len(plan)), plan))
        np.subtract.at(left, row, amount)
        self.left: list[int] = left.tolist()

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
                flexible = max(0, flexible - max(0, self.people[slot + ADULT] - self.adult[location]))
            return self.family[location] + flexible - self.people[slot]
        if self.kept_free[slot - ADULT]:
            flexible = 0
        if flexible:
            flexible = max(0, flexible - max(0, self.people[slot - ADULT] - self.family[location]))
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
        if not self.takes(self._way(household, slot), self.size[household]):
            return False
        return slot in (UNPLACED, self.home[household]) or not self.capacity.is_over_for(household, slot)

    def change(self, household: int, slot: int, sign: int) -> None:
        """A household of the problem comes to a slot (+1) or goes (-1)."""
        (self.come if sign > 0 else self.leave)(self._way(household, slot), self.size[household])

    def _way(self, household: int, slot: int) -> Way:
        return slot, 0, () if slot == UNPLACED else self.capacity.beside_beds(household, slot)
