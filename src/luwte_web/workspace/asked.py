# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What a plan asks people to decide, kept beside the plan as a line for each household."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet

from luwte.placement.placement import Action, Cause
from luwte.planning.outputs import PlacementRow
from luwte_web.registry.models import Household
from luwte_web.registry.rows import insert
from luwte_web.workspace.assumed import asks_for_a_decision
from luwte_web.workspace.models import PlanJob, Proposed

MUST_LEAVE = frozenset((Cause.LOCATION_CLOSES, Cause.LOCATION_NOT_OPEN))


@dataclass(frozen=True, slots=True)
class Ask:
    """What a plan asks people to decide about one household. Keys; None is no place."""

    household: str
    action: Action
    cause: Cause
    size: int
    minors: int
    origin: str | None
    destination: str | None

    @property
    def must_leave(self) -> bool:
        """Whether the location where they live closes, or is not open."""
        return self.cause in MUST_LEAVE

    @property
    def is_urgent(self) -> bool:
        """Whether they have no place now, or must leave the one they have."""
        return self.action is not Action.MOVE or self.must_leave


def keep(job: PlanJob, rows: Iterable[PlacementRow]) -> None:
    """Write what a plan that is made asks people to decide."""
    asked = [row for row in rows if asks_for_a_decision(row)]
    if not asked:
        return
    numbers = dict(Household.objects.filter(key__in=[row.household for row in asked]).values_list("key", "pk"))
    said = {name: [getattr(row, name) for row in asked] for name in ("action", "cause", "size", "minors")}
    said |= {name: [getattr(row, name) or "" for row in asked] for name in ("origin", "destination")}
    said |= {"job_id": [job.pk] * len(asked), "household_id": [numbers[row.household] for row in asked]}
    insert(Proposed, said)


def asks(rows: "QuerySet[Proposed]") -> list[Ask]:
    """What these lines ask."""
    columns = ("household__key", "action", "cause", "size", "minors", "origin", "destination")
    return [
        Ask(*told, origin or None, destination or None) for *told, origin, destination in rows.values_list(*columns)
    ]
