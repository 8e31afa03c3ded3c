# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The peer `cp-sat`: OR-Tools CP-SAT on the single objective, starting from the flow's whole households.

It gets all ways where it can hold them, else those that the flow of persons uses and the cheapest few of everybody.
"""

import numpy as np
from ortools.sat.python import cp_model

from benchmarks.flow import persons_by_way
from benchmarks.rounding import whole_households
from benchmarks.rows import model_of
from benchmarks.work import NO_PLACE, Flags, Ints, Work

MANY_WAYS = 600_000
FEW = 10  # cheapest ways of a household
SEED = 1


def place_by_cp_sat(work: Work, seconds: float, workers: int) -> Ints:
    """A slot for every household: the best that CP-SAT finds in its time."""
    persons, chosen = persons_by_way(work), np.ones(len(work.household), dtype=np.bool_)
    start = whole_households(work, persons)
    if len(work.household) > MANY_WAYS:
        chosen = (persons > 0) | _cheapest(work) | (work.slot == NO_PLACE)
        chosen[work.way(start)] = chosen[work.way(work.stays)] = True
    ways = np.flatnonzero(chosen)
    model, columns = _program(work, ways, work.way(start))
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = seconds
    solver.parameters.num_workers = workers
    solver.parameters.random_seed = SEED
    if solver.solve(model) not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return start
    taken = [way for way, column in zip(ways.tolist(), columns, strict=True) if solver.boolean_value(column)]
    slot = start.copy()
    slot[work.household[taken]] = work.slot[taken]
    return slot


def _cheapest(work: Work) -> Flags:
    """Whether a way is among the cheapest few of its household."""
    order = np.lexsort((work.slot, work.weighed, work.household))
    place = np.arange(len(order)) - work.starts[work.household[order]]
    cheapest = np.zeros(len(order), dtype=np.bool_)
    cheapest[order[place < FEW]] = True
    return cheapest


def _program(work: Work, ways: Ints, start: Ints) -> tuple[cp_model.CpModel, list[cp_model.IntVar]]:
    model, rows = cp_model.CpModel(), model_of(work)
    columns = [model.new_bool_var("") for _ in ways]
    helpers = [model.new_int_var(0, helper.most, "") for helper in rows.helpers]
    column_of = dict(zip(ways.tolist(), columns, strict=True))
    by_household: list[list[cp_model.IntVar]] = [[] for _ in work.size]
    for household, column in zip(work.household[ways].tolist(), columns, strict=True):
        by_household[household].append(column)
    for own in by_household:
        model.add_exactly_one(own)
    terms: list[tuple[list[cp_model.IntVar], list[int]]] = [([], []) for _ in rows.room]
    for row, way, amount in zip(rows.row.tolist(), rows.way.tolist(), rows.amount.tolist(), strict=True):
        if way in column_of:
            terms[row][0].append(column_of[way])
            terms[row][1].append(amount)
    for column, helper in zip(helpers, rows.helpers, strict=True):
        for row, amount in helper.parts:
            terms[row][0].append(column)
            terms[row][1].append(amount)
    for (members, amounts), room in zip(terms, rows.room, strict=True):
        model.add(cp_model.LinearExpr.weighted_sum(members, amounts) <= room)
    prices = work.weighed[ways].tolist() + [helper.price for helper in rows.helpers]
    model.minimize(cp_model.LinearExpr.weighted_sum(columns + helpers, prices))
    hinted = set(start.tolist())
    for way, column in zip(ways.tolist(), columns, strict=True):
        model.add_hint(column, way in hinted)
    return model, columns
