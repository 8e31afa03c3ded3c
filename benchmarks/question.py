# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""A placement question of the benchmark: a dataset with its day and policy, as arrays, and as work for the peers."""

from dataclasses import dataclass, replace
from datetime import date

import numpy as np
from numpy.typing import NDArray

from benchmarks.work import TENTHS, Work
from luwte.law import distribute
from luwte.law.parameters import latest_cycle_published
from luwte.model.dataset import Dataset
from luwte.model.progress import silent
from luwte.placement import Policy, load_policy
from luwte.placement.options import Options, Panel, all_options
from luwte.placement.policy import Term
from luwte.placement.problem import Problem, describe_problem
from luwte.placement.sites import UNFIT
from luwte.planning.place import question_for
from luwte.planning.recount import Question
from luwte.planning.shares import standing, task_rows

LEVELS = (1, 2, 3)


@dataclass(frozen=True, eq=False)
class Instance:
    """One question; `values`, where given, replace level 2: what a place is worth (households x locations)."""

    dataset: Dataset
    on: date
    policy: Policy
    question: Question
    values: NDArray[np.int32] | None = None


def ask(dataset: Dataset) -> Instance:
    """The question that a dataset puts on its reference date, with the default policy."""
    on, policy = dataset.reference_date, load_policy()
    assert on
    tasks = distribute(dataset.municipalities, cycle=latest_cycle_published(on))
    return Instance(
        dataset, on, policy, question_for(dataset, on, policy, task_rows(tasks, standing(dataset, tasks, on)))
    )


def problem_of(given: Instance) -> Problem:
    """The question as arrays."""
    question = given.question
    return describe_problem(given.dataset, given.policy, given.on, question.fit, question.shares)


def arrays(given: Instance) -> tuple[Problem, Options]:
    """The question as arrays, with every lawful way to go and its price."""
    problem = problem_of(given)
    options = all_options(problem, silent)
    return (problem, options) if given.values is None else (problem, _valued(options, given.values))


def _valued(options: Options, values: NDArray[np.int32]) -> Options:
    """Every place costs what it gives less than the best; no place costs all that the best would have given."""
    lost = (values.max(axis=1, keepdims=True) - values).astype(np.int32)
    panels = tuple(
        Panel.of(panel.rows, panel.slots, panel.lawful, of_panel := lost[panel.rows][:, panel.slots // 3], 0 * of_panel)
        for panel in options.panels
    )
    first = options.unplaced_prices[0]
    return Options(panels, options.can_be_unplaced, (first, values.max(axis=1).astype(np.int64), np.zeros_like(first)))


def single(problem: Problem, options: Options) -> tuple[Problem, Options]:
    """The same question on the single objective: level 1, then all else as level 2, in tenths of a thousandth.

    People above adult places are left out of it.
    """
    policy = problem.policy
    first, *others = options.unplaced_prices
    levels = tuple(
        level.model_copy(update={"terms": {name: _of_locations(name, term) for name, term in level.terms.items()}})
        for level in policy.levels
    )
    panels = tuple(
        Panel.of(panel.rows, panel.slots, panel.lawful, TENTHS * second + third, 0 * third)
        for panel in options.panels
        for second, third in (panel.prices,)
    )
    return (
        replace(problem, policy=replace(policy, levels=levels)),
        Options(panels, options.can_be_unplaced, (first, TENTHS * others[0] + others[1], np.zeros_like(first))),
    )


def _of_locations(name: str, term: Term) -> Term:
    times = {"over_places_children": TENTHS, "over_places_adults": 0}.get(name, 1)
    return term.model_copy(update={"weight": term.weight * times})


def work_of(problem: Problem, options: Options) -> Work:
    """What the peers get, ways in order of household and slot."""
    people, sites = problem.people, problem.sites
    waiting = np.flatnonzero(options.can_be_unplaced)
    parts = [(waiting, np.full(len(waiting), -1), np.stack([price[waiting] for price in options.unplaced_prices]))]
    for panel in options.panels:
        row, column = np.nonzero(panel.lawful)
        price = np.stack([np.zeros(len(row), np.int64), *panel.packed.prices(panel.at[row], column)]).astype(np.int32)
        parts.append((panel.rows[row], panel.slots[column], price))
    household, slot = (np.concatenate([part[at] for part in parts]).astype(np.int32) for at in (0, 1))
    order = np.lexsort((slot, household))
    return Work(
        household=household[order],
        slot=slot[order],
        price=np.hstack([part[2] for part in parts]).astype(np.int32)[:, order],
        size=people.size,
        access=people.access,
        school_age=people.school_age,
        home=people.home,
        only=people.only,
        reserved=people.reserved,
        waited=people.quarters,
        urgent=(people.fit_now == UNFIT) & (people.minors > 0),
        bound=sites.open & ~sites.must_be_left,
        places=sites.places,
        flexible=sites.flexible,
        accessible=sites.accessible,
        school=sites.school,
        over_price=np.array([problem.policy.weight(f"over_places_{who}") for who in ("children", "adults")]),
    )
