# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Prices of scarce places, what every option costs at those prices, and the bound that they prove.

Relaxing the rows with prices p >= 0 gives, for any prices, a number that no plan can go below (A. M. Geoffrion, 1974,
Lagrangean relaxation for integer programming). It is computed here in whole numbers, so that the bound does not rest on
a solver's tolerance.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from luwte.placement.capacity import NO_ROW, Capacity, Helper
from luwte.placement.options import Options, Panel
from luwte.placement.problem import Problem
from luwte.placement.sites import Ints

STEPS = 2**20  # prices are kept as whole millionths (2**-20) of a thousandth
NEVER = np.iinfo(np.int64).max // 4
Reduced = NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Prices:
    """Whole numbers >= 0: per row, in steps of a thousandth; per earlier level, in steps of one."""

    rows: Ints
    levels: tuple[int, ...]

    @classmethod
    def nought(cls, capacity: Capacity, level: int) -> "Prices":
        """No price on anything."""
        return cls(np.zeros(len(capacity.room), dtype=np.int64), (0,) * (level - 1))


@dataclass(frozen=True, eq=False)
class Search:
    """What the search at one level looks at; `values` are those of the earlier levels, which it must keep."""

    problem: Problem
    options: Options
    capacity: Capacity
    level: int
    values: tuple[int, ...]


def panel_prices(panel: Panel, level: int) -> Ints:
    """What a panel's options cost on a level, in thousandths; having a place costs nothing on level 1."""
    if level == 1:
        return np.zeros(panel.lawful.shape, dtype=np.int64)
    return (panel.level_2 if level == 2 else panel.level_3).astype(np.int64)


def reduced_costs(search: Search, panel: Panel, prices: Prices, part: slice = slice(None)) -> Reduced:
    """What every option of (a part of) a panel costs at the prices, in steps; `NEVER` where it is not lawful."""
    people, capacity = search.problem.people, search.capacity
    cut = panel.cut(part)
    rows, location = cut.rows, cut.slots // 3
    cost = panel_prices(cut, search.level) * STEPS
    for earlier, price in enumerate(prices.levels, start=1):
        if price and earlier > 1:
            cost += panel_prices(cut, earlier) * price
    newcomer = (panel.slots != people.home[rows][:, None]) & ~people.reserved[rows][:, None]
    for taken, row_of, new_row_of in (
        (people.size, capacity.taken[panel.slots], capacity.newly[panel.slots]),
        (people.access, capacity.access[location], capacity.access_newly[location]),
        (people.school_age, capacity.school[location], capacity.school_newly[location]),
    ):
        amount = taken[rows][:, None]
        cost += amount * _priced(prices.rows, row_of)
        if (new_row_of != NO_ROW).any():
            cost += amount * _priced(prices.rows, new_row_of) * newcomer
    return np.where(cut.lawful, cost, NEVER)


def unplaced_costs(search: Search, prices: Prices) -> Reduced:
    """What no place costs at the prices, in steps (H); `NEVER` where it is not allowed."""
    cost = search.options.unplaced_prices[search.level - 1] * STEPS
    for earlier, price in zip(search.options.unplaced_prices, prices.levels, strict=False):
        cost = cost + earlier * price
    return np.where(search.options.can_be_unplaced, cost, NEVER)


def proven_bound(search: Search, prices: Prices, cheapest: Reduced) -> int:
    """The bound in thousandths that the prices prove, rounded up: level values are whole thousandths.

    `cheapest` is the least reduced cost of every household (H), in steps.
    """
    total = int(cheapest.sum())
    total -= sum(int(price) * room for price, room in zip(prices.rows, search.capacity.room, strict=True))
    total -= sum(price * value for price, value in zip(prices.levels, search.values, strict=True))
    total += sum(min(0, helper_cost(search, helper, prices)) * helper.most for helper in search.capacity.helpers)
    return -(-total // STEPS)


def helper_cost(search: Search, helper: Helper, prices: Prices) -> int:
    """What one unit of a helper costs at the prices, in steps."""
    by_level = (0, helper.price_2, helper.price_3)
    cost = by_level[search.level - 1] * STEPS
    cost += sum(price * by_level[earlier] for earlier, price in enumerate(prices.levels))
    return cost + sum(part * int(prices.rows[row]) for row, part in helper.parts)


def _priced(prices: Ints, rows: Ints) -> Ints:
    return np.append(prices, 0)[rows]  # NO_ROW is the last: no price
