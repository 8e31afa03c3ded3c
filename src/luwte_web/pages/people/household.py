# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The page of one household. That somebody reads it stands on the log before it is made."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from luwte.model.people import HouseholdGroup
from luwte.model.periods import Month, age, eighteen_in
from luwte.quality.clocks import Standing
from luwte.quality.eighteen import is_near
from luwte.words import N_
from luwte_web.audit.reading import reads_person
from luwte_web.pages import columns
from luwte_web.pages.answers import Page, table_of
from luwte_web.pages.locations import Fact
from luwte_web.pages.people.case import Case, case_of
from luwte_web.pages.people.deeds import DEEDS
from luwte_web.pages.people.places import place_named
from luwte_web.pages.people.proposed import proposed
from luwte_web.pages.people.timeline import timeline
from luwte_web.pages.reader import NONE, Reader
from luwte_web.pages.review.desk import at_the_desk, desk_of
from luwte_web.pages.tables import Table
from luwte_web.registry import eighteen, wishes
from luwte_web.registry.days import today
from luwte_web.registry.models import Change, EighteenPlan, Household, HouseholdFacts, Parting, PersonFacts, WishAnswer
from luwte_web.worklists.terms import terms_of

TONES = {
    Standing.MET: "good",
    Standing.LATE: "fair",
    Standing.OVERDUE: "bad",
    Standing.SOON: "open",
    Standing.RUNNING: "fair",
    Standing.UNKNOWN: "open",
}
URGENCY = (
    Standing.OVERDUE,
    Standing.SOON,
    Standing.RUNNING,
    Standing.UNKNOWN,
    Standing.LATE,
    Standing.MET,
)
LAST_CHANGES = 10
NOT_YET = N_("not yet")
ELSEWHERE = N_("a household that you do not read about")


@require_safe
@at_the_desk
def household(request: HttpRequest, key: str) -> HttpResponse:
    """One household: where it lives and lived, who they are, what they need and ask, and what must happen by when."""
    case = case_of(desk_of(request), key)
    reader = case.desk.reader
    with reads_person(request, f"household:{key}"):
        tables = (_persons_table(reader, case.persons), _terms_table(case))
        if "as" in request.GET:
            return table_of(Page("", "", tables=tables), request.GET)
        context = {
            "title": reader.text("Household {key}", key=key),
            "case": case,
            "saved": request.GET.get("saved") in (*DEEDS, "who", "arrival"),
            "facts": list(_facts(case)),
            "tables": {table.key: table for table in tables},
            "steps": list(timeline(case)),
            "proposed": proposed(case),
            "wish": _wish(case),
            "answers": [_answered(case, answer) for answer in wishes.answers_of(key)],
            "relatives": list(_relatives(case)),
            "near": _other(case, case.facts.keep_near),
            "missing": [report for report in case.disappearances if report.found_on is None],
            "closed": [report for report in case.disappearances if report.found_on],
            "eighteen": list(_eighteen(case)),
            "parted": [_parted(reader, parting) for parting in case.partings],
            "changes": _changes(reader, case.facts),
            "may": _offered(case),
            "query": request.GET,
        }
        return render(request, "people/household.html", context)


def _offered(case: Case) -> set[str]:
    """What the reader may write down, and what can be: who lives nowhere cannot stay there, a last person cannot go."""
    facts = case.facts
    can_be = {
        "lock": facts.location is not None and not facts.locked,
        "unlock": bool(facts.locked),
        "answer": facts.wish_kind is not None,
        "guardian": facts.group is HouseholdGroup.AMV,
        "part": len(case.persons) > 1,
    }
    return {deed.name for deed in DEEDS.values() if case.may(deed.action) and can_be.get(deed.name, True)}


def _facts(case: Case) -> Iterator[Fact]:
    reader, facts = case.desk.reader, case.facts
    yield Fact(reader.text("Group"), reader.name(facts.group))
    yield Fact(reader.text("Phase"), reader.name(facts.phase))
    here = facts.location
    link = reverse("site", args=[here.key]) if here and case.sees_site else ""
    yield Fact(reader.text("Lives at"), case.place or reader.text("no place"), link)
    yield Fact(reader.text("Forced moves so far"), reader.number(facts.forced_moves))
    yield Fact(reader.text("Needs of a place"), reader.listing(facts.needs))
    if facts.group is HouseholdGroup.AMV:
        yield Fact(reader.text("Guardian"), facts.guardian or reader.text("nobody yet"))
    if facts.linked_municipality:
        yield Fact(reader.text("Home will be in"), place_named(facts.linked_municipality))
    if facts.locked:
        yield Fact(reader.text("Held by a person, because"), facts.lock_reason or reader.text("no reason given"))


def _persons_table(reader: Reader, persons: list[PersonFacts]) -> Table[Any]:
    on = today()
    shown = (
        columns.words(reader.text("Person"), lambda p: p.person.key),
        columns.names(reader, reader.text("Relation"), lambda p: p.relation),
        columns.words(reader.text("Born in"), lambda p: reader.month(p.birth_month)),
        columns.counts(reader, reader.text("Age today"), lambda p: age(p.birth_month, on)),
        columns.days(reader, reader.text("Application"), lambda p: p.lodged_on),
        columns.days(reader, reader.text("First school day"), lambda p: p.first_school_day, NOT_YET),
        columns.days(reader, reader.text("Health intake"), lambda p: p.health_intake_on, NOT_YET),
    )
    return Table.of("persons", reader.text("Persons"), shown, persons)


def _terms_table(case: Case) -> Table[Any]:
    reader = case.desk.reader
    running = terms_of(case.facts, case.persons, case.stays, today())
    terms = sorted(running, key=lambda term: URGENCY.index(term.standing))
    shown = (
        columns.words(reader.text("Term"), lambda t: t.clock.title[reader.language]),
        columns.words(reader.text("Person"), lambda t: t.child.key),
        columns.days(reader, reader.text("Last day"), lambda t: t.due),
        columns.words(
            reader.text("How it stands"), lambda t: reader.name(t.standing), tone=lambda t: TONES[t.standing]
        ),
        columns.words(reader.text("Norm"), lambda t: t.clock.norm[reader.language]),
        columns.names(reader, reader.text("How sure"), lambda t: t.clock.mark),
    )
    return Table.of("terms", reader.text("Terms that run"), shown, terms)


def _wish(case: Case) -> str:
    facts, reader = case.facts, case.desk.reader
    if facts.wish_kind is None:
        return ""
    what = f"{reader.name(facts.wish_kind)} {place_named(facts.wish)}".strip()
    return f"{what} ({_said(reader, facts)})"


def _answered(case: Case, answer: WishAnswer) -> str:
    reader = case.desk.reader
    what = f"{reader.name(answer.wish_kind)} {place_named(answer.wish)}".strip()
    came = reader.text("{answer} on {day}", answer=reader.name(answer.answer), day=reader.day(answer.on))
    return f"{what} ({_said(reader, answer)}): {came}. {answer.why}"


def _said(reader: Reader, wish: HouseholdFacts | WishAnswer) -> str:
    day = reader.day(wish.wish_on)
    if wish.wish_by is None:
        return reader.text("said on {day}", day=day)
    return reader.text("said by {who} on {day}", who=reader.name(wish.wish_by), day=day)


def _relatives(case: Case) -> Iterator[dict[str, Any]]:
    for relative in case.relatives:
        other = _other(case, relative.other) if relative.other else place_named(relative.municipality)
        near = relative.other_id is not None and relative.other_id == case.facts.keep_near_id
        yield {
            "tie": case.desk.reader.name(relative.tie),
            "other": other,
            "line": str(relative.line),
            "near": str(near),
        }


def _other(case: Case, other: Household | None) -> str:
    """Another household by its key, for who reads about that one too."""
    if other is None:
        return ""
    return other.key if other.key in case.others_seen else case.desk.reader.text(ELSEWHERE)


def _eighteen(case: Case) -> Iterator[dict[str, Any]]:
    """Who turns eighteen within half a year, or has a plan for it."""
    if case.facts.group is not HouseholdGroup.AMV:
        return
    for person in case.persons:
        plan = case.plans.get(person.person.key)
        near = is_near(person.birth_month, today())
        if near or plan:
            birthday = eighteen_in(person.birth_month)
            month = case.desk.reader.month(Month(birthday.year, birthday.month))
            lacks = near and plan is None
            parts = list(_parts(case.desk.reader, plan)) if plan else []
            yield {"person": person.person.key, "plan": plan, "month": month, "lacks": lacks, "parts": parts}


def _parted(reader: Reader, parting: Parting) -> dict[str, str]:
    why, day = reader.name(parting.parted_for), reader.day(parting.on)
    said = reader.text("{person}: {why} (since {day})", person=parting.person.key, why=why, day=day)
    return {"said": said, "line": str(parting.line), "person": parting.person.key}


def _parts(reader: Reader, plan: EighteenPlan) -> Iterator[tuple[str, str]]:
    """What a plan for eighteen says, part by part."""
    yield reader.text("where"), reader.name(plan.where)
    for name, what in eighteen.PARTS.items():
        yield reader.text(what), getattr(plan, name)
    yield reader.text("made on"), f"{reader.day(plan.made_on)} ({plan.made_by})"


def _changes(reader: Reader, facts: HouseholdFacts) -> list[dict[str, str]]:
    """The last changes of what is known of the household: when, by whom, why."""
    versions = HouseholdFacts.objects.filter(household=facts.household).values("known_by")
    changes = Change.objects.filter(id__in=versions).order_by("-id")[:LAST_CHANGES]
    return [
        {"when": reader.day(change.moment.date()), "who": change.actor, "why": change.reason or NONE}
        for change in changes
    ]
