# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Viable initiatives (kansrijke initiatieven) as they were counted in December 2024: one of four grounds is enough."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from luwte.law.counting.verdicts import Verdict
from luwte.model.periods import months_later
from luwte.model.places import Location
from luwte.model.pledges import Offer, OfferStatus
from luwte.words import N_

MONTHS_TO_REALISE = 6  # Act 7(1)


class Ground(StrEnum):
    """The four grounds of December 2024 (published), by the number that `viable_because` gives them."""

    DECIDED = "1"
    SITE = "2"
    EXTENSION = "3"
    COMMITMENT = "4"


GROUNDS: Mapping[Ground, str] = {
    Ground.DECIDED: N_("Local decision-making is finished."),
    Ground.SITE: N_("There is a concrete site that is not available within six months."),
    Ground.EXTENSION: N_("The extension of an existing site is demonstrably in prospect."),
    Ground.COMMITMENT: N_("The municipality explicitly commits itself to realise in time."),
}


class Doubt(StrEnum):
    """Why an initiative is not viable, or not surely."""

    REFUSED = "refused"
    REALISED = "realised"
    NO_GROUND = "no_ground"
    NO_SITE = "no_site"
    SITE_IN_TIME = "site_in_time"
    NOTHING_TO_EXTEND = "nothing_to_extend"


DOUBTS: Mapping[Doubt, str] = {
    Doubt.REFUSED: N_("The offer was refused."),
    Doubt.REALISED: N_("The places are there: it is no initiative any more."),
    Doubt.NO_GROUND: N_("No ground is given."),
    Doubt.NO_SITE: N_("Ground 2 asks for a concrete site, and the offer names none."),
    Doubt.SITE_IN_TIME: N_("Ground 2 is about a site that is not available within six months, and this one is."),
    Doubt.NOTHING_TO_EXTEND: N_("Ground 3 is about an existing site, and the offer names none that is open."),
}


@dataclass(frozen=True, slots=True)
class Initiative:
    """An offer as an initiative: the grounds that stand, and what is in doubt about the others."""

    offer: Offer
    verdict: Verdict
    grounds: tuple[Ground, ...]
    doubts: tuple[Doubt, ...]


def initiatives(offers: Iterable[Offer], locations: Iterable[Location], on: date) -> tuple[Initiative, ...]:
    """Every offer judged on a day. People state the grounds; only what the tables contradict is in doubt."""
    sites = {location.key: location for location in locations}
    return tuple(_initiative(offer, sites.get(offer.location or ""), on) for offer in offers)


def _initiative(offer: Offer, site: Location | None, on: date) -> Initiative:
    settled = {OfferStatus.REFUSED: Doubt.REFUSED, OfferStatus.REALISED: Doubt.REALISED}.get(offer.status)
    if settled is not None:
        return Initiative(offer, Verdict.NO, (), (settled,))
    stated = {Ground(number) for number in offer.viable_because}
    if offer.status is OfferStatus.DECIDED:
        stated.add(Ground.DECIDED)
    doubts = dict(_doubts(stated, offer, site, on))
    grounds = tuple(sorted(stated - doubts.keys()))
    if grounds:
        return Initiative(offer, Verdict.YES, grounds, tuple(doubts.values()))
    called_viable = offer.status is OfferStatus.VIABLE or bool(stated)
    verdict = Verdict.UNKNOWN if called_viable else Verdict.NO
    return Initiative(offer, verdict, (), tuple(doubts.values()) or (Doubt.NO_GROUND,))


def _doubts(stated: set[Ground], offer: Offer, site: Location | None, on: date) -> Iterator[tuple[Ground, Doubt]]:
    """The grounds that the tables contradict."""
    if Ground.SITE in stated:
        if offer.location is None:
            yield Ground.SITE, Doubt.NO_SITE
        elif offer.available_from and offer.available_from <= months_later(on, MONTHS_TO_REALISE):
            yield Ground.SITE, Doubt.SITE_IN_TIME
    if Ground.EXTENSION in stated and not (site and site.is_open(on)):
        yield Ground.EXTENSION, Doubt.NOTHING_TO_EXTEND
