# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The triage of all locations that somebody reads about: both counts of children, layers, what presses most, alarms."""

from collections.abc import Iterator, Mapping, Set
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from luwte.model.places import LocationKind, PlaceGroup
from luwte.quality.triage import COUNTED
from luwte.reporting.labels import LAYERS
from luwte.words import N_
from luwte_web.accounts.acting import acting
from luwte_web.accounts.actions import Action
from luwte_web.accounts.policy import can_somewhere
from luwte_web.pages import few
from luwte_web.pages.answers import Page, reader_now, table_of
from luwte_web.pages.filters import Filters
from luwte_web.pages.people.places import names
from luwte_web.pages.triage.standing import Everywhere, Stands, everywhere
from luwte_web.pages.triage.tables import (
    coa_table,
    fitness_table,
    kinds_table,
    layers_table,
    losses_table,
    pressing_table,
)
from luwte_web.registry.days import today
from luwte_web.registry.models.municipalities import provinces

SHOWN = 25  # rows of a long table on the page; the download has them all


@require_safe
@login_required
@never_cache
def triage_now(request: HttpRequest) -> HttpResponse:
    """Everything that the reader reads about; whoever reads about no location finds no such page."""
    actor, reader, on = acting(request), reader_now(), today()
    if not can_somewhere(actor, Action.READ_LOCATION):
        raise Http404
    exact, found, filters = (
        can_somewhere(actor, Action.READ_PERSON),
        everywhere(actor, on),
        Filters(request.GET, reader),
    )
    rows = list(_asked(filters, found))
    nowhere = 0 if filters.is_set else found.nowhere
    tables: tuple[Any, ...] = (
        kinds_table(reader, rows, nowhere, exact=exact),
        fitness_table(reader, rows, nowhere, exact=exact),
        layers_table(reader, rows, exact=exact),
        pressing_table(reader, rows, exact=exact),
        losses_table(reader, rows),
        coa_table(reader, rows),
    )
    if "as" in request.GET:
        return table_of(Page("", "", tables=tables), request.GET)
    context = {
        "title": reader.text(N_("Triage")),
        "on": on,
        "exact": exact,
        "fewest": few.FEWEST,
        "filters": filters,
        "counts": tables[:2],
        "layers": tables[2],
        "found": [table.part(0, SHOWN) for table in tables[3:]],
        "looked_at": len({row.location.key for row in rows if row.judged}),
        "locations": len({row.location.key for row in rows}),
        "query": request.GET,
    }
    return render(request, "triage/triage.html", context)


def _asked(filters: Filters, found: Everywhere) -> Iterator[Stands]:
    """The rows that the address asks for."""
    text, called, lies_in = filters.reader.text, names(), provinces()
    municipalities = {row.location.municipality for row in found.standing}
    around = {lies_in.get(code, "") for code in municipalities}
    province = filters.choose("province", text("Province"), _among(called, around), text("all provinces"))
    municipality = filters.choose(
        "municipality", text("Municipality"), _among(called, municipalities), text(N_("all municipalities"))
    )
    layers = {code: text(LAYERS[code]) for code in COUNTED}
    layer = filters.choose("layer", text("Layer"), layers, text(N_("all layers")))
    group = filters.code("group", text("Group"), PlaceGroup, text("all groups"))
    kind = filters.code("kind", text("Kind of site"), LocationKind, text("all kinds"))
    for row in found.standing:
        place = row.location
        if (
            province in ("", lies_in.get(place.municipality))
            and municipality in ("", place.municipality)
            and layer in ("", row.triage.counted)
            and group in (None, row.group)
            and kind in (None, place.kind)
        ):
            yield row


def _among(called: Mapping[str, str], codes: Set[str]) -> dict[str, str]:
    return {code: name for code, name in called.items() if code in codes}
