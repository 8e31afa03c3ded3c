# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What there is to do for children, for who offers it: schools, youth care, organisations, municipalities and teams.

Of a location they see its name and its programmes here, and nothing else.
"""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from luwte.words import N_
from luwte_web.accounts.acting import acting
from luwte_web.accounts.actions import Action
from luwte_web.accounts.policy import can_somewhere, visible
from luwte_web.pages import columns
from luwte_web.pages.answers import Page, reader_now, table_of
from luwte_web.pages.people.voices import programme_table
from luwte_web.pages.reader import Reader
from luwte_web.pages.tables import Table
from luwte_web.registry.models import LocationFacts, ProgrammeFacts


@require_safe
@login_required
@never_cache
def programmes(request: HttpRequest) -> HttpResponse:
    """The locations for which the reader may offer something, and what there is already."""
    actor, reader = acting(request), reader_now()
    if not can_somewhere(actor, Action.OFFER_PROGRAMME):
        raise Http404
    places = visible(actor, LocationFacts.objects.known(), Action.OFFER_PROGRAMME).select_related("location")
    rows = visible(actor, ProgrammeFacts.objects.known(), Action.OFFER_PROGRAMME).select_related("location__now")
    tables = (_offered(reader, list(rows.order_by("location__now__name", "name"))), _places(reader, places))
    if "as" in request.GET:
        return table_of(Page("", "", tables=tables), request.GET)
    context = {"title": reader.text(N_("What there is to do for children")), "tables": tables, "query": request.GET}
    return render(request, "people/programmes.html", context)


def _offered(reader: Reader, rows: list[ProgrammeFacts]) -> Table[Any]:
    at = columns.words(reader.text("Location"), lambda row: row.location.now.name)
    return programme_table(reader, rows, lambda row: reverse("programme_change", args=[row.location.key, row.line]), at)


def _places(reader: Reader, places: Any) -> Table[Any]:
    shown = (
        columns.words(reader.text("Location"), lambda row: row.name),
        columns.words(
            reader.text("New"),
            lambda row: reader.text("Write down something to do"),
            lambda row: reverse("programme", args=[row.location.key]),
        ),
    )
    return Table.of("places", reader.text("Write down something new"), shown, list(places.order_by("name")))
