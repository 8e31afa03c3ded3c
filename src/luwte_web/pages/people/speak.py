# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Children speak: over all locations of the reader how children are heard and told back, and what there is to do."""

from fractions import Fraction
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
from luwte_web.accounts.policy import can_somewhere
from luwte_web.pages import columns, few
from luwte_web.pages.answers import Page, reader_now, table_of
from luwte_web.pages.people.voices import domain
from luwte_web.pages.reader import NONE, UNKNOWN, Reader
from luwte_web.pages.tables import Table
from luwte_web.registry.days import today
from luwte_web.registry.heard import At, Everywhere, Offered, Raised, heard_everywhere

TOO_FEW = N_("too few to show")


@require_safe
@login_required
@never_cache
def speak(request: HttpRequest) -> HttpResponse:
    """What is known over all locations that the reader may read about; whoever reads about none finds nothing."""
    actor, reader, on = acting(request), reader_now(), today()
    if not can_somewhere(actor, Action.READ_LOCATION):
        raise Http404
    known = heard_everywhere(actor, on)
    tables = (_domains(reader, known), _kinds(reader, known), _places(reader, known))
    if "as" in request.GET:
        return table_of(Page("", "", tables=tables), request.GET)
    context = {
        "title": reader.text(N_("Children speak")),
        "on": on,
        "rounds": known.raised.rounds,
        "told": share(reader, known.raised),
        "waiting": known.raised.waiting,
        "written": len(known.places),
        "silent": known.silent,
        "tables": tables,
        "query": request.GET,
    }
    return render(request, "people/speak.html", context)


def share(reader: Reader, raised: Raised) -> str:
    """Which part was told back; of fewer than five things it is not shown."""
    part: Fraction | None = raised.told_share
    if part is None:
        return NONE
    return reader.text(TOO_FEW) if len(raised.rows) < few.FEWEST else reader.share(part)


def _places(reader: Reader, known: Everywhere) -> Table[Any]:
    shown = (
        columns.words(
            reader.text("Location"), lambda at: at.facts.name, lambda at: reverse("site", args=[at.facts.location.key])
        ),
        columns.words(reader.text("Times heard"), lambda at: _rounds(reader, at)),
        columns.words(reader.text("Told back"), lambda at: share(reader, at.raised)),
        columns.counts(reader, reader.text("Wait longer than a month"), _waiting),
        columns.words(reader.text("Contact person"), lambda at: reader.yes(at.has_contact)),
        columns.counts(reader, reader.text("Programmes"), lambda at: len(at.offered.rows)),
        columns.words(reader.text("Children who came"), lambda at: _reach(reader, at.offered)),
        columns.words(reader.text("First money until"), lambda at: _money(reader, at.offered)),
    )
    return Table.of("places", reader.text("By location, over the last year"), shown, known.places)


def _domains(reader: Reader, known: Everywhere) -> Table[Any]:
    shown = (
        columns.words(reader.text("About"), lambda row: domain(reader, row[0])),
        columns.words(reader.text("Things raised"), lambda row: few.told(len(row[1].rows), reader)),
        columns.counts(reader, reader.text("Locations"), lambda row: row[1].locations),
        columns.words(reader.text("Told back"), lambda row: share(reader, row[1])),
    )
    caption = reader.text("What children raised in the last year")
    return Table.of("raised", caption, shown, list(known.by_domain.items()))


def _kinds(reader: Reader, known: Everywhere) -> Table[Any]:
    shown = (
        columns.names(reader, reader.text("Kind"), lambda row: row[0]),
        columns.counts(reader, reader.text("Programmes"), lambda row: len(row[1].rows)),
        columns.counts(reader, reader.text("Locations"), lambda row: row[1].locations),
        columns.words(reader.text("Children who came"), lambda row: _reach(reader, row[1])),
        columns.words(reader.text("First money until"), lambda row: _money(reader, row[1])),
    )
    note = reader.text("A child who comes to two programmes counts twice. Who was not counted is not in the number.")
    return Table.of("kinds", reader.text("What there is to do now"), shown, list(known.by_kind.items()), note)


def _waiting(at: At) -> int | None:
    """Where nothing is written down it is not known who waits."""
    return at.raised.waiting if at.raised.rows else None


def _rounds(reader: Reader, at: At) -> str:
    """Nothing written down is unknown, not nothing."""
    return reader.number(at.raised.rounds or None)


def _reach(reader: Reader, offered: Offered) -> str:
    if not offered.rows:
        return NONE
    if offered.reach is None:
        return reader.text(UNKNOWN)
    reach = few.told(offered.reach, reader)
    if not offered.uncounted:
        return reach
    return reader.text("{reach}, not counted at {n}", reach=reach, n=reader.number(offered.uncounted))


def _money(reader: Reader, offered: Offered) -> str:
    if not offered.rows:
        return NONE
    day = reader.day(offered.money_until)
    if offered.money_until is None or not offered.money_unknown:
        return day
    return reader.text("{day}, unknown of {n}", day=day, n=reader.number(offered.money_unknown))
