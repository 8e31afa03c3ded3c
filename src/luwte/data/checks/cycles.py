# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Do the steps of cycles and the statuses of municipalities lie behind the day that the tables describe?"""

from collections.abc import Iterator

from luwte.data.raw import error
from luwte.data.tables import Check, Tables
from luwte.model.findings import Finding
from luwte.words import N_

STEP_AHEAD = error(
    "cycle_step_ahead", N_("This day lies after {date}."), N_("Fill in a step on the day on which it was done.")
)
STATUS_AHEAD = error(
    "status_ahead", N_("This day lies after {date}."), N_("Fill in a status from the day on which it is so.")
)
BOTH_WAYS = error(
    "housing_both_ways",
    N_("There are both arrears ({backlog}) and a lead."),
    N_("A municipality has one of the two: set the other to 0."),
)
KINDS = (STEP_AHEAD, STATUS_AHEAD, BOTH_WAYS)


def steps_are_done(tables: Tables) -> Iterator[Finding]:
    """A step is of no later day than the one that the tables describe."""
    on = tables.data.reference_date
    for at, step in enumerate(tables.data.steps):
        if on is not None and step.on > on:
            yield tables.finding(STEP_AHEAD, "steps", at, "on", date=on)


def statuses_have_begun(tables: Tables) -> Iterator[Finding]:
    """A status begins on no later day than the one that the tables describe."""
    on = tables.data.reference_date
    for at, held in enumerate(tables.data.statuses):
        if on is not None and held.since > on:
            yield tables.finding(STATUS_AHEAD, "statuses", at, "since", subject=held.municipality, date=on)


def arrears_or_lead(tables: Tables) -> Iterator[Finding]:
    """A municipality is behind or ahead, not both."""
    for at, balance in enumerate(tables.data.housing):
        if balance.backlog and balance.lead:
            yield tables.finding(
                BOTH_WAYS, "housing", at, "lead", subject=balance.municipality, backlog=balance.backlog
            )


CHECKS: tuple[Check, ...] = (steps_are_done, statuses_have_begun, arrears_or_lead)
