# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What a page of the law is made from: the tables that its reader sees, the day, and the cycle that is asked for.

Who signed in to work with figures sees the registry as it is known now, so that what they write shows at once;
everybody else sees the tables of the published plan. Nobody in these tables is a person.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import wraps
from typing import Concatenate, ParamSpec

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.views.decorators.http import require_safe

from luwte.law import Tasks, distribute, latest_cycle_published
from luwte.law.parameters import cycles
from luwte.model.dataset import Dataset
from luwte_web.accounts.actions import Action
from luwte_web.accounts.actors import NOBODY, Actor
from luwte_web.accounts.policy import can_somewhere
from luwte_web.pages.answers import Page, reader_now, table_of
from luwte_web.pages.country import Country, country_of
from luwte_web.pages.opened import is_apart, opened
from luwte_web.pages.reader import Reader
from luwte_web.registry.days import today
from luwte_web.registry.law_tables import law_tables_now

Where = ParamSpec("Where")


@dataclass(frozen=True)
class AskedOfLaw:
    """The tables on a day with the tasks of a cycle; `country` is the published plan they belong to, if they do."""

    actor: Actor
    reader: Reader
    query: QueryDict
    dataset: Dataset
    on: date
    tasks: Tasks
    cycle: int
    country: Country | None

    @property
    def is_live(self) -> bool:
        """Whether these are the tables of the registry as it is known now."""
        return self.country is None

    @property
    def names(self) -> Mapping[str, str]:
        """Municipalities and provinces by code."""
        provinces = {one.province_code: one.province for one in self.tasks.provinces}
        return provinces | {task.municipality: task.name for task in self.tasks.municipalities}


Builder = Callable[Concatenate[AskedOfLaw, Where], Page]


def law_page(build: Builder[Where]) -> Callable[Concatenate[HttpRequest, Where], HttpResponse]:
    """Make a view from a builder. `?cycle=` chooses the cycle, `?table=KEY&as=csv` (or `xlsx`) gives a table of it."""

    @require_safe
    @wraps(build)
    def view(request: HttpRequest, /, *args: Where.args, **where: Where.kwargs) -> HttpResponse:
        asked = asked_of_law(request)
        if asked is None:
            return render(request, "luwte/nothing_yet.html")
        built = build(asked, *args, **where)
        if "as" in request.GET:
            return table_of(built, request.GET)
        return render(request, f"law/{built.template}", context_of(asked, built))

    return view


def asked_of_law(request: HttpRequest) -> AskedOfLaw | None:
    """What somebody asks, and from which tables it is answered; None where there are none yet."""
    actor, reader = getattr(request, "actor", NOBODY), reader_now()
    live = law_tables_now() if can_somewhere(actor, Action.READ_FIGURES) and not is_apart(request) else None
    shown = None if live else opened(request)
    country = country_of(shown.address) if shown else None
    if live:
        dataset, on = live, today()
    elif country:
        dataset, on = country.dataset, country.on
    else:
        return None
    cycle = cycle_asked(request.GET, on)
    tasks = distribute(dataset.municipalities, cycle=cycle)
    return AskedOfLaw(actor, reader, request.GET, dataset, on, tasks, cycle, country)


def cycle_asked(query: QueryDict, on: date) -> int:
    """The first year of the cycle in the address; the latest that was published where it names none that there is."""
    said = query.get("cycle", "")
    known = {str(one.cycle): one.cycle for one in cycles()}
    return known.get(said) or latest_cycle_published(on)


def context_of(asked: AskedOfLaw, built: Page) -> dict[str, object]:
    """What the template of a page of the law is given."""
    return {
        "title": built.title,
        "asked": asked,
        "country": asked.country,
        "tables": {table.key: table for table in built.tables},
        "query": asked.query,
        **built.context,
    }
