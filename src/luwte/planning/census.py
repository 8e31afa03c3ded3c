# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Count people before and after a plan: children by kind of site and by fitness, what is traded, how even it is."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from functools import partial

from luwte.model.exact import to_digits
from luwte.model.people import Household
from luwte.model.places import Fitness, Location, LocationKind, PlaceGroup
from luwte.planning.outputs import TaskRow
from luwte.planning.recount.answer import Answer, Placed
from luwte.planning.recount.situation import Situation
from luwte.planning.recount.voices import brings_what_was_asked
from luwte.planning.summary import NO_PLACE, Count, Evenness, Trade

FOUR_DIGITS = Decimal("0.0001")
PEOPLE, CHILDREN, AMV = "people", "children", "amv"


class Outcome(StrEnum):
    """What a plan does with a household that it brings to another place."""

    TO_NOT_FIT = "to_not_fit"
    OUT_OF_UNFIT = "out_of_unfit"
    COULD_STAY = "could_stay"
    AS_ASKED = "as_asked"


@dataclass(frozen=True, slots=True)
class Lives:
    """A household where it lives, or without a place."""

    household: Household
    at: Location | None
    group: PlaceGroup | None


def lives_before(situation: Situation) -> Iterator[Lives]:
    """Everybody where the tables have them; who is at a location that is not open has no place."""
    for household in situation.question.dataset.households:
        at = situation.home.get(household.key)
        yield Lives(household, at, situation.group_at_home(household, at) if at else None)


def lives_after(answer: Answer) -> Iterator[Lives]:
    """Everybody where the plan has them."""
    for household in answer.situation.question.dataset.households:
        placed = answer.destination.get(household.key)
        yield Lives(household, placed.at, placed.group) if placed else Lives(household, None, None)


def children_by_kind(answer: Answer) -> Mapping[str, Count]:
    """Minors by the kind of site they live at, before and after."""
    codes = [*(kind.value for kind in LocationKind), NO_PLACE]
    return _minors(answer, codes, lambda lives: lives.at.kind.value if lives.at else NO_PLACE)


def children_by_fitness(answer: Answer) -> Mapping[str, Count]:
    """Minors by how fit their place is for them, an unmet need counted as unfit, before and after."""
    return _minors(answer, [*(fit.value for fit in Fitness), NO_PLACE], partial(fitness_of, answer.situation))


def trade(answer: Answer) -> Trade:
    """What one child gains and another gives up in this plan."""
    situation, counted = answer.situation, Counter[Outcome]()
    for placed in answer.placed:
        for outcome in outcomes(situation, placed):
            counted[outcome] += situation.members[placed.household.key].minors
    without = [situation.members[household.key] for household in answer.unplaced]
    return Trade(
        out_of_unfit=counted[Outcome.OUT_OF_UNFIT],
        moved_who_could_stay=counted[Outcome.COULD_STAY],
        brought_to_not_fit=counted[Outcome.TO_NOT_FIT],
        children_without_place=sum(members.minors for members in without),
        people_without_place=sum(members.size for members in without),
        moved_as_asked=counted[Outcome.AS_ASKED],
    )


def outcomes(situation: Situation, placed: Placed) -> Iterator[Outcome]:
    """What the plan does with a household; nothing for who stays, and for a move that people accepted earlier."""
    if not placed.newly_brought:
        return
    is_fit = situation.fitness(placed.household, placed.at, placed.group).is_fit
    if not is_fit:
        yield Outcome.TO_NOT_FIT
    now = situation.home.get(placed.household.key)
    if now is None:
        return
    fit_now = situation.fitness(placed.household, now, situation.group_at_home(placed.household, now))
    if fit_now is Fitness.UNFIT and is_fit:
        yield Outcome.OUT_OF_UNFIT
    if fit_now is not Fitness.UNFIT and situation.stays_open(now):
        yield Outcome.AS_ASKED if brings_what_was_asked(situation, placed, now) else Outcome.COULD_STAY


def fitness_of(situation: Situation, lives: Lives) -> str:
    """How fit the place where a household lives is for it, an unmet need counted as unfit, or `NO_PLACE`."""
    if lives.at is None or lives.group is None:
        return NO_PLACE
    return situation.fitness(lives.household, lives.at, lives.group).value


def evenness(answer: Answer, tasks: Iterable[TaskRow]) -> Mapping[str, Evenness]:
    """How far people, children and unaccompanied minors are from a spread like that of the tasks."""
    task = {row.municipality: row.realised + row.gap for row in tasks}
    before, after = list(lives_before(answer.situation)), list(lives_after(answer))
    return {
        who: Evenness(
            _apart(_by_municipality(answer, before, who), task), _apart(_by_municipality(answer, after, who), task)
        )
        for who in (PEOPLE, CHILDREN, AMV)
    }


def _minors(answer: Answer, codes: list[str], code_of: Callable[[Lives], str]) -> Mapping[str, Count]:
    members = answer.situation.members
    before, after = Counter[str](), Counter[str]()
    for lives in lives_before(answer.situation):
        before[code_of(lives)] += members[lives.household.key].minors
    for lives in lives_after(answer):
        after[code_of(lives)] += members[lives.household.key].minors
    return {code: Count(before[code], after[code]) for code in codes}


def _by_municipality(answer: Answer, where: Iterable[Lives], who: str) -> Mapping[str, int]:
    counted: Counter[str] = Counter()
    for lives in where:
        if lives.at is None:
            continue
        members = answer.situation.members[lives.household.key]
        of_group = lives.group is PlaceGroup.AMV
        persons = {PEOPLE: members.size, CHILDREN: members.minors, AMV: members.minors if of_group else 0}[who]
        counted[lives.at.municipality] += persons
    return counted


def _apart(people: Mapping[str, int], task: Mapping[str, int]) -> Decimal:
    all_people, all_task = sum(people.values()), sum(task.values())
    if not all_people or not all_task:
        return Decimal(0)
    apart = sum(
        abs(Fraction(people.get(code, 0), all_people) - Fraction(task.get(code, 0), all_task))
        for code in {*people, *task}
    )
    return to_digits(Fraction(apart) / 2, FOUR_DIGITS)
