# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The main flow: a good plan for all levels at once, then level after level, keeping the values of the earlier ones."""

from dataclasses import dataclass, replace
from time import perf_counter

import numpy as np

from luwte.model.progress import Progress
from luwte.placement.anneal import anneal
from luwte.placement.capacity import Capacity, capacity_of
from luwte.placement.cheapest import NEVER
from luwte.placement.clock import Clock, Limits
from luwte.placement.columns import UNPLACED
from luwte.placement.crowd import crowd_of, everyone_apart
from luwte.placement.decide import FEW_WAYS, Decided, among_nearest, decide
from luwte.placement.fitting import ways_that_fit
from luwte.placement.follow import everyone_stays, first_places, follow, lawful_part, move_to, no_needless_moves
from luwte.placement.options import Options
from luwte.placement.prices import STEPS, Prices, Rates, Search
from luwte.placement.problem import Problem
from luwte.placement.relax import Relaxed, bound_of, with_prices
from luwte.placement.sample import AnyRelaxation, relaxation_of
from luwte.placement.sites import Ints
from luwte.placement.value import level_values

LEVELS = (1, 2, 3)
VERY_FEW_WAYS = 2_000  # so many ways are searched level after level from the start
RATES: Rates = (15_000, 15, 1)  # of the levels, where a big country is searched for all of them at once
RATES_OF_UNPLACED = (1, 10, 100, 1_000)  # of level 1, where somebody has no place, in those of level 2
RATES_FOR_BOUND = {2: (60, 500, 5_000), 3: (11, 8, 6, 4, 3, 2, 1)}  # of level 2, to find the best bound of a level
MOST_FALLS = 2
RATE_OF_LEVEL: dict[int, Rates] = {1: (1, 0, 0), 2: (0, 1, 0), 3: (0, 0, 1)}


@dataclass(frozen=True, eq=False)
class Solution:
    """The plan (slot per household, -1 is no place), and per level the decision, the prices and the seconds.

    `cut` tells whether a limit in seconds, or a person, ended the search.
    """

    plan: Ints
    decided: tuple[Decided, ...]
    prices: tuple[Prices, ...]
    seconds: tuple[float, ...]
    capacity: Capacity
    cut: bool


def solve(
    problem: Problem,
    options: Options,
    progress: Progress,
    limits: Limits | None = None,
    start: Ints | None = None,
) -> Solution:
    """Decide the levels in their order; a later one never worsens an earlier one.

    `start` is a plan to begin with, as far as it is lawful here (default: nobody moves who may stay).
    """
    clock = Clock(limits or Limits())
    capacity = capacity_of(problem)
    began = perf_counter()
    fitting = ways_that_fit(problem, options, capacity)
    plan = everyone_stays(problem)
    apart = Search(problem, everyone_apart(fitting), capacity, RATES)
    if start is not None:
        plan = move_to(apart, plan, lawful_part(fitting, start))
    plan = first_places(apart, plan)
    whole = Whole(problem, fitting, capacity, plan)
    known, ways = None, int(fitting.number.sum()) - len(plan)
    if ways > VERY_FEW_WAYS:
        is_big = ways > FEW_WAYS
        plan, found = _all_levels_at_once(whole, plan, clock, progress, fresh=start is None, is_big=is_big)
        known = found if is_big else None
    gap = clock.limits.gap if clock.limits.gap is not None else problem.policy.stop.gap
    values: tuple[int, ...] = ()
    decided, prices, seconds = [], [], []
    for level in LEVELS:
        search, relaxed = _relaxed(whole, level, values, plan, known, clock, progress)
        best = decide(search.apart(everyone_apart(whole.left)), relaxed, plan, gap, clock, progress)
        plan, values = best.plan, (*values, best.value)
        decided.append(best)
        prices.append(relaxed.prices)
        seconds.append(perf_counter() - began)
        began = perf_counter()
    plan = first_places(apart, plan)  # nobody stays without a place where a search that was cut short left room
    plan = no_needless_moves(apart, plan)
    if fitting is not options:
        prices = _prices_of_more_room(Whole(problem, options, capacity, plan), values, plan, known, clock, progress)
    return Solution(
        plan, _as_they_are(problem, options, plan, decided), tuple(prices), tuple(seconds), capacity, clock.cut
    )


class Whole:
    """The whole country with its relaxation, which is made anew only when being left without a place is no way left."""

    def __init__(self, problem: Problem, options: Options, capacity: Capacity, plan: Ints) -> None:
        self.problem, self.options, self.capacity, self.plan = problem, options, capacity, plan
        self._look(level_values(problem, options, plan)[0])

    def at(self, rates: Rates, values: tuple[int, ...]) -> tuple[Search, AnyRelaxation]:
        """What is sought at these rates, and the relaxation to ask."""
        if values and values[0] == 0 and self.unplaced:
            self._look(0)
        return Search(self.problem, self.crowd, self.capacity, rates, values), self.relaxation

    def _look(self, unplaced: int) -> None:
        """Where nobody is left without a place, being left without one is no way to go any more."""
        self.unplaced = unplaced
        self.left = self.options
        if unplaced == 0:
            self.left = replace(self.options, can_be_unplaced=np.zeros_like(self.options.can_be_unplaced))
        self.crowd = crowd_of(self.problem, self.left, self.capacity, LEVELS)
        self.relaxation = relaxation_of(Search(self.problem, self.crowd, self.capacity, RATES), self.plan)


def values_of(whole: Whole, plan: Ints) -> tuple[int, int, int]:
    """The values of the levels in thousandths."""
    return level_values(whole.problem, whole.options, plan)


def _all_levels_at_once(
    whole: Whole, plan: Ints, clock: Clock, progress: Progress, *, fresh: bool, is_big: bool
) -> tuple[Ints, Prices]:
    """A plan that is good on all levels, each weighed far above the next, and the prices that led to it."""
    search, relaxation = whole.at(RATES, ())

    def total(each: Ints) -> int:
        return search.total(values_of(whole, each))

    relaxed = relaxation.relax(search, plan, total(plan), clock, progress)

    def order(each: Ints) -> tuple[int, int]:
        return _left_out(whole, each), total(each)

    apart = search.apart(everyone_apart(whole.left))
    followed = follow(apart, whole.crowd, relaxed, plan) if fresh else plan
    found = anneal(apart, relaxed, followed, clock, progress, fresh=fresh)
    if _left_out(whole, found) > _left_out(whole, plan):
        found = anneal(apart, relaxed, plan, clock, progress, fresh=False)
    if is_big:
        found = among_nearest(apart, whole.crowd, relaxed, found, clock, progress)
    return min((plan, followed, found), key=order), relaxed.prices


def _left_out(whole: Whole, plan: Ints) -> int:
    """How many households have no place that may not be left without one."""
    return int(((plan == UNPLACED) & ~whole.left.can_be_unplaced & (whole.problem.people.only < 0)).sum())


def _relaxed(
    whole: Whole,
    level: int,
    values: tuple[int, ...],
    plan: Ints,
    known: Prices | None,
    clock: Clock,
    progress: Progress,
) -> tuple[Search, Relaxed]:
    """What a level is sought for, and its relaxation with the bound; `known` are prices of a big country."""
    search, relaxation = whole.at(RATE_OF_LEVEL[level], values)
    if known is None or level == LEVELS[0]:
        value = values_of(whole, plan)[level - 1]
        return search, relaxation.relax(search, plan, value, clock, progress)
    return search, _bound_at_rates(whole, level, values, plan, known, clock, progress)


def _prices_of_more_room(
    whole: Whole, values: tuple[int, ...], plan: Ints, known: Prices | None, clock: Clock, progress: Progress
) -> list[Prices]:
    """The prices per level with all lawful ways: a place more may be what somebody needs to fit."""
    return [_relaxed(whole, level, values[: level - 1], plan, known, clock, progress)[1].prices for level in LEVELS]


def _bound_at_rates(
    whole: Whole, level: int, values: tuple[int, ...], plan: Ints, known: Prices, clock: Clock, progress: Progress
) -> Relaxed:
    """The bound of level 2 or 3 in a big country, where a model with a row that holds everybody is slow.

    The earlier levels are priced instead, at one rate after another, until the bound falls again: any rate proves one.
    Where somebody has no place, fewer may be without in a part of them than in whole households. That part times the
    rate of level 1 is lost, so a low rate is sought for it first, and the bound found with it is the first of them.
    """
    search, relaxation = whole.at(RATE_OF_LEVEL[level], values)
    nothing = with_prices(search, Prices.nought(whole.capacity, len(values)))
    best = max(nothing, with_prices(search, _as_prices(known, RATES, level)), key=bound_of)
    value = values_of(whole, plan)[level - 1]

    def at(rates: Rates) -> Relaxed:
        asked, _ = whole.at(rates, ())
        guess = Prices(np.minimum(known.rows * rates[1] // RATES[1], _dearest(asked)), ())
        found = relaxation.relax(asked, plan, NEVER, clock, progress, guess).prices
        return with_prices(search, _as_prices(found, rates, level))

    first, falls, last = RATES_FOR_BOUND[level][0], 0, 0
    unplaced, probed = RATES[0], None
    if values[0] > 0 and not clock.is_over():
        probes = ((rate, at((rate * first, first, 1))) for rate in RATES_OF_UNPLACED)
        unplaced, probed = max(probes, key=lambda probe: probe[1].bound)
    for rate in RATES_FOR_BOUND[level]:
        if clock.is_over() or best.bound >= value or falls == MOST_FALLS:
            break
        relaxed, probed = probed or at((unplaced * rate, rate, 1)), None
        falls, last = falls + (relaxed.bound < last), relaxed.bound
        best = max(best, relaxed, key=bound_of)
    return best


def _dearest(search: Search) -> int:
    """What a place costs at most, in steps: being without one, where that is a way to go."""
    without = search.total_of_unplaced()[search.options.can_be_unplaced]
    return int(without.max()) * STEPS if len(without) else NEVER


def _as_prices(known: Prices, rates: Rates, level: int) -> Prices:
    """What prices at rates for all levels come to when one level is sought and the earlier ones are kept."""
    rate = rates[level - 1]
    return Prices(known.rows // rate, tuple(earlier * STEPS // rate for earlier in rates[: level - 1]))


def _as_they_are(problem: Problem, options: Options, plan: Ints, decided: list[Decided]) -> tuple[Decided, ...]:
    """The levels as the last plan has them: a later search may have found something better on an earlier level."""
    final = level_values(problem, options, plan)
    return tuple(replace(best, plan=plan, value=value) for value, best in zip(final, decided, strict=True))
