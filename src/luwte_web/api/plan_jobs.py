# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Ask for a plan of the registry, follow how far it is, and cancel it. Making it takes minutes: the answer is 202."""

from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Any

from django.http import HttpRequest, HttpResponse
from ninja import Path, Query, Router, Schema
from ninja.responses import Status
from pydantic import Field, StringConstraints

from luwte.data.rows import decimal_text
from luwte.words import N_, Words
from luwte_web.accounts.acting import acting
from luwte_web.accounts.actions import Action
from luwte_web.api.operations import operation
from luwte_web.api.paging import Paged, part_of, part_shape
from luwte_web.api.problems import words_of
from luwte_web.api.records import address_of
from luwte_web.api.shapes import ADDRESS
from luwte_web.api.values import Day, Given, Key
from luwte_web.workspace import jobs
from luwte_web.workspace.models import JobState, PlanJob

router = Router(tags=["plan-jobs"])
NEEDS = [Action.MAKE_PLAN]
LONGEST_SECONDS = 14_400
GAP = r"^0(\.([0-4][0-9]{0,8}|50{0,8}))?$"
WITHOUT = N_("Key of a location that is taken to close: what would follow is told, and nothing is proposed.")
PLAN = N_("Address of the plan that was made; null while there is none.")


class Failure(Schema):
    """Why no plan was made."""

    detail: str
    mend: str


class Job(Schema):
    """A plan that somebody asked for, and how far it is."""

    job: str
    state: JobState
    on: date
    seconds: int | None
    gap: str | None
    without: str | None = Field(description=WITHOUT)
    stage: str = Field(description=N_("What is being done now."))
    done: float | None = Field(description=N_("How much of it is done, from 0 to 1."))
    asked_at: datetime
    ended_at: datetime | None
    plan: str | None = Field(description=PLAN)
    failure: list[Failure]
    url: str = Field(description=ADDRESS)


class Wish(Given):
    """What is asked of a plan."""

    on: Day = Field(description=N_("The day of the plan."))
    seconds: Annotated[int, Field(ge=1, le=LONGEST_SECONDS, strict=True)] | None = Field(
        default=None, description=N_("How long each search may take; without it, as long as it needs.")
    )
    gap: Annotated[str, StringConstraints(pattern=GAP)] | None = Field(
        default=None, description=N_("Which gap with the proven bound is near enough, from 0 to 0.5.")
    )
    without: Key | None = Field(default=None, description=WITHOUT)


@operation(router, "GET", "/plan-jobs", N_("Plans that were asked for"), needs=NEEDS, gives=part_shape(Job))
def list_plan_jobs(request: HttpRequest, asked: Query[Paged]) -> Any:
    """Every plan that somebody asked for, the newest first."""
    jobs.mark_lost()
    rows = PlanJob.objects.all()
    return part_of(request, rows, rows.count(), asked, lambda part: [_told(request, job) for job in part])


@operation(router, "POST", "/plan-jobs", N_("Ask for a plan of the registry"), needs=NEEDS, gives=Job, status=202)
def ask_for_plan(request: HttpRequest, response: HttpResponse, wish: Wish) -> Status[dict[str, Any]]:
    """Ask for a plan. Who asks for what is already under way follows that one."""
    wanted = jobs.Wanted(wish.on, wish.seconds, Decimal(wish.gap) if wish.gap else None, wish.without or "")
    job = jobs.ask(acting(request), wanted)
    response["Location"] = _address(request, job)
    return Status(202, _told(request, job))


@operation(router, "GET", "/plan-jobs/{job}", N_("How far a plan is"), needs=NEEDS, gives=Job)
def read_plan_job(request: HttpRequest, job: Path[Key]) -> Any:
    """How far a plan is; once it is made, its address."""
    return _told(request, jobs.progress(job))


@operation(router, "DELETE", "/plan-jobs/{job}", N_("Cancel a plan"), needs=NEEDS, status=204)
def cancel_plan_job(request: HttpRequest, job: Path[Key]) -> Status[None]:
    """Cancel a plan that is under way; one that is made or has ended stays as it is."""
    jobs.cancel(acting(request), job)
    return Status(204, None)


def _told(request: HttpRequest, job: PlanJob) -> dict[str, Any]:
    words = words_of(request)
    return {
        "job": job.key,
        "state": job.state,
        "on": job.on,
        "seconds": job.seconds,
        "gap": None if job.gap is None else decimal_text(job.gap),
        "without": job.without or None,
        "stage": words.text(job.stage),
        "done": job.done,
        "asked_at": job.asked_at,
        "ended_at": job.ended_at,
        "plan": job.plan_id,
        "failure": [_failure(each, words) for each in job.failure],
        "url": _address(request, job),
    }


def _failure(each: Any, words: Words) -> dict[str, str]:
    return {name: words.text(each[kept], **each["params"]) for name, kept in (("detail", "what"), ("mend", "mend"))}


def _address(request: HttpRequest, job: PlanJob) -> str:
    return request.build_absolute_uri(address_of("plan-jobs", job.key))
