# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Every plan there is for a small country, judged by the recount alone: no code of the solver takes part."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import chain, product

from luwte.model.people import Household, HouseholdGroup
from luwte.model.places import PlaceGroup
from luwte.planning.recount import rules
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
RULES_FOR_ONE = (
    rules.group, rules.amv_team, rules.needs, rules.only, rules.no_worse, rules.closing, rules.locked, rules.reserved,
    rules.registration, rules.stayers_placed,
)  # fmt: skip


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

    @property
    def at(self) -> tuple[str, str | None, PlaceGroup | None]:
        """Who goes where."""
        return self.household, self.destination, self.place_group


def best_values(question: Question) -> tuple[Decimal, ...]:
    """The values of the three levels in the best of all lawful plans, level 1 before 2 before 3."""
    situation = Situation(question)
    own_terms = {way.at: _terms(situation, way) for way in chain(*_all_ways(situation))}
    return min(_values(Answer(situation, plan), [own_terms[way.at] for way in plan]) for plan in lawful_plans(question))


def lawful_plans(question: Question) -> Iterator[tuple[Try, ...]]:
    """Every plan that breaks no rule."""
    situation = Situation(question)
    for plan in product(*_all_ways(situation)):
        if _is_lawful(Answer(situation, plan)):
            yield plan


def _all_ways(situation: Situation) -> list[list[Try]]:
    return [_ways(situation, household) for household in situation.question.dataset.households]


def _ways(situation: Situation, household: Household) -> list[Try]:
    """Every way to go for a household that breaks no rule by itself, whatever the others do."""
    members = situation.members[household.key]
    ways = [Try(household.key, household.location, None, None, "unplaced", members.size, members.minors)]
    for place, group in product(situation.question.dataset.locations, MAY_TAKE[household.group]):
        action = "new" if household.location is None else "stay" if place.key == household.location else "move"
        ways.append(Try(household.key, household.location, place.key, group, action, members.size, members.minors))
    return [way for way in ways if not _breaks_a_rule_alone(Answer(situation, (way,)), household)]


def _breaks_a_rule_alone(answer: Answer, household: Household) -> bool:
    return any(finding.subject == household.key for rule in RULES_FOR_ONE for finding in rule(answer))


def _is_lawful(answer: Answer) -> bool:
    return not any(True for rule in RULES for _ in rule(answer))


def _terms(situation: Situation, way: Try) -> Mapping[str, int]:
    answer = Answer(situation, (way,))
    for placed in answer.placed:
        return terms_of_placed(situation, placed)
    return terms_of_unplaced(situation, answer.unplaced[0])


def _values(answer: Answer, own_terms: Iterable[Mapping[str, int]]) -> tuple[Decimal, ...]:
    level_of = answer.situation.question.values.term
    by_level = Counter({1: 0, 2: 0, 3: 0})
    for terms in (terms_of_locations(answer), *own_terms):
        for name, value in terms.items():
            by_level[level_of[name].level] += value
    return tuple(Decimal(by_level[level]) / 1000 for level in (1, 2, 3))
