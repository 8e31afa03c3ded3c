# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The step of one week: a lawful place for everybody on that day, chosen under a guide, judged by the recount."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from luwte.model.places import PlaceGroup
from luwte.model.progress import Progress
from luwte.placement import Policy
from luwte.placement.columns import UNPLACED
from luwte.placement.options import Options, all_options
from luwte.placement.placement import Action, Cause
from luwte.placement.problem import Problem, describe_problem
from luwte.placement.sites import GROUPS, Ints
from luwte.placement.solve import solve
from luwte.planning.place import PlanUnsound
from luwte.planning.recount import Question
from luwte.planning.recount.answer import Answer, Placed
from luwte.planning.recount.rules import RULES
from luwte.planning.recount.situation import Situation
from luwte.planning.recount.voices import brings_what_was_asked

Guide = Callable[[Question, Problem, Options], Options]


@dataclass(frozen=True, slots=True)
class Step:
    """Where a household is to live from a week on; its fields are those of a proposal as the recount reads it."""

    household: str
    origin: str | None
    destination: str | None
    place_group: PlaceGroup | None
    action: Action
    size: int
    minors: int
    terms: Mapping[str, Decimal] = field(default_factory=dict)


def decide(question: Question, policy: Policy, guide: Guide, progress: Progress) -> Answer:
    """A place for everybody on the day of the question, among the ways that the guide leaves.

    Nobody goes without a place for the sake of later weeks: where the guide leaves more people without one than need
    be, all ways are open. Raises PlanUnsound where the recount finds a broken rule.
    """
    problem = describe_problem(question.dataset, policy, question.on, question.fit, question.shares)
    options = all_options(problem, progress)
    guided = guide(question, problem, options)
    answer = _answer(question, problem, solve(problem, guided, progress).plan)
    if answer.unplaced and guided is not options:
        free = _answer(question, problem, solve(problem, options, progress).plan)
        answer = min(answer, free, key=_people_without_place)
    broken = tuple(finding for rule in RULES for finding in rule(answer))
    if broken:
        raise PlanUnsound(broken)
    return answer


def _answer(question: Question, problem: Problem, plan: Ints) -> Answer:
    return Answer(Situation(question), [_step(problem, row, int(slot)) for row, slot in enumerate(plan)])


def _people_without_place(answer: Answer) -> int:
    return sum(answer.situation.members[household.key].size for household in answer.unplaced)


def moves(answer: Answer) -> Iterator[tuple[Placed, Cause]]:
    """Who comes to live elsewhere, and why."""
    for placed in answer.placed:
        if placed.brought:
            yield placed, _cause(answer.situation, placed)


def _step(problem: Problem, row: int, slot: int) -> Step:
    people, keys = problem.people, problem.sites.keys
    origin = keys[people.origin[row]] if people.origin[row] >= 0 else None
    destination = None if slot == UNPLACED else keys[slot // len(GROUPS)]
    arrives = Action.NEW if origin is None else Action.MOVE
    stays = Action.STAY if destination == origin else arrives
    return Step(
        household=people.keys[row],
        origin=origin,
        destination=destination,
        place_group=None if slot == UNPLACED else GROUPS[slot % len(GROUPS)],
        action=Action.UNPLACED if destination is None else stays,
        size=int(people.size[row]),
        minors=int(people.minors[row]),
    )


def _cause(situation: Situation, placed: Placed) -> Cause:
    household = placed.household
    now = situation.home.get(household.key)
    if placed.reserved:
        return Cause.RESERVED
    if household.location is None:
        return Cause.NO_PLACE_YET
    if now is None or not situation.stays_open(now):
        return Cause.LOCATION_CLOSES
    if brings_what_was_asked(situation, placed, now):
        return Cause.WISH
    here = situation.fitness(household, now, situation.group_at_home(household, now))
    there = situation.fitness(household, placed.at, placed.group)
    return Cause.LEAVES_UNFIT_PLACE if there.is_fit and not here.is_fit else Cause.MAKES_ROOM
