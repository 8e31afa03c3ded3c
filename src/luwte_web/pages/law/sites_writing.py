# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The pages on which people write about sites; for who may not write something its page is not there."""

from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any, Concatenate, ParamSpec

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from luwte.words import N_
from luwte_web.accounts.acting import acting
from luwte_web.accounts.actions import Action
from luwte_web.accounts.names import place_names
from luwte_web.accounts.policy import can, demand
from luwte_web.pages.answers import reader_now
from luwte_web.pages.law.sites_forms import ConditionForm, LookForm, OfferForm, OperationForm, WithdrawForm
from luwte_web.pages.law.writing import written
from luwte_web.pages.people.forms import DeedForm
from luwte_web.pages.people.places import place_named
from luwte_web.pages.review.desk import NUL, Desk
from luwte_web.registry.conditions import demand_to_look, look_at, set_condition
from luwte_web.registry.days import today
from luwte_web.registry.editing import mark
from luwte_web.registry.models import Condition, LocationFacts, OfferFacts, Operation, Version
from luwte_web.registry.offering import withdraw_offer, write_offer
from luwte_web.registry.operating import demand_to_write, operations_at, write_operation
from luwte_web.registry.selectors import location_thing, municipality_thing

MEANT = ("reason", "seen")  # what a form asks beside the facts
Where = ParamSpec("Where")
View = Callable[Concatenate[HttpRequest, Desk, Where], HttpResponse]

OFFER_HELP = N_(
    "What the municipality offers, as far as it is known now. Leave open what is not known; nothing is assumed. Every "
    "change is kept with its reason."
)
WITHDRAW_HELP = N_(
    "The offer leaves the tables, with the conditions that were set for it alone. What was known of it stays in the "
    "registry, and your reason on the log."
)
CONDITION_HELP = N_(
    "What the municipality asks for this site. It is followed after the opening: once its day is over it stands on the "
    "worklist of the municipality and of COA until somebody writes down that it is met."
)
LOOK_HELP = N_("Look, or ask who sees to it. What nobody looked at is unknown; unknown is not met.")
OPERATION_HELP = N_(
    "A line for each thing and organisation. Municipal operation is possible when both material reception (bed, food "
    "and clothing) and guidance can be provided (Decree 4.1); some of it may stay with COA."
)


def writing_page(view: View[Where]) -> Callable[Concatenate[HttpRequest, Where], HttpResponse]:
    """Open to who signed in; what the reader may write is looked at inside."""

    @require_http_methods(["GET", "HEAD", "POST"])
    @never_cache
    @login_required
    @wraps(view)
    def opened(request: HttpRequest, /, *args: Where.args, **where: Where.kwargs) -> HttpResponse:
        if NUL in "".join(map(str, where.values())):
            raise Http404
        return view(request, Desk(acting(request), reader_now()), *args, **where)

    return opened


@writing_page
def new_offer(request: HttpRequest, desk: Desk, code: str) -> HttpResponse:
    """A municipality writes down a new offer."""
    demand(desk.actor, Action.WRITE_OFFER, municipality_thing(code))
    if code not in place_names():
        raise Http404
    form = OfferForm(request.POST or None, reader=desk.reader, locations=locations_in(code))

    def save() -> None:
        write_offer(desk.actor, code, facts(form), form.cleaned_data["reason"])

    title = desk.reader.text(N_("A new offer of {municipality}"), municipality=place_named(code))
    return _written(request, desk, form, save, title, OFFER_HELP, reverse("offers"))


@writing_page
def change_offer(request: HttpRequest, desk: Desk, key: str) -> HttpResponse:
    """A municipality says an offer anew."""
    known = _own_offer(desk, key)
    form = OfferForm(
        request.POST or None, reader=desk.reader, locations=locations_in(known.municipality), initial=_first(known)
    )

    def save() -> None:
        write_offer(desk.actor, known.municipality, facts(form), form.cleaned_data["reason"], key, form.marks)

    title = desk.reader.text(N_("Change offer {offer}"), offer=key)
    return _written(request, desk, form, save, title, OFFER_HELP, reverse("offer", args=[key]), known)


@writing_page
def take_offer_back(request: HttpRequest, desk: Desk, key: str) -> HttpResponse:
    """A municipality withdraws an offer."""
    known = _own_offer(desk, key)
    form = WithdrawForm(request.POST or None, reader=desk.reader, initial={"seen": mark(known)})

    def save() -> None:
        withdraw_offer(desk.actor, key, form.cleaned_data["reason"], form.marks)

    title = desk.reader.text(N_("Withdraw offer {offer}"), offer=key)
    return _written(request, desk, form, save, title, WITHDRAW_HELP, reverse("offers"), known)


@writing_page
def new_condition(request: HttpRequest, desk: Desk, code: str) -> HttpResponse:
    """A municipality sets a condition; `?offer=` or `?location=` names the site that it comes from."""
    demand(desk.actor, Action.WRITE_OFFER, municipality_thing(code))
    asked = {name: request.GET.get(name, "") for name in ("offer", "location")}
    named = {"offers": offers_of(code), "locations": locations_in(code)}
    form = ConditionForm(request.POST or None, reader=desk.reader, initial=asked, **named)

    def save() -> None:
        set_condition(desk.actor, code, facts(form), form.cleaned_data["reason"])

    title = desk.reader.text(N_("A condition of {municipality}"), municipality=place_named(code))
    back = _back_to(asked["offer"] if asked["offer"] in named["offers"] else "")
    return _written(request, desk, form, save, title, CONDITION_HELP, back)


@writing_page
def change_condition(request: HttpRequest, desk: Desk, key: str) -> HttpResponse:
    """A municipality says a condition anew."""
    known = _condition(key)
    code = known.municipality if known else ""
    demand(desk.actor, Action.WRITE_OFFER, municipality_thing(code))
    known = get_object_or_404(Condition.objects.known(), condition=key)
    named = {"offers": offers_of(code), "locations": locations_in(code)}
    form = ConditionForm(request.POST or None, reader=desk.reader, initial=_first(known), **named)

    def save() -> None:
        set_condition(desk.actor, code, facts(form), form.cleaned_data["reason"], key, form.marks)

    title = desk.reader.text(N_("Change a condition"))
    return _written(request, desk, form, save, title, CONDITION_HELP, _back_from(desk, known), known)


@writing_page
def look_at_condition(request: HttpRequest, desk: Desk, key: str) -> HttpResponse:
    """Somebody writes down whether a condition is met."""
    demand_to_look(desk.actor, _condition(key))
    known = get_object_or_404(Condition.objects.known().select_related("offer", "location"), condition=key)
    form = LookForm(request.POST or None, reader=desk.reader, initial={"state_on": today(), "seen": mark(known)})

    def save() -> None:
        given = form.cleaned_data
        look_at(desk.actor, key, given["state"], given["state_on"], given["reason"], form.marks)

    title = desk.reader.text(N_("Is it met: {what}"), what=known.what)
    return _written(request, desk, form, save, title, LOOK_HELP, _back_from(desk, known), known)


@writing_page
def operation(request: HttpRequest, desk: Desk, key: str, line: int | None = None) -> HttpResponse:
    """Somebody writes down who is responsible for what at a location, or with its line says it anew."""
    demand_to_write(desk.actor, key)
    at = get_object_or_404(LocationFacts.objects.known(), location__key=key)
    known = None if line is None else get_object_or_404(operations_at(key), line=line)
    first = _first(known) if known else {"since": today()}
    form = OperationForm(request.POST or None, reader=desk.reader, initial=first)

    def save() -> None:
        write_operation(desk.actor, key, facts(form), form.cleaned_data["reason"], line, form.marks)

    title = desk.reader.text(N_("Who is responsible at {location}"), location=at.name)
    return _written(request, desk, form, save, title, OPERATION_HELP, _back_to_site(desk, key), known)


def facts(form: DeedForm) -> Mapping[str, Any]:
    """What was filled in, by the columns of the table."""
    return {name: value for name, value in form.cleaned_data.items() if name not in MEANT}


def offers_of(code: str) -> dict[str, str]:
    """The offers of a municipality by key, as a person tells them apart."""
    rows = OfferFacts.objects.known().filter(municipality=code).select_related("offer", "location__now")
    return {row.offer.key: f"{row.offer.key}{f', {row.location.now.name}' if row.location else ''}" for row in rows}


def locations_in(code: str) -> dict[str, str]:
    """The locations of a municipality that are open or planned, by key."""
    rows = LocationFacts.objects.known().filter(municipality=code).select_related("location").order_by("name")
    return {row.location.key: row.name for row in rows if row.closes is None or row.closes > today()}


def _own_offer(desk: Desk, key: str) -> OfferFacts:
    known = OfferFacts.objects.known().select_related("offer", "location").filter(offer__key=key).first()
    demand(desk.actor, Action.WRITE_OFFER, municipality_thing(known.municipality if known else ""))
    if known is None:
        raise Http404
    return known


def _condition(key: str) -> Condition | None:
    return Condition.objects.known().select_related("offer", "location").filter(condition=key).first()


def _first(known: OfferFacts | Condition | Operation) -> dict[str, Any]:
    """What stands in a form first: things by their keys."""
    told = {field.name: getattr(known, field.name) for field in known._meta.concrete_fields}
    shown = {name: getattr(value, "key", value) for name, value in told.items()}
    return {**shown, "viable_because": sorted(told.get("viable_because", ())), "seen": mark(known)}


def _back_from(desk: Desk, known: Condition) -> str:
    if known.location:
        return _back_to_site(desk, known.location.key)
    return _back_to(known.offer.key if known.offer else "")


def _back_to(offer: str) -> str:
    return reverse("offer", args=[offer]) if offer else reverse("offers")


def _back_to_site(desk: Desk, key: str) -> str:
    """The page of the location, for who reads it."""
    reads = can(desk.actor, Action.READ_LOCATION, location_thing(key))
    return reverse("site", args=[key]) + "#run-title" if reads else reverse("offers")


def _written(
    request: HttpRequest,
    desk: Desk,
    form: DeedForm,
    save: Callable[[], None],
    title: str,
    help_text: str,
    back: str,
    known: Version | None = None,
) -> HttpResponse:
    def seen() -> str:
        now = type(known).objects.known().filter(line=known.line).first() if known else None
        return mark(now) if now else ""

    told = desk.reader.text(help_text)
    return written(request, desk, form, save, title=title, help_text=told, back=back, seen=seen)
