# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Lists of locations, offers, promises and users: figures and dates, and nobody's page."""

from collections import Counter
from datetime import date, timedelta

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce

from luwte.model.periods import ADULT_AGE, born_at, months_later
from luwte.model.pledges import CommitmentState, OfferStatus
from luwte.words import N_
from luwte_web.accounts import selectors as users
from luwte_web.accounts.actions import Action
from luwte_web.accounts.actors import Actor
from luwte_web.accounts.models import Appointment
from luwte_web.accounts.policy import can, visible
from luwte_web.registry import selectors
from luwte_web.registry.models import (
    CommitmentFacts,
    HouseholdFacts,
    Improvement,
    LocationFacts,
    OfferFacts,
    PersonFacts,
)
from luwte_web.worklists.fitness import lives_unfit
from luwte_web.worklists.found import Entry, Found, Listed
from luwte_web.worklists.notice import on_notice_until

CLOSES = N_("Closes. People who live here: {people}.")
UNFIT = N_("Not fit for children who live here. Children: {children}.")
TO_IMPROVE = N_("To be improved: {action}")
ENDS = N_("An offer of {places} places ends.")
TO_REALISE = N_("Decided, not realised yet: {places} places.")
PROMISED = N_("Promised: {title}")
NO_ROLE = N_("A user without a role.")
AHEAD = timedelta(days=60)
MONTHS_OF_OFFERS = 6
DONE = (CommitmentState.MET, CommitmentState.WITHDRAWN)


def closing(actor: Actor, on: date) -> Listed:
    """Locations that close within the notice period, the first to close first, with who lives there still."""
    closing = selectors.locations_seen(actor).filter(closes__lte=on_notice_until(on))
    rows = closing.order_by("closes", "location__key")
    people = _living_at(PersonFacts.objects.known().filter(household__now__location__in=rows.values("location")))
    return Listed(
        _at(row, CLOSES, due=row.closes, late=row.closes <= on, people=people[row.location_id])
        for row in rows
        if people[row.location_id] or row.closes > on
    )


def unfit_sites(actor: Actor, on: date) -> Listed:
    """Locations where children live that are not fit for them, those with most children first."""
    minors = PersonFacts.objects.known().filter(birth_month__gte=born_at(ADULT_AGE, on))
    unfit = HouseholdFacts.objects.known().filter(lives_unfit()).values("household")
    children = _living_at(minors.filter(household__in=unfit))
    rows = selectors.locations_seen(actor).filter(location__in=children).order_by("location__key")
    most_first = sorted(rows, key=lambda row: -children[row.location_id])
    return Listed(_at(row, UNFIT, children=children[row.location_id]) for row in most_first)


def improvements(actor: Actor, on: date) -> Found:
    """What was agreed to improve at locations and is due, or will be within two months."""
    rows = visible(actor, Improvement.objects.known()).filter(done_on=None, due__lte=on + AHEAD)

    def entry(row: Improvement) -> Entry:
        place = row.location.now.name
        said = {"action": row.action}
        return Entry(TO_IMPROVE, said, location=row.location.key, place=place, due=row.due, late=row.due < on)

    return Found(rows.select_related("location__now").order_by("due", "id"), entry, late=Q(due__lt=on))


def offers(actor: Actor, on: date) -> Found:
    """Offers that end or lose their funding within half a year, and places that were decided and are not there yet."""
    last = months_later(on, MONTHS_OF_OFFERS)
    ends = Q(available_until__lte=last) | Q(funded_until__lte=last)
    rows = visible(actor, OfferFacts.objects.known()).exclude(status=OfferStatus.REFUSED)
    rows = rows.filter(ends & Q(status=OfferStatus.REALISED) | Q(status=OfferStatus.DECIDED))
    day = Coalesce("available_until", "funded_until", "available_from")

    def entry(row: OfferFacts) -> Entry:
        what = TO_REALISE if row.status is OfferStatus.DECIDED else ENDS
        due: date | None = row.day  # type: ignore[attr-defined]
        late = due is not None and due < on
        return Entry(what, {"places": row.places}, other=row.municipality, due=due, late=late)

    return Found(
        rows.annotate(day=day).order_by(F("day").asc(nulls_last=True), "offer__key"), entry, late=Q(day__lt=on)
    )


def commitments(actor: Actor, on: date) -> Found:
    """Promises whose day has come, or comes within two months."""
    rows = visible(actor, CommitmentFacts.objects.known()).filter(due__lte=on + AHEAD)
    rows = rows.filter(Q(state=None) | ~Q(state__in=DONE)).order_by("due", "commitment__key")
    return Found(
        rows, lambda row: Entry(PROMISED, {"title": row.title}, due=row.due, late=row.due < on), late=Q(due__lt=on)
    )


def without_role(actor: Actor, on: date) -> Found:
    """Users who can sign in and may do nothing, for who manages users."""
    held = Appointment.objects.filter(user=OuterRef("pk"), ended_at=None)
    idle = users.people().filter(~Exists(held), is_active=True)
    rows = idle if can(actor, Action.MANAGE_USERS) else idle.none()
    return Found(rows, lambda row: Entry(NO_ROLE, other=row.token, since=row.added_at.date()))


def _living_at(people: "QuerySet[PersonFacts]") -> Counter[int]:
    """How many of these people live at each location now, counted in one go."""
    return Counter(dict(people.order_by().values_list("household__now__location").annotate(Count("id"))))


def _at(row: LocationFacts, what: str, due: date | None = None, late: bool = False, **said: object) -> Entry:
    return Entry(what, said, location=row.location.key, place=row.name, due=due, late=late)
