# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The form on which ministry, inspectors and partners say what a regime does to children."""

from typing import Any

from django import forms
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from luwte.law.regimes import Regime
from luwte.law.regimes.rules import REGIMES
from luwte.words import N_
from luwte_web.accounts.acting import acting
from luwte_web.accounts.actors import Actor
from luwte_web.pages.answers import reader_now
from luwte_web.pages.law.writing import written
from luwte_web.pages.people.forms import DeedForm
from luwte_web.pages.review.desk import Desk
from luwte_web.pages.review.forms import NO_NAMES, Words
from luwte_web.registry.editing import mark
from luwte_web.registry.regime_statements import Said, own_statement, state, writes_as

HELP = N_(
    "You write as: {role}. Everybody who opens the page about regimes reads this, with your role and the day. Luwte "
    "puts numbers beside it and changes nothing in it. Say what it does to children, and name no child."
)
ROWS = 6


class StatementForm(DeedForm):
    """What a regime does to children."""

    dutch = Words(label=_("In Dutch"), rows=ROWS, help_text=NO_NAMES)
    english = Words(label=_("In English"), rows=ROWS, help_text=_("One of the two languages is enough."))
    sources = Words(
        label=_("What it rests on"), required=True, help_text=_("Reports, figures, letters, with their day.")
    )
    organisation = forms.CharField(
        label=_("For which organisation"), required=False, max_length=200, help_text=NO_NAMES
    )

    def said(self) -> Said:
        """What was filled in."""
        given = self.cleaned_data
        return Said(given["dutch"], given["english"], given["sources"], given["organisation"])


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@login_required
def regime_statement(request: HttpRequest, regime: str) -> HttpResponse:
    """One's own statement on a regime; for who writes none the page is not there."""
    desk = Desk(acting(request), reader_now())
    role = writes_as(desk.actor)
    if role is None or regime not in tuple(Regime):
        raise Http404
    about = Regime(regime)
    form = StatementForm(request.POST or None, reader=desk.reader, initial=_first(desk.actor, about))

    def save() -> None:
        state(desk.actor, about, form.said(), form.cleaned_data["reason"], form.marks)

    return written(
        request,
        desk,
        form,
        save,
        title=desk.reader.text(N_("What it does to children: {regime}"), regime=desk.reader.text(REGIMES[about])),
        help_text=desk.reader.text(HELP, role=desk.reader.owner(role)),
        back=reverse("regimes") + "#children-title",
        seen=lambda: _seen(desk.actor, about),
    )


def _first(actor: Actor, regime: Regime) -> dict[str, Any]:
    """What the writer says now."""
    known = own_statement(actor, regime)
    names = ("dutch", "english", "sources", "organisation")
    return {**({name: getattr(known, name) for name in names} if known else {}), "seen": _seen(actor, regime)}


def _seen(actor: Actor, regime: Regime) -> str:
    known = own_statement(actor, regime)
    return mark(known) if known else ""
