# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Prices of scarce places, what every option costs at those prices, and the bound that they prove.

Relaxing the rows with prices p >= 0 gives, for any prices, a number that no plan can go below (A. M. Geoffrion, 1974,
Lagrangean relaxation for integer programming). It is computed here in whole numbers, so that the bound does not rest on
a solver's tolerance.
"""

from dataclasses import dataclass, replace
from typing import Self

import numpy as np
from numpy.typing import NDArray

from luwte.placement.capacity import Capacity, Helper, tables_of
from luwte.placement.cheapest import NEVER, Asked, all_costs
from luwte.placement.crowd import Crowd
from luwte.placement.options import Options, Panel
from luwte.placement.problem import Problem
from luwte.placement.sites import Ints

STEPS = 2**20  # prices are kept as whole millionths (2**-20) of a thousandth
NO_PRICES = (0, 0, 0)
Reduced = NDArray[np.int64]
Rates = tuple[int, int, int]


@dataclass(frozen=True, eq=False)
class Prices:
    """Whole numbers >= 0: per row, in steps of a thousandth; per earlier level, in steps of one."""

    rows: Ints
    levels: tuple[int, ...]

    @classmethod
    def nought(cls, capacity: Capacity, levels: int) -> Self:
        """No price on anything."""
        return cls(np.zeros(len(capacity.room), dtype=np.int64), (0,) * levels)


@dataclass(frozen=True, eq=False)
class Search:
    """What is sought: the least sum of the levels at their `rates`, while the first levels keep their `values`."""

    problem: Problem
    crowd: Crowd
    capacity: Capacity
    rates: Rates
    values: tuple[int, ...] = ()

    @property
    def options(self) -> Options:
        """The ways of who stands for a crowd."""
        return self.crowd.options

    def total(self, values: tuple[int, ...]) -> int:
        """The values of the levels at the rates, in thousandths."""
        return sum(rate * value for rate, value in zip(self.rates, values, strict=True))

    def total_of_unplaced(self) -> Ints:
        """What no place costs at the rates (H), in thousandths, whether it is a way to go or not."""
        prices = zip(self.rates, self.options.unplaced_prices, strict=True)
        return np.asarray(sum(rate * price for rate, price in prices))

    def apart(self, crowd: Crowd) -> "Search":
        """The same question for another crowd."""
        return replace(self, crowd=crowd)


def at_rates(panel: Panel, rates: Rates, row: Ints, column: Ints) -> Ints:
    """What some ways of a panel cost at rates per level, in thousandths; having a place costs nothing on level 1."""
    second, third = panel.packed.prices(panel.at[row], column)
    return rates[1] * second + rates[2] * third


def asked_of(search: Search, panel: Panel, prices: Prices) -> Asked:
    """What is asked of a panel at the prices; of what is counted, only what has a price at one of its slots."""
    people, rows, slots = search.problem.people, panel.rows, panel.slots
    of_all = [np.array([_priced(prices.rows, of[slots]) for of in (c.row, c.newly)]) for c in search.capacity.counts]
    priced = [count for count, both in zip(search.capacity.counts, of_all, strict=True) if both.any()]
    price = np.array([both for both in of_all if both.any()], dtype=np.int64).reshape(len(priced), 2, len(slots))
    table, tables = tables_of(priced)
    _, second, third = rates_in_steps(search, prices)
    packed = panel.packed
    return Asked(
        at=panel.at,
        level_2=packed.level_2,
        level_3=packed.level_3,
        never=packed.never,
        rate_2=second * packed.unit,
        rate_3=third,
        home=panel.columns_of(people.home[rows]),
        reserved=people.reserved[rows],
        amount=np.array([count.amount[rows] for count in priced], dtype=np.int64).reshape(len(priced), len(rows)),
        price=np.ascontiguousarray(price[:, 0]),
        new=np.ascontiguousarray(price[:, 1]),
        table=table,
        need=np.array([each[:, slots] for each in tables]) if tables else np.zeros((1, 0, len(slots)), dtype=np.int64),
    )


def reduced_costs(search: Search, panel: Panel, prices: Prices) -> Reduced:
    """What every option of a panel costs at the prices, in steps; `NEVER` where it is not lawful."""
    costs = np.empty(panel.shape, dtype=np.int64)
    all_costs(asked_of(search, panel, prices), costs)
    return costs


def rates_in_steps(search: Search, prices: Prices) -> Rates:
    """What a thousandth of every level costs: its rate, and its price where it is kept."""
    kept = (*prices.levels, *NO_PRICES)
    first, second, third = (rate * STEPS + price for rate, price in zip(search.rates, kept, strict=False))
    return first, second, third


def unplaced_costs(search: Search, prices: Prices) -> Reduced:
    """What no place costs at the prices, in steps (H); `NEVER` where it is not allowed."""
    cost = np.zeros(len(search.options.can_be_unplaced), dtype=np.int64)
    for unplaced, rate in zip(search.options.unplaced_prices, rates_in_steps(search, prices), strict=True):
        cost += unplaced * rate
    return np.where(search.options.can_be_unplaced, cost, NEVER)


def proven_bound(search: Search, prices: Prices, cheapest: Reduced) -> int:
    """The bound in thousandths that the prices prove, rounded up: level values are whole thousandths.

    `cheapest` is the least reduced cost of every household (H), in steps.
    """
    there = search.crowd.count > 0
    total = int((cheapest[there] * search.crowd.count[there]).sum())
    total -= sum(int(price) * room for price, room in zip(prices.rows, search.capacity.room, strict=True))
    total -= sum(price * value for price, value in zip(prices.levels, search.values, strict=True))
    total += sum(min(0, helper_cost(search, helper, prices)) * helper.most for helper in search.capacity.helpers)
    return -(-total // STEPS)


def helper_cost(search: Search, helper: Helper, prices: Prices) -> int:
    """What one unit of a helper costs at the prices, in steps."""
    _, second, third = rates_in_steps(search, prices)
    cost = helper.price_2 * second + helper.price_3 * third
    return cost + sum(part * int(prices.rows[row]) for row, part in helper.parts)


def _priced(prices: Ints, rows: Ints) -> Ints:
    return np.append(prices, 0)[rows]  # NO_ROW is the last: no price
