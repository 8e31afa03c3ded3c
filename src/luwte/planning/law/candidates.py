# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Offers side by side: what each brings, how long, how sure, how fit, and at what cost; unknown stays unknown."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property

from luwte.law.counting import Initiative, Places, Verdict, count, initiatives
from luwte.law.counting.places import Origin
from luwte.model.dataset import Dataset
from luwte.model.places import Location, LocationKind, PlaceGroup
from luwte.model.pledges import Offer
from luwte.model.sites import Condition, ConditionState
from luwte.planning.suitability import Suitability, suitability, verdicts_of
from luwte.quality.assess import Assessed, assess, has_places
from luwte.quality.catalogue import load_catalogue


@dataclass(frozen=True, slots=True)
class Gates:
    """How many gates of a site are met, are not met, and are such that nobody knows."""

    met: int
    failed: int
    unknown: int


@dataclass(frozen=True)
class Candidate:
    """An offer with the site that it is about, if it names one, and what is known of the two on a day.

    `counted` are its places of each nature with their verdict; `assessed` the site by group; `units` are in use.
    """

    offer: Offer
    site: Location | None
    units: int
    initiative: Initiative
    counted: tuple[Places, ...]
    assessed: Mapping[PlaceGroup, Assessed]
    conditions: tuple[Condition, ...]
    on: date

    @property
    def name(self) -> str:
        """What it is called: its site, else its key."""
        return self.site.name if self.site else self.offer.key

    @property
    def kind(self) -> LocationKind | None:
        """The kind of the site, else the kind that is offered."""
        return self.site.kind if self.site else self.offer.kind

    @property
    def opens(self) -> date | None:
        """The first day on which the places are there, by the site, else by the offer."""
        return self.site.opens if self.site and self.site.opens else self.offer.available_from

    @property
    def is_open(self) -> bool:
        """Whether the site has opened."""
        return self.site is not None and self.site.is_open(self.on)

    @property
    def cost(self) -> Decimal | None:
        """What a place costs for a day, in EUR, where somebody gave it."""
        return self.site.cost_per_place_day if self.site else None

    def counting(self, verdict: Verdict) -> int:
        """How many of its places count for the number of the province, do not count, or may count."""
        return sum(one.candidate.places for one in self.counted if one.verdict is verdict)

    def conditions_in(self, state: ConditionState) -> int:
        """How many of its conditions stand so."""
        return sum(one.state is state for one in self.conditions)

    @cached_property
    def gates(self) -> Gates | None:
        """The gates of all its groups, each once by the group for which it stands worst; None without a site."""
        if self.site is None:
            return None
        failed, unknown, asked = set[str](), set[str](), set[str]()
        for one in self.assessed.values():
            asked |= {gate.norm.id for gate in one.gates}
            failed |= {gate.norm.id for gate in one.failed_gates}
            unknown |= {gate.norm.id for gate in one.unanswered_gates}
        return Gates(len(asked - failed - unknown), len(failed), len(unknown - failed))

    @cached_property
    def fit(self) -> Mapping[PlaceGroup, Suitability]:
        """How fit the site is and why, for each group that it has places for."""
        if self.site is None:
            return {}
        told = verdicts_of({(self.site.key, group): one for group, one in self.assessed.items() if _heard(one)})
        groups = [group for group in PlaceGroup if has_places(self.site, group)]
        return {group: suitability(self.site, group, assessed=told.get((self.site.key, group))) for group in groups}


def candidates(dataset: Dataset, on: date) -> tuple[Candidate, ...]:
    """Every offer of a dataset as it is known on a day, in the order of the table."""
    counted: dict[tuple[Origin, str], list[Places]] = defaultdict(list)
    for places in count(dataset.locations, dataset.offers, on).places:
        counted[places.candidate.origin, places.candidate.key].append(places)
    named = {offer.location for offer in dataset.offers if offer.location}
    assessed = _assessed(dataset, named, on)
    units = Counter(unit.location for unit in dataset.units if not unit.out_of_use)
    made = []
    for one in initiatives(dataset.offers, dataset.locations, on):
        offer, site = one.offer, dataset.location.get(one.offer.location or "")
        at = (Origin.LOCATION, site.key) if site else (Origin.OFFER, offer.key)
        made.append(
            Candidate(
                offer,
                site,
                units[site.key] if site else 0,
                one,
                tuple(counted[at]),
                assessed.get(site.key, {}) if site else {},
                conditions_of(dataset.conditions, offer.key, site.key if site else None),
                on,
            )
        )
    return tuple(made)


def conditions_of(conditions: Iterable[Condition], offer: str | None, location: str | None) -> tuple[Condition, ...]:
    """The conditions of an offer and of the location that it is about."""
    return tuple(
        one
        for one in conditions
        if (offer is not None and one.offer == offer) or (location is not None and one.location == location)
    )


def _assessed(dataset: Dataset, keys: Iterable[str], on: date) -> Mapping[str, Mapping[PlaceGroup, Assessed]]:
    """What is asked and known of these sites by group; of one that nobody looked at all gates are unknown."""
    wanted = set(keys)
    sites = [site for site in dataset.locations if site.key in wanted]
    found: dict[str, dict[PlaceGroup, Assessed]] = defaultdict(dict)
    for one in assess(load_catalogue().norms, sites, dataset.assessments, dataset.improvements, on):
        found[one.location.key][one.group] = one
    return found


def _heard(assessed: Assessed) -> bool:
    """Whether somebody answered anything."""
    return any(one.speaker for one in assessed.heard)
