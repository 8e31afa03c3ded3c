# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The plan beside a queue: who would have done better when everybody is served by arrival, and who does better now."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from luwte.model.people import Household
from luwte.model.places import PlaceGroup
from luwte.model.progress import silent
from luwte.placement import Policy
from luwte.placement.options import all_options
from luwte.placement.problem import describe_problem
from luwte.placement.queue import by_household, days_of_arrival, place_by_queue
from luwte.planning.recount.answer import Answer
from luwte.planning.recount.levels import terms_of_placed, terms_of_unplaced
from luwte.planning.recount.situation import Situation

LEVELS = (1, 2, 3)
OF_OTHERS = frozenset({"share_exceeded", "cost"})  # what weighs for the municipality and the purse, not for who lives


class Better(StrEnum):
    """Where a household is better off."""

    IN_PLAN = "plan"
    IN_QUEUE = "queue"
    THE_SAME = "same"


@dataclass(frozen=True, slots=True)
class Queued:
    """Where the queue leaves one household, as the recount reads a proposal."""

    household: str
    origin: str | None
    destination: str | None
    place_group: PlaceGroup | None
    action: str
    size: int
    minors: int
    terms: Mapping[str, Decimal] = field(default_factory=dict)


def queue_answer(situation: Situation, policy: Policy) -> Answer:
    """Everybody as the queue leaves them, on the same tables and the same day."""
    question = situation.question
    problem = describe_problem(question.dataset, policy, question.on, question.fit, question.shares)
    options, arrived = all_options(problem, silent), days_of_arrival(question.dataset)
    slots = place_by_queue(problem, options, arrived)
    left = by_household(problem, slots)
    return Answer(situation, [_queued(situation, one, left[one.key]) for one in question.dataset.households])


def compare(plan: Answer, queue: Answer) -> Mapping[str, Better]:
    """Where each household is better off, by what weighs for itself: level 1 first, then 2, then 3."""
    return {household.key: _better(plan, queue, household) for household in plan.situation.question.dataset.households}


def _better(plan: Answer, queue: Answer, household: Household) -> Better:
    ours, theirs = plan.destination.get(household.key), queue.destination.get(household.key)
    if ours == theirs:
        return Better.THE_SAME
    here, there = own_weight(plan, household), own_weight(queue, household)
    return Better.THE_SAME if here == there else Better.IN_PLAN if here < there else Better.IN_QUEUE


def own_weight(answer: Answer, household: Household) -> tuple[int, ...]:
    """What weighs for the household itself on levels 1, 2 and 3, in thousandths."""
    situation, placed = answer.situation, answer.destination.get(household.key)
    terms = terms_of_placed(situation, placed) if placed else terms_of_unplaced(situation, household)
    level_of = situation.question.values.term
    return tuple(
        sum(value for name, value in terms.items() if level_of[name].level == level and name not in OF_OTHERS)
        for level in LEVELS
    )


def _queued(situation: Situation, household: Household, left: tuple[str, PlaceGroup] | None) -> Queued:
    location, group = left if left else (None, None)
    members = situation.members[household.key]
    action = "unplaced" if location is None else "new" if household.location is None else "move"
    return Queued(
        household=household.key,
        origin=household.location,
        destination=location,
        place_group=group,
        action="stay" if location and location == household.location else action,
        size=members.size,
        minors=members.minors,
    )
