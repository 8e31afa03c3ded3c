# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Places that are there and may go: the site closes, its term is over, or the money ends. People decide."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from luwte.law.counting.durable import after
from luwte.law.regimes import Basis, resting
from luwte.model.dataset import Dataset
from luwte.model.periods import is_minor
from luwte.model.places import Location
from luwte.model.pledges import Offer, OfferStatus
from luwte.words import N_

SURE = (OfferStatus.DECIDED, OfferStatus.REALISED)
MONTHS_OF_A_QUARTER = 3


class Ending(StrEnum):
    """What ends."""

    SITE = "site"
    TERM = "term"
    MONEY = "money"


ENDINGS: Mapping[Ending, str] = {
    Ending.SITE: N_("the location closes"),
    Ending.TERM: N_("the term of the offer is over"),
    Ending.MONEY: N_("the money ends"),
}


@dataclass(frozen=True, slots=True)
class AtRisk:
    """The places of one open location, and the first day without what ends; `is_first` of all that ends there.

    `basis` is what the places rest on, None for crisis emergency reception, which is no facility under the Act.
    """

    location: Location
    ending: Ending
    on: date
    is_first: bool
    basis: Basis | None

    @property
    def quarter(self) -> str:
        """The quarter in which it ends, 2027-Q1."""
        return f"{self.on.year}-Q{(self.on.month - 1) // MONTHS_OF_A_QUARTER + 1}"

    @property
    def month(self) -> str:
        """The month in which it ends, 2027-01."""
        return f"{self.on.year}-{self.on.month:02d}"


@dataclass(frozen=True, slots=True)
class Lost:
    """How many places of each group go, in a period or at a place; each location counts once, when it first ends."""

    family: int = 0
    amv: int = 0
    adult: int = 0
    flexible: int = 0

    @property
    def places(self) -> int:
        """All of them."""
        return self.family + self.amv + self.adult + self.flexible


def at_risk(dataset: Dataset, on: date) -> tuple[AtRisk, ...]:
    """Everything that ends at locations that are open on a day, the first to end first; what ended already included."""
    bases = {one.key: one.basis for one in resting(dataset.locations, dataset.offers, (), on)}
    about: dict[str, list[Offer]] = {}
    for offer in dataset.offers:
        if offer.location:
            about.setdefault(offer.location, []).append(offer)
    found = []
    for site in dataset.locations:
        if site.is_open(on):
            days = sorted(_endings(site, about.get(site.key, ())), key=lambda pair: pair[1])
            found += [AtRisk(site, what, day, at == 0, bases.get(site.key)) for at, (what, day) in enumerate(days)]
    return tuple(sorted(found, key=lambda one: (one.on, one.location.key)))


def lost(rows: Iterable[AtRisk]) -> Lost:
    """The places of these locations, each location once."""
    sites = [row.location for row in rows if row.is_first]
    return Lost(
        sum(site.family_places for site in sites),
        sum(site.amv_places for site in sites),
        sum(site.adult_places for site in sites),
        sum(site.flexible_places for site in sites),
    )


def children_now(dataset: Dataset, on: date) -> Mapping[str, int]:
    """How many children live at each location."""
    found: Counter[str] = Counter()
    for household in dataset.households:
        if household.location:
            members = dataset.persons_of.get(household.key, ())
            found[household.location] += sum(is_minor(person.birth_month, on) for person in members)
    return found


def _endings(site: Location, offers: Iterable[Offer]) -> Iterator[tuple[Ending, date]]:
    """The first day without each of them; of several offers the one that lasts longest speaks."""
    sure = [offer for offer in offers if offer.status in SURE]
    if site.closes:
        yield Ending.SITE, site.closes
    terms = [after(offer.available_until) for offer in sure]
    if not site.closes and (last := _last(terms)):
        yield Ending.TERM, last
    if last := _last([after(offer.funded_until) for offer in sure if offer.funded_until]):
        yield Ending.MONEY, last


def _last(days: list[date | None]) -> date | None:
    """The last day; None where one of them has no end."""
    known = [day for day in days if day]
    return max(known) if known and len(known) == len(days) else None
