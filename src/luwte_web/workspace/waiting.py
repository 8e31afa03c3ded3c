# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""How the proposals of the newest plan stand, told from a line for each: the plan itself is not read.

One thing only the plan tells: whether a place is left where others came since. Of such a proposal it is told that they
came; its own page counts.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.db.models import QuerySet

from luwte_web.accounts.actors import Actor
from luwte_web.registry.selectors import households_seen
from luwte_web.workspace import jobs
from luwte_web.workspace.asked import Ask, asks
from luwte_web.workspace.models import PlanJob, Proposed
from luwte_web.workspace.proposals import Standing, changes, decided, held_in, urgency
from luwte_web.workspace.since import Since, since


@dataclass(frozen=True, slots=True)
class Waiting:
    """A proposal as it stands now. `others_came`: to the proposed place, otherwise than planned, so look for room."""

    ask: Ask
    standing: Standing
    others_came: bool


def newest(actor: Actor) -> tuple[PlanJob | None, list[Waiting]]:
    """The newest plan that is made, and its proposals about households that the actor reads about: urgent ones first,
    then in the order of the plan's own page.
    """
    job = jobs.made().first()
    if job is None:
        return None, []
    seen = households_seen(actor).values("household")
    found = _standing(job, Proposed.objects.filter(household__in=seen))
    return job, sorted(found, key=lambda one: (not one.ask.is_urgent, *urgency(one.ask)))


def of(household: str) -> tuple[PlanJob, Waiting] | None:
    """The proposal of the newest plan for one household; None where there is no plan, or it proposes nothing."""
    job = jobs.made().first()
    found = _standing(job, Proposed.objects.filter(household__key=household)) if job else iter(())
    one = next(found, None)
    return (job, one) if job and one else None


def _standing(job: PlanJob, rows: "QuerySet[Proposed]") -> Iterator[Waiting]:
    assert job.plan_id is not None and job.change_id is not None  # noqa: PT018, S101 - a plan that is made is there
    asked = asks(rows.filter(job=job))
    if not asked:
        return
    now, held = since(job.change_id), held_in(job.plan_id)
    came = _came_otherwise(job, now)
    for ask in asked:
        standing = decided(ask, job.plan_id, now)
        if standing is None:
            is_stale = any(True for _ in changes(ask, now))
            standing = Standing.STALE if is_stale else Standing.HELD if ask.household in held else Standing.OPEN
        yield Waiting(ask, standing, ask.destination in came)


def _came_otherwise(job: PlanJob, now: Since) -> frozenset[str]:
    """The locations to which somebody came since, or will for certain, whom the plan did not propose to bring there."""
    came = Proposed.objects.filter(job=job, household__key__in=list(now.came))
    planned: Mapping[str, str] = dict(came.values_list("household__key", "destination"))
    return frozenset(at for key, (at, _) in now.came.items() if planned.get(key) != at)
