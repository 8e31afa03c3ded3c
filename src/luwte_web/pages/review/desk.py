# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Who sits at a page of review: signed in, with something to read about people; for all others it is not there."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any, Concatenate, ParamSpec

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache

from luwte.model.describe import describe
from luwte.model.findings import Finding
from luwte_web.accounts.acting import acting
from luwte_web.accounts.actions import Action
from luwte_web.accounts.actors import Actor
from luwte_web.accounts.policy import can, can_somewhere
from luwte_web.pages.answers import reader_now
from luwte_web.pages.downloads import FORMS, download
from luwte_web.pages.reader import Reader
from luwte_web.pages.tables import Table
from luwte_web.workspace import jobs
from luwte_web.workspace.models import JobState, PlanJob

NUL = "\0"  # in no key, and no database takes it
Where = ParamSpec("Where")
View = Callable[Concatenate[HttpRequest, Where], HttpResponse]


@dataclass(frozen=True)
class Desk:
    """The person who works, and the language they read."""

    actor: Actor
    reader: Reader

    @property
    def makes_plans(self) -> bool:
        """Whether they may make plans."""
        return can(self.actor, Action.MAKE_PLAN)

    @property
    def decides(self) -> bool:
        """Whether there can be a proposal that they decide on."""
        return can_somewhere(self.actor, Action.DECIDE_MOVE)

    def plan(self, key: str) -> PlanJob:
        """A plan; one that is not made, or tells what would follow if, is there for who makes plans only."""
        job = jobs.progress(key)
        if (job.state is not JobState.DONE or job.is_what_if) and not self.makes_plans:
            raise Http404
        return job

    def made(self, key: str) -> PlanJob:
        """A plan that is made, about which people decide."""
        job = self.plan(key)
        if job.state is not JobState.DONE or job.is_what_if:
            raise Http404
        return job

    def told(self, findings: tuple[Finding, ...]) -> list[tuple[str, str]]:
        """Why something was refused, and how to mend it."""
        return [describe(finding, self.reader.words) for finding in findings]


def at_the_desk(view: View[Where]) -> View[Where]:
    """Open to who reads about people somewhere; to all others who signed in the page is not there."""

    @never_cache
    @login_required
    @wraps(view)
    def opened(request: HttpRequest, /, *args: Where.args, **where: Where.kwargs) -> HttpResponse:
        asked = "".join(map(str, where.values()))
        if NUL in asked or not can_somewhere(desk_of(request).actor, Action.READ_PERSON):
            raise Http404
        return view(request, *args, **where)

    return opened


def table_asked(request: HttpRequest, *tables: Table[Any]) -> HttpResponse | None:
    """The table of the page that the address asks for as a file; None where it asks for the page."""
    form = request.GET.get("as")
    if form is None:
        return None
    for table in tables:
        if table.key == request.GET.get("table") and form in FORMS:
            return download(table, form)
    raise Http404


def desk_of(request: HttpRequest) -> Desk:
    """Who makes this request."""
    return Desk(acting(request), reader_now())
