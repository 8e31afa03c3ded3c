# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The course of a cycle as the package and the tables tell it together, and how far each municipality is in it."""

from collections.abc import Mapping
from datetime import date

from luwte.law.cycle import Course, Event, Held, course_of, with_event, with_status
from luwte.law.parameters import cycle_of
from luwte.model.cycles import MunicipalStatus
from luwte.model.dataset import Dataset
from luwte.model.findings import Finding, InputRefused
from luwte.planning.shares import decided_by


def course_in(dataset: Dataset, cycle: int) -> Course:
    """What is bundled of a cycle, with the steps of the tables after it in the order of their days.

    A line that says what is bundled already adds nothing. A step that the Act does not allow raises `InputRefused`.
    """
    course = course_of(cycle_of(cycle))
    for line in sorted((line for line in dataset.steps if line.cycle == cycle), key=lambda line: line.on):
        if not any(event.on == line.on for event in course.versions(line.step)):
            event = Event(line.step, line.on, line.source, line.mark, line.places, bool(line.far_reaching))
            course = with_event(course, event)
    return course


def statuses_in(dataset: Dataset, cycle: int, on: date) -> Mapping[str, tuple[Held, ...]]:
    """The ladder of every municipality that the tables know a status of, by code, up to a day.

    Of several statuses from one day on those stand in the order of the table. All that the Act does not allow raises
    `InputRefused`, each with its municipality.
    """
    due = {one.municipality: one.available_by for one in decided_by(dataset, cycle, on)}
    lines = sorted((one for one in dataset.statuses if one.cycle == cycle and one.since <= on), key=_since)
    held: dict[str, tuple[Held, ...]] = {}
    refused: list[Finding] = []
    for line in lines:
        code = line.municipality
        try:
            held[code] = with_status(held.get(code, ()), line.status, line.since, available_by=due.get(code))
        except InputRefused as why:
            refused += (Finding(one.kind, code, params=one.params) for one in why.findings)
    if refused:
        raise InputRefused(tuple(refused))
    return held


def _since(line: MunicipalStatus) -> date:
    return line.since
