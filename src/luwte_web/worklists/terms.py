# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""How the terms of children stand: those of one household, and for each term all whose time is nearly or already up."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from django.db.models import F, Q, QuerySet

from luwte.model.people import HouseholdGroup
from luwte.model.periods import ADULT_AGE, SCHOOL_AGE, born_at, is_minor, is_school_age
from luwte_web.registry.models import HouseholdFacts, LocationNow, PersonFacts
from luwte_web.worklists.clocks import Clock, Ends, Starts, Whom, bundled_clocks

START = {Starts.LODGED: "lodged_on", Starts.ARRIVED: "household__now__since"}


class TermStanding(StrEnum):
    """How a term stands on a day."""

    MET = "met"
    LATE = "late"
    OVER = "over"
    SOON = "soon"
    RUNNING = "running"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Term:
    """One term of one person: its last day, the day on which it was met, and how it stands."""

    clock: Clock
    person: str
    due: date | None
    met: date | None
    standing: TermStanding


def terms_of(household: HouseholdFacts, persons: Sequence[PersonFacts], on: date) -> Iterator[Term]:
    """The terms of the children of a household, as they stand on a day; the household comes with its location."""
    for clock in bundled_clocks():
        for person in persons:
            if _runs_for(clock, household, person, on):
                yield _term(clock, household, person, on)


def running(clock: Clock, persons: QuerySet[PersonFacts], on: date) -> QuerySet[PersonFacts]:
    """Those of the persons for whom a term is over or will be soon, those whose time was up first before all others.

    `started` is the day from which it runs.
    """
    start = START[clock.starts]
    near = clock.started_by(on + timedelta(days=clock.soon))
    found = persons.filter(_whom(clock.whom, on), **{f"{start}__lte": near})
    if clock.ends is not Ends.LEAVING:
        found = found.filter(**{clock.ends.value: None})
    if clock.at:
        places = LocationNow.objects.filter(kind__in=clock.at).values_list("location_id", flat=True)
        found = found.filter(household__now__location__in=list(places))
    if clock.holds_from > date.min:
        found = found.filter(**{f"{start}__gte": clock.holds_from})
    if clock.holds_until < date.max:
        found = found.filter(**{f"{start}__lt": clock.holds_until})
    return found.annotate(started=F(start)).order_by("started", "person__key")


def over(clock: Clock, on: date) -> Q:
    """The condition that the term was over before a day."""
    return Q(started__lte=clock.started_by(on - timedelta(days=1)))


def _whom(whom: Whom, on: date) -> Q:
    """The condition that a term runs for a person, by age and group."""
    minors = Q(birth_month__gte=born_at(ADULT_AGE, on))
    match whom:
        case Whom.SCHOOL_AGE:
            return minors & Q(birth_month__lt=born_at(SCHOOL_AGE.start, on))
        case Whom.AMV:
            return minors & Q(household__now__group=HouseholdGroup.AMV)
        case Whom.MINORS:
            return minors


def _runs_for(clock: Clock, household: HouseholdFacts, person: PersonFacts, on: date) -> bool:
    """The same for one person, and for where the household lives."""
    if clock.at and (household.location is None or household.location.now.kind not in clock.at):
        return False
    start = _start(clock, household, person)
    if start is not None and not clock.holds(start):
        return False
    match clock.whom:
        case Whom.SCHOOL_AGE:
            return is_school_age(person.birth_month, on)
        case Whom.AMV:
            return household.group is HouseholdGroup.AMV and is_minor(person.birth_month, on)
        case Whom.MINORS:
            return is_minor(person.birth_month, on)


def _start(clock: Clock, household: HouseholdFacts, person: PersonFacts) -> date | None:
    return household.since if clock.starts is Starts.ARRIVED else person.lodged_on


def _term(clock: Clock, household: HouseholdFacts, person: PersonFacts, on: date) -> Term:
    start = _start(clock, household, person)
    due = clock.due(start) if start else None
    met = None if clock.ends is Ends.LEAVING else getattr(person, clock.ends.value)
    return Term(clock, person.person.key, due, met, _standing(clock, due, met, on))


def _standing(clock: Clock, due: date | None, met: date | None, on: date) -> TermStanding:
    if due is None:
        return TermStanding.UNKNOWN if met is None else TermStanding.MET
    if met is not None:
        return TermStanding.MET if met <= due else TermStanding.LATE
    if due < on:
        return TermStanding.OVER
    return TermStanding.SOON if due <= on + timedelta(days=clock.soon) else TermStanding.RUNNING
