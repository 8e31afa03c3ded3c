# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Lists of households and children, for who may read about them."""

from collections.abc import Callable
from datetime import date

from django.db.models import Count, Exists, F, Min, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from luwte.model.periods import ADULT_AGE, Month, born_at, eighteen_in, months_later
from luwte.quality.clocks import Clock, bundled_terms
from luwte.quality.eighteen import plan_due
from luwte.words import N_
from luwte_web.accounts.actors import Actor
from luwte_web.registry import eighteen, selectors, wishes
from luwte_web.registry.models import Disappearance, HouseholdFacts, MoveFacts, PersonFacts
from luwte_web.registry.models.people import LIVE
from luwte_web.worklists.fitness import lives_unfit
from luwte_web.worklists.found import Entry, Found
from luwte_web.worklists.notice import on_notice_until
from luwte_web.worklists.terms import over, running

NOBODY_ALERTED = N_("Missing, and nobody is alerted yet.")
ALERTED = N_("Missing. Alerted: {who}.")
NO_PLACE = N_("Has no place yet. People: {people}, of whom children: {minors}.")
LEAVES = N_("The location closes, and no next place is decided.")
UNFIT = N_("Lives where it is not fit for children. Children: {minors}.")
OF = N_("Of household {household}.")
NO_PLAN = N_("Turns eighteen in {month}, and has no plan for it.")
WISH = N_("Asks for something that nobody answered yet.")


def missing(actor: Actor, on: date) -> Found:
    """Children who are missing, the longest first."""

    def entry(row: Disappearance) -> Entry:
        what = ALERTED if row.alerted else NOBODY_ALERTED
        household = row.person.now.household.key
        said = {"who": row.alerted} if row.alerted else {}
        return Entry(what, said, household, row.person.key, since=row.reported_on, late=not row.alerted)

    rows = selectors.disappearances_seen(actor).filter(found_on=None).order_by("reported_on", "id")
    return Found(rows, entry, late=Q(alerted=""))


def arrivals(actor: Actor, on: date) -> Found:
    """Households that wait for their first place: with children first, then who waits longest."""
    waiting = counted(selectors.households_seen(actor).filter(location=None), on).filter(~_goes_somewhere())
    lodged = PersonFacts.objects.known().filter(household=OuterRef("household")).order_by()
    first = lodged.values("household").annotate(first=Min("lodged_on")).values("first")
    rows = waiting.annotate(waits=Subquery(first), childless=Q(minors=0)).order_by(
        "childless", F("waits").asc(nulls_last=True), "household__key"
    )

    def entry(row: HouseholdFacts) -> Entry:
        said = {"people": row.people, "minors": row.minors}  # type: ignore[attr-defined]
        return Entry(NO_PLACE, said, row.household.key, since=row.waits)  # type: ignore[attr-defined]

    return Found(rows, entry)


def leaving(actor: Actor, on: date) -> Found:
    """Households at a location that closes within the notice period, without a next place; the first to leave first."""
    there = selectors.households_seen(actor).filter(location__now__closes__lte=on_notice_until(on))
    there = there.filter(~_goes_somewhere())
    rows = there.order_by("location__now__closes", "household__key")
    return Found(
        rows,
        lambda row: _at(row, LEAVES, due=row.location.now.closes, late=row.location.now.closes <= on),
        late=Q(location__now__closes__lte=on),
    )


def unfit(actor: Actor, on: date) -> Found:
    """Households with children who live where it is not fit for them, the longest first."""
    rows = counted(selectors.households_seen(actor).filter(lives_unfit(), _has_minors(on)), on)
    ordered = rows.order_by(F("since").asc(nulls_last=True), "household__key")
    return Found(ordered, lambda row: _at(row, UNFIT, minors=row.minors, since=row.since))


def turning(actor: Actor, on: date) -> Found:
    """Who came alone, turns eighteen within half a year, and has no plan."""

    def entry(row: PersonFacts) -> Entry:
        birthday = eighteen_in(row.birth_month)
        due = plan_due(row.birth_month)
        said = {"month": Month(birthday.year, birthday.month)}
        return Entry(NO_PLAN, said, row.household.key, row.person.key, due=due, late=due < on)

    last = born_at(ADULT_AGE, months_later(on, bundled_terms().eighteen.months_ahead))
    late = Q(birth_month__lt=last) if on.day == 1 else Q(birth_month__lte=last)
    return Found(eighteen.without_plan(selectors.persons_seen(actor), on), entry, late)


def unanswered(actor: Actor, on: date) -> Found:
    """Wishes that nobody answered, the oldest first."""
    rows = wishes.unanswered(selectors.households_seen(actor))
    ordered = rows.order_by(F("wish_on").asc(nulls_last=True), "household__key")
    return Found(ordered, lambda row: _at(row, WISH, since=row.wish_on))


def late_or_soon(clock: Clock) -> Callable[[Actor, date], Found]:
    """The list of one term: for whom it is over, and for whom it soon will be."""

    def found(actor: Actor, on: date) -> Found:
        def entry(row: PersonFacts) -> Entry:
            due = clock.due(row.started)  # type: ignore[attr-defined]
            here = row.household.now.location
            key, name = (here.key, here.now.name) if here else ("", "")
            return Entry(
                OF,
                {"household": row.household.key},
                row.household.key,
                row.person.key,
                key,
                name,
                due=due,
                late=due < on,
            )

        persons = selectors.persons_seen(actor).select_related("household__now__location__now")
        return Found(running(clock, persons, on), entry, late=over(clock, on))

    return found


def _at(row: HouseholdFacts, what: str, since: date | None = None, due: date | None = None, **said: object) -> Entry:
    late = bool(said.pop("late", False))
    here = row.location
    key, name = (here.key, here.now.name) if here else ("", "")
    return Entry(what, said, row.household.key, location=key, place=name, since=since, due=due, late=late)


def counted(rows: "QuerySet[HouseholdFacts]", on: date) -> QuerySet[HouseholdFacts]:
    """The households with how many people they are, and how many of them are minors."""
    persons = PersonFacts.objects.known().filter(household=OuterRef("household")).order_by().values("household")
    minors = Count("id", filter=Q(birth_month__gte=born_at(ADULT_AGE, on)))
    return rows.annotate(
        people=Coalesce(Subquery(persons.annotate(n=Count("id")).values("n")), 0),
        minors=Coalesce(Subquery(persons.annotate(n=minors).values("n")), 0),
    )


def _has_minors(on: date) -> Exists:
    minors = PersonFacts.objects.known().filter(birth_month__gte=born_at(ADULT_AGE, on))
    return Exists(minors.filter(household=OuterRef("household")))


def _goes_somewhere() -> Exists:
    """A move was accepted or committed already."""
    return Exists(MoveFacts.objects.known().filter(LIVE, household=OuterRef("household")))
