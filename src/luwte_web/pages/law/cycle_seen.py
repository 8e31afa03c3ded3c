# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""A cycle as it stood on a day: its steps, where municipalities are, and the country's quantities."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from luwte.law import distribute
from luwte.law.cycle import Course, Held, StepSeen, calendar, course_of
from luwte.law.parameters import Cycle, cycle_of
from luwte.model.dataset import Dataset
from luwte.model.findings import Finding, InputRefused
from luwte.planning.law import counted, course_in, statuses_in
from luwte.planning.law.country import Beside, ShortAfterTerm, five_of, short_after_term
from luwte.planning.law.rows import QuantityRow
from luwte.reporting.law.country import five
from luwte.reporting.law.country import short_after_term as short_listed
from luwte.reporting.law.cycle import told
from luwte.reporting.law.on_paper import paper_of
from luwte.reporting.paper import Paper
from luwte.words import Words
from luwte_web.pages.law.asked import AskedOfLaw

Found = TypeVar("Found")


@dataclass(frozen=True)
class CycleSeen:
    """What is known of a cycle on a day; `refused` is what the tables say of it that the Act does not allow."""

    cycle: Cycle
    on: date
    names: Mapping[str, str]
    course: Course
    steps: Sequence[StepSeen]
    statuses: Mapping[str, Sequence[Held]]
    rows: Sequence[QuantityRow]
    five: Sequence[Beside]
    short: Sequence[ShortAfterTerm]
    refused: tuple[Finding, ...]
    synthetic: bool

    @property
    def days(self) -> list[date]:
        """The days on which something was done or became known, in their order, and the last day of the term."""
        done = {event.on for event in self.course.events if event.on}
        due = {seen.due for seen in calendar(self.course, date.max) if seen.due}
        told = {one.known_on for one in five_of((), self.cycle.cycle, date.max) if one.known_on}
        return sorted(done | due | told)


def cycle_seen(asked: AskedOfLaw, on: date) -> CycleSeen:
    """The cycle that is asked for, as the tables tell it on a day."""
    dataset, cycle = asked.dataset, cycle_of(asked.cycle)
    course, unlawful = or_else(lambda: course_in(dataset, asked.cycle), course_of(cycle))
    nobody: Mapping[str, tuple[Held, ...]] = {}
    statuses, off_ladder = or_else(lambda: statuses_in(dataset, asked.cycle, on), nobody)
    rows = _rows(dataset, asked.cycle, on)
    return CycleSeen(
        cycle,
        on,
        asked.names,
        course,
        calendar(course, on),
        statuses,
        rows,
        five_of(rows, asked.cycle, on),
        short_after_term(dataset, rows, statuses, asked.cycle, on),
        (*unlawful, *off_ladder),
        dataset.synthetic,
    )


def paper_about(seen: CycleSeen, words: Words) -> Paper:
    """The same as a document."""
    in_figures = [five(seen.five, words)]
    at_the_end = [short_listed(seen.short, seen.names, words)]
    said = told(
        seen.cycle, seen.steps, seen.statuses, seen.names, seen.on, words, in_figures=in_figures, at_the_end=at_the_end
    )
    return paper_of(said, seen.on, words, synthetic=seen.synthetic)


def _rows(dataset: Dataset, cycle: int, on: date) -> tuple[QuantityRow, ...]:
    return counted(dataset, distribute(dataset.municipalities, cycle=cycle), on).quantities


def or_else(found: Callable[[], Found], otherwise: Found) -> tuple[Found, tuple[Finding, ...]]:
    """What the tables tell, or something else where the Act does not allow what they tell, with all that is wrong."""
    try:
        return found(), ()
    except InputRefused as refused:
        return otherwise, refused.findings
