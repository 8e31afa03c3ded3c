# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Which places and which money stand or are exposed under each regime. It does not guess at what people will do."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from luwte.law.regimes.rules import Basis, Holds, Regime, regimes
from luwte.model.places import Location, LocationKind
from luwte.model.pledges import Decision, Offer, OfferStatus

OFFERED = (OfferStatus.IDEA, OfferStatus.INTENTION, OfferStatus.VIABLE)


@dataclass(frozen=True, slots=True)
class Resting:
    """Places of a municipality, those for unaccompanied minors among them, and what they rest on.

    `key` is that of the location or offer, empty for places of the decision that nobody offers. `amv_places` is
    `None` where the decision does not tell. `funded_until`: the last day with money, where somebody wrote it down.
    """

    municipality: str
    key: str
    basis: Basis
    places: int
    amv_places: int | None
    funded_until: date | None

    def holds(self, regime: Regime) -> Holds:
        """Whether the places stand under a regime."""
        return regimes()[regime].holds[self.basis]

    def money(self, regime: Regime, on: date) -> Holds:
        """Whether their money stands: unknown without a day, exposed once it is over, else as the grants do."""
        if self.funded_until is None:
            return Holds.UNKNOWN
        return regimes()[regime].holds[Basis.GRANTS] if self.funded_until >= on else Holds.EXPOSED


def resting(
    locations: Iterable[Location], offers: Iterable[Offer], decisions: Iterable[Decision], on: date
) -> tuple[Resting, ...]:
    """All places that are there, planned, offered or asked on a day, each once; refused offers are none.

    `decisions` are those of one cycle, taken by that day: of what they ask, what nobody offers rests on the task.
    """
    sites, promised = tuple(locations), tuple(offers)
    found = [*_of_sites(sites, promised, on), *_of_offers(sites, promised, on)]
    return (*found, *_of_decisions(found, decisions))


def _of_decisions(found: Sequence[Resting], decisions: Iterable[Decision]) -> Iterator[Resting]:
    """What is asked of a municipality above all that is there, planned or offered; of minors never more than that."""
    places, amv = Counter[str](), Counter[str]()
    for one in found:
        places[one.municipality] += one.places
        amv[one.municipality] += one.amv_places or 0
    for decision in decisions:
        code, asked = decision.municipality, decision.amv_places
        if (left := decision.places - places[code]) > 0:
            minors = None if asked is None else min(left, max(0, asked - amv[code]))
            yield Resting(code, "", Basis.TASK, left, minors, None)


def _of_sites(sites: Iterable[Location], offers: Iterable[Offer], on: date) -> Iterator[Resting]:
    about = {offer.location: offer for offer in offers if offer.location and offer.status is not OfferStatus.REFUSED}
    for site in sites:
        is_closed = site.closes is not None and site.closes <= on
        if is_closed or not site.total_places or site.kind is LocationKind.CRISIS_EMERGENCY:
            continue
        offer = about.get(site.key)
        basis = _of_open(site) if site.is_open(on) else _of_planned(offer)
        funded = offer.funded_until if offer else None
        yield Resting(site.municipality, site.key, basis, site.total_places, site.amv_places, funded)


def _of_offers(sites: Iterable[Location], offers: Iterable[Offer], on: date) -> Iterator[Resting]:
    """Offers that are about no location of the table, and are not over."""
    there = {site.key for site in sites}
    for offer in offers:
        is_over = offer.available_until is not None and offer.available_until < on
        if offer.status is not OfferStatus.REFUSED and offer.location not in there and not is_over:
            yield Resting(
                offer.municipality, offer.key, _of_planned(offer), offer.places, offer.amv_places, offer.funded_until
            )


def _of_open(site: Location) -> Basis:
    return Basis.MUNICIPAL_OPERATION if site.kind is LocationKind.MUNICIPAL else Basis.AGREEMENT


def _of_planned(offer: Offer | None) -> Basis:
    return Basis.TASK if offer is None or offer.status in OFFERED else Basis.OWN_DECISION
