# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The calendar of a cycle on a day: for every step the last day in time, the day it was done, and how late that is."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from luwte.law.counting.durable import years_after
from luwte.law.cycle.course import Course, Event
from luwte.law.cycle.steps import Rule, rules
from luwte.law.parameters import Figure
from luwte.law.provision import Provision
from luwte.law.provisions import catalogue, cited
from luwte.model.cycles import Step
from luwte.words import N_


class Standing(StrEnum):
    """How a step stands. `OVERDUE`: its last day is over and nobody here knows that it was done.

    `OVER`: two years that end by themselves have ended.
    """

    IN_TIME = "in_time"
    LATE = "late"
    DONE = "done"
    OVERDUE = "overdue"
    AHEAD = "ahead"
    OPEN = "open"
    OVER = "over"


STANDINGS = {
    Standing.IN_TIME: N_("in time"),
    Standing.LATE: N_("late"),
    Standing.DONE: N_("done, day not known"),
    Standing.OVERDUE: N_("overdue, as far as is known"),
    Standing.AHEAD: N_("ahead"),
    Standing.OPEN: N_("no day to tell by"),
    Standing.OVER: N_("over"),
}


@dataclass(frozen=True, slots=True)
class StepSeen:
    """One step on a day. `days`: after the last day in time, negative before it; of an overdue step so far.

    `first` is when it was done the first time: a change later on makes a step neither earlier nor later.
    """

    rule: Rule
    due: date | None
    first: Event | None
    changes: tuple[Event, ...]
    expected: Figure[date | str] | None
    standing: Standing
    days: int | None


@dataclass(frozen=True, slots=True)
class Review:
    """What follows on the Act as a whole (Act 12), and the day from which it is due."""

    code: str
    title: str
    provision: Provision
    from_day: date


REVIEWS = (("report", N_("report on the Act"), 2), ("evaluation", N_("evaluation of the Act"), 4))  # years; Act 12


def calendar(course: Course, on: date) -> tuple[StepSeen, ...]:
    """Every step of a cycle as it stands on a day."""
    return tuple(_steps(course, on))


def reviews() -> tuple[Review, ...]:
    """The report after two years and the evaluation after four, counted from the day the Act came into force."""
    began = catalogue().instruments["act"].valid_from
    return tuple(Review(code, title, cited("Act 12"), years_after(began, years)) for code, title, years in REVIEWS)


def _steps(course: Course, on: date) -> Iterator[StepSeen]:
    done: dict[Step, date] = {}
    term = course.term_set.known if course.term_set else None
    for step, rule in rules().items():
        versions = course.versions(step, on)
        first = versions[0] if versions else None
        if first and first.on:
            done[step] = first.on
        due = rule.due.last_day(course.cycle, done, term if isinstance(term, date) else None) if rule.due else None
        standing, days = _standing(first, due, on)
        if step is Step.END and standing is Standing.OVERDUE:
            standing, days = Standing.OVER, None
        expected = next((figure for known, figure in course.expected if known is step), None)
        yield StepSeen(rule, due, first, versions[1:], None if first else expected, standing, days)


def _standing(first: Event | None, due: date | None, on: date) -> tuple[Standing, int | None]:
    if first is not None:
        if first.on is None or due is None:
            return Standing.DONE, None
        days = (first.on - due).days
        return (Standing.LATE if days > 0 else Standing.IN_TIME), days
    if due is None:
        return Standing.OPEN, None
    days = (on - due).days
    return (Standing.OVERDUE if days > 0 else Standing.AHEAD), days
