# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The form on which a municipality or its province writes down arrears and lead of a half-year."""

from typing import Any

from django import forms
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from luwte.law.housing.figures import HALF_YEAR
from luwte.model.cycles import HousingBalance
from luwte.words import N_
from luwte_web.accounts.acting import acting
from luwte_web.pages.answers import reader_now
from luwte_web.pages.law.housing_form import half_year_asked
from luwte_web.pages.law.writing import written
from luwte_web.pages.links import to
from luwte_web.pages.people.forms import DeedForm
from luwte_web.pages.people.places import place_named
from luwte_web.pages.review.desk import Desk
from luwte_web.registry.days import today
from luwte_web.registry.editing import mark
from luwte_web.registry.housing_balance import balance_now, may_write, write_balance

MOST_PEOPLE = 1_000_000
HELP = N_(
    "What the municipality brings into this half-year: arrears where it housed too few people before, or a lead where "
    "it housed more than was asked. It has one of the two; the other is 0."
)


class BalanceForm(DeedForm):
    """Arrears or lead at the beginning of a half-year."""

    half_year = forms.RegexField(HALF_YEAR, label=_("Half-year"), help_text=_("Written as 2026-I or 2026-II."))
    backlog = forms.IntegerField(label=_("Arrears, in people"), min_value=0, max_value=MOST_PEOPLE)
    lead = forms.IntegerField(label=_("Lead, in people"), min_value=0, max_value=MOST_PEOPLE)

    def balance(self, municipality: str) -> HousingBalance:
        """What was filled in."""
        given = self.cleaned_data
        return HousingBalance(given["half_year"], municipality, given["backlog"], given["lead"])


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@login_required
def housing_balance(request: HttpRequest, code: str) -> HttpResponse:
    """What one municipality brings along; for who may not write it the page is not there."""
    desk = Desk(acting(request), reader_now())
    if not may_write(desk.actor, code):
        raise Http404
    half_year = half_year_asked(request.GET.get("half_year", ""), today())
    form = BalanceForm(request.POST or None, reader=desk.reader, initial=_first(code, half_year))

    def save() -> None:
        write_balance(desk.actor, form.balance(code), form.cleaned_data["reason"], form.marks)

    return written(
        request,
        desk,
        form,
        save,
        title=desk.reader.text(N_("Arrears and lead of {municipality}"), municipality=place_named(code)),
        help_text=desk.reader.text(HELP),
        back=to("housing", half_year=half_year),
        seen=lambda: _seen(code, form.cleaned_data["half_year"]),
    )


def _first(code: str, half_year: str) -> dict[str, Any]:
    known = balance_now(code, half_year)
    counts = {"backlog": known.backlog, "lead": known.lead} if known else {}
    return {"half_year": half_year, "seen": _seen(code, half_year), **counts}


def _seen(code: str, half_year: str) -> str:
    known = balance_now(code, half_year)
    return mark(known) if known else ""
