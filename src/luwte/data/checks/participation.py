# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Does what children say, what there is for them to do, and who is there for them hold together?"""

from collections.abc import Iterator

from luwte.data.raw import error, warning
from luwte.data.tables import Check, Tables
from luwte.model.findings import Finding
from luwte.words import N_

AHEAD = error("participation_ahead", N_("This day lies after {date}."), N_("Fill in what was, not what is planned."))
BEFORE_HEARD = error(
    "feedback_before_heard",
    N_("This day lies before the children were heard ({date})."),
    N_("Correct one of the days."),
)
NOTHING_SAID = warning(
    "feedback_nothing_said",
    N_("A day is filled in, and not what was done or told."),
    N_("Write in a few words what was done with it, or why it cannot be."),
)
ENDS_FIRST = error(
    "participation_ends_first", N_("The end is not after the beginning ({since})."), N_("Correct the days.")
)
NO_PERIOD = warning(
    "programme_no_period", N_("An amount stands here without its period."), N_("Fill in what the money is for.")
)
NOT_COUNTED = warning(
    "programme_not_counted", N_("A reach stands here without the day of counting."), N_("Fill in the day of counting.")
)


def what_children_said_has_been(tables: Tables) -> Iterator[Finding]:
    """Children are heard first, then something is done and told back, all by the reference date."""
    on = tables.data.reference_date
    for i, said in enumerate(tables.data.feedback):
        for column in ("date", "done_on", "told_back_on"):
            day = getattr(said, column)
            if day and on and day > on:
                yield tables.finding(AHEAD, "feedback", i, column, subject=said.location, date=on)
            if day and day < said.date:
                yield tables.finding(BEFORE_HEARD, "feedback", i, column, subject=said.location, date=said.date)
        if (said.done_on or said.told_back_on) and not said.done:
            yield tables.finding(NOTHING_SAID, "feedback", i, "done", subject=said.location)


def programmes_hold_together(tables: Tables) -> Iterator[Finding]:
    """A programme ends after it begins, and an amount or a count says of when it is."""
    on = tables.data.reference_date
    for i, programme in enumerate(tables.data.programmes):
        about = {"subject": programme.key}
        if programme.since and programme.until and programme.until <= programme.since:
            yield tables.finding(ENDS_FIRST, "programmes", i, "until", since=programme.since, **about)
        if programme.budget is not None and programme.budget_per is None:
            yield tables.finding(NO_PERIOD, "programmes", i, "budget_per", **about)
        if programme.reach is not None and programme.counted_on is None:
            yield tables.finding(NOT_COUNTED, "programmes", i, "counted_on", **about)
        if programme.counted_on and on and programme.counted_on > on:
            yield tables.finding(AHEAD, "programmes", i, "counted_on", date=on, **about)


def contacts_end_after_they_begin(tables: Tables) -> Iterator[Finding]:
    """A contact person is there at least a day."""
    for i, contact in enumerate(tables.data.contacts):
        if contact.until and contact.until <= contact.since:
            yield tables.finding(ENDS_FIRST, "contacts", i, "until", subject=contact.location, since=contact.since)


CHECKS: tuple[Check, ...] = (what_children_said_has_been, programmes_hold_together, contacts_end_after_they_begin)
KINDS = (AHEAD, BEFORE_HEARD, NOTHING_SAID, ENDS_FIRST, NO_PERIOD, NOT_COUNTED)
