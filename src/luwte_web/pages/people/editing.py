# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Pages on which people write something down: the form, what is wrong with it, and what others changed meanwhile."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from luwte.model.findings import Finding
from luwte.model.periods import Month
from luwte.words import N_
from luwte_web.accounts.actions import Action
from luwte_web.audit.reading import reads_person
from luwte_web.pages.people.case import Case, case_of
from luwte_web.pages.people.deeds import DEEDS, Deed
from luwte_web.pages.people.places import place_named
from luwte_web.pages.reader import NONE, Reader
from luwte_web.pages.review.desk import Desk, at_the_desk, desk_of
from luwte_web.registry.editing import ChangedSince
from luwte_web.registry.models import Version
from luwte_web.registry.refusals import ChangeRefused

FIELDS: Mapping[str, str] = {
    "group": N_("Group"),
    "location": N_("Lives at"),
    "phase": N_("Phase"),
    "since": N_("Since"),
    "until": N_("Until"),
    "cause": N_("Why"),
    "forced": N_("Forced"),
    "forced_moves": N_("Forced moves so far"),
    "guardian": N_("Guardian"),
    "needs": N_("Needs of a place"),
    "wish_kind": N_("Wish"),
    "wish": N_("Which place they ask for"),
    "wish_by": N_("Whose voice it is"),
    "wish_on": N_("Heard on"),
    "linked_municipality": N_("Municipality where their home will be"),
    "keep_near": N_("To be kept near"),
    "locked": N_("Locked"),
    "lock_reason": N_("Why it is locked"),
    "birth_month": N_("Born in"),
    "relation": N_("Relation"),
    "sex": N_("Sex"),
    "lodged_on": N_("Application"),
    "first_school_day": N_("First school day"),
    "health_intake_on": N_("Health intake"),
    "guardian_since": N_("Guardian since"),
    "vulnerable": N_("Vulnerable"),
    "date": N_("Children were heard on"),
    "through": N_("How they were heard"),
    "ages": N_("Ages"),
    "children": N_("How many children took part"),
    "raised": N_("What they raised"),
    "domain": N_("What it is about"),
    "done": N_("What was done"),
    "done_on": N_("Done on"),
    "told_back_on": N_("Told to the children on"),
    "name": N_("What it is called"),
    "kind": N_("Kind"),
    "times_a_week": N_("Times a week"),
    "hours_a_week": N_("Hours a week"),
    "places_a_week": N_("How many children can come in a week"),
    "reach": N_("How many children came in the last month"),
    "counted_on": N_("Counted on"),
    "budget": N_("Money for it, in euros"),
    "budget_per": N_("That money is for"),
    "funded_by": N_("Who pays"),
    "funded_until": N_("There is money until"),
    "on_site": N_("At the location itself"),
    "run_by": N_("Who makes it happen"),
    "contact": N_("Contact person for children"),
    "known_through": N_("How children know them"),
    "coa_category": N_("COA's own category"),
    "term_long_enough": N_("It can stay long enough"),
    "permit_feasible": N_("A permit is feasible"),
    "regional_support": N_("The region supports it"),
    "intake_stopped_on": N_("Nobody is newly brought here from"),
    "municipality": N_("Municipality"),
    "places": N_("Places"),
    "amv_places": N_("of them for unaccompanied minors"),
    "status": N_("How far it is"),
    "available_from": N_("Available from"),
    "available_until": N_("Available until, that day included"),
    "viable_because": N_("Viable, because"),
    "conditions": N_("Conditions in short"),
    "what": N_("What is asked"),
    "state": N_("Is it met?"),
    "state_on": N_("Looked at on"),
    "offer": N_("Offer"),
    "owner": N_("Who sees to it"),
    "agreed_on": N_("Agreed on"),
    "due": N_("To be met by"),
    "task": N_("Responsible for"),
    "responsible": N_("Who is responsible"),
    "organisation": N_("Which organisation"),
    "scheme": N_("Paid under"),
    "source": N_("Where this comes from"),
    "mark": N_("How sure that is"),
}
PLACES = ("wish", "linked_municipality")


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why something was not saved: findings with their mend, and what somebody else changed meanwhile."""

    findings: Sequence[tuple[str, str]] = ()
    changes: Sequence[tuple[str, str, str]] = ()


def editing_page(name: str) -> Callable[..., HttpResponse]:
    """The page of one deed."""
    deed = DEEDS[name]

    @require_http_methods(["GET", "HEAD", "POST"])
    @at_the_desk
    def view(request: HttpRequest, key: str, about: str = "") -> HttpResponse:
        case = case_of(desk_of(request), key, deed.action, about)
        if deed.name in OF_PERSONS:
            case.person()
        first = {**deed.first(case), "seen": _seen(case)}
        decides, offered = case.may(Action.WRITE_PERSON), {"locations": case.locations} if name in OF_PLACES else {}
        form = deed.form(request.POST or None, reader=case.desk.reader, decides=decides, initial=first, **offered)
        trouble = Trouble()
        if request.method == "POST" and form.is_valid():
            given = form.cleaned_data
            trouble = tried(case.desk, lambda: deed.save(case, given, form.marks))
            if trouble == Trouble():
                done = reverse("departures") if name == LEAVE else reverse("household", args=[key])
                return redirect(f"{done}?saved={name}")
            form.data = {**form.data.dict(), **_lists(form), "seen": _seen(case)}  # type: ignore[attr-defined]
        with reads_person(request, f"household:{key}"):
            return _page(request, case, deed, form, trouble)

    return view


def tried(desk: Desk, save: Callable[[], object]) -> Trouble:
    """Save, or tell why it was not saved."""
    try:
        save()
    except ChangedSince as since:
        changes = [_changed(desk.reader, name, *pair) for name, pair in since.differences.items()]
        return Trouble(told(desk, since.findings), changes)
    except ChangeRefused as refused:
        return Trouble(told(desk, refused.findings))
    return Trouble()


def told(desk: Desk, findings: tuple[Finding, ...]) -> list[tuple[str, str]]:
    """Findings in words; what they fill in may itself be words."""
    words = desk.reader
    return [
        tuple(  # type: ignore[misc]
            words.text(part, **{name: words.text(value) if value else "" for name, value in finding.params.items()})
            for part in (finding.kind.what, finding.kind.mend)
        )
        for finding in findings
    ]


def _page(request: HttpRequest, case: Case, deed: Deed, form: Any, trouble: Trouble) -> HttpResponse:
    reader = case.desk.reader
    context = {
        "title": reader.text(deed.title),
        "case": case,
        "deed": deed,
        "help": reader.text(deed.help) if deed.help else "",
        "act": reader.text(deed.act),
        "form": form,
        "trouble": trouble,
        "person": _person(case, deed),
        "back": reverse("household", args=[case.key]),
    }
    return render(request, "people/edit.html", context, status=400 if form.errors or trouble != Trouble() else 200)


def _person(case: Case, deed: Deed) -> str:
    """Whom the page is about, where it is about one person."""
    if deed.name == REJOIN:
        return case.parting().person.key
    return case.about if deed.name in OF_PERSONS else ""


LEAVE = "leave"  # after which the household has no page any more
REJOIN = "rejoin"  # of who is not in the household now
OF_PERSONS = ("missing", "follow", "found", "eighteen", "part")
OF_PLACES = ("stay", "stayed")


def _seen(case: Case) -> str:
    """The marks of what the form shows: the household, and the stay or plan that is changed."""
    more: list[Version] = [stay for stay in case.stays if str(stay.line) == case.about]
    more += [plan for key, plan in case.plans.items() if key == case.about]
    return case.marks(*more)


def _lists(form: Any) -> dict[str, list[str]]:
    """Fields with several values, as they were chosen."""
    return {name: form.data.getlist(name) for name in form.fields if name == "needs"}


def _changed(reader: Reader, name: str, then: Any, now: Any) -> tuple[str, str, str]:
    return reader.text(FIELDS.get(name, name)), _value(reader, name, then), _value(reader, name, now)


def _value(reader: Reader, name: str, value: Any) -> str:
    """A value as people read it."""
    match value:
        case None | "":
            return NONE
        case bool():
            return reader.yes(value)
        case StrEnum():
            return reader.name(value)
        case Month():
            return reader.month(value)
        case date():
            return reader.day(value)
        case frozenset():
            return reader.listing(value)
    return place_named(value) if name in PLACES else str(getattr(value, "key", value))
