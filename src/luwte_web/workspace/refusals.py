# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Why a plan was not made, and why a decision cannot be taken: each says what is wrong and how to mend it."""

from luwte.data.raw import error
from luwte.model.findings import Finding, Severity
from luwte.words import N_

TOLD_AT_MOST = 50  # findings that say why a plan was not made

EMPTY = error(
    "workspace.empty",
    N_("The registry is empty, so there is nobody to plan for."),
    N_("Bring tables in first, with luwte import."),
)
INTERRUPTED = error(
    "workspace.interrupted",
    N_("The program that made this plan stopped before it was done. Nothing of it was kept."),
    N_("Make the plan again."),
)
BROKEN = error(
    "workspace.broken",
    N_("Something went wrong while this plan was made. Nothing of it was kept."),
    N_("Make the plan again. If it goes wrong again, tell whoever keeps this installation running."),
)
NOT_PROPOSED = error(
    "workspace.not_proposed",
    N_("The plan proposes no move for household {household}."),
    N_("Choose another place yourself, or leave the household where it is."),
)
NOT_OPEN = error(
    "workspace.not_open",
    N_("Somebody already decided about household {household}."),
    N_("Look at the proposal again: the decision stands below it."),
)
OUT_OF_DATE = error(
    "workspace.out_of_date",
    N_("The proposal for household {household} is out of date: the registry changed after the plan was made."),
    N_("Make the plan again, or look at what changed and choose a place yourself."),
)
HELD = error(
    "workspace.held",
    N_("The proposal for household {household} is on hold until {date}."),
    N_("Let it go on first, or wait."),
)
NOT_HELD = error(
    "workspace.not_held",
    N_("The proposal for household {household} is not on hold."),
    N_("Look at the proposal again."),
)
DAY_GONE = error(
    "workspace.day_gone",
    N_("The day {date} is over."),
    N_("Choose today or a later day."),
)
SAME_PLACE = error(
    "workspace.same_place",
    N_("Household {household} lives at that location already."),
    N_("Choose another location."),
)
NO_SUCH_PLACE = error(
    "workspace.no_such_place",
    N_("There is no location {location} in the plan."),
    N_("Choose a location from the list."),
)
NOTHING_TO_COMMIT = error(
    "workspace.nothing_to_commit",
    N_("No move of household {household} waits to be made final."),
    N_("Accept the proposal first, or choose another place."),
)
WAITS = error(
    "workspace.waits",
    N_("The place for household {household} is free only once others have left it: {others}."),
    N_("Decide about them first, and make their move final."),
)
WAITS_UNSEEN = error(
    "workspace.waits_unseen",
    N_("The place for household {household} is free only once others have left it. You do not read about them."),
    N_("Ask who decides about them, and wait until their move is final."),
)
INCOMPLETE = error(
    "workspace.incomplete",
    N_("The best interests of the children of household {household} are not written down completely."),
    N_("Write down what is missing, or say why this cannot wait."),
    "Directive (EU) 2024/1346 art. 26",
)
NOT_ITS_GUARDIAN = error(
    "workspace.not_its_guardian",
    N_("The view of the guardian is written down by the guardian, or by a placement officer for them."),
    N_("Ask the guardian."),
)
NO_GUARDIAN = error(
    "workspace.no_guardian",
    N_("Household {household} is not an unaccompanied minor and has no guardian."),
    N_("Write down the view of the children."),
)
NOT_A_CHILD = error(
    "workspace.not_a_child",
    N_("{person} is no child of household {household}."),
    N_("Choose a child of this household."),
)
KINDS = (
    EMPTY,
    INTERRUPTED,
    BROKEN,
    NOT_PROPOSED,
    NOT_OPEN,
    OUT_OF_DATE,
    HELD,
    NOT_HELD,
    DAY_GONE,
    SAME_PLACE,
    NO_SUCH_PLACE,
    NOTHING_TO_COMMIT,
    WAITS,
    WAITS_UNSEEN,
    INCOMPLETE,
    NOT_ITS_GUARDIAN,
    NO_GUARDIAN,
    NOT_A_CHILD,
)


def told(findings: tuple[Finding, ...]) -> list[dict[str, object]]:
    """Findings as a job keeps them: the errors among them, as message ids with what is filled in."""
    errors = [finding for finding in findings if finding.kind.severity is Severity.ERROR]
    return [
        {"what": finding.kind.what, "mend": finding.kind.mend, "params": dict(finding.params)}
        for finding in errors[:TOLD_AT_MOST]
    ]
