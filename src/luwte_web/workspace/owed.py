# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What is still owed to children who moved before everything was written down."""

from dataclasses import dataclass
from datetime import date

from luwte_web.accounts.actors import Actor
from luwte_web.registry.models import MoveFacts
from luwte_web.registry.selectors import households_seen
from luwte_web.workspace.best_interests import Lack, missing_for
from luwte_web.workspace.models import PlanJob, Urgency


@dataclass(frozen=True, slots=True)
class Owed:
    """A move that could not wait: whose, in which plan, on which day, and what is not written down yet."""

    household: str
    plan: str
    to: str
    on: date
    because: str
    missing: tuple[Lack, ...]


def owed(actor: Actor) -> list[Owed]:
    """The moves of children that were made final in haste and whose record is not complete, the oldest first."""
    urgent = {one.move_id: one for one in Urgency.objects.known().order_by("line")}
    seen = set(households_seen(actor).values_list("household__key", flat=True)) if urgent else set()
    moves = MoveFacts.objects.known().filter(move_id__in=urgent).select_related("household", "to")
    plans = dict(PlanJob.objects.filter(plan__isnull=False, without="").order_by("id").values_list("plan_id", "key"))
    found = [
        Owed(
            move.household.key,
            plans[move.plan],
            move.to.key,
            move.on,
            urgent[move.move_id].because,
            missing_for(move.household.key, move.to.key, move.on),
        )
        for move in moves
        if move.household.key in seen and move.plan in plans
    ]
    return sorted((one for one in found if one.missing), key=lambda one: (one.on, one.household))
