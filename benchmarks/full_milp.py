# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The peer `full MILP`: every lawful pair of household and place handed to HiGHS at once, level after level."""

import numpy as np

from luwte.placement.capacity import capacity_of
from luwte.placement.columns import UNPLACED, columns_for
from luwte.placement.linear import Model, rows_of
from luwte.placement.options import Options
from luwte.placement.prices import Search
from luwte.placement.problem import Problem
from luwte.placement.sites import Ints
from luwte.placement.solve import everyone_stays
from luwte.placement.value import level_values

LEVELS = (1, 2, 3)


def place_by_full_milp(problem: Problem, options: Options, seconds_per_level: float) -> Ints:
    """A slot for every household; each level is stopped after its seconds and its value kept for the next."""
    capacity, plan = capacity_of(problem), everyone_stays(problem)
    everyone = np.arange(len(plan))
    values: tuple[int, ...] = ()
    for level in LEVELS:
        search = Search(problem, options, capacity, level, values)
        household, slot = _all_ways(options)
        model = Model(search, rows_of(search, everyone), columns_for(search, everyone[:0], plan[:0]))
        model.add(columns_for(search, household, slot))
        model.solver.setOptionValue("time_limit", seconds_per_level)
        start = (slot == plan[household]).astype(np.float64)
        solved = model.whole(gap=0.0, nodes=2**31 - 1, start=start)
        chosen = np.flatnonzero(solved.columns > 0.5)
        if len(np.unique(household[chosen])) == len(plan):
            plan = plan.copy()
            plan[household[chosen]] = slot[chosen]
        values = (*values, level_values(search, plan)[level - 1])
    return plan


def _all_ways(options: Options) -> tuple[Ints, Ints]:
    waiting = np.flatnonzero(options.can_be_unplaced)
    households, slots = [waiting], [np.full(len(waiting), UNPLACED)]
    for panel in options.panels:
        row, column = np.nonzero(panel.lawful)
        households.append(panel.rows[row])
        slots.append(panel.slots[column])
    return np.concatenate(households), np.concatenate(slots)
