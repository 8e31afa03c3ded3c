# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Ask for a plan of the registry, cancel it, and see how far it is. `making` makes it, in the background."""

from dataclasses import asdict, dataclass
from datetime import date, timedelta
from decimal import Decimal

from django.db import transaction
from django.db.models import Q, QuerySet
from django.http import Http404
from django.utils import timezone

from luwte.model.findings import Finding
from luwte_web.accounts.actions import Action
from luwte_web.accounts.actors import Actor
from luwte_web.accounts.policy import demand
from luwte_web.artefacts import services as artefacts
from luwte_web.audit.acts import Act
from luwte_web.audit.services import record
from luwte_web.registry.days import today
from luwte_web.registry.services import take_turn
from luwte_web.workspace.making import make_plan
from luwte_web.workspace.models import JobState, PlanJob
from luwte_web.workspace.refusals import INTERRUPTED, told

LOST_AFTER = timedelta(seconds=45)
UNDER_WAY = (JobState.WAITING, JobState.RUNNING)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked of a plan: its day, and where given, how long to search and which gap is near enough.

    `without` is the key of a location that is taken to close: what would follow is told, and nothing is proposed.
    """

    on: date
    seconds: int | None = None
    gap: Decimal | None = None
    without: str = ""


def ask(actor: Actor, wanted: Wanted) -> PlanJob:
    """Ask for a plan of the registry as it will be when the work begins.

    Who asks for what is already under way gets that plan: two people who press at once wait for one.
    """
    demand(actor, Action.MAKE_PLAN)
    mark_lost()
    with transaction.atomic():
        take_turn()
        asked = asdict(wanted)
        under_way = PlanJob.objects.filter(state__in=UNDER_WAY, is_to_stop=False)
        for job in under_way:
            if all(getattr(job, name) == value for name, value in asked.items()):
                return job
        job = PlanJob.objects.create(asked_at=timezone.now(), actor=actor.key, **asked)
        make_plan.enqueue(job.key)
        told = {"asked": True, **{name: None if value is None else str(value) for name, value in asked.items()}}
        record(actor, Act.JOB, f"job:{job.key}", told)
    return job


def again(actor: Actor, key: str) -> PlanJob:
    """Ask for the same as an earlier plan was asked, of the registry as it is now."""
    earlier = _one(key)
    return ask(actor, Wanted(max(earlier.on, today()), earlier.seconds, earlier.gap, earlier.without))


def cancel(actor: Actor, key: str) -> None:
    """Cancel a plan that is under way; one that is made or has ended stays as it is."""
    demand(actor, Action.MAKE_PLAN)
    with transaction.atomic():
        job = _one(key, locked=True)
        if not job.is_under_way or job.is_to_stop:
            return
        if job.state is JobState.WAITING:
            job.state, job.ended_at = JobState.CANCELLED, timezone.now()
        job.is_to_stop = True
        job.save()
        record(actor, Act.JOB, f"job:{key}", {"cancelled": True})


def progress(key: str) -> PlanJob:
    """How far a plan is. Raises Http404 where nobody asked for it."""
    mark_lost()
    return _one(key)


def made() -> QuerySet[PlanJob]:
    """The plans that were made from the registry as it is, the newest first."""
    return PlanJob.objects.filter(state=JobState.DONE, without="").order_by("-ended_at", "-id")


def show(actor: Actor, key: str) -> None:
    """Show the figures of a plan on the pages that everybody reads, from now on."""
    demand(actor, Action.MAKE_PLAN)
    job = _one(key)
    if job.plan is None or job.is_what_if:
        raise Http404
    with transaction.atomic():
        artefacts.publish(job.plan, timezone.now())
        record(actor, Act.DECIDE, f"plan:{job.plan_id}", {"shown": True})


def mark_lost() -> int:
    """End the jobs whose worker was not heard of for so long that it must have been killed; how many there were."""
    heard_before = timezone.now() - LOST_AFTER
    silent = Q(seen_at__lt=heard_before) | Q(seen_at=None, began_at__lt=heard_before)
    lost = PlanJob.objects.filter(silent, state=JobState.RUNNING)
    ended = {"ended_at": timezone.now(), "failure": told((Finding(INTERRUPTED),))}
    cancelled = lost.filter(is_to_stop=True).update(state=JobState.CANCELLED, ended_at=ended["ended_at"])
    return cancelled + lost.filter(is_to_stop=False).update(state=JobState.FAILED, **ended)


def _one(key: str, *, locked: bool = False) -> PlanJob:
    jobs = PlanJob.objects.select_for_update() if locked else PlanJob.objects
    job = jobs.filter(key=key).first()
    if job is None:
        raise Http404
    return job
