# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Every plan there is for a small country, judged by the recount alone: no code of the solver takes part."""

import itertools
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from luwte.model.dataset import Dataset
from luwte.model.people import HouseholdGroup
from luwte.model.places import PlaceGroup
from luwte.planning.recount.answer import Answer
from luwte.planning.recount.levels import terms_of_locations, terms_of_placed, terms_of_unplaced
from luwte.planning.recount.question import Question
from luwte.planning.recount.rules import RULES
from luwte.planning.recount.situation import Situation

MAY_TAKE = {
    HouseholdGroup.FAMILY: (PlaceGroup.FAMILY,),
    HouseholdGroup.ADULT: (PlaceGroup.ADULT,),
    HouseholdGroup.AMV: (PlaceGroup.AMV, PlaceGroup.ADULT),
    HouseholdGroup.YOUNG_ADULT: (PlaceGroup.AMV, PlaceGroup.ADULT),
}


@dataclass(frozen=True)
class Try:
    """One way to go for one household, in the words of a proposal."""

    household: str
    origin: str | None
    destination: str | None
    place_group: PlaceGroup | None
    action: str
    size: int
    minors: int
    terms: dict[str, Decimal] = field(default_factory=dict)


def best_values(question: Question) -> tuple[Decimal, ...]:
    """The values of the three levels in the best of all lawful plans, level 1 before 2 before 3."""
    situation = Situation(question)
    values = [
        _values(Answer(situation, plan)) for plan in _plans(situation, question.dataset) if _lawful(situation, plan)
    ]
    return min(values)


def _plans(situation: Situation, dataset: Dataset) -> Iterator[tuple[Try, ...]]:
    ways = []
    for household in dataset.households:
        members = situation.members[household.key]
        own = [Try(household.key, household.location, None, None, "unplaced", members.size, members.minors)]
        for place, group in itertools.product(dataset.locations, MAY_TAKE[household.group]):
            action = "new" if household.location is None else "stay" if place.key == household.location else "move"
            own.append(Try(household.key, household.location, place.key, group, action, members.size, members.minors))
        ways.append(own)
    yield from itertools.product(*ways)


def _lawful(situation: Situation, plan: tuple[Try, ...]) -> bool:
    answer = Answer(situation, plan)
    return not any(True for rule in RULES for _ in rule(answer))


def _values(answer: Answer) -> tuple[Decimal, ...]:
    totals: Counter[str] = Counter(terms_of_locations(answer))
    for placed in answer.placed:
        totals.update(terms_of_placed(answer.situation, placed))
    for household in answer.unplaced:
        totals.update(terms_of_unplaced(answer.situation, household))
    level_of = answer.situation.question.values.term
    by_level = Counter({1: 0, 2: 0, 3: 0})
    for name, value in totals.items():
        by_level[level_of[name].level] += value
    return tuple(Decimal(by_level[level]) / 1000 for level in (1, 2, 3))
