# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What is planned, day by day, what was handed in; and planning another look at a location."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from luwte.model.quality import AssessedGroup
from luwte.quality.catalogue import Profile
from luwte.quality.yardstick import yardstick
from luwte.words import N_
from luwte_web.accounts.actions import Action
from luwte_web.accounts.policy import can_somewhere
from luwte_web.inspections.models import Inspection
from luwte_web.inspections.planning import plan
from luwte_web.inspections.selectors import HANDED_IN, drafts, fills_somewhere, inspections_seen, methods_of
from luwte_web.pages import columns
from luwte_web.pages.inspections.forms import PlanForm
from luwte_web.pages.paging import Paging
from luwte_web.pages.people.editing import Trouble, tried
from luwte_web.pages.reader import NONE, Reader
from luwte_web.pages.review.desk import NUL, Desk, desk_of, table_asked
from luwte_web.pages.tables import Table
from luwte_web.registry.days import today
from luwte_web.registry.models import LocationFacts
from luwte_web.registry.selectors import locations_seen

LATE, AGAIN = N_("the day is over"), N_("a look at what failed before")


@require_safe
@never_cache
@login_required
def inspections(request: HttpRequest) -> HttpResponse:
    """What is planned and what was handed in, at all locations of the reader or at one."""
    desk = desk_of(request)
    if not can_somewhere(desk.actor, Action.READ_LOCATION):
        raise Http404
    at = _location(desk, request.GET.get("at", ""))
    coming, done = drafts(desk.actor), inspections_seen(desk.actor).filter(HANDED_IN).order_by("-on", "-id")
    if at:
        coming, done = coming.filter(location=at.location), done.filter(location=at.location)
    parts = Paging(request.GET, done.count())
    tables = (_planned(desk.reader, coming), _handed_in(desk.reader, done))
    if answer := table_asked(request, *tables):
        return answer
    context = {
        "title": desk.reader.text("Inspections"),
        "at": at,
        "plans": at is not None and bool(methods_of(desk.actor, at.location.key)),
        "inspects": can_somewhere(desk.actor, Action.INSPECT_LOCATION),
        "fills": fills_somewhere(desk.actor),
        "own": [] if at else list(_own(desk)),
        "planned": tables[0],
        "handed_in": parts.of(tables[1]),
        "parts": parts,
        "query": request.GET,
    }
    return render(request, "inspections/inspections.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@login_required
def new(request: HttpRequest, key: str) -> HttpResponse:
    """Plan a look at a location, today or later; `?after=` names the one whose gaps are looked at again."""
    desk, known = desk_of(request), LocationFacts.objects.known().filter(location__key=key.replace(NUL, ""))
    at, methods = get_object_or_404(known), methods_of(desk.actor, key.replace(NUL, ""))
    if not methods:
        raise Http404
    after = request.GET.get("after", "")
    first = {"on": today(), "profile": _profile(at), "group": AssessedGroup.ALL, "method": methods[0]}
    form = PlanForm(request.POST or None, methods=methods, reader=desk.reader, initial=first)
    trouble = Trouble()
    if request.method == "POST" and form.is_valid():
        made: list[Inspection] = []
        wanted, reason = form.wanted(after.replace(NUL, "")), form.cleaned_data["reason"]
        trouble = tried(desk, lambda: made.append(plan(desk.actor, key, wanted, reason)))
        if made:
            return redirect("inspection", made[0].key)
    context = {
        "title": desk.reader.text("Plan an inspection"),
        "location": at,
        "form": form,
        "trouble": trouble,
        "back": reverse("inspections") + f"?at={key}",
    }
    status = 400 if form.errors or trouble != Trouble() else 200
    return render(request, "inspections/new.html", context, status=status)


def planned_columns(reader: Reader) -> tuple[Any, ...]:
    """The columns that tell which inspection it is."""
    return (
        columns.days(reader, reader.text("Day"), lambda row: row.on),
        columns.words(
            reader.text("Location"),
            lambda row: row.location.now.name,
            lambda row: reverse("inspection", args=[row.key]),
        ),
        columns.names(reader, reader.text("How"), lambda row: row.method),
        columns.names(reader, reader.text("Form"), lambda row: row.profile),
        columns.names(reader, reader.text("About"), lambda row: row.group),
    )


def _planned(reader: Reader, rows: "QuerySet[Inspection]") -> Table[Any]:
    on = today()

    def remark(row: Inspection) -> str:
        told = [reader.text(LATE)] if row.on < on else []
        return "; ".join([*told, *([reader.text(AGAIN)] if row.after else [])]) or NONE

    shown = (*planned_columns(reader), columns.words(reader.text("Remark"), remark))
    return Table.of("planned", reader.text("Planned, day by day"), shown, list(rows))


def _handed_in(reader: Reader, rows: "QuerySet[Inspection]") -> Table[Any]:
    return Table.of("handed-in", reader.text("Handed in, the last first"), planned_columns(reader), list(rows))


def _location(desk: Desk, key: str) -> LocationFacts | None:
    """The location that the address asks for; Http404 where the reader reads nothing about it."""
    if not key:
        return None
    return get_object_or_404(locations_seen(desk.actor), location__key=key.replace(NUL, ""))


def _own(desk: Desk) -> "QuerySet[LocationFacts]":
    """The locations of who works at few of them, to begin at."""
    rows = locations_seen(desk.actor).order_by("name")[:5]
    return rows if not can_somewhere(desk.actor, Action.INSPECT_LOCATION) else rows.none()


def _profile(at: LocationFacts) -> Profile:
    """The form that suits a kind of location."""
    if at.kind in yardstick().emergency_kinds:
        return Profile.EMERGENCY
    return Profile.AMV_SMALL if at.kind in yardstick().amv_small_kinds else Profile.FULL
