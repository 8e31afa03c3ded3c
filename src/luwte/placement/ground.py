# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What is free at every location, in plain numbers for a search that changes it a million times."""

import numpy as np

from luwte.placement.columns import UNPLACED, columns_for, parts_in_rows
from luwte.placement.prices import Search
from luwte.placement.sites import ADULT, AMV, FAMILY, Ints
from luwte.placement.value import people_after

Way = tuple[int, int, tuple[tuple[int, int, int], ...]]


class Ground:
    """People per slot, and room left per row of capacity beside beds; adults get no flexible place at `kept_free`."""

    def __init__(self, search: Search, plan: Ints, kept_free: list[bool] | None = None) -> None:
        sites = search.problem.sites
        columns = columns_for(search.options, np.arange(len(plan)), plan)
        self.people: list[int] = people_after(search.problem, plan).tolist()
        self.family: list[int] = sites.places[:, FAMILY].tolist()
        self.amv: list[int] = sites.places[:, AMV].tolist()
        self.adult: list[int] = sites.places[:, ADULT].tolist()
        self.flexible: list[int] = sites.flexible.tolist()
        self.kept_free = kept_free or [False] * len(self.flexible)
        left = np.array(search.capacity.room, dtype=np.int64)
        row, _, amount = parts_in_rows(search, columns)
        np.subtract.at(left, row, amount)
        self.left: list[int] = left.tolist()

    def room(self, slot: int) -> int:
        """Beds left for one more household; flexible places that nobody uses count for both groups."""
        location, group = divmod(slot, 3)
        if group == AMV:
            return self.amv[location] - self.people[slot]
        flexible = self.flexible[location]
        if group == FAMILY:
            if flexible:
                flexible = max(0, flexible - max(0, self.people[slot + 2] - self.adult[location]))
            return self.family[location] + flexible - self.people[slot]
        if self.kept_free[location]:
            flexible = 0
        if flexible:
            flexible = max(0, flexible - max(0, self.people[slot - 2] - self.family[location]))
        return self.adult[location] + flexible - self.people[slot]

    def takes(self, way: Way, size: int) -> bool:
        """Whether there is room for a household that goes this way."""
        slot = way[0]
        if slot != UNPLACED and self.room(slot) < size:
            return False
        return all(self.left[row] >= free for row, _, free in way[2])

    def come(self, way: Way, size: int) -> None:
        """A household takes its place."""
        if way[0] != UNPLACED:
            self.people[way[0]] += size
            for row, amount, _ in way[2]:
                self.left[row] -= amount

    def leave(self, way: Way, size: int) -> None:
        """A household gives up its place."""
        if way[0] != UNPLACED:
            self.people[way[0]] -= size
            for row, amount, _ in way[2]:
                self.left[row] += amount
