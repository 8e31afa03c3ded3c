# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""fairness.csv: what the plan comes to for every class of households, counted in people, children and households."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from decimal import Decimal

from luwte.model.places import Fitness
from luwte.placement import Policy
from luwte.planning.census import Lives, Outcome, children_by_fitness, fitness_of, lives_after, lives_before, trade
from luwte.planning.census import outcomes as outcomes_of
from luwte.planning.fairness.classes import DIMENSIONS, in_order
from luwte.planning.fairness.queue import Better, compare, queue_answer
from luwte.planning.outputs import FairnessRow
from luwte.planning.recount.answer import Answer
from luwte.planning.recount.voices import wish_counts, wish_met
from luwte.planning.summary import NO_PLACE, Queue

WELFARE_OF_CHILDREN = 2  # the level
OF_FITNESS: Mapping[str, str] = {
    Fitness.FIT_ASSESSED.value: "fit",
    Fitness.FIT_ASSUMED.value: "fit",
    Fitness.UNKNOWN.value: "unknown",
    Fitness.UNFIT.value: "unfit",
    NO_PLACE: "no_place",
}

Counts = Counter[str]


@dataclass(frozen=True)
class Fairness:
    """Every class of every dimension, everybody first, and the plan beside a queue by arrival."""

    rows: tuple[FairnessRow, ...]
    queue: Queue


def fairness(answer: Answer, policy: Policy) -> Fairness:
    """Count the outcome of a plan for every class; the queue is made from the same tables, policy and day."""
    queue = queue_answer(answer.situation, policy)
    better = compare(answer, queue)
    return Fairness(tuple(_rows(answer, better)), _beside(queue, better))


def _rows(answer: Answer, better: Mapping[str, Better]) -> Iterator[FairnessRow]:
    summed: dict[tuple[str, str], Counts] = defaultdict(Counter)
    weight: dict[tuple[str, str], Decimal] = defaultdict(Decimal)
    weights = _level_2(answer)
    for before, after in zip(lives_before(answer.situation), lives_after(answer), strict=True):
        household = before.household
        counts = _people(answer, before, after) + _voice(answer, after)
        counts[f"better_in_{better[household.key].value}"] += 1
        for dimension, class_of in DIMENSIONS.items():
            at = dimension, class_of(answer.situation, household)
            summed[at].update(counts)
            weight[at] += weights[household.key]
    for dimension in DIMENSIONS:
        for code in in_order(dimension, {code for known, code in summed if known == dimension}):
            yield _row(dimension, code, summed[dimension, code], weight[dimension, code])


def _row(dimension: str, code: str, counts: Counts, level_2: Decimal) -> FairnessRow:
    """The counts are named as the columns are."""
    columns = [column.name for column in fields(FairnessRow) if column.type is int]
    return FairnessRow(dimension=dimension, code=code, level_2=level_2, **{name: counts[name] for name in columns})


def _people(answer: Answer, before: Lives, after: Lives) -> Counts:
    """Where people and children live before and after, and what happens to them."""
    situation, household = answer.situation, before.household
    members, placed = situation.members[household.key], answer.destination.get(household.key)
    outcomes = set(outcomes_of(situation, placed)) if placed else set()
    moved = placed is not None and placed.newly_brought and before.at is not None
    counts = Counter(
        households=1,
        households_with_children=int(members.minors > 0),
        people=members.size,
        children=members.minors,
        moved=members.size * moved,
        children_who_could_stay=members.minors * (Outcome.COULD_STAY in outcomes),
        people_without_place=members.size * (after.at is None),
    )
    counts[f"children_{OF_FITNESS[fitness_of(situation, before)]}_before"] += members.minors
    counts[f"children_{OF_FITNESS[fitness_of(situation, after)]}_after"] += members.minors
    return counts


def _voice(answer: Answer, after: Lives) -> Counts:
    """Whether the household has a wish, and whether it is met."""
    household = after.household
    met = after.at and after.group and wish_met(answer.situation, household, after.at, after.group)
    has_wish = wish_counts(household)
    return Counter(wishes=int(has_wish), wishes_met=int(has_wish and bool(met)))


def _level_2(answer: Answer) -> Mapping[str, Decimal]:
    """What weighs on level 2 for every household with a child, by its key."""
    level_of, members = answer.situation.question.values.term, answer.situation.members
    return {
        proposal.household: sum(
            (value for name, value in proposal.terms.items() if level_of[name].level == WELFARE_OF_CHILDREN),
            Decimal(0),
        )
        if members[proposal.household].minors
        else Decimal(0)
        for proposal in answer.proposals
    }


def _beside(queue: Answer, better: Mapping[str, Better]) -> Queue:
    counted, outcome = Counter(better.values()), trade(queue)
    return Queue(
        better_in_plan=counted[Better.IN_PLAN],
        better_in_queue=counted[Better.IN_QUEUE],
        the_same=counted[Better.THE_SAME],
        out_of_unfit=outcome.out_of_unfit,
        children_in_unfit=children_by_fitness(queue)[Fitness.UNFIT.value].after,
        children_without_place=outcome.children_without_place,
        people_without_place=outcome.people_without_place,
    )
