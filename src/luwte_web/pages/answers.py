# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""From a page's builder to an answer: find the published plan, build, and give the page or one of its tables."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import wraps
from typing import Any, Concatenate, ParamSpec

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from luwte.words import words_in
from luwte_web.accounts.actors import NOBODY, Actor
from luwte_web.pages.country import Country, country_of
from luwte_web.pages.downloads import FORMS, download
from luwte_web.pages.opened import is_apart, opened
from luwte_web.pages.reader import Reader
from luwte_web.pages.tables import Table

Where = ParamSpec("Where")


class HouseholdsClosed(Exception):  # noqa: N818 - it is a decision, not a fault
    """The page shows single households, and these are of real people while nobody has signed in."""


@dataclass(frozen=True)
class Page:
    """A built page: its template, its title, what the template needs, and the tables that can be downloaded."""

    template: str
    title: str
    context: Mapping[str, Any] = field(default_factory=dict)
    tables: tuple[Table[Any], ...] = ()


@dataclass(frozen=True)
class Asked:
    """What a page is built from: the country that is shown, who reads it in which language, and what was asked."""

    country: Country
    reader: Reader
    query: QueryDict
    actor: Actor = NOBODY


Builder = Callable[Concatenate[Asked, Where], Page]


def reader_now() -> Reader:
    """The reader of this request, by the language in its address."""
    return Reader(words_in(get_language() or "nl"))


def page(build: Builder[Where]) -> Callable[Concatenate[HttpRequest, Where], HttpResponse]:
    """Make a view from a builder. `?table=KEY&as=csv` (or `xlsx`) gives one of the page's tables instead."""

    @require_safe
    @wraps(build)
    def view(request: HttpRequest, /, *args: Where.args, **where: Where.kwargs) -> HttpResponse:
        shown = opened(request)
        if shown is None and is_apart(request):
            raise Http404
        if shown is None:
            return render(request, "luwte/nothing_yet.html")
        asked = Asked(country_of(shown.address), reader_now(), request.GET, getattr(request, "actor", NOBODY))
        try:
            built = build(asked, *args, **where)
        except HouseholdsClosed:
            return render(request, "luwte/households_closed.html", {"country": asked.country}, status=403)
        if "as" in request.GET:
            return table_of(built, request.GET)
        tables = {table.key: table for table in built.tables}
        context = {
            "title": built.title,
            "country": asked.country,
            "tables": tables,
            "query": request.GET,
            **built.context,
        }
        return render(request, f"luwte/{built.template}", context)

    return view


def table_of(built: Page, query: QueryDict) -> HttpResponse:
    """The table of a page that is asked for, as a file."""
    for table in built.tables:
        if table.key == query.get("table") and query["as"] in FORMS:
            return download(table, query["as"])
    raise Http404
