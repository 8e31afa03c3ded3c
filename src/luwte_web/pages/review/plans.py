# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The plans that were made of the registry: ask for one, see how far it is, cancel it, show its figures."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from luwte.words import N_
from luwte_web.accounts.actions import Action
from luwte_web.accounts.policy import demand
from luwte_web.audit.reading import reads_people
from luwte_web.pages import columns
from luwte_web.pages.people.places import location_named
from luwte_web.pages.reader import NONE, Reader
from luwte_web.pages.review.desk import Desk, at_the_desk, desk_of, table_asked
from luwte_web.pages.review.forms import PlanForm
from luwte_web.pages.review.written import lacking
from luwte_web.pages.tables import Column, Table
from luwte_web.registry.days import today
from luwte_web.workspace import jobs
from luwte_web.workspace.models import JobState, PlanJob
from luwte_web.workspace.owed import Owed, owed

WHAT_IF, CLOSED = N_("What if {location} closed on {day}"), N_("{location} closed")
MOST_SHOWN = 50
REFRESH_SECONDS = 3
TONES = {JobState.DONE: "good", JobState.RUNNING: "fair", JobState.WAITING: "open", JobState.FAILED: "bad"}


@at_the_desk
@require_http_methods(["GET", "HEAD", "POST"])
def plans(request: HttpRequest) -> HttpResponse:
    """All plans, the newest first, and for who may make one the form to ask for it."""
    desk = desk_of(request)
    form = PlanForm(request.POST or None, initial={"on": today()})
    if request.method == "POST":
        demand(desk.actor, Action.MAKE_PLAN)
        if form.is_valid():
            return redirect("plan_in_review", jobs.ask(desk.actor, form.wanted()).key)
    jobs.mark_lost()
    known = PlanJob.objects.all() if desk.makes_plans else jobs.made()
    table = plans_table(desk.reader, list(known[:MOST_SHOWN]))
    late = owed_table(desk.reader, owed(desk.actor))
    reads_people(request, [f"household:{one.household}" for one in late.rows], {"page": "owed"})
    if file := table_asked(request, table, late):
        return file
    context = {
        "title": desk.reader.text("Review"),
        "table": table,
        "owed": late,
        "form": form,
        "desk": desk,
        "query": request.GET,
    }
    return render(request, "review/plans.html", context, status=400 if form.errors else 200)


@at_the_desk
@require_POST
def cancel(request: HttpRequest, key: str) -> HttpResponse:
    """Cancel a plan that is under way."""
    jobs.cancel(desk_of(request).actor, key)
    return redirect("plan_in_review", key)


@at_the_desk
@require_POST
def again(request: HttpRequest, key: str) -> HttpResponse:
    """Make the same plan of the registry as it is now."""
    return redirect("plan_in_review", jobs.again(desk_of(request).actor, key).key)


@at_the_desk
@require_POST
def show(request: HttpRequest, key: str) -> HttpResponse:
    """Show the figures of this plan on the pages that everybody reads."""
    jobs.show(desk_of(request).actor, key)
    return redirect("overview")


def under_way(request: HttpRequest, desk: Desk, job: PlanJob) -> HttpResponse:
    """How far a plan is, or why it was not made. The page comes again by itself until somebody says it need not."""
    is_still = "still" in request.GET
    context = {
        "title": titled(desk.reader, job),
        "job": job,
        "state": desk.reader.name(job.state),
        "stage": desk.reader.text(job.stage) if job.stage else "",
        "percent": None if job.done is None else round(100 * job.done),
        "minutes": int((timezone.now() - (job.began_at or job.asked_at)).total_seconds() // 60),
        "reasons": [_told(desk.reader, each) for each in job.failure],
        "is_still": is_still,
    }
    answer = render(request, "review/progress.html", context)
    if job.is_under_way and not is_still:
        answer["Refresh"] = str(REFRESH_SECONDS)
    return answer


def titled(reader: Reader, job: PlanJob) -> str:
    """What a plan is called: by its day, or by the location that it takes to close."""
    if not job.is_what_if:
        return reader.text("The plan for {day}", day=reader.day(job.on))
    return reader.text(WHAT_IF, location=location_named(job.without), day=reader.day(job.on))


def plans_table(reader: Reader, found: list[PlanJob]) -> Table[PlanJob]:
    """Plans with who asked for them, as a token."""
    shown: tuple[Column[Any], ...] = (
        columns.words(
            reader.text("Plan for"),
            lambda job: reader.day(job.on),
            lambda job: reverse("plan_in_review", args=[job.key]),
        ),
        columns.words(
            reader.text("State"), lambda job: reader.name(job.state), tone=lambda job: TONES.get(job.state, "")
        ),
        Column(reader.text("Asked for"), lambda job: job.asked_at, lambda job: moment(reader, job.asked_at)),
        Column(reader.text("Ready"), lambda job: job.ended_at, lambda job: moment(reader, job.ended_at)),
        columns.words(reader.text("By"), lambda job: job.actor),
        columns.words(
            reader.text(N_("What if")),
            lambda job: reader.text(CLOSED, location=location_named(job.without)) if job.is_what_if else NONE,
        ),
        columns.words(reader.text("Change of the registry"), lambda job: str(job.change_id or NONE)),
    )
    return Table.of("plans", reader.text("Plans, the newest first"), shown, found)


def owed_table(reader: Reader, late: list[Owed]) -> Table[Owed]:
    """Children who moved before everything was written down, with what is missing still."""
    shown = (
        columns.words(
            reader.text("Household"),
            lambda one: one.household,
            lambda one: reverse("proposal_in_review", args=[one.plan, one.household]),
        ),
        columns.days(reader, reader.text("Day of the move"), lambda one: one.on),
        columns.words(reader.text("Why it could not wait"), lambda one: one.because),
        columns.words(
            reader.text("Not written down yet"),
            lambda one: "; ".join(lacking(reader, one.missing)),
        ),
    )
    return Table.of("owed", reader.text("Moved in haste: still to be written down"), shown, late)


def moment(reader: Reader, at: Any) -> str:
    """A moment as it was here."""
    if at is None:
        return NONE
    here = timezone.localtime(at)
    return f"{reader.day(here.date())} {here:%H:%M}"


def _told(reader: Reader, finding: dict[str, Any]) -> tuple[str, str]:
    params = finding["params"]
    return reader.text(finding["what"], **params), reader.text(finding["mend"], **params)
