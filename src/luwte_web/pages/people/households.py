# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The households that somebody may read about: a list with filters, and a search by key that tells nothing more."""

from collections.abc import Sequence
from typing import Any, TypeVar

from django.db.models import Exists, Model, OuterRef, Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from luwte.model.people import HouseholdGroup, Phase
from luwte_web.accounts.actions import Action
from luwte_web.accounts.policy import can_somewhere
from luwte_web.audit.acts import Act
from luwte_web.audit.reading import put_on_log
from luwte_web.pages import columns
from luwte_web.pages.downloads import FORMS, download
from luwte_web.pages.filters import Filters
from luwte_web.pages.paging import Paging
from luwte_web.pages.reader import NONE, Reader
from luwte_web.pages.review.desk import Desk, at_the_desk, desk_of
from luwte_web.pages.tables import Table
from luwte_web.registry.days import today
from luwte_web.registry.models import Disappearance, HouseholdFacts
from luwte_web.registry.selectors import households_seen, locations_seen
from luwte_web.worklists.of_people import counted

WAITING, LOCKED, WISHING, MISSING = "waiting", "locked", "wish", "missing"


Row = TypeVar("Row", bound=Model)


class Rows(Sequence[Row]):
    """The rows of a query as the rows of a table, read as far as they are shown."""

    def __init__(self, rows: "QuerySet[Row]") -> None:
        self._rows = rows
        self._count = rows.count()

    def __len__(self) -> int:
        return self._count

    def __getitem__(self, at: Any) -> Any:
        return list(self._rows[at]) if isinstance(at, slice) else self._rows[at]


def taken_out(request: HttpRequest, table: Table[Any]) -> HttpResponse:
    """A whole table as a file, and on the log that somebody took it."""
    form = request.GET["as"]
    if form not in FORMS:
        raise Http404
    put_on_log(request, Act.EXPORT, f"table:{table.key}")
    return download(table, form)


@require_safe
@at_the_desk
def households(request: HttpRequest) -> HttpResponse:
    """The list, as far as the reader may see."""
    desk = desk_of(request)
    filters = Filters(request.GET, desk.reader)
    table = _table(desk.reader, Rows(counted(_chosen(desk, filters), today()).order_by("household__key")))
    if "as" in request.GET:
        return taken_out(request, table)
    parts = Paging(request.GET, len(table.rows))
    context = {
        "title": desk.reader.text("Households"),
        "filters": filters,
        "parts": parts,
        "table": parts.of(table),
        "query": request.GET,
        "may_arrive": can_somewhere(desk.actor, Action.WRITE_PERSON),
    }
    return render(request, "people/households.html", context)


def _table(reader: Reader, rows: Sequence[HouseholdFacts]) -> Table[Any]:
    shown = (
        columns.words(
            reader.text("Household"), lambda r: r.household.key, lambda r: reverse("household", args=[r.household.key])
        ),
        columns.names(reader, reader.text("Group"), lambda r: r.group),
        columns.counts(reader, reader.text("People"), lambda r: r.people),
        columns.counts(reader, reader.text("Children"), lambda r: r.minors),
        columns.words(
            reader.text("Lives at"), lambda r: r.location.now.name if r.location else reader.text("no place")
        ),
        columns.days(reader, reader.text("Since"), lambda r: r.since, NONE),
        columns.names(reader, reader.text("Phase"), lambda r: r.phase),
    )
    return Table.of("households", reader.text("Households"), shown, rows)


def _chosen(desk: Desk, filters: Filters) -> "QuerySet[HouseholdFacts]":
    """The households that are asked for, among those that the reader may see."""
    reader = desk.reader
    rows = households_seen(desk.actor)
    filters.search("key", reader.text("Key"))
    if key := filters.fields[-1].value:
        rows = rows.filter(household__key__icontains=key)
    if group := filters.code("group", reader.text("Group"), HouseholdGroup, reader.text("all groups")):
        rows = rows.filter(group=group)
    if phase := filters.code("phase", reader.text("Phase"), Phase, reader.text("all phases")):
        rows = rows.filter(phase=phase)
    places = dict(locations_seen(desk.actor).order_by("name").values_list("location__key", "name"))
    if len(places) > 1 and (at := filters.choose("at", reader.text("Lives at"), places, reader.text("anywhere"))):
        rows = rows.filter(location__key=at)
    kinds = {
        WAITING: reader.text("without a place"),
        LOCKED: reader.text("locked"),
        WISHING: reader.text("with a wish"),
        MISSING: reader.text("with a missing child"),
    }
    only = filters.choose("only", reader.text("Only"), kinds, reader.text("everybody"))
    return rows.filter(_condition(only)) if only else rows


def _condition(only: str) -> Q | Exists:
    if only == MISSING:
        reports = Disappearance.objects.known().filter(found_on=None)
        return Exists(reports.filter(person__now__household=OuterRef("household")))
    return {WAITING: Q(location=None), LOCKED: Q(locked=True), WISHING: Q(wish_kind__isnull=False)}[only]
