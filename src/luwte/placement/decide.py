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
from luwte.placement.linear import THOUSANDTHS, Model, rows_of
from luwte.placement.policy import Stop
from luwte.placement.prices import STEPS, Search, reduced_costs, unplaced_costs
from luwte.placement.relax import CHUNK, Relaxed
from luwte.placement.sites import Ints
from luwte.placement.value import level_values

WAYS = 12  # ways to go that are looked at, per household, in the first search
SMALL = 20_000  # columns that a search may hold, and
PER_HOUSEHOLD = 3  # as many times the households on top of that
ATTEMPTS = 3  # searches per level; each later one only when it can prove something
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
    """Search for whole households: first among the nearest ways, then, where that proves it, among all that matter."""
    best = Decided(plan, level_values(search, plan)[search.level - 1], relaxed.bound, "")
    most = SMALL + PER_HOUSEHOLD * len(plan)
    for attempt in range(ATTEMPTS):
        if _gap(best) <= float(stop.gap):
            break
        progress("Choose places", attempt / ATTEMPTS)
        ways, slack, complete = _near_ways(search, relaxed, best)
        if len(ways) > most:
            ways, complete = ways.where(slack <= np.partition(slack, most)[most]), False
        if attempt and not complete:
            break
        best = _search_among(search, ways, best, complete, stop)
    return replace(best, stopped_by=_why(best, stop))


def _near_ways(search: Search, relaxed: Relaxed, best: Decided) -> tuple[Columns, Ints, bool]:
    """The ways that can be in a better plan, how far each is from its household's cheapest (steps), and is that all."""
    limit = (best.value - relaxed.bound) * STEPS
    few = max(WAYS, SMALL // max(1, len(best.plan)))
    unplaced = unplaced_costs(search, relaxed.prices) - relaxed.cheapest
    households, slots, slacks = [np.flatnonzero(unplaced <= limit)], [], [unplaced[unplaced <= limit]]
    slots.append(np.full(len(households[0]), UNPLACED))
    complete = True
    for panel in search.options.panels:
        for begin in range(0, len(panel.rows), CHUNK):
            part = slice(begin, begin + CHUNK)
            rows = panel.rows[part]
            slack = reduced_costs(search, panel, relaxed.prices, part) - relaxed.cheapest[rows][:, None]
            near = slack <= limit
            if (crowded := near.sum(axis=1) > few).any():
                complete = False
                edge = np.partition(slack[crowded], few, axis=1)[:, few]
                near[crowded] &= slack[crowded] < edge[:, None]
            row, column = np.nonzero(near)
            households.append(rows[row])
            slots.append(panel.slots[column])
            slacks.append(slack[row, column])
    household, slot, slack = (np.concatenate(kind) for kind in (households, slots, slacks))
    return columns_for(search, household, slot), slack, complete


def _search_among(search: Search, ways: Columns, best: Decided, complete: bool, stop: Stop) -> Decided:
    """The best plan among the ways and the one known; the bound rises only when all ways that matter are there."""
    everyone = np.arange(len(best.plan))
    ways = ways.joined(columns_for(search, everyone, best.plan))
    free = np.flatnonzero(np.bincount(ways.household, minlength=len(everyone)) > 1)
    is_free = np.isin(everyone, free)
    settled, open_ways = ways.where(~is_free[ways.household]), ways.where(is_free[ways.household])
    model = Model(search, rows_of(search, free), settled)
    model.add(open_ways)
    known = (open_ways.slot == best.plan[open_ways.household]).astype(np.float64)
    allowed = max(float(stop.gap) * abs(best.bound) / THOUSANDTHS, LEAST_GAP)
    solved = model.whole(allowed, stop.nodes, known)
    chosen = solved.columns > HALF
    plan = best.plan.copy()
    plan[open_ways.household[chosen]] = open_ways.slot[chosen]
    values = level_values(search, plan)
    keeps = all(value <= kept for value, kept in zip(values, search.values, strict=False))
    if keeps and values[search.level - 1] < best.value:
        best = replace(best, plan=plan, value=values[search.level - 1])
    if complete:
        proven = math.ceil(solved.bound - ROUNDING)
        best = replace(best, bound=max(best.bound, min(best.value, proven)))
    return best


def _gap(best: Decided) -> float:
    return (best.value - best.bound) / max(THOUSANDTHS, abs(best.bound))


def _why(best: Decided, stop: Stop) -> str:
    if best.value == best.bound:
        return "optimal"
    return "gap" if _gap(best) <= float(stop.gap) else "work"
