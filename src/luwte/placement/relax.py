# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The relaxation by column generation: fractional households, prices of places, a proven bound.

Columns are added as the prices ask for them, so that the model never holds all pairs of household and place
(G. B. Dantzig and P. Wolfe, 1960; J. Desrosiers and M. E. Luebbecke, 2005, A primer in column generation).
"""

from dataclasses import dataclass

import numpy as np

from luwte.model.progress import Progress
from luwte.placement.cheapest import NEVER, nearest
from luwte.placement.clock import Clock
from luwte.placement.columns import UNPLACED, Columns, columns_for
from luwte.placement.linear import THOUSANDTHS, Model, rows_of
from luwte.placement.options import Panel
from luwte.placement.prices import STEPS, Prices, Reduced, Search, asked_of, proven_bound, unplaced_costs
from luwte.placement.sites import Floats, Ints
from luwte.placement.threads import in_order
from luwte.words import N_

WAYS_AT_ONCE = 2**21  # priced at a time
FIRST_COLUMNS = 1  # cheapest ways to go that the model starts with, per household
COLUMNS_PER_ROUND = 3
ROUNDS = 80
CLOSE_ENOUGH = 0.5  # thousandths between the relaxation's value and its bound: level values are whole thousandths
CLOSE_ENOUGH_PART = 1e-5  # of the value, where that is more
TOLERANCE = STEPS // 50  # a column must promise more than the rounding of the prices


@dataclass(frozen=True, eq=False)
class Relaxed:
    """`bound` in thousandths, the prices that prove it, and the cheapest way of every household at them (H, steps).

    `columns` are the ways that the relaxation knows of who stands for a crowd, `shares` how many of the crowd go each.
    """

    bound: int
    prices: Prices
    cheapest: Reduced
    columns: Columns
    shares: Floats


class Relaxation:
    """A relaxation that can be asked about one level after another: what was learnt for one helps the next."""

    def __init__(self, search: Search) -> None:
        self.crowd = search.crowd
        self.free, self.settled = _free_and_settled(search)
        self.model = Model(search, rows_of(search, self.free), self.settled)

    def relax(
        self, search: Search, plan: Ints, value: int, clock: Clock, progress: Progress, guess: Prices | None = None
    ) -> Relaxed:
        """Solve the relaxation to its end, or for as many rounds as are allowed; the bound holds anyway.

        `plan` is lawful, keeps the values and comes to `value` thousandths; when that is the bound, nothing is solved.
        `guess` are prices to start from.
        """
        nothing = with_prices(search, Prices.nought(search.capacity, len(search.values)))
        best = max(nothing, with_prices(search, guess), key=bound_of) if guess else nothing
        if best.bound >= value or clock.is_over():
            return best
        model, free = self.model, self.free
        model.seek(search)
        model.add(
            _first_columns(search, plan, free, best.prices, cheapest=len(model.columns) == 0).without(model.columns)
        )
        for _ in range(ROUNDS):
            solved = model.solve(clock)
            if not solved.finished or clock.is_over():
                break
            prices = model.prices(solved.duals)
            paid = np.full(len(plan), -NEVER, dtype=np.int64)
            paid[free] = np.rint(solved.duals[: len(free)] * THOUSANDTHS * STEPS).astype(np.int64) - TOLERANCE
            cheapest, wanted = price_out(search, prices, COLUMNS_PER_ROUND, paid)
            bound = proven_bound(search, prices, cheapest)
            if bound >= best.bound:
                best = self._as_solved(bound, prices, cheapest, solved.columns)
            progress(N_("Price places"), min(0.99, 1 - (solved.value - best.bound) / max(1.0, abs(solved.value))))
            wanted = wanted.without(model.columns)
            near = max(CLOSE_ENOUGH, CLOSE_ENOUGH_PART * abs(solved.value))
            if len(wanted) == 0 or solved.value - best.bound <= near:
                break
            model.add(wanted)
        return best

    def _as_solved(self, bound: int, prices: Prices, cheapest: Reduced, shares: Floats) -> Relaxed:
        of_settled = self.crowd.count[self.settled.household].astype(np.float64)
        columns = self.settled.and_then(self.model.columns)
        return Relaxed(bound, prices, cheapest[self.crowd.first], columns, np.r_[of_settled, shares])


def price_out(search: Search, prices: Prices, count: int, paid: Reduced | None) -> tuple[Reduced, Columns]:
    """The cheapest way of every household at the prices (H, steps), and up to `count` ways each that are worth
    adding: all, or those under what the model pays for the household now.
    """
    cheapest = unplaced_costs(search, prices)
    households, slots = [np.zeros(0, dtype=np.int64)], [np.zeros(0, dtype=np.int64)]

    def priced(panel: Panel) -> tuple[Ints, Ints]:
        """The cheapest of every way, and the columns of those worth adding (-1 where there are no more)."""
        number = len(panel.rows)
        least, (cost, column) = np.empty(number, dtype=np.int64), np.empty((2, number, count), dtype=np.int64)
        limit = np.full(number, NEVER) if paid is None else paid[panel.rows]
        scratch = np.empty(len(panel.slots), dtype=np.int64)
        nearest(asked_of(search, panel, prices), limit, least, cost, column, scratch)
        return least, column

    parts = [part for panel in search.options.panels for part in panel.parts(WAYS_AT_ONCE)]
    for part, (least, column) in zip(parts, in_order(priced, parts), strict=True):
        cheapest[part.rows] = np.minimum(cheapest[part.rows], least)
        row, rank = np.nonzero(column >= 0)
        households.append(part.rows[row])
        slots.append(part.slots[column[row, rank]])
    return cheapest, columns_for(search.options, np.concatenate(households), np.concatenate(slots))


def bound_of(relaxed: Relaxed) -> int:
    """The bound, to compare."""
    return relaxed.bound


def with_prices(search: Search, prices: Prices) -> Relaxed:
    """The bound that these prices prove, and everybody's cheapest way at them."""
    cheapest, ways = price_out(search, prices, 1, None)
    shares = search.crowd.count[ways.household].astype(np.float64)
    return Relaxed(proven_bound(search, prices, cheapest), prices, cheapest[search.crowd.first], ways, shares)


def _free_and_settled(search: Search) -> tuple[Ints, Columns]:
    """Who can go more than one way, and the columns of those who cannot; of a crowd the one who stands for it."""
    number = np.where(search.crowd.count > 0, search.options.number, 0)
    settled = np.flatnonzero(number == 1)
    only = np.full(len(number), UNPLACED, dtype=np.int64)
    for panel in search.options.panels:
        alone = panel.cut(np.flatnonzero(number[panel.rows] == 1))
        row, column = np.nonzero(alone.lawful)
        only[alone.rows[row]] = alone.slots[column]
    return np.flatnonzero(number > 1), columns_for(search.options, settled, only[settled])


def _first_columns(search: Search, plan: Ints, free: Ints, prices: Prices, *, cheapest: bool) -> Columns:
    """Ways to start from: staying or waiting, where the plan puts people, and the cheapest."""
    options, people, first = search.options, search.problem.people, search.crowd.first
    is_free = np.zeros(len(plan), dtype=np.bool_)
    is_free[free] = True
    can_stay = free[options.can_be_unplaced[free] | (people.home[free] >= 0)]
    stay_or_wait = columns_for(options, can_stay, np.where(people.home[can_stay] >= 0, people.home[can_stay], UNPLACED))
    planned = np.flatnonzero(is_free[first])
    ways = stay_or_wait.joined(columns_for(options, first[planned], plan[planned]))
    if cheapest:
        _, found = price_out(search, prices, FIRST_COLUMNS, None)
        ways = ways.joined(found.where(is_free[found.household]))
    return ways
