# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The forms on which a province writes down an exchange, once it saw what that does, and takes one back."""

from dataclasses import replace

from django import forms
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from luwte.model.findings import InputRefused
from luwte.model.pledges import Exchange
from luwte.words import N_
from luwte_web.accounts.acting import acting
from luwte_web.accounts.actions import Action
from luwte_web.accounts.policy import demand
from luwte_web.pages.law.asked import AskedOfLaw, asked_of_law
from luwte_web.pages.law.exchange_tried import ExchangeForm, Tried, effect_of, own_municipalities
from luwte_web.pages.law.provinces_seen import chosen, seen
from luwte_web.pages.links import to_province
from luwte_web.pages.people.editing import Trouble, tried
from luwte_web.pages.people.forms import DeedForm
from luwte_web.pages.review.desk import Desk
from luwte_web.pages.review.forms import Day, Words
from luwte_web.registry.days import today
from luwte_web.registry.editing import mark
from luwte_web.registry.exchanging import agree, exchanges_in, province_thing, take_back

WHO_AGREED = _("Such as: report of the table of 3 November, both executives agreed. No names.")


class AgreeForm(ExchangeForm, DeedForm):
    """An exchange that was agreed; `shown` is the exchange of which the effect was shown."""

    agreed_on = Day(label=_("Agreed on"))
    reason = Words(label=_("Who agreed, where it can be found, and why"), required=True, help_text=WHO_AGREED)
    shown = forms.CharField(widget=forms.HiddenInput, required=False)

    def exchange(self) -> Exchange:
        """What was filled in."""
        return replace(super().exchange(), agreed_on=self.cleaned_data["agreed_on"])

    @property
    def numbers(self) -> str:
        """The exchange as `shown` remembers it."""
        asked = super().exchange()
        return f"{asked.giver}-{asked.taker}-{asked.places}-{asked.amv_places}"


class BackForm(DeedForm):
    """An exchange that holds no more."""

    reason = Words(label=_("Who takes it back, and why"), required=True, help_text=_("No names."))


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@login_required
def agree_exchange(request: HttpRequest, province: str) -> HttpResponse:
    """Write an exchange down in two steps: see what it does, then agree it."""
    asked = _asked(request, province)
    desk = Desk(asked.actor, asked.reader)
    try:
        found = seen(asked, chosen(asked, province))
    except InputRefused:  # the page of the province tells what is wrong, and where it is taken back
        return redirect(to_province(province, asked.cycle))
    first = {**request.GET.dict(), "agreed_on": today(), "seen": _marks(province)}
    form = AgreeForm(request.POST or None, reader=desk.reader, municipalities=own_municipalities(found), initial=first)
    trouble, effect = Trouble(), Tried(form)
    if request.method == "POST" and form.is_valid():
        effect = effect_of(asked, found, form)
        if form.cleaned_data["shown"] == form.numbers or effect.refused:
            given = form.cleaned_data
            trouble = tried(desk, lambda: agree(desk.actor, province, form.exchange(), given["reason"], form.marks))
            if trouble == Trouble():
                return redirect(to_province(province, asked.cycle) + "#exchanges")
        form.data = {**form.data.dict(), "seen": _marks(province), "shown": form.numbers}  # type: ignore[attr-defined]
    context = {
        "title": desk.reader.text(N_("Agree an exchange")),
        "form": form,
        "trouble": trouble,
        "effect": effect.table,
        "back": to_province(province, asked.cycle),
        "name": found.province.province,
    }
    return render(request, "law/exchange.html", context, status=400 if form.errors or trouble != Trouble() else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@login_required
def take_back_exchange(request: HttpRequest, province: str, line: int) -> HttpResponse:
    """Say that an exchange holds no more; what was agreed stays on record."""
    asked = _asked(request, province)
    desk = Desk(asked.actor, asked.reader)
    known = get_object_or_404(exchanges_in(province), line=line)
    form = BackForm(request.POST or None, reader=desk.reader, initial={"seen": _marks(province)})
    trouble = Trouble()
    if request.method == "POST" and form.is_valid():
        reason = form.cleaned_data["reason"]
        trouble = tried(desk, lambda: take_back(desk.actor, province, line, reason, form.marks))
        if trouble == Trouble():
            return redirect(to_province(province, asked.cycle) + "#exchanges")
        form.data = {**form.data.dict(), "seen": _marks(province)}  # type: ignore[attr-defined]
    context = {
        "title": desk.reader.text(N_("Take an exchange back")),
        "help": desk.reader.text(
            N_("{giver} handed {places} places over to {taker} on {day}. What was agreed stays on record."),
            giver=asked.names.get(known.giver, known.giver),
            taker=asked.names.get(known.taker, known.taker),
            places=desk.reader.number(known.places),
            day=desk.reader.day(known.agreed_on),
        ),
        "act": desk.reader.text("Take it back"),
        "form": form,
        "trouble": trouble,
        "back": to_province(province, asked.cycle),
    }
    return render(request, "law/write.html", context, status=400 if form.errors or trouble != Trouble() else 200)


def _asked(request: HttpRequest, province: str) -> AskedOfLaw:
    """What is asked, for who may agree exchanges of the province; to all others the page is not there."""
    demand(acting(request), Action.AGREE_EXCHANGE, province_thing(province))
    asked = asked_of_law(request)
    if asked is None or not asked.is_live:
        raise Http404
    return asked


def _marks(province: str) -> str:
    return " ".join(map(mark, exchanges_in(province)))
