# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Whole households: from the prices of a level to a plan, by a search among the ways that can still be the best.

A way to go whose reduced cost lies above the household's cheapest by more than the gap between plan and bound is in no
better plan; when all the others are in the search, what the search proves holds for all plans.
"""

import math
from dataclasses import dataclass, replace

import numpy as np

from luwte.model.progress import Progress
from luwte.placement.columns import UNPLACED, Columns, columns_for
from luwte.placement.linear import LEVEL_2, THOUSANDTHS, Model, rows_of
from luwte.placement.policy import Stop
from luwte.placement.prices import NEVER, STEPS, Search, panel_prices, reduced_costs, unplaced_costs
from luwte.placement.relax import CHUNK, Relaxed
from luwte.placement.sites import Flags, Ints
from luwte.placement.value import level_values
from luwte.words import N_

WAYS = 12  # nearest ways of a household that has no place
FEW_WAYS = 30_000  # a country with no more ways than this is searched whole, to the end or the nodes of the policy
WHOLE = (FEW_WAYS,)
NODES_IN_PART = 50  # a search among some of the ways proves nothing: it soon finds what it will find
SEARCHES = {1: (6, 24), 2: (6, 24), 3: (6,)}  # per level: nearest households per slot, search after search
LATER_LEVELS = 2  # a way's price on levels 2 and 3 divided by this is added to its distance
RATES = (2.0, 5.0)  # level 2 against level 3 in a search without a row for level 2: times the price in the relaxation
LEAST_RATE = 0.01
LEAST_GAP = 0.0004  # weighed persons: under half a thousandth, plans are equal
ROUNDING = 0.01  # thousandths that the solver's bound may be off
HALF = 0.5


@dataclass(frozen=True, eq=False)
class Decided:
    """A plan (slot per household), the value of the level and its bound in thousandths, and why the search ended."""

    plan: Ints
    value: int
    bound: int
    stopped_by: str


def decide(search: Search, relaxed: Relaxed, plan: Ints, stop: Stop, progress: Progress) -> Decided:
    """Search among the nearest ways, more of them each time, until the gap is reached or all that matter were there."""
    best = Decided(plan, level_values(search, plan)[search.level - 1], relaxed.bound, "")
    searches = WHOLE if search.options.number.sum() <= FEW_WAYS else SEARCHES[search.level]
    for number, per_slot in enumerate(searches):
        if _gap(best) <= float(stop.gap):
            break
        progress(N_("Choose places"), number / len(searches))
        ways, complete = _near_ways(search, relaxed, best, per_slot)
        if complete or search.level <= LEVEL_2 + 1:
            best = _search_among(search, ways, best, stop, complete=complete)
        else:
            best = _search_at_rates(search, relaxed, ways, best, stop)
        if complete:
            break
    return replace(best, stopped_by=_why(best, stop))


def _near_ways(search: Search, relaxed: Relaxed, best: Decided, per_slot: int) -> tuple[Columns, bool]:
    """The ways that the relaxation uses, and of those that can be in a better plan the nearest of every slot and of
    every household that has no place; and whether those are all that can.

    A bed that is left over asks for a household of the right size: hence the nearest of every slot. What a way costs on
    later levels counts a little too: many ways cost nothing on a level, and few of them are wanted.
    """
    limit = (best.value - relaxed.bound) * STEPS
    unplaced = unplaced_costs(search, relaxed.prices) - relaxed.cheapest
    waiting = np.flatnonzero(unplaced <= limit)
    households, slots = [waiting], [np.full(len(waiting), UNPLACED)]
    complete = True
    for panel in search.options.panels:
        for begin in range(0, len(panel.rows), CHUNK):
            part = slice(begin, begin + CHUNK)
            cut = panel.cut(part)
            slack = reduced_costs(search, panel, relaxed.prices, part) - relaxed.cheapest[cut.rows][:, None]
            near = slack <= limit
            later = panel_prices(cut, 2) + panel_prices(cut, 3)
            order = np.where(near, slack + later * STEPS // LATER_LEVELS, NEVER)
            seeking = search.options.can_be_unplaced[cut.rows][:, None] & _among_nearest(order, WAYS, 1)
            chosen = near & (seeking | _among_nearest(order, per_slot, 0))
            complete &= bool((chosen == near).all())
            row, column = np.nonzero(chosen)
            households.append(cut.rows[row])
            slots.append(panel.slots[column])
    return columns_for(search, np.concatenate(households), np.concatenate(slots)).joined(relaxed.used), complete


def _among_nearest(order: Ints, count: int, axis: int) -> Flags:
    """What is among the `count` lowest along an axis."""
    if order.shape[axis] <= count:
        return np.ones(order.shape, dtype=np.bool_)
    edge = np.partition(order, count, axis=axis).take([count], axis=axis)
    return np.asarray(order < edge)


def _search_at_rates(search: Search, relaxed: Relaxed, ways: Columns, best: Decided, stop: Stop) -> Decided:
    """Search with level 2 at a rate in the objective; at a higher one where the plan found does not keep level 2."""
    for rate in RATES:
        exchange = rate * max(LEAST_RATE, relaxed.prices.levels[LEVEL_2] / STEPS)
        found = _search_among(search, ways, best, stop, exchange=exchange)
        if found is not best:
            return found
    return best


def _search_among(
    search: Search,
    ways: Columns,
    best: Decided,
    stop: Stop,
    *,
    complete: bool = False,
    exchange: float | None = None,
) -> Decided:
    """The best plan among the ways and the one known; the bound rises only when all ways that matter are there."""
    everyone = np.arange(len(best.plan))
    ways = ways.joined(columns_for(search, everyone, best.plan))
    is_free = np.bincount(ways.household, minlength=len(everyone)) > 1
    settled, open_ways = ways.where(~is_free[ways.household]), ways.where(is_free[ways.household])
    model = Model(search, rows_of(search, np.flatnonzero(is_free)), settled, exchange)
    model.add(open_ways)
    known = (open_ways.slot == best.plan[open_ways.household]).astype(np.float64)
    allowed = max(float(stop.gap) * abs(best.bound) / THOUSANDTHS, LEAST_GAP)
    solved = model.whole(allowed, stop.nodes if complete else min(stop.nodes, NODES_IN_PART), known)
    chosen = solved.columns > HALF
    plan = best.plan.copy()
    plan[settled.household] = settled.slot
    plan[open_ways.household[chosen]] = open_ways.slot[chosen]
    best = _better(search, best, plan)
    if complete:
        proven = math.ceil(solved.bound - ROUNDING)
        best = replace(best, bound=max(best.bound, min(best.value, proven)))
    return best


def _better(search: Search, best: Decided, plan: Ints) -> Decided:
    """The plan, if it keeps the earlier levels and improves this one; otherwise the best so far."""
    values = level_values(search, plan)
    keeps = all(value <= kept for value, kept in zip(values, search.values, strict=False))
    value = values[search.level - 1]
    return replace(best, plan=plan, value=value) if keeps and value < best.value else best


def _gap(best: Decided) -> float:
    return (best.value - best.bound) / max(THOUSANDTHS, abs(best.bound))


def _why(best: Decided, stop: Stop) -> str:
    if best.value == best.bound:
        return "optimal"
    return "gap" if _gap(best) <= float(stop.gap) else "work"
