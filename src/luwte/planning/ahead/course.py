# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""A course: the weeks of a horizon walked through under one guide, each with its moves and where that leaves people."""

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from luwte.model.places import Fitness
from luwte.model.progress import Progress
from luwte.placement import Policy
from luwte.placement.placement import Cause
from luwte.planning.ahead.roll import is_forced, rolled
from luwte.planning.ahead.step import Guide, decide, moves
from luwte.planning.ahead.weeks import Week
from luwte.planning.recount import Question
from luwte.planning.recount.answer import Placed
from luwte.planning.recount.situation import Situation
from luwte.words import N_


@dataclass(frozen=True, slots=True)
class Moved:
    """A household that comes to live elsewhere in a week; `minors` and fitness as they are on that day."""

    week: date
    household: str
    origin: str | None
    destination: str
    size: int
    minors: int
    cause: Cause
    to_fit: bool

    @property
    def is_forced(self) -> bool:
        """Neither a first place nor asked for."""
        return is_forced(self.cause)


@dataclass(frozen=True, slots=True)
class Standing:
    """Where the people of the country stand at the end of a week's moves, in persons."""

    children_unfit: int
    people_without_place: int


@dataclass(frozen=True)
class Course:
    """All weeks of a horizon under one guide."""

    weeks: tuple[Week, ...]
    moved: tuple[Moved, ...]
    standing: tuple[Standing, ...]

    @cached_property
    def forced_moves_of(self) -> Counter[str]:
        """How often each household had to move that did."""
        return Counter(moved.household for moved in self.moved if moved.is_forced)

    def moved_in(self, week: date) -> tuple[Moved, ...]:
        """The moves of one week."""
        return tuple(moved for moved in self.moved if moved.week == week)

    @property
    def forced_moves_of_children(self) -> int:
        """Forced moves, counted once for every child in the household."""
        return sum(moved.minors for moved in self.moved if moved.is_forced)

    @property
    def forced_moves_of_families(self) -> int:
        """Forced moves of households with a child."""
        return sum(moved.is_forced and moved.minors > 0 for moved in self.moved)

    @property
    def households_moved_more_than_once(self) -> int:
        """Households that had to move twice or more."""
        return sum(times > 1 for times in self.forced_moves_of.values())

    @property
    def children_moved_more_than_once(self) -> int:
        """Children of households that had to move twice or more."""
        minors = {moved.household: moved.minors for moved in reversed(self.moved)}
        return sum(minors[key] for key, times in self.forced_moves_of.items() if times > 1)

    @property
    def children_brought_to_not_fit(self) -> int:
        """Children who come to a place that is not known to be fit, counted once for every time."""
        return sum(moved.minors for moved in self.moved if not moved.to_fit)

    @property
    def child_weeks_unfit(self) -> int:
        """Weeks that children spend in places that are not fit, all children together."""
        return sum(week.children_unfit for week in self.standing)

    @property
    def person_weeks_without_place(self) -> int:
        """Weeks that people spend without a place, all people together."""
        return sum(week.people_without_place for week in self.standing)


def walk(question: Question, policy: Policy, weeks: tuple[Week, ...], guide: Guide, progress: Progress) -> Course:
    """Decide week after week, and carry out what is decided; raises PlanUnsound where a week breaks a rule."""
    moved: list[Moved] = []
    standing = []
    for number, week in enumerate(weeks):
        progress(N_("Looking ahead week by week"), number / len(weeks))
        question = replace(question, on=week.on)
        if week.decides:
            answer = decide(question, policy, guide, progress)
            situation, made = answer.situation, list(moves(answer))
            moved += [_moved(situation, placed, cause) for placed, cause in made]
            question = replace(question, dataset=rolled(question.dataset, made, week.on))
        standing.append(standing_of(Situation(question)))
    return Course(weeks, tuple(moved), tuple(standing))


def _moved(situation: Situation, placed: Placed, cause: Cause) -> Moved:
    household, members = placed.household, situation.members[placed.household.key]
    return Moved(
        week=situation.question.on,
        household=household.key,
        origin=household.location,
        destination=placed.at.key,
        size=members.size,
        minors=members.minors,
        cause=cause,
        to_fit=situation.fitness(household, placed.at, placed.group).is_fit,
    )


def standing_of(situation: Situation) -> Standing:
    """Children in places that are not fit for them, and people without a place, on the day of the situation."""
    unfit = without = 0
    for household in situation.question.dataset.households:
        home, members = situation.home.get(household.key), situation.members[household.key]
        if home is None:
            without += members.size
        elif situation.fitness(household, home, situation.group_at_home(household, home)) is Fitness.UNFIT:
            unfit += members.minors
    return Standing(unfit, without)
