# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What municipalities offer: candidates side by side before they open, and each with all that is known of it."""

from collections.abc import Iterator

from django.http import Http404
from django.urls import reverse

from luwte.law.counting import Verdict
from luwte.model.describe import describe
from luwte.model.pledges import OfferStatus
from luwte.planning.law.candidates import Candidate, candidates
from luwte.planning.law.contradictions import contradictions
from luwte.words import N_
from luwte_web.accounts.actions import Action
from luwte_web.accounts.names import place_names
from luwte_web.accounts.policy import can
from luwte_web.artefacts import selectors
from luwte_web.pages.answers import Page
from luwte_web.pages.country import Country, country_of
from luwte_web.pages.filters import Filters
from luwte_web.pages.law.asked import AskedOfLaw, law_page
from luwte_web.pages.law.offers_tables import (
    beside_table,
    brought_table,
    conditions_table,
    counted_table,
    fit_table,
    grounds_table,
    worth_table,
)
from luwte_web.pages.links import to_location, to_municipality
from luwte_web.pages.locations import Fact
from luwte_web.pages.reader import Reader
from luwte_web.registry.selectors import municipality_thing


@law_page
def offers(asked: AskedOfLaw) -> Page:
    """All offers that are not refused or, where that is asked, those of one status."""
    reader = asked.reader
    filters = Filters(asked.query, reader)
    provinces = {one.province_code: one.province for one in asked.tasks.provinces}
    province = filters.choose("province", reader.text("Province"), provinces, reader.text("all provinces"))
    status = filters.code("status", reader.text("How far it is"), OfferStatus, reader.text("all but refused"))
    rows = [
        one
        for one in candidates(asked.dataset, asked.on)
        if (one.offer.status is status if status else one.offer.status is not OfferStatus.REFUSED)
        and province in ("", province_of(asked, one))
    ]
    tables = (brought_table(reader, asked.names, rows), beside_table(reader, rows))
    context = {
        "filters": filters,
        "places": sum(one.offer.places for one in rows),
        "counts": sum(one.counting(Verdict.YES) for one in rows),
        "unsure": sum(one.counting(Verdict.UNKNOWN) for one in rows),
        "without_site": sum(one.site is None for one in rows),
        "writes": own_municipality(asked),
    }
    return Page("offers.html", reader.text(N_("What municipalities offer")), context, tables)


@law_page
def offer(asked: AskedOfLaw, key: str) -> Page:
    """One offer: what it brings, whether it counts, how fit it is, under which conditions, beside others."""
    reader = asked.reader
    everything = candidates(asked.dataset, asked.on)
    one = next((each for each in everything if each.offer.key == key), None)
    if one is None:
        raise Http404
    province = province_of(asked, one)
    near = [each for each in everything if province_of(asked, each) == province and _stands(each)]
    writes = asked.is_live and can(asked.actor, Action.WRITE_OFFER, municipality_thing(one.offer.municipality))
    plan = _plan_shown()
    tables = (
        counted_table(reader, one),
        grounds_table(reader, one),
        fit_table(reader, one),
        conditions_table(reader, one.conditions, *(LOOK_AND_CHANGE if writes else ())),
        worth_table(reader, plan, province, one),
        brought_table(reader, asked.names, near),
        beside_table(reader, near),
    )
    context = {
        "one": one,
        "wrong": [describe(found, reader.words) for found in contradictions([one])],
        "facts": list(facts(reader, asked, one)),
        "plan_on": plan.on if plan else None,
        "province": asked.names[province],
        "writes": writes,
    }
    return Page("offer.html", one.name, context, tables)


LOOK_AND_CHANGE = (
    lambda row: reverse("condition_look", args=[row.condition]),
    lambda row: reverse("condition_change", args=[row.condition]),
)


def facts(reader: Reader, asked: AskedOfLaw, one: Candidate) -> Iterator[Fact]:
    """What is known of an offer and its site; unknown is said."""
    offered, site = one.offer, one.site
    yield Fact(reader.text("Key"), offered.key)
    yield Fact(reader.text("Municipality"), asked.names[offered.municipality], to_municipality(offered.municipality))
    yield Fact(reader.text("How far it is"), reader.name(offered.status))
    yield Fact(reader.text("Kind of site"), reader.name(one.kind))
    yield Fact(reader.text("Places"), reader.number(offered.places))
    yield Fact(reader.text("of them for unaccompanied minors"), reader.number(offered.amv_places))
    yield Fact(reader.text("Available from"), reader.day(one.opens))
    yield Fact(reader.text("Available until, that day included"), reader.day(offered.available_until, "no end"))
    yield Fact(reader.text("There is money until"), reader.day(offered.funded_until))
    if offered.conditions:
        yield Fact(reader.text("Conditions in short"), offered.conditions)
    if site is None:
        yield Fact(reader.text("Location"), reader.text("not named"))
        return
    yield Fact(reader.text("Location"), site.name, "" if asked.is_live else to_location(site.key))
    yield Fact(reader.text("Building"), reader.name(site.building))
    yield Fact(reader.text("Units"), reader.number(one.units or None))
    yield Fact(reader.text("School at (km)"), reader.weight(site.school_km))
    yield Fact(reader.text("School places"), reader.number(site.school_places))
    yield Fact(reader.text("Doctor at (km)"), reader.weight(site.gp_km))
    cost = reader.text("unknown; it is asked for, not guessed") if one.cost is None else f"€ {reader.weight(one.cost)}"
    yield Fact(reader.text("Cost of a place a day"), cost)


def province_of(asked: AskedOfLaw, one: Candidate) -> str:
    """The code of the province of an offer."""
    return asked.dataset.municipality[one.offer.municipality].province_code


def own_municipality(asked: AskedOfLaw) -> str:
    """The municipality for which the reader may write offers, where there is one."""
    within = {each.within for each in asked.actor.roles} & place_names().keys()
    own = (code for code in sorted(within) if can(asked.actor, Action.WRITE_OFFER, municipality_thing(code)))
    return next(own, "") if asked.is_live else ""


def _stands(one: Candidate) -> bool:
    return one.offer.status is not OfferStatus.REFUSED


def _plan_shown() -> Country | None:
    """The plan that everybody sees: it tells what one more place would be worth."""
    shown = selectors.shown()
    return country_of(shown.address) if shown else None
