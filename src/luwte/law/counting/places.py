# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The places that may count: those of locations, and those that are offered beside them, each with their term."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from luwte.law.counting.durable import Term, after
from luwte.law.counting.verdicts import MEANINGS, Reason, Verdict
from luwte.law.provision import Provision
from luwte.law.provisions import cited
from luwte.model.places import Location, LocationKind, Operator, Scheme
from luwte.model.pledges import Offer, OfferStatus

SURE = (OfferStatus.DECIDED, OfferStatus.REALISED)


class Nature(StrEnum):
    """Regular, or of a special nature (Decree 1.1). Of the latter the tables know those for unaccompanied minors."""

    REGULAR = "regular"
    SPECIAL = "special"


MINIMUM: Mapping[Nature, int] = {Nature.REGULAR: 100, Nature.SPECIAL: 16}  # places; Decree 3.1(1) and (2)
MINIMUM_OF: Mapping[Nature, str] = {Nature.REGULAR: "Decree 3.1(1)", Nature.SPECIAL: "Decree 3.1(2)"}


class Origin(StrEnum):
    """Which table places stand in."""

    LOCATION = "location"
    OFFER = "offer"


@dataclass(frozen=True, slots=True)
class Candidate:
    """Places of one nature at one location or in one offer; `told` is what settles them before any term does."""

    municipality: str
    origin: Origin
    key: str
    nature: Nature
    places: int
    term: Term
    told: Reason | None = None


@dataclass(frozen=True, slots=True)
class Places:
    """Places with what the law makes of them, and why."""

    candidate: Candidate
    reason: Reason

    @property
    def verdict(self) -> Verdict:
        """Whether they count."""
        return MEANINGS[self.reason].verdict

    @property
    def provision(self) -> Provision:
        """The article behind the verdict."""
        if self.reason in (Reason.BELOW_MINIMUM, Reason.MINIMUM_UNSURE):
            return cited(MINIMUM_OF[self.candidate.nature])
        return cited(MEANINGS[self.reason].provision)


def of_locations(locations: Iterable[Location], offers: Iterable[Offer], on: date) -> Iterator[Candidate]:
    """The places of every location; an offer about it tells its days where it does not, and how sure a plan is."""
    about = {offer.location: offer for offer in sorted(offers, key=_how_far) if offer.location}
    for location in locations:
        offer = about.get(location.key)
        term = _term(location, offer)
        natures = {
            Nature.REGULAR: location.total_places - location.amv_places,
            Nature.SPECIAL: location.amv_places,
        }
        for nature, places in natures.items():
            if places:
                told = _of_kind(location) or _of_plan(location, offer, on)
                yield Candidate(location.municipality, Origin.LOCATION, location.key, nature, places, term, told)


def of_offers(offers: Iterable[Offer], locations: Iterable[Location]) -> Iterator[Candidate]:
    """The places of offers that are about no location of the table; the others stand there already."""
    there = {location.key for location in locations}
    for offer in offers:
        if offer.location in there:
            continue
        term = Term(offer.available_from, after(offer.available_until), offer.available_until is None)
        natures = {Nature.REGULAR: offer.places - offer.amv_places, Nature.SPECIAL: offer.amv_places}
        for nature, places in natures.items():
            if places > 0:
                told = _of_status(offer)
                yield Candidate(offer.municipality, Origin.OFFER, offer.key, nature, places, term, told)


def is_there(candidate: Candidate, on: date) -> bool:
    """Whether the places are available on a day."""
    since, until = candidate.term.since, candidate.term.until
    return since is not None and since <= on and (until is None or on < until)


def _how_far(offer: Offer) -> int:
    """Of several offers about one location the furthest speaks: of a mapping the last one stays."""
    return [*OfferStatus].index(offer.status) if offer.status is not OfferStatus.REFUSED else -1


def _term(location: Location, offer: Offer | None) -> Term:
    """The days of a location; those that it does not tell are those of an offer that is decided or realised."""
    if offer is None or offer.status not in SURE:
        return Term(location.opens, location.closes)
    since = location.opens or offer.available_from
    if location.closes is not None:
        return Term(since, location.closes)
    return Term(since, after(offer.available_until), offer.available_until is None)


def _of_plan(location: Location, offer: Offer | None, on: date) -> Reason | None:
    """A planned location is as sure as the offer that it comes from."""
    is_planned = location.opens is None or location.opens > on
    return _of_status(offer) if is_planned and offer is not None else None


def _of_kind(location: Location) -> Reason | None:
    """Act 1: a facility is run by or under COA, or by or under the municipal executive."""
    if location.kind is LocationKind.CRISIS_EMERGENCY:
        return Reason.CRISIS
    if location.kind is LocationKind.REGISTRATION:
        return Reason.REGISTRATION
    is_named = location.operator in (Operator.COA, Operator.MUNICIPALITY) or location.scheme is Scheme.COA
    return None if is_named else Reason.RUN_BY_UNKNOWN


def _of_status(offer: Offer) -> Reason | None:
    if offer.kind is LocationKind.CRISIS_EMERGENCY:
        return Reason.CRISIS
    if offer.status is OfferStatus.REFUSED:
        return Reason.REFUSED
    if offer.status in SURE:
        return Reason.REGISTRATION if offer.kind is LocationKind.REGISTRATION else None
    return Reason.ONLY_VIABLE if offer.status is OfferStatus.VIABLE else Reason.NOT_DECIDED
