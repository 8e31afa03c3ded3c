# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The terms that run for children: how many stand how, by which norm and how sure, and which nobody can count."""

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.auth.decorators import login_required
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from luwte.quality.clocks import Clock, Standing, bundled_terms
from luwte.reporting.labels import FORCES
from luwte_web.accounts.acting import acting
from luwte_web.accounts.actions import Action
from luwte_web.accounts.actors import Actor
from luwte_web.accounts.policy import can_somewhere
from luwte_web.pages import columns, few
from luwte_web.pages.answers import Page, reader_now, table_of
from luwte_web.pages.locations import Fact
from luwte_web.pages.reader import Reader
from luwte_web.pages.tables import Column, Table
from luwte_web.registry import eighteen
from luwte_web.registry.days import today
from luwte_web.registry.models import PersonFacts
from luwte_web.registry.selectors import persons_counted
from luwte_web.worklists.lists import worklists_for
from luwte_web.worklists.terms import counted


@dataclass(frozen=True, slots=True)
class Stood:
    """One term and how many children stand how; `link` leads to who they are, for who reads about them."""

    clock: Clock
    children: Mapping[Standing, int]
    link: str

    def of(self, *standings: Standing) -> int:
        """How many stand in one of these ways."""
        return sum(self.children.get(standing, 0) for standing in standings)


def sees_terms(actor: Actor) -> bool:
    """Whether somebody reads about people, or figures of them."""
    return any(can_somewhere(actor, action) for action in (Action.READ_PERSON, Action.READ_FIGURES))


@require_safe
@login_required
@never_cache
def terms(request: HttpRequest) -> HttpResponse:
    """Every term, counted over the children whom the reader may read about or count."""
    actor, reader, on = acting(request), reader_now(), today()
    if not sees_terms(actor):
        raise Http404
    exact = can_somewhere(actor, Action.READ_PERSON)
    lists = {worklist.code for worklist in worklists_for(actor)}
    persons = persons_counted(actor)
    tables = (_counted_table(reader, _stood(persons, lists, on), exact=exact), _not_kept_table(reader))
    if "as" in request.GET:
        return table_of(Page("", "", tables=tables), request.GET)
    young = eighteen.without_plan(persons, on).count()
    context = {
        "title": reader.text("Terms of children"),
        "on": on,
        "exact": exact,
        "fewest": few.FEWEST,
        "counted": tables[0],
        "not_kept": tables[1],
        "sources": list(_sources(reader)),
        "months": bundled_terms().eighteen.months_ahead,
        "young": reader.number(young) if exact else few.told(young, reader),
        "young_list": "eighteen" in lists,
        "query": request.GET,
    }
    return render(request, "work/terms.html", context)


def _sources(reader: Reader) -> Iterator[Fact]:
    """Where each term comes from."""
    known = bundled_terms()
    for term in (*known.clocks, *known.not_kept):
        title, norm, source = (words[reader.language] for words in (term.title, term.norm, term.source))
        yield Fact(title, f"{norm}: {source} ({reader.name(term.mark)})")


def _stood(persons: QuerySet[PersonFacts], lists: Set[str], on: date) -> list[Stood]:
    return [
        Stood(clock, counted(clock, persons, on), reverse("worklist", args=[clock.code]) if clock.code in lists else "")
        for clock in bundled_terms().clocks
    ]


def _counted_table(reader: Reader, rows: list[Stood], *, exact: bool) -> Table[Any]:
    def people(title: str, *standings: Standing) -> Column[Any]:
        return few.people(reader, title, lambda row: row.of(*standings), exact=exact)

    shown = (
        columns.words(reader.text("Term"), lambda row: row.clock.title[reader.language], link=lambda row: row.link),
        people(reader.text("Overdue"), Standing.OVERDUE),
        people(reader.text("Running"), Standing.RUNNING, Standing.SOON),
        people(reader.text("Of these nearly over"), Standing.SOON),
        people(reader.text("Met"), Standing.MET),
        people(reader.text("Met, too late"), Standing.LATE),
        people(reader.text("Start not known"), Standing.UNKNOWN),
        columns.words(reader.text("Norm"), lambda row: row.clock.norm[reader.language]),
        columns.words(reader.text("Force"), lambda row: reader.text(FORCES[row.clock.force])),
        columns.names(reader, reader.text("How sure"), lambda row: row.clock.mark),
    )
    return Table.of("terms", reader.text("Children, by term and how it stands"), shown, rows)


def _not_kept_table(reader: Reader) -> Table[Any]:
    shown = (
        columns.words(reader.text("Term"), lambda term: term.title[reader.language]),
        columns.words(reader.text("What is not kept yet"), lambda term: term.missing[reader.language]),
        columns.words(reader.text("Norm"), lambda term: term.norm[reader.language]),
        columns.words(reader.text("Force"), lambda term: reader.text(FORCES[term.force])),
        columns.names(reader, reader.text("How sure"), lambda term: term.mark),
    )
    return Table.of("not-kept", reader.text("Terms that cannot be counted yet"), shown, bundled_terms().not_kept)
