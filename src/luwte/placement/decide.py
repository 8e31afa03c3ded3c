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
from luwte.placement.columns import UNPLACED, Columns, columns_for, holds
from luwte.placement.linear import LEVEL_2, THOUSANDTHS, Model, rows_of
from luwte.placement.policy import Stop
from luwte.placement.prices import NEVER, STEPS, Search, reduced_costs, unplaced_costs
from luwte.placement.relax import CHUNK, Relaxed
from luwte.placement.sites import Ints
from luwte.placement.value import level_values
from luwte.words import N_

WAYS = 24  # nearest ways that are looked at, per household
SEARCHES = (4_000, 16_000)  # ways beside the ones that the relaxation uses, search after search
RATES = (1.2, 3.0)  # level 2 against level 3 in a search without a row for level 2: times the price in the relaxation
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
    for number, most in enumerate(SEARCHES):
        if _gap(best) <= float(stop.gap):
            break
        progress(N_("Choose places"), number / len(SEARCHES))
        ways, complete = _near_ways(search, relaxed, best, most)
        if complete or search.level <= LEVEL_2 + 1:
            best = _search_among(search, ways, best, stop, complete=complete)
        else:
            for rate in RATES:
                exchange = rate * max(LEAST_RATE, relaxed.prices.levels[LEVEL_2] / STEPS)
                best = _search_among(search, ways, best, stop, exchange=exchange)
        if complete:
            break
    return replace(best, stopped_by=_why(best, stop))


def _near_ways(search: Search, relaxed: Relaxed, best: Decided, most: int) -> tuple[Columns, bool]:
    """The ways that the relaxation uses and `most` more that can be in a better plan, nearest first; and is that all.

    Equal ways are ordered by what they cost on levels 2 and 3.
    """
    limit = (best.value - relaxed.bound) * STEPS
    few = max(WAYS, most // max(1, len(best.plan)))
    unplaced = unplaced_costs(search, relaxed.prices) - relaxed.cheapest
    waiting = np.flatnonzero(unplaced <= limit)
    households, slots, orders = [waiting], [np.full(len(waiting), UNPLACED)], [unplaced[waiting]]
    complete = True
    for panel in search.options.panels:
        for begin in range(0, len(panel.rows), CHUNK):
            part = slice(begin, begin + CHUNK)
            cut = panel.cut(part)
            slack = reduced_costs(search, panel, relaxed.prices, part) - relaxed.cheapest[cut.rows][:, None]
            near = slack <= limit
            order = np.where(near, slack + cut.level_2 + cut.level_3, NEVER)
            if (crowded := near.sum(axis=1) > few).any():
                complete = False
                edge = np.partition(order[crowded], few, axis=1)[:, few]
                near[crowded] = order[crowded] < edge[:, None]
            row, column = np.nonzero(near)
            households.append(cut.rows[row])
            slots.append(panel.slots[column])
            orders.append(order[row, column])
    household, slot, order = (np.concatenate(kind) for kind in (households, slots, orders))
    extra = ~holds(relaxed.used, household, slot)
    nearest = np.argsort(order[extra], kind="stable")[:most]
    ways = columns_for(search, household[extra][nearest], slot[extra][nearest])
    return ways.joined(relaxed.used), complete and int(extra.sum()) <= most


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
    solved = model.whole(allowed, stop.nodes, known)
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
