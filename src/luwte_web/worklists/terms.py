# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The terms of `luwte.quality` over the registry: of one household, counted, and whose time is nearly or already up.

What a term is and how it stands is told by the library alone. Here the database only finds for whom.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from luwte.model.people import HouseholdGroup
from luwte.model.periods import ADULT_AGE, SCHOOL_AGE, born_at
from luwte.model.places import LocationKind
from luwte.quality.clocks import Clock, Standing, Starts, Whom
from luwte.quality.terms import Child, Lived, Term
from luwte.quality.terms import terms_of as terms_of_child
from luwte_web.registry.models import HouseholdFacts, LocationNow, PersonFacts, Stay


def terms_of(
    household: HouseholdFacts, persons: Sequence[PersonFacts], stays: Sequence[Stay], on: date
) -> Iterator[Term]:
    """The terms that run for the children of a household; household and stays come with their locations."""
    lived = tuple(Lived(stay.location.now.kind, stay.since, stay.until) for stay in stays)
    for person in persons:
        terms = terms_of_child(_child(household, person, lived), on)
        yield from (term for term in terms if term.standing is not Standing.NOT_APPLICABLE)


def running(clock: Clock, persons: QuerySet[PersonFacts], on: date) -> QuerySet[PersonFacts]:
    """Those of the persons for whom a term is over or will be soon, those whose time was up first before all others.

    `started` is the day from which it runs.
    """
    near = clock.started_by(on + timedelta(days=clock.soon))
    found = _held(clock, _for(clock, persons, on)).filter(started__lte=near)
    if clock.ends.is_a_day:
        found = found.filter(**{clock.ends.value: None})
    return found.order_by("started", "person__key")


def over(clock: Clock, on: date) -> Q:
    """The condition that the term was over before a day."""
    return Q(started__lte=clock.started_by(on - timedelta(days=1)))


def counted(clock: Clock, persons: QuerySet[PersonFacts], on: date) -> Mapping[Standing, int]:
    """How many of the persons who are minors stand how; what the database adds up is who share their days."""
    children = persons.filter(birth_month__gte=born_at(ADULT_AGE, on)).count()
    days = ("started", clock.ends.value) if clock.ends.is_a_day else ("started",)
    found = Counter[Standing]()
    for row in _for(clock, persons, on).order_by().values(*days).annotate(number=Count("pk")):
        if clock.holds(row["started"] or on):
            found[clock.standing(row["started"], row.get(clock.ends.value), on)] += row["number"]
    found[Standing.NOT_APPLICABLE] = children - found.total()
    return found


def _child(household: HouseholdFacts, person: PersonFacts, lived: tuple[Lived, ...]) -> Child:
    here = household.location
    return Child(
        key=person.person.key,
        household=household.household.key,
        group=household.group,
        birth_month=person.birth_month,
        lodged_on=person.lodged_on,
        first_school_day=person.first_school_day,
        guardian_since=person.guardian_since,
        health_intake_on=person.health_intake_on,
        location=here.key if here else None,
        lives_at=here.now.kind if here else None,
        since=household.since,
        lived=lived,
    )


def _for(clock: Clock, persons: QuerySet[PersonFacts], on: date) -> QuerySet[PersonFacts]:
    """Those for whom the term is, by age, group and place, each with the day on which it started for them."""
    found = persons.filter(_whom(clock.whom, on))
    if clock.at:
        found = found.filter(household__now__location__in=_places(clock.at))
    started = F("lodged_on") if clock.starts is Starts.LODGED else _unbroken_since(clock.at)
    return found.annotate(started=started)


def _held(clock: Clock, persons: QuerySet[PersonFacts]) -> QuerySet[PersonFacts]:
    """Those whose term started while it held."""
    if clock.holds_from > date.min:
        persons = persons.filter(started__gte=clock.holds_from)
    return persons.filter(started__lt=clock.holds_until) if clock.holds_until < date.max else persons


def _whom(whom: Whom, on: date) -> Q:
    """The condition that a term is for a person, by age and group."""
    minors = Q(birth_month__gte=born_at(ADULT_AGE, on))
    match whom:
        case Whom.SCHOOL_AGE:
            return minors & Q(birth_month__lt=born_at(SCHOOL_AGE.start, on))
        case Whom.AMV:
            return minors & Q(household__now__group=HouseholdGroup.AMV)
        case Whom.MINORS:
            return minors


def _places(kinds: frozenset[LocationKind]) -> list[int]:
    return list(LocationNow.objects.filter(kind__in=kinds).values_list("location_id", flat=True))


def _unbroken_since(kinds: frozenset[LocationKind]) -> Coalesce:
    """The first day of the present time at such kinds: of the last such stay that no other such stay ran into."""
    stays = Stay.objects.known().filter(location__in=_places(kinds))
    before = stays.filter(household=OuterRef("household"), since__lt=OuterRef("since"), until__gte=OuterRef("since"))
    first = stays.filter(~Exists(before), household=OuterRef("household")).order_by("-since").values("since")[:1]
    return Coalesce(Subquery(first), F("household__now__since"))
