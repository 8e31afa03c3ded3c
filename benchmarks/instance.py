# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The work that every contender gets: the example country at a scale, and the judge of what comes back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from types import SimpleNamespace

from luwte.data.example import make_example
from luwte.law import distribute
from luwte.law.parameters import latest_cycle_published
from luwte.model.dataset import Dataset
from luwte.model.progress import silent
from luwte.placement import Policy, load_policy
from luwte.placement.options import Options, all_options
from luwte.placement.placement import Action, Proposal
from luwte.placement.problem import Problem, describe_problem
from luwte.placement.sites import GROUPS, Ints
from luwte.planning.place import school_regions, values_of
from luwte.planning.recount import Question
from luwte.planning.recount.answer import Answer
from luwte.planning.recount.levels import terms_of_locations, terms_of_placed, terms_of_unplaced
from luwte.planning.recount.rules import RULES
from luwte.planning.recount.situation import Situation
from luwte.planning.shares import shares, standing, task_rows
from luwte.planning.suitability import fitness_of_all

LEVELS = (1, 2, 3)


@dataclass(frozen=True)
class Instance:
    """One placement question."""

    dataset: Dataset
    on: date
    policy: Policy
    question: Question


@dataclass(frozen=True)
class Verdict:
    """What an answer is worth by the independent recount; level values are in weighed persons."""

    values: tuple[Decimal, ...]
    moves: int
    unplaced: int
    breaches: int


def instance(scale: Fraction) -> Instance:
    """The example country at a scale, on its reference date, with the default policy."""
    dataset, policy = make_example(scale=scale), load_policy()
    on = dataset.reference_date
    assert on
    tasks = distribute(dataset.municipalities, cycle=latest_cycle_published(on))
    over_task = shares(task_rows(tasks, standing(dataset, tasks, on)))
    fit = fitness_of_all(dataset.locations)
    question = Question(dataset, on, values_of(policy), fit, over_task, school_regions(dataset))
    return Instance(dataset, on, policy, question)


def arrays(given: Instance) -> tuple[Problem, Options]:
    """The same question as arrays, with every lawful way to go and its price: what the peers start from."""
    question = given.question
    problem = describe_problem(given.dataset, given.policy, given.on, question.fit, question.shares)
    return problem, all_options(problem, silent)


def proposals_of(given: Instance, problem: Problem, slot: Ints) -> list[SimpleNamespace]:
    """A slot per household as proposals that the recount can read."""
    keys, people = problem.sites.keys, problem.people
    proposals = []
    for row, (household, at) in enumerate(zip(given.dataset.households, slot.tolist(), strict=True)):
        destination = keys[at // 3] if at >= 0 else None
        came_from = keys[people.origin[row]] if people.origin[row] >= 0 else None
        stays = destination is not None and destination == came_from
        arrives = Action.NEW if came_from is None else Action.MOVE
        proposals.append(
            SimpleNamespace(
                household=household.key,
                origin=household.location,
                destination=destination,
                place_group=GROUPS[at % 3] if at >= 0 else None,
                action=Action.UNPLACED if destination is None else Action.STAY if stays else arrives,
                size=int(people.size[row]),
                minors=int(people.minors[row]),
            )
        )
    return proposals


def judge(given: Instance, proposals: Sequence[Proposal | SimpleNamespace]) -> Verdict:
    """Count rules and levels with the code that shares nothing with any contender."""
    situation = Situation(given.question)
    answer = Answer(situation, proposals)
    counted = [terms_of_placed(situation, placed) for placed in answer.placed]
    counted += [terms_of_unplaced(situation, household) for household in answer.unplaced]
    counted.append(terms_of_locations(answer))
    level_of = {name: term.level for name, term in given.question.values.term.items()}
    values = [
        Decimal(sum(value for terms in counted for name, value in terms.items() if level_of[name] == level)) / 1000
        for level in LEVELS
    ]
    moves = sum(placed.newly_brought and placed.household.key in situation.home for placed in answer.placed)
    breaches = sum(1 for rule in RULES for _ in rule(answer))
    return Verdict(tuple(values), moves, len(answer.unplaced), breaches)
