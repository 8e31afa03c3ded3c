# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Does what municipalities say of themselves hold together?"""

from collections.abc import Iterator

from luwte.data.raw import error
from luwte.data.tables import Check, Tables
from luwte.model.findings import Finding
from luwte.words import N_

TABLE = "selfchecks"

AHEAD = error("selfcheck_ahead", N_("This day lies after {date}."), N_("Fill in the day on which somebody answered."))
DUE_FIRST = error(
    "selfcheck_due_first",
    N_("What is to be done is due before the day of the answer ({date})."),
    N_("Correct one of the days; what is done already needs no action."),
)
HALF_AN_ACTION = error(
    "selfcheck_half_an_action",
    N_("An action needs what is done, who sees to it, and by which day; {missing} is missing."),
    N_("Fill in all three, or leave all three empty."),
)
KINDS = (AHEAD, DUE_FIRST, HALF_AN_ACTION)


def answered_before(tables: Tables) -> Iterator[Finding]:
    """An answer is of no later day than the one that the tables describe."""
    on = tables.data.reference_date
    for at, said in enumerate(tables.data.selfchecks):
        if on is not None and said.date > on:
            yield tables.finding(AHEAD, TABLE, at, "date", subject=said.municipality, date=on)


def actions_are_whole(tables: Tables) -> Iterator[Finding]:
    """An action has an owner and a day, and the day is not over when it is agreed."""
    for at, said in enumerate(tables.data.selfchecks):
        parts = {name: getattr(said, name) for name in ("action", "owner", "due")}
        missing = [name for name, part in parts.items() if not part]
        if missing and len(missing) < len(parts):
            about = {"subject": said.municipality, "missing": ", ".join(missing)}
            yield tables.finding(HALF_AN_ACTION, TABLE, at, missing[0], **about)
        if said.due and said.due < said.date:
            yield tables.finding(DUE_FIRST, TABLE, at, "due", subject=said.municipality, date=said.date)


CHECKS: tuple[Check, ...] = (answered_before, actions_are_whole)
