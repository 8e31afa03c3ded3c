# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""A location as the registry knows it: who comes and goes, in figures; who lives there, for who reads about them."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from django.contrib.auth.decorators import login_required
from django.db.models import F, OuterRef, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from luwte.model.places import Location, PlaceGroup
from luwte.planning.suitability import REASONS, suitability, verdicts_of
from luwte_web.accounts.acting import acting
from luwte_web.accounts.actions import Action, Kind
from luwte_web.accounts.actors import Actor
from luwte_web.accounts.policy import can, demand
from luwte_web.audit.reading import reads_person
from luwte_web.pages import columns
from luwte_web.pages.answers import Page, reader_now, table_of
from luwte_web.pages.fitness import TONES
from luwte_web.pages.law.at_site import running_at
from luwte_web.pages.locations import Fact
from luwte_web.pages.paging import Paging
from luwte_web.pages.people.households import Rows
from luwte_web.pages.people.places import place_named
from luwte_web.pages.people.voices import voices_at
from luwte_web.pages.reader import NONE, Reader
from luwte_web.pages.tables import Table
from luwte_web.registry.assessed import assessed_now, tables_now
from luwte_web.registry.days import today
from luwte_web.registry.models import HouseholdFacts, LocationFacts, MoveFacts
from luwte_web.registry.models.people import LIVE
from luwte_web.registry.selectors import households_seen, location_thing, record_about
from luwte_web.worklists.of_people import counted


@dataclass(frozen=True, slots=True)
class Occupied:
    """One group at a location: its places, its people, how many of them come and go by a decided move, its fitness."""

    group: PlaceGroup
    places: int
    people: int
    children: int
    leaving: int
    coming: int
    fit: Any
    reason: str


@require_safe
@login_required
@never_cache
def site(request: HttpRequest, key: str) -> HttpResponse:
    """One location; the households that live there only for who reads about them, which stands on the log."""
    actor = acting(request)
    thing = location_thing(key)
    demand(actor, Action.READ_LOCATION, thing)
    facts = get_object_or_404(LocationFacts.objects.known().select_related("location"), location__key=key)
    reader = reader_now()
    occupied = list(_occupied(facts))
    occupancy, voices = _occupancy(reader, occupied), voices_at(reader, actor, key)
    running = running_at(reader, actor, key)
    told = (*(running.tables if running else ()), *voices.tables)
    context = {
        "title": facts.name,
        "key": key,
        "facts": list(_facts(reader, facts)),
        "table": occupancy,
        "voices": voices,
        "running": running,
        "people": sum(each.people for each in occupied),
        "closes": facts.closes,
        "stay": sum(each.people - each.leaving for each in occupied),
        "query": request.GET,
    }
    if not can(actor, Action.READ_PERSON, replace(thing, kind=Kind.HOUSEHOLD)):
        return _answer(request, context, occupancy, *told)
    with reads_person(request, f"location:{key}"):
        rows = Rows(_living(actor, facts))
        households, parts = _households(reader, rows), Paging(request.GET, len(rows))
        context |= {"parts": parts, "households": parts.of(households), "reads_people": True}
        return _answer(request, context, occupancy, households, *told)


def _answer(request: HttpRequest, context: dict[str, Any], *tables: Table[Any]) -> HttpResponse:
    """The page, or one of its tables as a file."""
    if "as" in request.GET:
        return table_of(Page("", "", tables=tables), request.GET)
    return render(request, "people/site.html", context)


def _facts(reader: Reader, facts: LocationFacts) -> Iterator[Fact]:
    yield Fact(reader.text("Key"), facts.location.key)
    yield Fact(reader.text("Municipality"), place_named(facts.municipality))
    yield Fact(reader.text("Kind"), reader.name(facts.kind))
    yield Fact(reader.text("Building"), reader.name(facts.building))
    yield Fact(reader.text("Run by"), reader.name(facts.operator))
    yield Fact(reader.text("Overseen by"), facts.supervisor or reader.text("nobody named"))
    yield Fact(reader.text("Closes on"), reader.day(facts.closes, "no date"))
    yield Fact(reader.text("Provides"), reader.listing(facts.provides))
    if facts.amv_places:
        yield Fact(reader.text("Young adults may stay until"), reader.number(facts.stays_until_age))


def _occupied(facts: LocationFacts) -> Iterator[Occupied]:
    location: Location | None = record_about("locations", facts.location.key)
    if location is None:
        return
    residents = _people(HouseholdFacts.objects.known().filter(location=facts.location), "on_place")
    moves = MoveFacts.objects.known().filter(LIVE)
    coming = _people(moves.filter(to=facts.location), "to_place")
    going = HouseholdFacts.objects.known().filter(location=facts.location, household__in=moves.values("household"))
    leaving = _people(going, "on_place")
    verdicts = verdicts_of(assessed_now(tables_now(location.key), location.key))
    for group in PlaceGroup:
        verdict = suitability(location, group, assessed=verdicts.get((location.key, group)))
        people, children = residents.get(group, (0, 0))
        if group not in {*residents, *coming} and not location.places_for(group):
            continue
        yield Occupied(
            group,
            location.places_for(group),
            people,
            children,
            leaving.get(group, (0, 0))[0],
            coming.get(group, (0, 0))[0],
            verdict.fit,
            verdict.reason,
        )


def _people(rows: "QuerySet[Any]", place: str) -> dict[PlaceGroup, tuple[int, int]]:
    """People and minors of households by whose place they take, counted in one query."""
    found: dict[PlaceGroup, tuple[int, int]] = {}
    for row in counted(rows, today()).values_list(place, "people", "minors"):
        people, children = found.get(row[0], (0, 0))
        found[row[0]] = people + row[1], children + row[2]
    return found


def _occupancy(reader: Reader, occupied: list[Occupied]) -> Table[Any]:
    shown = (
        columns.names(reader, reader.text("Group"), lambda row: row.group),
        columns.counts(reader, reader.text("Places"), lambda row: row.places),
        columns.counts(reader, reader.text("People now"), lambda row: row.people),
        columns.counts(reader, reader.text("of whom children"), lambda row: row.children),
        columns.counts(reader, reader.text("Leave by a decided move"), lambda row: row.leaving),
        columns.counts(reader, reader.text("Come by a decided move"), lambda row: row.coming),
        columns.words(reader.text("Fit?"), lambda row: reader.name(row.fit), tone=lambda row: TONES[row.fit.value]),
        columns.words(reader.text("Reason"), lambda row: reader.text(REASONS.get(row.reason, row.reason))),
    )
    return Table.of("occupancy", reader.text("Places and people by group"), shown, occupied)


def _living(actor: Actor, facts: LocationFacts) -> "QuerySet[HouseholdFacts]":
    """Who lives there, and by when each has a next place."""
    moves = MoveFacts.objects.known().filter(LIVE, household=OuterRef("household"))
    rows = counted(households_seen(actor).filter(location=facts.location), today())
    return rows.annotate(goes=moves.values("on")[:1]).order_by(F("goes").asc(nulls_first=True), "household__key")


def _households(reader: Reader, rows: Rows) -> Table[Any]:
    shown = (
        columns.words(
            reader.text("Household"), lambda r: r.household.key, lambda r: reverse("household", args=[r.household.key])
        ),
        columns.names(reader, reader.text("Group"), lambda r: r.group),
        columns.counts(reader, reader.text("People"), lambda r: r.people),
        columns.counts(reader, reader.text("Children"), lambda r: r.minors),
        columns.days(reader, reader.text("Since"), lambda r: r.since, NONE),
        columns.days(reader, reader.text("Leaves on"), lambda r: r.goes, NONE),
    )
    return Table.of("households", reader.text("Households"), shown, rows)
