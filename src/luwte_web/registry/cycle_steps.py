# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""How the ministry writes down that a step of a cycle was done, or was done anew; what was before stays.

    write_step(actor, CycleStep(2026, Step.REPORT, tuesday, "Government Gazette 2026, 1", Mark.PUBLISHED), reason)

A step that the Act does not allow at that point is refused with the article.
"""

from dataclasses import asdict
from datetime import date

from luwte.data.raw import error
from luwte.model.cycles import CycleStep
from luwte.model.dataset import Dataset
from luwte.model.findings import Finding, InputRefused
from luwte.planning.law import course_in
from luwte.words import N_
from luwte_web.accounts.actions import Action
from luwte_web.accounts.actors import Actor
from luwte_web.accounts.policy import demand
from luwte_web.audit.acts import Act
from luwte_web.registry import models
from luwte_web.registry.days import describe_today, today
from luwte_web.registry.editing import refuse, unexplained
from luwte_web.registry.models import Change
from luwte_web.registry.refusals import refusal
from luwte_web.registry.selectors import records
from luwte_web.registry.services import change, know

NOT_YET = error(
    "cycle_day_ahead",
    N_("{day} is still to come, so nobody can know yet that it was done."),
    N_("Write it down once it is done."),
)
NO_SOURCE = error(
    "cycle_no_source",
    N_("It is not filled in where this comes from."),
    N_("Name the publication, such as the Gazette."),
)
KNOWN_ALREADY = error(
    "cycle_known_already",
    N_("That this step was done on {day} is known already."),
    N_("Correct the day, or go back without saving."),
)
KINDS = (NOT_YET, NO_SOURCE, KNOWN_ALREADY)


def write_step(actor: Actor, step: CycleStep, reason: str) -> None:
    """Write down a step.

    Raises Http404 to whom may not do it, and ChangeRefused with all that would be wrong.
    """
    demand(actor, Action.DECIDE_DISTRIBUTION)
    sourceless = [] if step.source.strip() else [refusal(NO_SOURCE)]
    refuse([*unexplained(reason), *sourceless, *still_ahead(step.on)])
    with change(actor, reason.strip(), act=Act.DECIDE) as made:
        refuse([refusal(KNOWN_ALREADY, day=step.on.isoformat())] if is_known(step) else [])
        know_step(made, step)
        describe_today(made)


def is_known(step: CycleStep) -> bool:
    """Whether it is known already that the step was done on that day."""
    return any(event.on == step.on for event in course_in(_steps(), step.cycle).versions(step.step))


def know_step(made: Change, step: CycleStep) -> None:
    """Add the step to a change; ChangeRefused where the Act does not allow it."""
    know(made, models.CycleStep(**asdict(step)))
    try:
        course_in(_steps(), step.cycle)
    except InputRefused as refused:
        refuse(refused.findings)


def still_ahead(day: date) -> list[Finding]:
    """What is wrong with a day on which something is said to have been done."""
    return [refusal(NOT_YET, day=day.isoformat())] if day > today() else []


def _steps() -> Dataset:
    return Dataset(steps=tuple(records("steps")))
