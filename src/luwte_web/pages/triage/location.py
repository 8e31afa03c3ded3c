# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""One location for each group: its layer with the reasons, COA's category, and every norm with who said what."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from luwte.model.dataset import Dataset
from luwte.model.periods import ADULT_AGE, born_at
from luwte.model.places import PlaceGroup
from luwte.planning.suitability import REASONS, suitability
from luwte.quality.answers import Heard
from luwte.quality.assess import Assessed
from luwte.quality.catalogue import load_catalogue
from luwte.quality.fitness import verdict
from luwte.quality.participation import TableAnswer, answers_from
from luwte.quality.triage import Triage, triage
from luwte.reporting.labels import LAYERS
from luwte.words import N_
from luwte_web.accounts.acting import acting
from luwte_web.accounts.actions import Action
from luwte_web.accounts.policy import can, demand
from luwte_web.pages import columns
from luwte_web.pages.answers import Page, reader_now, table_of
from luwte_web.pages.fitness import TONES as FIT_TONES
from luwte_web.pages.reader import NONE, Reader
from luwte_web.pages.tables import Table
from luwte_web.pages.triage.sentences import reasons
from luwte_web.pages.triage.spoken import Spoken, spoken
from luwte_web.pages.triage.stated import stated
from luwte_web.pages.triage.tones import TONES
from luwte_web.registry.assessed import assessed_now, tables_now
from luwte_web.registry.days import today
from luwte_web.registry.models import HouseholdFacts, LocationFacts, PersonFacts
from luwte_web.registry.selectors import location_thing
from luwte_web.registry.stating import may_state

FAILED, OPEN, MET, NOT_ASKED = N_("Not met"), N_("Not known"), N_("Met"), N_("Does not apply")


@dataclass(frozen=True, slots=True)
class Part:
    """Some of the norms under one heading; `folded` where they can wait."""

    title: str
    norms: Sequence[Spoken]
    folded: bool = True


@dataclass(frozen=True, slots=True)
class OfGroup:
    """How the location stands for one group."""

    group: PlaceGroup
    name: str
    triage: Triage
    layer: str
    tone: str
    reasons: Sequence[str]
    coa: str
    fit: str
    fit_tone: str
    fit_why: str
    gates: Sequence[Part]
    others: Sequence[Part]
    table: Table[Any]


@require_safe
@login_required
@never_cache
def quality(request: HttpRequest, key: str) -> HttpResponse:
    """What is known of one location by the norms; whoever may not read about it finds nothing."""
    actor, thing = acting(request), location_thing(key)
    demand(actor, Action.READ_LOCATION, thing)
    facts = get_object_or_404(LocationFacts.objects.known().select_related("location"), location__key=key)
    reader, tables = reader_now(), tables_now(key)
    derived = {each.assessment.indicator: each for each in answers_from(tables, today())}
    groups = [_of_group(reader, one, derived) for one in assessed_now(tables, key).values()]
    children = _of_children(key)
    if "as" in request.GET:
        return table_of(Page("", "", tables=tuple(each.table for each in groups)), request.GET)
    context = {
        "title": reader.text(N_("Quality of {location}"), location=facts.name),
        "facts": facts,
        "key": key,
        "on": today(),
        "groups": groups,
        "stated": list(stated(reader, key)),
        "states": may_state(actor, key),
        "stopped_on": None if _takes_in(tables) else facts.intake_stopped_on,
        "may_ask": can(actor, Action.MAKE_PLAN) and any(place.is_open(today()) for place in tables.locations),
        "may_stop": can(actor, Action.STOP_INTAKE, thing),
        "is_to_stop": _takes_in(tables) and any(of.triage.is_pressing for of in groups if of.group in children),
        "query": request.GET,
    }
    return render(request, "triage/quality.html", context)


def _takes_in(tables: Dataset) -> bool:
    """Whether nobody stopped that more people are brought here."""
    return all(place.takes_in(today()) for place in tables.locations)


def _of_children(key: str) -> set[PlaceGroup]:
    """The groups whose places children take here."""
    minors = PersonFacts.objects.known().filter(birth_month__gte=born_at(ADULT_AGE, today()))
    living = HouseholdFacts.objects.known().filter(location__key=key, household__in=minors.values("household"))
    return {PlaceGroup(group) for group in living.values_list("on_place", flat=True).distinct()}


def _of_group(reader: Reader, assessed: Assessed, derived: Mapping[str, TableAnswer]) -> OfGroup:
    found, place = triage(assessed), assessed.location
    fit = suitability(place, assessed.group, assessed=verdict(assessed))
    said = {heard.norm.id: spoken(reader, assessed, heard, derived) for heard in assessed.heard}
    return OfGroup(
        assessed.group,
        reader.name(assessed.group),
        found,
        reader.text(LAYERS[found.counted]),
        TONES[found.counted],
        list(reasons(reader, found, assessed)),
        reader.name(found.coa) if found.coa else "",
        reader.name(fit.fit),
        FIT_TONES[fit.fit.value],
        reader.text(REASONS.get(fit.reason, fit.reason)),
        _gates(reader, assessed, said),
        _others(reader, assessed, said),
        _table(reader, assessed, list(said.values())),
    )


def _gates(reader: Reader, assessed: Assessed, said: Mapping[str, Spoken]) -> list[Part]:
    """The gates, what fails in front, then what is not known; the others folded."""
    asked = {heard.norm.id for heard in assessed.gates}
    failed = [heard for heard in assessed.gates if heard.failed]
    met = [heard for heard in assessed.gates if heard.is_answered and not heard.failed]
    left = [heard for heard in assessed.heard if heard.norm.is_gate and heard.norm.id not in asked]
    unknown = sorted(assessed.unanswered_gates, key=lambda heard: not heard.doubts)
    parts = ((FAILED, failed, False), (OPEN, unknown, False), (MET, met, True), (NOT_ASKED, left, True))
    return [Part(reader.text(title), _of(heard, said), folded) for title, heard, folded in parts if heard]


def _others(reader: Reader, assessed: Assessed, said: Mapping[str, Spoken]) -> list[Part]:
    """The norms that are no gates, by domain."""
    others = [heard for heard in assessed.heard if not heard.norm.is_gate]
    domains = load_catalogue().domains
    return [
        Part(domains[domain][reader.language], _of([each for each in others if each.norm.domain == domain], said))
        for domain in dict.fromkeys(heard.norm.domain for heard in others)
    ]


def _of(heard: Sequence[Heard], said: Mapping[str, Spoken]) -> list[Spoken]:
    return [said[one.norm.id] for one in heard]


def _table(reader: Reader, assessed: Assessed, rows: list[Spoken]) -> Table[Any]:
    """All of it as one table, to take along."""
    shown = (
        columns.words(reader.text("Norm"), lambda row: row.norm.id, lambda row: row.link),
        columns.words(reader.text("What is asked"), lambda row: row.title),
        columns.words(reader.text("Gate"), lambda row: reader.yes(row.norm.is_gate)),
        columns.words(reader.text("What counts"), lambda row: row.answer, tone=lambda row: row.tone),
        columns.words(reader.text("Why it counts"), lambda row: row.why),
        columns.words(reader.text("Who said what"), lambda row: _all_said(row)),
        columns.words(reader.text("What is agreed"), lambda row: _all_agreed(row)),
    )
    caption = reader.text(N_("All norms for {whom}"), whom=reader.name(assessed.group))
    return Table.of(f"norms-{assessed.group}", caption, shown, rows)


def _all_said(row: Spoken) -> str:
    return "; ".join(f"{line.who}, {line.day}: {line.answer}" for line in row.lines) or NONE


def _all_agreed(row: Spoken) -> str:
    deeds = (f"{deed.what} ({deed.owner}, {deed.due}, {deed.cost})" for deed in row.deeds)
    return "; ".join(deeds) or NONE
