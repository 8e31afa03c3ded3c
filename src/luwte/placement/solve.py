# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The main flow: level after level, each decided with the values of the earlier ones kept."""

from dataclasses import dataclass
from time import perf_counter

import numpy as np

from luwte.model.progress import Progress
from luwte.placement.capacity import Capacity, capacity_of
from luwte.placement.columns import UNPLACED
from luwte.placement.decide import Decided, decide
from luwte.placement.options import Options
from luwte.placement.prices import Prices, Search
from luwte.placement.problem import Problem
from luwte.placement.relax import relax
from luwte.placement.sites import Ints
from luwte.placement.value import level_values

LEVELS = (1, 2, 3)


@dataclass(frozen=True, eq=False)
class Solution:
    """The plan (slot per household, -1 is no place), and per level the decision, the prices and the seconds."""

    plan: Ints
    decided: tuple[Decided, ...]
    prices: tuple[Prices, ...]
    seconds: tuple[float, ...]
    capacity: Capacity


def solve(problem: Problem, options: Options, progress: Progress) -> Solution:
    """Decide the levels in their order; a later one never worsens an earlier one."""
    capacity = capacity_of(problem)
    plan = everyone_stays(problem)
    values: tuple[int, ...] = ()
    decided, prices, seconds = [], [], []
    for level in LEVELS:
        started = perf_counter()
        search = Search(problem, options, capacity, level, values)
        relaxed = relax(search, plan, progress)
        best = decide(search, relaxed, plan, problem.policy.stop, progress)
        plan, values = best.plan, (*values, best.value)
        decided.append(best)
        prices.append(relaxed.prices)
        seconds.append(perf_counter() - started)
    search = Search(problem, options, capacity, LEVELS[-1], values)
    final = level_values(search, plan)
    decided = [Decided(plan, value, best.bound, best.stopped_by) for value, best in zip(final, decided, strict=True)]
    return Solution(plan, tuple(decided), tuple(prices), tuple(seconds), capacity)


def everyone_stays(problem: Problem) -> Ints:
    """The plan that moves nobody who may stay: always lawful, and where every search starts."""
    people = problem.people
    return np.where(people.only >= 0, people.only, np.where(people.home >= 0, people.home, UNPLACED))
