# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Gaps and what is agreed for them: each one that weighs heavily asks for an action, or for why there is none."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db import transaction
from django.http import Http404

from luwte.model.findings import Finding
from luwte.model.quality import Improvement
from luwte.quality.answers import misses_bar
from luwte.quality.assess import HEAVY
from luwte.quality.norm import Norm
from luwte_web.accounts.actors import Actor
from luwte_web.inspections.answering import draft
from luwte_web.inspections.asked import FAILED, Asked, asked
from luwte_web.inspections.faults import BEFORE, HALF_A_STEP
from luwte_web.inspections.models import Given, Inspection, Sheet, Step
from luwte_web.registry.editing import refuse
from luwte_web.registry.refusals import refusal


@dataclass(frozen=True, slots=True)
class Agreed:
    """An action with its owner (a role), day and cost in EUR, or why none is agreed."""

    action: str = ""
    owner: str = ""
    due: date | None = None
    cost: Decimal | None = None
    none_because: str = ""


@dataclass(frozen=True, slots=True)
class Gap:
    """A gap that weighs heavily: what was said, what is agreed for it now, and an action that was agreed before."""

    norm: Norm
    given: Given
    step: Step | None
    running: Improvement | None

    @property
    def is_settled(self) -> bool:
        """Whether nothing is left to agree on."""
        return self.step is not None or self.running is not None


def gaps(sheet: Sheet, questions: Asked | None = None) -> list[Gap]:
    """The gaps on a sheet, in the order of the form; a value beyond the bar is a gap, whatever was chosen."""
    questions = questions or asked(sheet.inspection)
    steps = {step.norm: step for step in sheet.inspection.steps.all()}
    given = {one.norm: one for one in sheet.given.all()}
    found = (given[norm.id] for page in questions.pages.values() for norm in page if norm.id in given)
    missed = (one for one in found if is_gap(questions[one.norm], one))
    return [
        Gap(questions[one.norm], one, steps.get(one.norm), _running(questions, one.norm))
        for one in missed
        if questions[one.norm].severity in HEAVY
    ]


def is_gap(norm: Norm, given: Given) -> bool:
    """Whether what was said is that the norm is missed, in part or whole."""
    return given.answer in FAILED or (given.answer is not None and misses_bar(norm, given.value))


@transaction.atomic
def agree(actor: Actor, inspection: Inspection, norm: str, agreed: Agreed) -> Step:
    """Write down what is agreed for a gap while the writer's sheet is a draft; it replaces what was agreed before.

    Raises Http404 where somebody handed it in already, and ChangeRefused where it is half an action.
    """
    draft(actor, inspection)
    if norm not in asked(inspection):
        raise Http404
    refuse(list(_faults(inspection, agreed)))
    known = inspection.steps.filter(norm=norm).first() or Step(inspection=inspection, norm=norm)
    if known.change_id is not None:
        raise Http404
    for name in ("action", "owner", "due", "cost", "none_because"):
        setattr(known, name, getattr(agreed, name))
    known.agreed_by = actor.key
    known.save()
    return known


def _faults(inspection: Inspection, agreed: Agreed) -> Iterator[Finding]:
    told: Sequence[object] = (agreed.action, agreed.owner, agreed.due)
    is_action, is_none = all(told), bool(agreed.none_because) and not any(told) and agreed.cost is None
    if (not is_action and not is_none) or (is_action and agreed.none_because):
        yield refusal(HALF_A_STEP, inspection.location.key)
    if agreed.due and agreed.due < inspection.on:
        yield refusal(BEFORE, inspection.location.key, due=agreed.due, day=inspection.on)


def _running(questions: Asked, norm: str) -> Improvement | None:
    """An action that was agreed before with an owner, and is not due before the day of the inspection."""
    on = questions.inspection.on
    found = (one for one in questions.open_actions if one.indicator == norm and one.owner and one.due and one.due >= on)
    return min(found, key=lambda one: one.due or date.max, default=None)
