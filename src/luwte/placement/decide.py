# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Whole households: a search among all ways that can still be in a better plan, where those are few.

A way to go whose reduced cost lies above the household's cheapest by more than the gap between plan and bound is in no
better plan. When all the others are in the search, what it proves holds for all plans.
"""

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

import numpy as np

from luwte.model.progress import Progress
from luwte.placement.clock import Clock
from luwte.placement.columns import UNPLACED, Columns, columns_for
from luwte.placement.crowd import Crowd
from luwte.placement.linear import THOUSANDTHS, Model, rows_of
from luwte.placement.options import Panel
from luwte.placement.prices import STEPS, Search, reduced_costs, unplaced_costs
from luwte.placement.relax import WAYS_AT_ONCE, Relaxed
from luwte.placement.sites import Flags, Ints
from luwte.placement.value import level_values
from luwte.words import N_

FEW_WAYS = 30_000  # so many ways are searched to the end, or to the nodes of the policy
LEAST_GAP = 0.0004  # weighed persons: under half a thousandth, plans are equal
ROUNDING = 0.01  # thousandths that the solver's bound may be off
HALF = 0.5
WIDTHS = tuple(STEPS * 8**power for power in range(9))  # how much dearer a near way may be
SEVERAL_WAYS = 46_000  # so many are searched for a good plan, not to the end
NEAR_ITS_BOUND = 0.0075
GAP_AMONG_NEAREST, NODES_AMONG_NEAREST = 0.0005, 100
LEAST_SHARE = 1e-6


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
            best = _search_among(search, ways, best, float(gap), search.problem.policy.stop.nodes, clock, proves=True)
    return replace(best, stopped_by=_why(best, gap, clock))


def among_nearest(search: Search, crowd: Crowd, relaxed: Relaxed, plan: Ints, clock: Clock, progress: Progress) -> Ints:
    """The best plan among the ways of this one, those that the relaxation goes in part, and near ones.

    Who has no place yet may go any way. Everybody stands for themselves; the relaxation is that of the crowd. A plan
    that is near its bound already is left as it is.
    """
    value = search.total(level_values(search.problem, search.options, plan))
    known = Decided(plan, value, relaxed.bound, "")
    if known.gap <= NEAR_ITS_BOUND or clock.is_over():
        return plan
    progress(N_("Choose places"))
    ways = _ways_of_relaxation(search, crowd, relaxed).and_then(_near_ways(search, relaxed, plan))
    return _search_among(search, ways, known, GAP_AMONG_NEAREST, NODES_AMONG_NEAREST, clock, proves=False).plan


def _near_ways(search: Search, relaxed: Relaxed, plan: Ints) -> Columns:
    """All ways that are as near, for the widest of `WIDTHS` that leaves few; any for who has no place in the plan."""
    count = np.zeros(len(WIDTHS), dtype=np.int64)
    for _, slack in _slacks(search, relaxed):
        count += [int((slack <= width).sum()) for width in WIDTHS]
    few = count <= SEVERAL_WAYS
    width = WIDTHS[max(0, int(few.sum()) - 1)]

    def is_near(panel: Panel, slack: Ints) -> Flags:
        waits = (plan[panel.rows] == UNPLACED)[:, None]
        near: Flags = (slack <= width) | (waits & panel.lawful)
        return near

    none = np.zeros(0, dtype=np.int64)
    households, slots = zip((none, none), *_ways_where(search, relaxed, is_near), strict=True)
    return columns_for(search.options, np.concatenate(households), np.concatenate(slots))


def _ways_where(search: Search, relaxed: Relaxed, holds: Callable[[Panel, Ints], Flags]) -> Iterator[tuple[Ints, Ints]]:
    """The ways for which something holds, of one part of a panel after the other: households and slots."""
    for panel, slack in _slacks(search, relaxed):
        row, column = np.nonzero(holds(panel, slack))
        yield panel.rows[row], panel.slots[column]


def _slacks(search: Search, relaxed: Relaxed) -> Iterator[tuple[Panel, Ints]]:
    """Panels, in parts, and how much dearer than the cheapest every way of a household is, in steps."""
    for panel in search.options.panels:
        for part in panel.parts(WAYS_AT_ONCE):
            yield part, reduced_costs(search, part, relaxed.prices) - relaxed.cheapest[part.rows][:, None]


def _ways_of_relaxation(search: Search, crowd: Crowd, relaxed: Relaxed) -> Columns:
    """For everybody the ways that who stands for them goes in the relaxation, in whole or in part."""
    gone = relaxed.columns.where(relaxed.shares > LEAST_SHARE)
    order = np.argsort(gone.household, kind="stable")
    first, last = (np.searchsorted(gone.household[order], crowd.first, side) for side in ("left", "right"))
    number = last - first
    at = np.repeat(first - np.r_[0, np.cumsum(number)[:-1]], number) + np.arange(number.sum())
    return columns_for(search.options, np.repeat(np.arange(len(first)), number), gone.slot[order][at])


def _ways_that_matter(search: Search, relaxed: Relaxed, best: Decided) -> Columns | None:
    """All ways that can be in a better plan; None where they are too many to search to the end."""
    limit = (best.value - relaxed.bound) * STEPS
    waiting = np.flatnonzero(unplaced_costs(search, relaxed.prices) - relaxed.cheapest <= limit)
    parts, number = [(waiting, np.full(len(waiting), UNPLACED))], len(waiting) - len(relaxed.cheapest)
    for part in _ways_where(search, relaxed, lambda _, slack: slack <= limit):
        parts.append(part)
        number += len(part[0])
        if number > FEW_WAYS:
            return None
    households, slots = zip(*parts, strict=True)
    return columns_for(search.options, np.concatenate(households), np.concatenate(slots))


def _search_among(
    search: Search, ways: Columns, best: Decided, gap: float, nodes: int, clock: Clock, *, proves: bool
) -> Decided:
    """The best plan among the ways and the one known; it `proves` a bound where they are all that matter."""
    everyone = np.arange(len(best.plan))
    ways = ways.joined(columns_for(search.options, everyone, best.plan))
    is_free = np.bincount(ways.household, minlength=len(everyone)) > 1
    settled, open_ways = ways.where(~is_free[ways.household]), ways.where(is_free[ways.household])
    model = Model(search, rows_of(search, np.flatnonzero(is_free)), settled)
    model.add(open_ways)
    known = (open_ways.slot == best.plan[open_ways.household]).astype(np.float64)
    allowed = max(gap * abs(best.bound) / THOUSANDTHS, LEAST_GAP)
    solved = model.whole(allowed, nodes, known, clock, proves=proves)
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
