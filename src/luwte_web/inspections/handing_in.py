# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Hand in a sheet: its answers and actions become rows of the registry, what was mended is closed; all or nothing.

An action is closed when what counts about its norm, by everybody who answered, is that it is met: by the same rule as
triage. So a location never closes by its own word what an inspector or a child found (docs/decisions/0024).
"""

from collections.abc import Iterator

from django.db.models import QuerySet

from luwte.model.findings import Finding
from luwte.model.quality import Answer
from luwte_web.accounts.actors import Actor
from luwte_web.inspections.answering import draft
from luwte_web.inspections.asked import Asked, asked, heard_by_all
from luwte_web.inspections.faults import GIVEN_TWICE, NO_ANSWER, NO_STEP, NOT_YET, NOTHING_ANSWERED
from luwte_web.inspections.gaps import Gap, gaps
from luwte_web.inspections.models import Given, Inspection, Sheet
from luwte_web.registry.days import describe_today, today
from luwte_web.registry.editing import NO_REASON, refuse
from luwte_web.registry.models import Assessment, Change, Improvement
from luwte_web.registry.refusals import refusal
from luwte_web.registry.selectors import records
from luwte_web.registry.services import change, correct, know


def hand_in(actor: Actor, inspection: Inspection, reason: str) -> Change:
    """Hand in one's own sheet; nobody changes it afterwards.

    Raises Http404 where there is no draft of theirs, and ChangeRefused with all that still has to be done.
    """
    with change(actor, reason.strip(), about=f"location:{inspection.location.key}") as made:
        sheet, questions = draft(actor, inspection), asked(inspection)
        refuse(list(_faults(sheet, questions, reason)))
        given = list(sheet.given.exclude(answer=None))
        for one in given:
            know(made, _assessment(sheet, one))
        _act(made, sheet, gaps(sheet, questions))
        _close(made, questions, given)
        sheet.change = made
        sheet.save(update_fields=["change"])
        describe_today(made)
    return made


def left_to_do(sheet: Sheet) -> list[Finding]:
    """What keeps a sheet from being handed in, apart from the reason."""
    return list(_faults(sheet, asked(sheet.inspection), "there is one"))


def _faults(sheet: Sheet, questions: Asked, reason: str) -> Iterator[Finding]:
    inspection = sheet.inspection
    if not reason.strip():
        yield refusal(NO_REASON, inspection.location.key)
    if inspection.on > today():
        yield refusal(NOT_YET, inspection.location.key, day=inspection.on)
    given = [one for one in sheet.given.all() if one.norm in questions]
    if not any(one.answer for one in given):
        yield refusal(NOTHING_ANSWERED, inspection.location.key)
    answered = {one.norm for one in given if one.answer}
    half = dict.fromkeys(one.norm for one in (*given, *sheet.photos.all()))
    yield from (refusal(NO_ANSWER, norm, norm=norm) for norm in half if norm not in answered)
    yield from (refusal(NO_STEP, gap.norm.id, norm=gap.norm.id) for gap in gaps(sheet, questions) if not gap.is_settled)
    twice = _handed_in_before(sheet).filter(indicator__in=answered).values_list("indicator", flat=True)
    yield from (refusal(GIVEN_TWICE, norm, norm=norm) for norm in sorted(twice))


def _handed_in_before(sheet: Sheet) -> "QuerySet[Assessment]":
    asked_for = sheet.inspection
    return Assessment.objects.known().filter(
        location=asked_for.location,
        group=asked_for.group,
        date=asked_for.on,
        method=asked_for.method,
        assessor=sheet.respondent,
    )


def _assessment(sheet: Sheet, given: Given) -> Assessment:
    of = sheet.inspection
    return Assessment(
        location=of.location,
        group=of.group,
        indicator=given.norm,
        answer=given.answer,
        date=of.on,
        method=of.method,
        value=given.value,
        assessor=sheet.respondent,
        note=given.note,
    )


def _act(made: Change, sheet: Sheet, found: list[Gap]) -> None:
    """Write the actions that were agreed for these gaps, once."""
    for step in (gap.step for gap in found if gap.step and gap.step.change_id is None):
        if step.action:
            know(
                made,
                Improvement(
                    location=sheet.inspection.location,
                    indicator=step.norm,
                    action=step.action,
                    owner=step.owner,
                    due=step.due,
                    cost=step.cost,
                ),
            )
        step.change = made
        step.save(update_fields=["change"])


def _close(made: Change, questions: Asked, given: list[Given]) -> None:
    """Close the open actions for norms that were answered as met, where that is what counts by everybody's answers."""
    of = questions.inspection
    met = [one.norm for one in given if one.answer is Answer.MET and one.norm in questions]
    answers = records("assessments", location=of.location, indicator__in=met)
    for action in Improvement.objects.known().filter(location=of.location, indicator__in=met, done_on=None):
        heard = heard_by_all(questions[action.indicator], questions.location, answers)
        if heard and all(one.answer is Answer.MET for one in heard):
            correct(made, action, done_on=of.on)
