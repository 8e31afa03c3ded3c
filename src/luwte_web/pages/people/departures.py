# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The households that left reception, and the page on which a leaving that was written down wrongly is taken back."""

from collections.abc import Sequence
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from luwte_web.accounts.actions import Action
from luwte_web.accounts.policy import can_somewhere, demand
from luwte_web.audit.reading import reads_person
from luwte_web.pages import columns
from luwte_web.pages.locations import Fact
from luwte_web.pages.paging import Paging
from luwte_web.pages.people.editing import Trouble, tried
from luwte_web.pages.people.forms import DeedForm
from luwte_web.pages.people.households import Rows, taken_out
from luwte_web.pages.reader import Reader
from luwte_web.pages.review.desk import Desk, at_the_desk, desk_of
from luwte_web.pages.tables import Table
from luwte_web.registry import departures as services
from luwte_web.registry.models import Departure


@require_safe
@at_the_desk
def departures(request: HttpRequest) -> HttpResponse:
    """Who left, the last first."""
    desk = desk_of(request)
    if not can_somewhere(desk.actor, Action.WRITE_PERSON):
        demand(desk.actor, Action.WRITE_PERSON)
    table = _table(desk.reader, Rows(services.departed(desk.actor).order_by("-on", "household__key")))
    if "as" in request.GET:
        return taken_out(request, table)
    parts = Paging(request.GET, len(table.rows))
    context = {
        "title": desk.reader.text("Households that left"),
        "saved": "saved" in request.GET,
        "parts": parts,
        "table": parts.of(table),
        "query": request.GET,
    }
    return render(request, "people/departures.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@at_the_desk
def take_back(request: HttpRequest, key: str) -> HttpResponse:
    """Say that a household did not leave after all."""
    desk = desk_of(request)
    departure = _departure(desk, key)
    form = DeedForm(request.POST or None, reader=desk.reader)
    trouble = Trouble()
    if request.method == "POST" and form.is_valid():
        trouble = tried(desk, lambda: services.take_back(desk.actor, key, form.cleaned_data["reason"]))
        if trouble == Trouble():
            return redirect(f"{reverse('household', args=[key])}?saved=leave")
    with reads_person(request, f"household:{key}"):
        context = {
            "title": desk.reader.text("They did not leave"),
            "key": key,
            "facts": _facts(desk.reader, departure),
            "form": form,
            "trouble": trouble,
        }
        status = 400 if form.errors or trouble != Trouble() else 200
        return render(request, "people/take_back.html", context, status=status)


def _departure(desk: Desk, key: str) -> Departure:
    found = services.departed(desk.actor).filter(household__key=key).first()
    if found is None:
        raise Http404
    demand(desk.actor, Action.WRITE_PERSON, services.thing_of(found))
    return found


def _facts(reader: Reader, departure: Departure) -> list[Fact]:
    return [
        Fact(reader.text("Household"), departure.household.key),
        Fact(reader.text("Left on"), reader.day(departure.on)),
        Fact(reader.text("Where they went"), reader.name(departure.left_for)),
        Fact(reader.text("Lived last at"), _lived_at(reader, departure)),
        Fact(reader.text("Why, and how it is known"), departure.known_by.reason),
    ]


def _table(reader: Reader, rows: Sequence[Departure]) -> Table[Any]:
    shown = (
        columns.words(
            reader.text("Household"), lambda d: d.household.key, lambda d: reverse("take_back", args=[d.household.key])
        ),
        columns.days(reader, reader.text("Left on"), lambda d: d.on),
        columns.names(reader, reader.text("Where they went"), lambda d: d.left_for),
        columns.words(reader.text("Lived last at"), lambda d: _lived_at(reader, d)),
    )
    return Table.of("departures", reader.text("Households that left"), shown, rows)


def _lived_at(reader: Reader, departure: Departure) -> str:
    return departure.location.now.name if departure.location else reader.text("no place")
