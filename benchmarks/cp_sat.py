# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The peer `cp-sat`: OR-Tools CP-SAT on the single objective, starting from the flow's whole households.

It gets all ways where it can hold them, else few of everybody (`few_ways`).
"""

import time
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
    model, ways, columns = _program(work)
    begun = set(work.way(start).tolist())
    for way, column in enumerate(ways):
        model.add_hint(column, way in begun)
    began = time.perf_counter()
    known = _solved(model, seconds, workers, fix_variables_to_their_hinted_value=True)  # the helpers of the start
    model.clear_hints()
    for column in columns:
        model.add_hint(column, known.value(column))
    found = _solved(model, seconds - (time.perf_counter() - began), workers)
    chosen = np.flatnonzero([found.boolean_value(column) for column in ways])
    slot = start.copy()
    slot[work.household[chosen]] = work.slot[chosen]
    return slot


def _solved(model: cp_model.CpModel, seconds: float, workers: int, **parameters: bool) -> cp_model.CpSolver:
    solver = cp_model.CpSolver()
    for name, value in {
        **parameters,
        "max_time_in_seconds": seconds,
        "num_workers": workers,
        "random_seed": SEED,
    }.items():
        setattr(solver.parameters, name, value)
    status = solver.solve(model)
    assert status in (cp_model.OPTIMAL, cp_model.FEASIBLE), solver.status_name(status)
    return solver


def _program(work: Work) -> tuple[cp_model.CpModel, list[cp_model.IntVar], list[cp_model.IntVar]]:
    """The model, its ways, and all columns: the ways and the helpers."""
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
    return model, ways, columns
