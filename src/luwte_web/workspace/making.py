# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Make a plan that was asked for: the registry as tables, the tables planned as `luwte plan` does, both kept whole."""

import logging
from collections.abc import Sequence
from contextvars import ContextVar
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event

from django.db import transaction
from django.utils import timezone
from django_tasks import task

from luwte.cli.folder import write_folder
from luwte.cli.planned import beside, input_hashes, policy_bytes
from luwte.data import TO_PLACE, read, write
from luwte.model.findings import Finding, InputRefused
from luwte.placement import Limits, load_policy
from luwte.planning import Plan, Request, files_of, plan
from luwte.planning.files import ACCOUNT
from luwte.planning.outputs import PlacementRow
from luwte.planning.scenarios import Closed, changed
from luwte.words import N_, words_in
from luwte_web.accounts.actors import Actor
from luwte_web.artefacts import services as artefacts
from luwte_web.artefacts.models import Artefact
from luwte_web.audit.acts import Act
from luwte_web.audit.services import record
from luwte_web.registry import selectors
from luwte_web.workspace import asked
from luwte_web.workspace.models import JobState, PlanJob
from luwte_web.workspace.pulse import NotWanted, Pulse
from luwte_web.workspace.refusals import BROKEN, EMPTY, told

LANGUAGE = "nl"  # of the report that is kept with a plan
TABLES, PLAN = "tables", "plan"
log = logging.getLogger("luwte.jobs")
stopping: ContextVar[Event | None] = ContextVar("stopping", default=None)


@task()
def make_plan(key: str) -> None:
    """What the worker runs."""
    stopped = stopping.get()
    with Pulse(key, stopped.is_set if stopped else lambda: False) as pulse:
        make(key, pulse)


def make(key: str, pulse: Pulse) -> None:
    """Make the plan of a job, from beginning to end. Whatever happens, the job tells it; nothing is half kept."""
    job = _begun(key)
    if job is None:
        return
    try:
        with TemporaryDirectory() as folder:
            change = _write_tables(Path(folder) / TABLES, job, pulse)
            proposed = _write_plan(Path(folder), job, pulse).placements
            pulse(N_("Storing the plan"))
            _keep(job, change, Path(folder), proposed)
    except NotWanted:
        _stopped(job)
    except InputRefused as refused:
        _ended(job, JobState.FAILED, failure=told(refused.findings))
    except Exception:
        log.exception("a plan was not made")
        _ended(job, JobState.FAILED, failure=told((Finding(BROKEN),)))


def _begun(key: str) -> PlanJob | None:
    """The job, now running; None where it was cancelled before, or somebody else runs it."""
    waiting = PlanJob.objects.filter(key=key, state=JobState.WAITING, is_to_stop=False)
    now = timezone.now()
    begun = waiting.update(state=JobState.RUNNING, began_at=now, seen_at=now, stage="", done=None)
    return PlanJob.objects.get(key=key) if begun else None


def _write_tables(folder: Path, job: PlanJob, pulse: Pulse) -> int:
    """Write the registry as it is known at its last change, or as it would be; the number of that change."""
    pulse(N_("Reading the registry"))
    change = selectors.latest_change()
    dataset = selectors.dataset_of(selectors.all_lines(change))
    if not dataset.households:
        raise InputRefused((Finding(EMPTY),))
    write(changed(dataset, [Closed(job.without)], job.on) if job.is_what_if else dataset, folder)
    return change


def _write_plan(folder: Path, job: PlanJob, pulse: Pulse) -> Plan:
    """Plan the tables and write the folder of the plan beside them, with its report."""
    dataset = read(folder / TABLES, need=TO_PLACE, progress=pulse)
    limits = Limits(job.seconds, job.gap, pulse.is_to_stop)
    made = plan(dataset, job.on, policy=load_policy(None), progress=pulse, limits=limits)
    pulse(N_("Writing the report"))
    request = Request(
        language=LANGUAGE, gap=None if job.gap is None else str(job.gap), time_limit=job.seconds and float(job.seconds)
    )
    lying_beside = beside(made, dataset, words_in(LANGUAGE), policy_bytes(None))
    files = files_of(made, request=request, inputs=input_hashes(folder / TABLES), beside=lying_beside)
    write_folder(folder / PLAN, files, receipt=ACCOUNT)
    return made


@transaction.atomic
def _keep(job: PlanJob, change: int, folder: Path, proposed: Sequence[PlacementRow]) -> None:
    """Keep tables, plan and what it proposes, and say that it is made; nothing where it was cancelled at the last."""
    now = timezone.now()
    dataset = artefacts.store_dataset(folder / TABLES, now)
    made: Artefact = artefacts.store_plan(folder / PLAN, dataset, now)
    if not _ended(job, JobState.DONE, change_id=change, plan=made):
        raise NotWanted
    if not job.is_what_if:
        asked.keep(job, proposed)
    record(Actor(job.actor), Act.JOB, f"job:{job.key}", {"made": made.address, "change": change})


def _stopped(job: PlanJob) -> None:
    """Cancelled by a person; or the worker was asked to stop, and the next one begins anew."""
    if _ended(job, JobState.CANCELLED, only_asked=True):
        return
    with transaction.atomic():
        running = PlanJob.objects.filter(key=job.key, state=JobState.RUNNING)
        if running.update(state=JobState.WAITING, began_at=None, seen_at=None, stage="", done=None):
            make_plan.enqueue(job.key)


def _ended(job: PlanJob, state: JobState, *, only_asked: bool = False, **facts: object) -> bool:
    """End a job that is still running; whether it was. One that is to stop ends in no other way than cancelled."""
    running = PlanJob.objects.filter(key=job.key, state=JobState.RUNNING)
    if only_asked or state is JobState.DONE:
        running = running.filter(is_to_stop=only_asked)
    return bool(running.update(state=state, ended_at=timezone.now(), **facts))
