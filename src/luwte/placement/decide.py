# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Whole households: a search among all ways that can still be in a better plan, where those are few.

A way to go whose reduced cost lies above the household's cheapest by more than the gap between plan and bound is in no
better plan. When all the others are in the search, what it proves holds for all plans.
"""

import math
from dataclasses import dataclass, replace
from decimal import Decimal

import numpy as np

from luwte.model.progress import Progress
from luwte.placement.clock import Clock
from luwte.placement.columns import UNPLACED, Columns, columns_for
from luwte.placement.linear import THOUSANDTHS, Model, rows_of
from luwte.placement.prices import STEPS, Search, reduced_costs, unplaced_costs
from luwte.placement.relax import CHUNK, Relaxed
from luwte.placement.sites import Ints
from luwte.placement.value import level_values
from luwte.words import N_

FEW_WAYS = 30_000  # so many ways are searched to the end, or to the nodes of the policy
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

    @property
    def gap(self) -> float:
        """(value - bound) / max(1, |bound|)."""
        return (self.value - self.bound) / max(THOUSANDTHS, abs(self.bound))


def decide(search: Search, relaxed: Relaxed, plan: Ints, gap: Decimal, clock: Clock, progress: Progress) -> Decided:
    """The best plan that is found for the search; everybody stands for themselves in it."""
    value = search.total(level_values(search.problem, search.options, plan))
    best = Decided(plan, value, relaxed.bound, "")
    if best.gap > gap and not clock.is_over():
        ways = _ways_that_matter(search, relaxed, best)
        if ways is not None:
            progress(N_("Choose places"))
            best = _search_among(search, ways, best, float(gap), clock)
    return replace(best, stopped_by=_why(best, gap, clock))


def _ways_that_matter(search: Search, relaxed: Relaxed, best: Decided) -> Columns | None:
    """All ways that can be in a better plan; None where they are too many to search to the end."""
    limit = (best.value - relaxed.bound) * STEPS
    waiting = np.flatnonzero(unplaced_costs(search, relaxed.prices) - relaxed.cheapest <= limit)
    households, slots = [waiting], [np.full(len(waiting), UNPLACED)]
    for panel in search.options.panels:
        for begin in range(0, len(panel.rows), CHUNK):
            part = slice(begin, begin + CHUNK)
            rows = panel.rows[part]
            slack = reduced_costs(search, panel, relaxed.prices, part) - relaxed.cheapest[rows][:, None]
            row, column = np.nonzero(slack <= limit)
            households.append(rows[row])
            slots.append(panel.slots[column])
            if sum(map(len, households)) - len(relaxed.cheapest) > FEW_WAYS:
                return None
    return columns_for(search.options, np.concatenate(households), np.concatenate(slots))


def _search_among(search: Search, ways: Columns, best: Decided, gap: float, clock: Clock) -> Decided:
    """The best plan among the ways, all that matter, and the one known."""
    everyone = np.arange(len(best.plan))
    ways = ways.joined(columns_for(search.options, everyone, best.plan))
    is_free = np.bincount(ways.household, minlength=len(everyone)) > 1
    settled, open_ways = ways.where(~is_free[ways.household]), ways.where(is_free[ways.household])
    model = Model(search, rows_of(search, np.flatnonzero(is_free)), settled)
    model.add(open_ways)
    known = (open_ways.slot == best.plan[open_ways.household]).astype(np.float64)
    allowed = max(gap * abs(best.bound) / THOUSANDTHS, LEAST_GAP)
    solved = model.whole(allowed, search.problem.policy.stop.nodes, known, clock)
    chosen = solved.columns > HALF
    plan = best.plan.copy()
    plan[settled.household] = settled.slot
    plan[open_ways.household[chosen]] = open_ways.slot[chosen]
    best = _better(search, best, plan)
    proven = math.ceil(solved.bound - ROUNDING) if math.isfinite(solved.bound) else best.bound
    return replace(best, bound=max(best.bound, min(best.value, proven)))


def _better(search: Search, best: Decided, plan: Ints) -> Decided:
    """The plan, if it keeps the earlier levels and improves this one; otherwise the best so far."""
    values = level_values(search.problem, search.options, plan)
    keeps = all(value <= kept for value, kept in zip(values, search.values, strict=False))
    value = search.total(values)
    return replace(best, plan=plan, value=value) if keeps and value < best.value else best


def _why(best: Decided, gap: Decimal, clock: Clock) -> str:
    if best.value == best.bound:
        return "optimal"
    if best.gap <= gap:
        return "gap"
    return "time" if clock.is_over() else "work"
