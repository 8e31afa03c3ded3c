# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The task of a municipality in full: what counts and why, how far it is, and what it would take; and its fact sheet.

What a place at a small site costs was not published: `?small=` says it, on the page and on the sheet.
"""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from luwte.law.counting import Verdict
from luwte.model.describe import describe
from luwte.planning.law.municipal import Municipal, municipal
from luwte.quality.catalogue import load_catalogue
from luwte.quality.site_gates import site_gates
from luwte.reporting.fact_sheet import fact_sheet as sheet
from luwte.reporting.fact_sheet import facts_of
from luwte.reporting.fact_sheet.three_ways import FEWER
from luwte.reporting.law.municipal import housing, how_far
from luwte.reporting.law.ways import by_costs
from luwte.reporting.paper import to_pdf
from luwte.words import N_
from luwte_web.pages.answers import Page, reader_now
from luwte_web.pages.country import country_of
from luwte_web.pages.law import municipal_tables
from luwte_web.pages.law.asked import AskedOfLaw, law_page
from luwte_web.pages.law.cycle import pdf
from luwte_web.pages.law.cycle_tables import steps_table
from luwte_web.pages.opened import opened

MOST_EUROS = 1_000_000
SMALL = "small"


class SmallSite(forms.Form):
    """What people have to say before the cost of small sites can be computed."""

    small = forms.IntegerField(
        label=_("What a place at a small site costs a year, in euros"),
        required=False,
        min_value=1,
        max_value=MOST_EUROS,
        localize=True,
        help_text=_("It was not published. Without it the cost of small sites stays unknown."),
    )

    def given(self) -> Decimal | None:
        """The amount, where one was entered and can be read."""
        amount = self.cleaned_data.get(SMALL) if self.is_bound and self.is_valid() else None
        return None if amount is None else Decimal(amount)


@law_page
def task(asked: AskedOfLaw, code: str) -> Page:
    """What the law comes to for one municipality."""
    reader = asked.reader
    if code not in asked.tasks.of:
        raise Http404
    one = municipal(asked.dataset, asked.tasks, asked.on, code)
    form = _small(asked.query)
    small = form.given()
    catalogue = load_catalogue()
    tables = (
        municipal_tables.places_table(asked, one),
        municipal_tables.ladder_table(reader, one),
        steps_table(reader, one.steps),
        municipal_tables.ways_table(reader, one.ways, small),
        municipal_tables.costs_table(reader),
        municipal_tables.norms_table(reader, site_gates(catalogue, asked.on)),
        municipal_tables.alike_table(reader, one.alike),
    )
    context = {
        "one": one,
        "sums": {verdict.name.lower(): count for verdict, count in one.sums.items()},
        "left_if_unsure": max(one.to_add - one.sums[Verdict.UNKNOWN], 0),
        "how_far": list(_how_far(asked, one)),
        "by_costs": by_costs(reader.words),
        "fewer": reader.text(FEWER) if any(way.above for way in one.ways) else "",
        "form": form,
        "sheet": reverse("fact_sheet", args=[code]) + (f"?{SMALL}={small}" if small else ""),
        "refused": [describe(finding, reader.words) for finding in one.findings],
    }
    return Page("municipal.html", reader.text(N_("The task of {name}"), name=one.place.name), context, tables)


@require_safe
def fact_sheet(request: HttpRequest, code: str) -> HttpResponse:
    """Two pages about a municipality (PDF/UA-1), from the published plan: the same ones for everybody."""
    shown, reader = opened(request), reader_now()
    if shown is None:
        return render(request, "luwte/nothing_yet.html")
    country = country_of(shown.address)
    if code not in country.tasks.of:
        raise Http404
    small = _small(request.GET).given()
    facts = facts_of(country.dataset, country.tasks, country.on, code, small=small)
    return pdf(to_pdf(sheet(facts, reader.words), reader.words), f"{code}-{country.on.isoformat()}-{reader.language}")


def _small(query: QueryDict) -> Any:
    return SmallSite(query if SMALL in query else None)


def _how_far(asked: AskedOfLaw, one: Municipal) -> Iterator[str]:
    yield from how_far(one, asked.reader.words)
    if one.housing:
        yield from housing(one.housing, asked.reader.words)
