# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The relaxation of a level by column generation: fractional households, prices of places, a proven bound.

Columns are added as the prices ask for them, so that the model never holds all pairs of household and place
(G. B. Dantzig and P. Wolfe, 1960; J. Desrosiers and M. E. Luebbecke, 2005, A primer in column generation).
"""

from dataclasses import dataclass

import numpy as np

from luwte.model.progress import Progress
from luwte.placement.columns import UNPLACED, Columns, columns_for
from luwte.placement.linear import THOUSANDTHS, Model, rows_of
from luwte.placement.prices import NEVER, STEPS, Prices, Reduced, Search, proven_bound, reduced_costs, unplaced_costs
from luwte.placement.sites import Ints
from luwte.words import N_

CHUNK = 4_000  # households priced at a time
FIRST_COLUMNS = 4  # cheapest ways to go that the model starts with, per household
COLUMNS_PER_ROUND = 3
ROUNDS = 80
USED = 1e-6  # a smaller part of a household is the solver's rounding
CLOSE_ENOUGH = 0.5  # thousandths between the relaxation's value and its bound: level values are whole thousandths
TOLERANCE = STEPS // 50  # a column must promise more than the rounding of the prices


@dataclass(frozen=True, eq=False)
class Relaxed:
    """`bound` in thousandths, the prices that prove it, the cheapest way of every household at them (H, steps), and
    the ways that the relaxation uses, whole or in part.
    """

    bound: int
    prices: Prices
    cheapest: Reduced
    used: Columns


def free_and_settled(search: Search) -> tuple[Ints, Columns]:
    """Households that can go more than one way, and the columns of those who cannot."""
    number = search.options.number
    free = np.flatnonzero(number > 1)
    settled = np.flatnonzero(number == 1)
    only = np.full(len(number), UNPLACED, dtype=np.int64)
    for panel in search.options.panels:
        alone = np.flatnonzero((number[panel.rows] == 1) & panel.lawful.any(axis=1))
        if len(alone):
            only[panel.rows[alone]] = panel.slots[panel.lawful[alone].argmax(axis=1)]
    return free, columns_for(search, settled, only[settled])


def relax(search: Search, plan: Ints, progress: Progress) -> Relaxed:
    """Solve the relaxation of the level to its end, or for as many rounds as are allowed; the bound holds anyway."""
    free, settled = free_and_settled(search)
    model = Model(search, rows_of(search, free), settled)
    nothing = Prices.nought(search.capacity, search.level)
    cheapest, first = price_out(search, nothing, FIRST_COLUMNS, None)
    best = Relaxed(proven_bound(search, nothing, cheapest), nothing, cheapest, settled)
    is_free = np.isin(np.arange(len(plan)), free)
    people = search.problem.people
    stay_or_wait = columns_for(search, free, np.where(search.options.can_be_unplaced, UNPLACED, people.home)[free])
    current = columns_for(search, free, plan[free])
    model.add(stay_or_wait.joined(current).joined(first.where(is_free[first.household])))
    for _ in range(ROUNDS):
        solved = model.solve()
        prices = model.prices(solved.duals)
        paid = np.full(len(plan), -NEVER, dtype=np.int64)
        paid[free] = np.rint(solved.duals[: len(free)] * THOUSANDTHS * STEPS).astype(np.int64) - TOLERANCE
        cheapest, wanted = price_out(search, prices, COLUMNS_PER_ROUND, paid)
        bound = proven_bound(search, prices, cheapest)
        if bound >= best.bound:
            best = Relaxed(bound, prices, cheapest, settled.joined(model.columns.where(solved.columns > USED)))
        progress(N_("Price places"), min(0.99, 1 - (solved.value - best.bound) / max(1.0, abs(solved.value))))
        wanted = wanted.without(model.columns)
        if len(wanted) == 0 or solved.value - best.bound <= CLOSE_ENOUGH:
            break
        model.add(wanted)
    return best


def price_out(search: Search, prices: Prices, count: int, paid: Reduced | None) -> tuple[Reduced, Columns]:
    """The cheapest way of every household at the prices (H, steps), and up to `count` ways each that are worth
    adding: all, or those under what the model pays for the household now.
    """
    cheapest = unplaced_costs(search, prices)
    households, slots = [], []
    for panel in search.options.panels:
        for begin in range(0, len(panel.rows), CHUNK):
            part = slice(begin, begin + CHUNK)
            cost, rows = reduced_costs(search, panel, prices, part), panel.rows[part]
            cheapest[rows] = np.minimum(cheapest[rows], cost.min(axis=1, initial=NEVER))
            limit = np.full(len(rows), NEVER) if paid is None else paid[rows]
            few = min(count, cost.shape[1])
            best = np.argpartition(cost, few - 1, axis=1)[:, :few]
            row, column = np.nonzero(np.take_along_axis(cost, best, axis=1) < limit[:, None])
            households.append(rows[row])
            slots.append(panel.slots[best[row, column]])
    return cheapest, columns_for(search, np.concatenate(households), np.concatenate(slots))
