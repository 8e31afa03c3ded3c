# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Who a household is, on one page with its persons: corrected as a whole, or written down when it arrives."""

from typing import Any

from django.forms import formset_factory
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from luwte_web.accounts.actions import Action, Kind
from luwte_web.accounts.policy import can, can_somewhere, demand
from luwte_web.accounts.things import Thing
from luwte_web.audit.reading import reads_person
from luwte_web.pages.people.case import Case, case_of
from luwte_web.pages.people.editing import Trouble, tried
from luwte_web.pages.people.forms import ArrivalForm, ArrivingForm, PersonForm, WhoForm
from luwte_web.pages.review.desk import Desk, at_the_desk, desk_of
from luwte_web.registry import arrivals, corrections
from luwte_web.registry.arrivals import Arrival, Arriving
from luwte_web.registry.corrections import Known, Who
from luwte_web.registry.selectors import locations_seen

ROWS_OF_AN_ARRIVAL = 6
PERSONS, ARRIVING = "persons", "arriving"
Form = require_http_methods(["GET", "HEAD", "POST"])


@Form
@at_the_desk
def who(request: HttpRequest, key: str) -> HttpResponse:
    """Correct who a household is, and who its persons are; one row more is for who is new in it."""
    case = case_of(desk_of(request), key, Action.WRITE_PERSON)
    first = {name: getattr(case.facts, name) for name in ("group", "phase", "linked_municipality")}
    first["seen"] = case.marks(*case.persons)
    form = WhoForm(request.POST or None, reader=case.desk.reader, initial=first)
    persons = formset_factory(PersonForm, extra=1)(
        request.POST or None,
        prefix=PERSONS,
        initial=[_known(person) for person in case.persons],
        form_kwargs={"reader": case.desk.reader},
    )
    trouble = Trouble()
    if request.method == "POST" and form.is_valid() and persons.is_valid():
        given = form.cleaned_data
        trouble = tried(case.desk, lambda: _correct(case, given, persons, form.marks))
        if trouble == Trouble():
            return redirect(f"{reverse('household', args=[key])}?saved=who")
        form.data = {**form.data.dict(), "seen": first["seen"]}
    named = [row["person"].value() or _("Somebody new in the household") for row in persons.forms]
    with reads_person(request, f"household:{key}"):
        context = {
            "title": case.desk.reader.text("Who they are"),
            "case": case,
            "back": reverse("household", args=[key]),
            "act": case.desk.reader.text("Save who they are"),
            **_shown(form, persons, trouble, named),
        }
        return render(request, "people/who.html", context, status=_status(form, persons, trouble))


@Form
@at_the_desk
def arrive(request: HttpRequest) -> HttpResponse:
    """Write down a household that arrives."""
    desk = desk_of(request)
    if not can_somewhere(desk.actor, Action.WRITE_PERSON):
        demand(desk.actor, Action.WRITE_PERSON)
    places = dict(locations_seen(desk.actor).order_by("name").values_list("location__key", "name"))
    form = ArrivalForm(request.POST or None, reader=desk.reader, locations=places)
    if not can(desk.actor, Action.WRITE_PERSON, Thing(Kind.HOUSEHOLD)):
        form.fields["location"].required = True
    persons = formset_factory(ArrivingForm, extra=ROWS_OF_AN_ARRIVAL)(
        request.POST or None, prefix=ARRIVING, form_kwargs={"reader": desk.reader}
    )
    trouble = Trouble()
    if request.method == "POST" and form.is_valid() and persons.is_valid():
        came: list[str] = []
        trouble = tried(desk, lambda: came.append(_arrive(desk, form.cleaned_data, persons)))
        if trouble == Trouble():
            return redirect(f"{reverse('household', args=came)}?saved=arrival")
    numbers = [_("Person {number}").format(number=number) for number in range(1, len(persons.forms) + 1)]
    context = {
        "title": desk.reader.text("A household arrives"),
        "back": reverse("households"),
        "act": desk.reader.text("Save the arrival"),
        **_shown(form, persons, trouble, numbers),
    }
    return render(request, "people/who.html", context, status=_status(form, persons, trouble))


def _known(person: Any) -> dict[str, Any]:
    return {"person": person.person.key, **{name: getattr(person, name) for name in Known.__slots__}}


def _correct(case: Case, given: dict[str, Any], persons: Any, seen: list[str]) -> None:
    rows = [dict(row.cleaned_data) for row in persons.forms if row.cleaned_data]
    keyed = [(row.pop("person"), Known(**row)) for row in rows]
    known = {key: row for key, row in keyed if key}
    new = tuple(row for key, row in keyed if not key)
    meant = Who(given["group"], given["phase"], known, new, given["linked_municipality"])
    corrections.correct_household(case.desk.actor, case.key, meant, given["reason"], seen)


def _arrive(desk: Desk, given: dict[str, Any], persons: Any) -> str:
    came = tuple(Arriving(**row.cleaned_data) for row in persons.forms if row.cleaned_data)
    arrival = Arrival(
        given["group"],
        given["phase"],
        came,
        frozenset(given["needs"]),
        given["guardian"],
        given["location"],
        given["since"],
    )
    return arrivals.arrive(desk.actor, arrival, given["reason"])


def _shown(form: Any, persons: Any, trouble: Trouble, titles: list[str]) -> dict[str, Any]:
    return {
        "form": form,
        "persons": persons,
        "rows": list(zip(titles, persons.forms, strict=False)),
        "trouble": trouble,
    }


def _status(form: Any, persons: Any, trouble: Trouble) -> int:
    wrong = form.errors or (persons.is_bound and not persons.is_valid()) or trouble != Trouble()
    return 400 if wrong else 200
