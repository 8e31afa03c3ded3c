# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""No austerity unseen: what a location had and has no more, and what a catalogue asked and asks no more."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from luwte.model.findings import Finding, FindingKind, Severity
from luwte.model.quality import Answer, Assessment
from luwte.quality.answers import Heard, Voice, by_norm, hear
from luwte.quality.assess import Assessed
from luwte.quality.called import ASKED_OF_A_NORM, PARTS_OF_A_NORM
from luwte.quality.norm import WITHOUT_BAR, GapSeverity, Measure, Norm, Rule
from luwte.words import N_

SEVERITIES = list(GapSeverity)

FACILITY_LOST = FindingKind(
    "quality.facility_lost",
    Severity.WARNING,
    N_("Location {location} met {indicator} for {whom} by the answer of {before}, and does not by that of {since}."),
    N_("Ask who decided this and why, and what comes in its place."),
)
NORM_LOST = FindingKind(
    "quality.norm_lost",
    Severity.WARNING,
    N_("The earlier catalogue asked {indicator} on {day}; this one does not."),
    N_("Ask who decided this and why; the answers given to it are kept."),
)
NORM_WEAKER = FindingKind(
    "quality.norm_weaker",
    Severity.WARNING,
    N_("The catalogue asks less of {indicator} than the earlier one: {what}, from {before} to {after}."),
    N_("Ask who decided this and why."),
    codes={"what": PARTS_OF_A_NORM, "before": ASKED_OF_A_NORM, "after": ASKED_OF_A_NORM},
)
KINDS = (FACILITY_LOST, NORM_LOST, NORM_WEAKER)


def facilities_lost(assessed: Iterable[Assessed], answers: Iterable[Assessment]) -> Iterator[Finding]:
    """Norms that were met once and are known not to be met now: a loss stays one until it is made good."""
    given = by_norm(answers)
    for one in assessed:
        for heard in one.heard:
            if heard.answer in (Answer.NOT_MET, Answer.PARTLY):
                yield from _lost(one, heard, given[one.location.key, heard.norm.id])


def _lost(assessed: Assessed, now: Heard, answers: Sequence[Assessment]) -> Iterator[Finding]:
    """The last answer by which the norm counted as met, where it is believed as much as the one of now."""
    days = sorted({answer.date for answer in answers if answer.date <= assessed.on}, reverse=True)
    for day in days[1:]:
        known = [answer for answer in answers if answer.date <= day]
        was = hear(now.norm, assessed.group, known, assessed.measure.trust)
        if was.answer is Answer.MET and was.speaker and now.speaker and _as_sure(was.speaker, now.speaker, assessed):
            at = {"location": assessed.location.key, "whom": assessed.group.value, "indicator": now.norm.id}
            told = {"before": was.speaker.date.isoformat(), "since": now.speaker.date.isoformat()}
            yield Finding(FACILITY_LOST, assessed.location.key, params={**at, **told})
            return


def _as_sure(was: Voice, now: Voice, assessed: Assessed) -> bool:
    """Whether who said that it was met is believed as much as who says that it is not: else it never was known."""
    trust = assessed.measure.trust
    return trust.index(was.method) <= trust.index(now.method)


def norms_lost(earlier: Iterable[Norm], now: Iterable[Norm], on: date) -> Iterator[Finding]:
    """Norms that hold by an earlier catalogue and not by this one on a day, and those that ask less."""
    there = {norm.id: norm for norm in now if norm.holds_on(on)}
    for norm in earlier:
        if not norm.holds_on(on):
            continue
        if norm.id not in there:
            yield Finding(NORM_LOST, norm.id, params={"indicator": norm.id, "day": on.isoformat()})
            continue
        for what, before, after in _weaker(norm, there[norm.id]):
            params = {"indicator": norm.id, "what": what, "before": before, "after": after}
            yield Finding(NORM_WEAKER, norm.id, params=params)


def _weaker(before: Norm, after: Norm) -> Iterator[tuple[str, str, str]]:
    """In what a norm asks less than it did: the field, what stood there, what stands there."""
    if before.is_gate and not after.is_gate:
        yield "gate", "yes", "no"
    if SEVERITIES.index(after.severity) > SEVERITIES.index(before.severity):
        yield "severity", before.severity.value, after.severity.value
    if _asks_less(before.measure, after.measure):
        yield "bar", _bar(before.measure), _bar(after.measure)
    gone = before.groups - after.groups
    if gone:
        yield "groups", ", ".join(sorted(before.groups)), ", ".join(sorted(after.groups))


def _asks_less(before: Measure, after: Measure) -> bool:
    if before.rule in WITHOUT_BAR:
        return False
    if after.rule is not before.rule or after.bar is None or before.bar is None:
        return after.rule in WITHOUT_BAR
    return after.bar > before.bar if after.rule is Rule.AT_MOST else after.bar < before.bar


def _bar(measure: Measure) -> str:
    return measure.rule.value if measure.bar is None else f"{measure.rule.value} {measure.bar}"
