# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Where to look first: every location with what makes a visit urgent, each factor for itself."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from luwte.reporting.labels import LAYERS
from luwte.words import N_
from luwte_web.accounts.actions import Action
from luwte_web.accounts.policy import can_somewhere
from luwte_web.inspections.risk import FIELDS, Urgency, where_first
from luwte_web.pages import columns
from luwte_web.pages.filters import Filters
from luwte_web.pages.paging import Paging
from luwte_web.pages.reader import NONE, Reader
from luwte_web.pages.review.desk import desk_of, table_asked
from luwte_web.pages.tables import Table
from luwte_web.registry.days import today

CALLED = {
    "safety": N_("safety and living"),
    "health": N_("health"),
    "education": N_("education and development"),
    "work": N_("work: those who care for the children"),
}
NEVER = N_("never")
TONES = {"critical": "bad", "unknown_failing": "bad", "unknown": "open", "improvable": "fair"}


@require_safe
@never_cache
@login_required
def where(request: HttpRequest) -> HttpResponse:
    """The locations that the reader may inspect, the most urgent first."""
    desk, on = desk_of(request), today()
    if not can_somewhere(desk.actor, Action.INSPECT_LOCATION):
        raise Http404
    reader, filters = desk.reader, Filters(request.GET, desk.reader)
    choices = {field: reader.text(CALLED[field]) for field in FIELDS}
    field = filters.choose("field", reader.text("Only what is about"), choices, reader.text("everything"))
    rows = where_first(desk.actor, on, field)
    table, parts = _table(reader, rows), Paging(request.GET, len(rows))
    if answer := table_asked(request, table):
        return answer
    context = {
        "title": reader.text("Where to look first"),
        "filters": filters,
        "table": parts.of(table),
        "parts": parts,
        "query": request.GET,
        "on": on,
    }
    return render(request, "inspections/where.html", context)


def _table(reader: Reader, rows: list[Urgency]) -> Table[Any]:
    on = today()

    def since(row: Urgency) -> str:
        days = row.days_since(on)
        return reader.text(NEVER) if days is None else reader.number(days)

    shown = (
        columns.words(
            reader.text("Location"),
            lambda row: row.location.name,
            lambda row: reverse("inspection_new", args=[row.location.key]),
        ),
        columns.words(
            reader.text("Layer"),
            lambda row: reader.text(LAYERS[row.layer]),
            tone=lambda row: TONES.get(row.layer, "good"),
        ),
        columns.counts(reader, reader.text("Gates that fail"), lambda row: len(row.failed)),
        columns.words(reader.text("Which"), lambda row: ", ".join(row.failed) or NONE),
        columns.counts(reader, reader.text("Children"), lambda row: row.children),
        columns.counts(reader, reader.text("Children times gates"), lambda row: row.burden),
        columns.counts(reader, reader.text("Lost since"), lambda row: row.losses),
        columns.counts(reader, reader.text("Children say otherwise"), lambda row: row.disagreements),
        columns.words(reader.text("Days since a visit"), since),
        columns.days(reader, reader.text("Visit planned"), lambda row: row.planned, NONE),
    )
    note = reader.text(
        "In this order: layer, children times gates that fail, what was lost, what children say otherwise than the "
        "team, and how long nobody came. Follow a location to plan a visit."
    )
    return Table.of("where", reader.text("Locations, the most urgent first"), shown, rows, note)
