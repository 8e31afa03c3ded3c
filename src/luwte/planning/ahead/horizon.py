# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Looking ahead: the weeks until a day with what is known to open and close, beside the same weeks planned blindly.

What is assumed: nobody arrives, nobody leaves, and locations open and close on the day that is given. What comes out
is what people would decide each week if they followed each week's plan; every week they decide anew.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial

from luwte.model.dataset import Dataset
from luwte.model.progress import Progress, silent
from luwte.placement import Policy
from luwte.planning.ahead.course import Course, Moved, walk
from luwte.planning.ahead.guide import blindly, towards_lasting
from luwte.planning.ahead.weeks import weeks
from luwte.planning.cells import to_csv
from luwte.planning.files import AHEAD, AHEAD_COUNTS, AHEAD_WEEKS
from luwte.planning.outputs import AheadCountRow, AheadRow, AheadWeekRow, TaskRow
from luwte.planning.place import question_for

COUNTED: Mapping[str, Callable[[Course], int]] = {
    "forced_moves_of_children": lambda course: course.forced_moves_of_children,
    "forced_moves_of_families": lambda course: course.forced_moves_of_families,
    "children_moved_more_than_once": lambda course: course.children_moved_more_than_once,
    "households_moved_more_than_once": lambda course: course.households_moved_more_than_once,
    "children_brought_to_not_fit": lambda course: course.children_brought_to_not_fit,
    "child_weeks_unfit": lambda course: course.child_weeks_unfit,
    "person_weeks_without_place": lambda course: course.person_weeks_without_place,
}


@dataclass(frozen=True)
class Ahead:
    """The same weeks twice: looking ahead, and blindly, each week by itself."""

    ahead: Course
    week_by_week: Course

    @property
    def counts(self) -> tuple[AheadCountRow, ...]:
        """What both come to over the whole horizon."""
        return tuple(
            AheadCountRow(name, count(self.ahead), count(self.week_by_week)) for name, count in COUNTED.items()
        )

    @property
    def moves(self) -> tuple[AheadRow, ...]:
        """Every move of the course that looks ahead, week after week."""
        return tuple(_row(moved) for moved in self.ahead.moved)

    @property
    def weeks(self) -> tuple[AheadWeekRow, ...]:
        """Week after week, both courses side by side."""
        return tuple(self._weeks())

    def files(self) -> Mapping[str, bytes]:
        """The three tables by name."""
        return {
            AHEAD: to_csv(AheadRow, self.moves),
            AHEAD_WEEKS: to_csv(AheadWeekRow, self.weeks),
            AHEAD_COUNTS: to_csv(AheadCountRow, self.counts),
        }

    def _weeks(self) -> Iterator[AheadWeekRow]:
        ahead, blind = self.ahead, self.week_by_week
        for week, stands, blindly_stands in zip(ahead.weeks, ahead.standing, blind.standing, strict=True):
            moved, moved_blindly = ahead.moved_in(week.on), blind.moved_in(week.on)
            yield AheadWeekRow(
                week=week.on,
                opens=week.opened,
                closes=week.closed,
                moved=len(moved),
                children_moved=sum(one.minors for one in moved),
                children_unfit=stands.children_unfit,
                people_without_place=stands.people_without_place,
                moved_week_by_week=len(moved_blindly),
                children_moved_week_by_week=sum(one.minors for one in moved_blindly),
                children_unfit_week_by_week=blindly_stands.children_unfit,
                people_without_place_week_by_week=blindly_stands.people_without_place,
            )


def look_ahead(
    dataset: Dataset,
    on: date,
    until: date,
    *,
    policy: Policy,
    tasks: tuple[TaskRow, ...],
    progress: Progress = silent,
) -> Ahead:
    """Walk through the weeks from a day until another, twice; `tasks` are those of the plan of the first day.

    Raises PlanUnsound where the plan of a week breaks a rule.
    """
    question = question_for(dataset, on, policy, tasks)
    known = tuple(weeks(dataset.locations, policy, on, until))
    return Ahead(
        ahead=walk(question, policy, known, partial(towards_lasting, policy, on), progress),
        week_by_week=walk(question, policy, known, blindly, progress),
    )


def _row(moved: Moved) -> AheadRow:
    return AheadRow(
        week=moved.week,
        household=moved.household,
        origin=moved.origin,
        destination=moved.destination,
        size=moved.size,
        minors=moved.minors,
        cause=moved.cause,
        forced=moved.is_forced,
    )
