# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The peer `cp-sat`: OR-Tools CP-SAT on the single objective, starting from the flow's whole households.

It gets all ways where it can hold them, else few of everybody (`few_ways`).
"""

from pathlib import Path

import numpy as np
from ortools.sat.python import cp_model

from benchmarks.few_ways import after_flow
from benchmarks.rows import model_of
from benchmarks.work import Ints, Work

SEED = 1


def place_by_cp_sat(work: Work, flow: Path, seconds: float, workers: int) -> Ints:
    """A slot for every household: the best that CP-SAT finds in its time."""
    work, start = after_flow(work, flow)
    model, columns = _program(work, work.way(start))
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = seconds
    solver.parameters.num_workers = workers
    solver.parameters.random_seed = SEED
    if solver.solve(model) not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return start
    chosen = np.flatnonzero([solver.boolean_value(column) for column in columns])
    slot = start.copy()
    slot[work.household[chosen]] = work.slot[chosen]
    return slot


def _program(work: Work, start: Ints) -> tuple[cp_model.CpModel, list[cp_model.IntVar]]:
    model, rows = cp_model.CpModel(), model_of(work)
    ways = [model.new_bool_var("") for _ in work.household]
    columns = ways + [model.new_int_var(0, helper.most, "") for helper in rows.helpers]
    for begin, end in zip(work.starts[:-1].tolist(), work.starts[1:].tolist(), strict=True):
        model.add_exactly_one(ways[begin:end])
    terms: list[tuple[list[cp_model.IntVar], list[int]]] = [([], []) for _ in rows.room]
    parts = list(zip(rows.row.tolist(), rows.way.tolist(), rows.amount.tolist(), strict=True))
    parts += [(row, len(ways) + at, amount) for at, helper in enumerate(rows.helpers) for row, amount in helper.parts]
    for row, column, amount in parts:
        terms[row][0].append(columns[column])
        terms[row][1].append(amount)
    for (members, amounts), room in zip(terms, rows.room, strict=True):
        model.add(cp_model.LinearExpr.weighted_sum(members, amounts) <= room)
    prices = work.weighed.tolist() + [helper.weighed for helper in rows.helpers]
    model.minimize(cp_model.LinearExpr.weighted_sum(columns, prices))
    hinted = set(start.tolist())
    for way, column in enumerate(ways):
        model.add_hint(column, way in hinted)
    return model, ways
