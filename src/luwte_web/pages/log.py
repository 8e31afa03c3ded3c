# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The log, for who may read it: who did and read what, newest first. Every reading of it is on the log as well."""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from luwte.words import N_
from luwte_web.accounts.acting import acting
from luwte_web.accounts.actions import Action
from luwte_web.accounts.policy import demand
from luwte_web.audit.acts import NAMES, Act
from luwte_web.audit.chain import JSON
from luwte_web.audit.models import Line
from luwte_web.audit.reading import put_on_log
from luwte_web.audit.selectors import Found, Wanted, asked_about
from luwte_web.audit.tokens import NOTHING, THE_LOG
from luwte_web.pages import columns
from luwte_web.pages.answers import reader_now
from luwte_web.pages.downloads import FORMS, download
from luwte_web.pages.filters import Filters
from luwte_web.pages.paging import Paging
from luwte_web.pages.reader import NONE, Reader
from luwte_web.pages.tables import Column, Table

REMOVED = N_("removed, its term was over")
KINDS: Mapping[str, str] = {
    "household": N_("household"),
    "person": N_("person"),
    "location": N_("location"),
    "municipality": N_("municipality"),
    "user": N_("user"),
    "change": N_("change of the registry"),
    "registry": N_("registry"),
    "log": N_("log"),
    "plan": N_("plan"),
    "job": N_("job"),
}


@require_safe
@never_cache
def log(request: HttpRequest) -> HttpResponse:
    """The log with its filters. To whom may not read it, the page is not there."""
    demand(acting(request), Action.READ_LOG)
    form = request.GET.get("as")
    if form is not None and form not in FORMS:
        raise Http404
    reader = reader_now()
    filters = Filters(request.GET, reader)
    wanted = _wanted(filters, reader)
    about = wanted.about if wanted.about and wanted.about != NOTHING else THE_LOG
    put_on_log(request, Act.READ_LOG, about, _told(wanted, request))
    table = log_table(reader, Found(wanted))
    if form is not None:
        return download(table, form)
    parts = Paging(request.GET, len(table.rows))
    context = {
        "title": reader.text("Log"),
        "filters": filters,
        "parts": parts,
        "table": parts.of(table),
        "query": request.GET,
    }
    return render(request, "luwte/log.html", context)


def log_table(reader: Reader, lines: Found) -> Table[Line]:
    """Lines as a table. Who and whom they are about stand there as tokens."""
    shown = (
        columns.counts(reader, reader.text("Line"), lambda line: line.number),
        Column[Line](reader.text("When"), lambda line: line.moment, lambda line: _moment(reader, line)),
        columns.words(reader.text("Who"), lambda line: line.actor),
        columns.words(reader.text("What was done"), lambda line: reader.text(NAMES.get(line.act, line.act))),
        columns.words(reader.text("About"), lambda line: _about(reader, line)),
        columns.words(reader.text("Content"), lambda line: _content(reader, line)),
    )
    return Table.of("log", reader.text("Lines of the log, newest first"), shown, lines)


def _wanted(filters: Filters, reader: Reader) -> Wanted:
    acts = {act.value: reader.text(NAMES[act]) for act in Act}
    act = filters.choose("act", reader.text("What was done"), acts, reader.text("everything"))
    day = _day(_written(filters, "day", reader.text("Day (YYYY-MM-DD)")))
    thing = _written(filters, "thing", reader.text("About (household:H12)"))
    who = _written(filters, "who", reader.text("Who (key on the log)"))
    return Wanted(Act(act) if act else None, _bounds(day), asked_about(thing) if thing else None, who, day)


def _written(filters: Filters, name: str, label: str) -> str:
    """What was written in a field, with its capitals: keys have them."""
    filters.search(name, label)
    return filters.fields[-1].value


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _bounds(day: date | None) -> tuple[datetime, datetime] | None:
    """A day as it was lived here, from its first moment to that of the next."""
    if day is None or day >= date.max - timedelta(days=1) or day <= date.min + timedelta(days=1):
        return None
    here = timezone.get_default_timezone()
    return datetime.combine(day, time.min, here), datetime.combine(day + timedelta(days=1), time.min, here)


def _told(wanted: Wanted, request: HttpRequest) -> dict[str, JSON]:
    """What was asked for, as the log keeps it: nobody's key is in it."""
    return {
        "act": wanted.act.value if wanted.act else None,
        "day": wanted.day.isoformat() if wanted.day else None,
        "part": request.GET.get("page", "1")[:9],
        "as": request.GET.get("as"),
    }


def _moment(reader: Reader, line: Line) -> str:
    """A moment as it was here; of a line that somebody spoiled, what stands there: the check tells of it."""
    try:
        here = timezone.localtime(line.at)
    except ValueError:
        return line.moment
    return f"{reader.day(here.date())} {here:%H:%M:%S}"


def _about(reader: Reader, line: Line) -> str:
    kind = reader.text(KINDS[line.kind]) if line.kind in KINDS else line.kind
    return f"{kind} {line.thing}".strip() or NONE


def _content(reader: Reader, line: Line) -> str:
    try:
        told = line.told
    except ValueError:
        return line.content or NONE
    if told is None:
        return reader.text(REMOVED)
    return "; ".join(f"{name}: {_plain(reader, value)}" for name, value in told.items() if value is not None) or NONE


def _plain(reader: Reader, value: Any) -> str:
    if isinstance(value, bool):
        return reader.yes(value)
    return ", ".join(_plain(reader, each) for each in value) if isinstance(value, list) else str(value)
