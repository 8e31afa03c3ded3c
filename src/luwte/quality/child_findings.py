# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What people must know of single children: a gate of level child that is not met, or that nobody can tell."""

from collections.abc import Iterator
from datetime import date

from luwte.model.dataset import Dataset
from luwte.model.findings import Finding, FindingKind, Severity
from luwte.model.quality import Answer
from luwte.quality.child_gates import ALLOWED_FORM, NEEDS_MET, SCREENED_BEFORE, ChildAnswer, child_answers
from luwte.quality.clocks import Standing
from luwte.words import N_

SCHOOL_OVERDUE = FindingKind(
    "quality.child_not_at_school",
    Severity.WARNING,
    N_("Child {child} of household {household} is not at school; the term ended on {due}."),
    N_("Arrange school now, or fill in the first school day."),
    "EDU-001",
)
SCHOOL_OVERDUE_BEFORE = FindingKind(
    "quality.child_not_at_school_before",
    Severity.WARNING,
    N_("Child {child} of household {household} is not at school; the older term of three months ended on {due}."),
    N_("Arrange school now, or fill in the first school day."),
    "EDU-002",
)
CRISIS_OVERDUE = FindingKind(
    "quality.child_in_crisis_too_long",
    Severity.WARNING,
    N_("Child {child} of household {household} should have left crisis emergency reception by {due}."),
    N_("Find another place: make a plan, or choose one."),
    "EME-005",
)
FORM_NOT_ALLOWED = FindingKind(
    "quality.child_alone_in_wrong_form",
    Severity.WARNING,
    N_("Child {child} came alone and lives at {location}, which is no form of reception that is allowed for that."),
    N_("Find a place with a family, at a site for minors, or another one that is fit for children."),
    ALLOWED_FORM,
)
FORM_UNKNOWN = FindingKind(
    "quality.child_alone_form_unknown",
    Severity.NOTE,
    N_("Child {child} came alone and lives at {location}; nothing shows whether that is an allowed form of reception."),
    N_("Fill in amv_fit or own_amv_team of the location."),
    ALLOWED_FORM,
)
SCREENING_UNKNOWN = FindingKind(
    "quality.child_screening_unknown",
    Severity.NOTE,
    N_("Nothing shows that child {child} was screened before it came to emergency reception at {location}."),
    N_("Ask who does the screening; the tables keep only the intake of youth health care."),
    SCREENED_BEFORE,
)
NEEDS_NOT_MET = FindingKind(
    "quality.child_needs_not_met",
    Severity.WARNING,
    N_("Household {household} of child {child} is in emergency reception at {location}, which lacks: {lacking}."),
    N_("Find a place that provides it."),
    NEEDS_MET,
)
REASONS_UNKNOWN = FindingKind(
    "quality.child_reasons_unknown",
    Severity.NOTE,
    N_("Nothing shows the written reasons why child {child} is in emergency reception at {location}."),
    N_("Check that they are on file; the tables do not keep them."),
    NEEDS_MET,
)
START_UNKNOWN = FindingKind(
    "quality.child_start_unknown",
    Severity.NOTE,
    N_("Of child {child} of household {household} nobody knows from which day a term runs."),
    N_("Fill in the day of the application or of arrival."),
)
KINDS = (
    SCHOOL_OVERDUE,
    SCHOOL_OVERDUE_BEFORE,
    CRISIS_OVERDUE,
    FORM_NOT_ALLOWED,
    FORM_UNKNOWN,
    SCREENING_UNKNOWN,
    NEEDS_NOT_MET,
    REASONS_UNKNOWN,
    START_UNKNOWN,
)
OVERDUE = {kind.norm: kind for kind in (SCHOOL_OVERDUE, SCHOOL_OVERDUE_BEFORE, CRISIS_OVERDUE)}
FAILED = {ALLOWED_FORM: FORM_NOT_ALLOWED, NEEDS_MET: NEEDS_NOT_MET}
UNKNOWN = {ALLOWED_FORM: FORM_UNKNOWN, SCREENED_BEFORE: SCREENING_UNKNOWN, NEEDS_MET: REASONS_UNKNOWN}


def child_findings(dataset: Dataset, on: date) -> Iterator[Finding]:
    """What is not met or not known of each child. Who got to school too late is there now, and needs no finding."""
    for answered in child_answers(dataset, on):
        if kind := _kind(answered):
            yield _about(kind, answered)


def _kind(answered: ChildAnswer) -> FindingKind | None:
    if answered.term is not None:
        if answered.term.standing is Standing.UNKNOWN:
            return START_UNKNOWN
        return OVERDUE[answered.norm] if answered.term.standing is Standing.OVERDUE else None
    kinds = {Answer.NOT_MET: FAILED, Answer.UNKNOWN: UNKNOWN}.get(answered.answer, {})
    return kinds.get(answered.norm)


def _about(kind: FindingKind, answered: ChildAnswer) -> Finding:
    child, term = answered.child, answered.term
    params = {
        "child": child.key,
        "household": child.household,
        "location": child.location or "",
        "due": term.due.isoformat() if term and term.due else "",
        "lacking": ", ".join(sorted(answered.lacking)),
    }
    return Finding(kind, child.key, params={name: text for name, text in params.items() if text})
