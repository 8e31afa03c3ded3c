# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What people must know of an assessed location: what fails, what is not known, who disagrees, what has no action."""

from collections.abc import Iterator

from luwte.model.findings import Finding, FindingKind, Severity
from luwte.model.places import PlaceGroup
from luwte.model.quality import Answer, Method
from luwte.quality.answers import Heard
from luwte.quality.assess import Assessed
from luwte.quality.called import ANSWERS, CATEGORIES, LAYERS, METHODS
from luwte.quality.triage import gaps_without_action, triage
from luwte.words import N_

GATE_FAILED = FindingKind(
    "quality.gate_failed",
    Severity.WARNING,
    N_("Location {location} does not meet gate {indicator} for {whom}."),
    N_("Repair it, or find the residents another place; an action counts with an owner and a day within the term."),
)
BEYOND_BAR = FindingKind(
    "quality.value_beyond_bar",
    Severity.WARNING,
    N_("Location {location} is said to meet {indicator} for {whom}, and the value {value} that was measured does not."),
    N_("It counts as not met; measure again, or correct the answer."),
)
DISAGREEMENT = FindingKind(
    "quality.disagreement",
    Severity.WARNING,
    N_("On {indicator} at location {location}, for {whom}, answers differ: {said}. What counts is: {counts}."),
    N_("Look together, and write down what was seen; a visit made after the other answers settles it."),
    codes={"said": {**METHODS, **ANSWERS}, "counts": ANSWERS},
)
GATE_UNANSWERED = FindingKind(
    "quality.gate_unanswered",
    Severity.NOTE,
    N_("Nobody has answered gate {indicator} at location {location}, for {whom}."),
    N_("Answer it at the next visit; until then the layer is unknown, and nobody is moved because of it."),
)
GAP_WITHOUT_ACTION = FindingKind(
    "quality.gap_without_action",
    Severity.WARNING,
    N_(
        "Location {location} has a gap on {indicator} for {whom} and no action with an owner and a day within the term."
    ),
    N_("Agree on an action: what, who, by when, at what cost."),
)
OWN_WORD = FindingKind(
    "quality.own_word_only",
    Severity.NOTE,
    N_("That location {location} meets its gates for {whom} is its own word alone ({count} gates, no visit)."),
    N_("Plan a visit that tests it."),
)
COA_DISAGREES = FindingKind(
    "quality.coa_disagrees",
    Severity.WARNING,
    N_("COA counts location {location} as {stated}; by the norms it comes to {found} for {whom}."),
    N_("Lay the reasons beside each other; neither replaces the other."),
    codes={"stated": CATEGORIES, "found": LAYERS},
)
NOT_ASSESSED = FindingKind(
    "quality.not_assessed",
    Severity.NOTE,
    N_("Nobody has answered anything about location {location}, where children live ({children})."),
    N_("Plan a visit; until then its fitness rests on what is stated, on the building and on the kind."),
)
KINDS = (
    GATE_FAILED,
    BEYOND_BAR,
    DISAGREEMENT,
    GATE_UNANSWERED,
    GAP_WITHOUT_ACTION,
    OWN_WORD,
    COA_DISAGREES,
    NOT_ASSESSED,
)


def findings_of(assessed: Assessed) -> Iterator[Finding]:
    """Everything to know of one location for one group, what fails first."""
    yield from (_about(GATE_FAILED, assessed, gate) for gate in assessed.failed_gates)
    for heard in assessed.heard:
        if heard.beyond_bar and heard.speaker and heard.speaker.says is not Answer.NOT_MET:
            values = "|".join(sorted({given.value for given in heard.speaker.answers if given.value}))
            yield _about(BEYOND_BAR, assessed, heard, value=values)
        if heard.disagreement:
            yield _about(DISAGREEMENT, assessed, heard, said=_said(heard), counts=heard.answer.value)
    yield from (_about(GAP_WITHOUT_ACTION, assessed, gap) for gap in gaps_without_action(assessed))
    yield from (_about(GATE_UNANSWERED, assessed, gate) for gate in assessed.unanswered_gates if not gate.doubts)
    yield from _on_the_whole(assessed)


def _on_the_whole(assessed: Assessed) -> Iterator[Finding]:
    at = {"location": assessed.location.key, "whom": assessed.group.value}
    methods = {gate.speaker.method for gate in assessed.gates if gate.speaker}
    if methods == {Method.SELF} and not assessed.failed_gates and not assessed.unanswered_gates:
        yield Finding(OWN_WORD, assessed.location.key, params={**at, "count": str(len(assessed.gates))})
    ours = triage(assessed)
    if ours.coa is not None and ours.disagrees_with_coa and assessed.group is not PlaceGroup.ADULT:
        found = {"stated": ours.coa.value, "found": ours.counted}
        yield Finding(COA_DISAGREES, assessed.location.key, params={**at, **found})


def _said(heard: Heard) -> str:
    """Every answer that stands, by method and day: `visit (2026-05-01): not_met; self (2026-04-01): met`."""
    given = (answer for voice in heard.voices for answer in voice.answers)
    return "; ".join(f"{answer.method.value} ({answer.date.isoformat()}): {answer.answer.value}" for answer in given)


def _about(kind: FindingKind, assessed: Assessed, heard: Heard, **more: str) -> Finding:
    params = {"location": assessed.location.key, "whom": assessed.group.value, "indicator": heard.norm.id, **more}
    return Finding(kind, assessed.location.key, params=params)
