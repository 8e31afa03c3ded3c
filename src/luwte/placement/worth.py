# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What one more place or whole unit is worth: prices at each level, read from the relaxation that proves the bound."""

from collections.abc import Iterator
from decimal import Decimal

import numpy as np

from luwte.placement.capacity import NO_ROW, Capacity
from luwte.placement.linear import THOUSANDTHS
from luwte.placement.placement import Worth
from luwte.placement.prices import STEPS, Prices
from luwte.placement.problem import Problem
from luwte.placement.sites import FAMILY, GROUPS
from luwte.placement.solve import Solution

DIGITS = Decimal("0.001")


def worths(problem: Problem, solution: Solution) -> tuple[Worth, ...]:
    """Prices of places that are scarce on some level, by location and group, in weighed persons (level 1: persons).

    Where families take whole units, those of one more unit as well, smallest first: its places, and its rows.
    A price says how fast the proven bound falls for the next one; what many do is found by solving again.
    """
    found = []
    for slot in np.flatnonzero(solution.capacity.taken != NO_ROW).tolist():
        location, group = problem.sites.keys[slot // 3], GROUPS[slot % 3]
        for unit, rows in _rows_with_room(problem, solution.capacity, slot):
            first, second, third = (_price(prices, rows) for prices in solution.prices)
            if any((first, second, third)):
                found.append(Worth(location, group, first, second, third, unit))
    return tuple(found)


def _rows_with_room(problem: Problem, capacity: Capacity, slot: int) -> Iterator[tuple[int | None, list[int]]]:
    """What can be added at a slot, a place or a unit of each size, and the rows that it gives room to, once for each.

    A unit gives room to those of its own size and of every smaller one. Where more are taken than there are, that is
    the row of who is there and the row of who is new: the bound falls by no more than both their prices.
    """
    bed = int(capacity.taken[slot])
    yield None, [bed]
    if slot % 3 != FAMILY:
        return
    counted = (count for count in capacity.counts if count.need is not None)
    rows: list[int] = []
    for size, count in zip(sorted(set(problem.sites.family_units[slot // 3])), counted, strict=False):
        rows += [int(row[slot]) for row in (count.row, count.newly) if row[slot] != NO_ROW]
        yield size, [bed] * size + rows


def _price(prices: Prices, rows: list[int]) -> Decimal:
    return (Decimal(int(prices.rows[rows].sum())) / (STEPS * THOUSANDTHS)).quantize(DIGITS)
