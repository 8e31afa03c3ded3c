# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""A cycle as the Act orders it: its steps and their days, what changed in between, and how far a municipality is."""

from luwte.law.cycle.calendar import Review, Standing, StepSeen, calendar, reviews
from luwte.law.cycle.course import Course, Event, course_of, with_event
from luwte.law.cycle.ladder import Held, onward, with_status
from luwte.model.cycles import Status, Step

__all__ = [
    "Course",
    "Event",
    "Held",
    "Review",
    "Standing",
    "Status",
    "Step",
    "StepSeen",
    "calendar",
    "course_of",
    "onward",
    "reviews",
    "with_event",
    "with_status",
]
