# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The peers that hand a whole model to HiGHS, on the single objective.

`full-milp` holds every lawful pair of household and place, from the plan that moves nobody; `flow-highs` few ways of
everybody (`few_ways`), from the flow's whole households.
"""

from pathlib import Path

import highspy
import numpy as np

from benchmarks.few_ways import after_flow
from benchmarks.rows import Model, model_of
from benchmarks.work import SCALE, Ints, Work

HALF = 0.5
THOUSAND = 1000


def place_by_full_milp(work: Work, seconds: float) -> Ints:
    """A slot for every household: the best that HiGHS finds in its time among all ways."""
    return _search(work, work.stays, seconds)


def place_by_flow_highs(work: Work, flow: Path, seconds: float) -> Ints:
    """A slot for every household: the best that HiGHS finds in its time among few ways of everybody."""
    return _search(*after_flow(work, flow, keep_all_up_to=0), seconds)


def best_by_levels(work: Work) -> tuple[int, int, int]:
    """The values of the three levels in thousandths, each optimised to the end with the earlier ones kept as rows.

    Without presolve: with it HiGHS 1.15.1 gave a wrong optimum on 4 of 600 countries of 20 households.
    """
    model = model_of(work)
    solver = highspy.Highs()
    exactly = (("threads", 1), ("presolve", "off"), ("mip_rel_gap", 0.0), ("mip_abs_gap", 0.0))
    for option, value in (("output_flag", False), *exactly):
        solver.setOptionValue(option, value)
    solver.passModel(_program(work, model))
    columns = len(work.household) + len(model.helpers)
    everything = np.arange(columns, dtype=np.int32)
    values = []
    of_helpers = np.array([(0, each.price_2, each.price_3) for each in model.helpers]).reshape(-1, 3).T
    for level in range(3):
        prices = np.r_[work.price[level], of_helpers[level]] / THOUSAND
        solver.changeColsCost(columns, everything, prices)
        solver.run()
        values.append(round(solver.getInfo().objective_function_value * THOUSAND))
        priced = np.flatnonzero(prices)
        solver.addRow(-highspy.kHighsInf, values[-1] / THOUSAND, len(priced), priced.astype(np.int32), prices[priced])
    return values[0], values[1], values[2]


def _search(work: Work, slot: Ints, seconds: float) -> Ints:
    """The best plan that is found, from the one given."""
    solver = highspy.Highs()
    for option, value in (("output_flag", False), ("threads", 1), ("time_limit", seconds), ("mip_rel_gap", 0.0)):
        solver.setOptionValue(option, value)
    solver.passModel(_program(work, model_of(work)))
    ways = len(work.household)
    start = np.zeros(ways)
    start[work.way(slot)] = 1.0
    solver.setSolution(ways, np.arange(ways, dtype=np.int32), start)
    solver.run()
    chosen = np.flatnonzero(np.array(solver.getSolution().col_value[:ways]) > HALF)
    if len(chosen) == len(slot):  # else it found nothing
        slot = slot.copy()
        slot[work.household[chosen]] = work.slot[chosen]
    return slot


def _program(work: Work, model: Model) -> highspy.HighsLp:
    """One row per household (one way each), then the rows of the rules."""
    households, ways = len(work.size), len(work.household)
    columns = ways + len(model.helpers)
    parts = [(part, ways + at, amount) for at, helper in enumerate(model.helpers) for part, amount in helper.parts]
    row, column, amount = np.array(parts, dtype=np.int64).reshape(-1, 3).T
    rows = np.concatenate([work.household, households + model.row, households + row])
    order_of = np.concatenate([np.arange(ways), model.way, column])
    amounts = np.concatenate([np.ones(ways), model.amount, amount])
    order = np.lexsort((rows, order_of))
    program = highspy.HighsLp()
    program.num_col_, program.num_row_ = columns, households + len(model.room)
    program.col_cost_ = np.r_[work.weighed, [helper.weighed for helper in model.helpers]] / SCALE
    program.col_lower_ = np.zeros(columns)
    program.col_upper_ = np.r_[np.ones(ways), [float(helper.most) for helper in model.helpers]]
    program.row_lower_ = np.r_[np.ones(households), np.full(len(model.room), -highspy.kHighsInf)]
    program.row_upper_ = np.r_[np.ones(households), np.array(model.room, dtype=np.float64)]
    program.a_matrix_.start_ = np.searchsorted(order_of[order], np.arange(columns + 1))
    program.a_matrix_.index_ = rows[order]
    program.a_matrix_.value_ = amounts[order]
    program.integrality_ = [highspy.HighsVarType.kInteger] * columns
    return program
