# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The published setting: families that take units of several services, affiliates with capacities of each.

The shape is that of D. Delacretaz, S. D. Kominers and A. Teytelboym, "Matching mechanisms for refugee resettlement"
(American Economic Review, 2023), and of Annie MOORE (N. Ahani, T. Andersson, A. Martinello, A. Teytelboym and
A. C. Trapp, "Placement optimization in refugee resettlement", Operations Research, 2021); the numbers are drawn here.
Beds are flexible places, the other services are school places and accessible rooms, and what an affiliate offers (a
language, a doctor) is a need that it provides. A place is worth the sum of its adults' chances of work there.
"""

import random
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import numpy as np
from numpy.typing import NDArray

from luwte.model.dataset import Dataset
from luwte.model.geography import Municipality
from luwte.model.people import Household, HouseholdGroup, Person, Phase, Relation
from luwte.model.periods import Month
from luwte.model.places import Building, Location, LocationKind, Operator

DAY = date(2026, 11, 16)
SIZES = {1: 38, 2: 14, 3: 12, 4: 12, 5: 10, 6: 7, 7: 4, 8: 3}  # persons in a family; weights drawn up here
OFFERS = ("quiet", "women_only", "medical_near")  # what some families need and some affiliates provide
ROOMY = 1.04  # capacities together, over what the families need
NEEDS_OFFER, NEEDS_ACCESS, GIVES_OFFER = 0.15, 0.08, 0.7
CHANCES = (0.05, 0.65)  # of work, between the worst and the best pair of person and affiliate
THOUSAND = 1000


@dataclass(frozen=True)
class Size:
    """Families over affiliates."""

    families: int
    affiliates: int


def published(size: Size, seed: int) -> tuple[Dataset, NDArray[np.int32]]:
    """Families, affiliates, and what every pair is worth, in thousandths of a person at work."""
    rng = random.Random(seed)
    families = [_family(rng, number) for number in range(size.families)]
    dataset = Dataset(
        reference_date=DAY,
        synthetic=True,
        municipalities=(Municipality("GM0014", "one", "PV20", "one", {None: 1}, key_weight=Decimal(1)),),
        locations=tuple(_affiliates(rng, size.affiliates, families)),
        households=tuple(household for household, _ in families),
        persons=tuple(person for _, members in families for person in members),
    )
    return dataset, _worth(np.random.default_rng(seed), families, size.affiliates)


def _family(rng: random.Random, number: int) -> tuple[Household, list[Person]]:
    key, size = f"F{number:04d}", rng.choices(list(SIZES), list(SIZES.values()))[0]
    adults = 1 if size < 3 or rng.random() < 0.25 else 2
    if size == 1 or (size == 2 and rng.random() < 0.5):
        group, adults = HouseholdGroup.ADULT, size
    else:
        group = HouseholdGroup.FAMILY
    ages = [rng.randint(20, 50) for _ in range(adults)] + [rng.randint(0, 17) for _ in range(size - adults)]
    alone = group is HouseholdGroup.ADULT
    relations = [Relation.SELF if alone else Relation.PARENT] * adults + [Relation.CHILD] * (size - adults)
    members = [
        Person(f"{key}-{at}", key, Month(DAY.year - years, rng.randint(1, DAY.month - 1)), relation)
        for at, (years, relation) in enumerate(zip(ages, relations, strict=True))
    ]
    needs = {rng.choice(OFFERS)} if rng.random() < NEEDS_OFFER else set()
    needs |= {"accessible"} if rng.random() < NEEDS_ACCESS else set()
    return Household(key, group, None, Phase.PERMIT, needs=frozenset(needs)), members


def _affiliates(rng: random.Random, count: int, families: list[tuple[Household, list[Person]]]) -> list[Location]:
    pupils = sum(
        DAY.year - 17 <= person.birth_month.year <= DAY.year - 5 for _, members in families for person in members
    )
    persons = sum(len(members) for _, members in families)
    rooms = sum(len(members) for household, members in families if "accessible" in household.needs)
    shares = [rng.uniform(0.4, 1.6) for _ in range(count)]
    return [
        Location(
            key=f"A{number:03d}",
            name=f"Affiliate {number}",
            municipality="GM0014",
            kind=LocationKind.MUNICIPAL,
            operator=Operator.MUNICIPALITY,
            building=Building.FLATS,
            family_places=0,
            amv_places=0,
            adult_places=0,
            flexible_places=_part(persons, share, shares),
            accessible_places=max(1, _part(rooms, share * rng.uniform(0.5, 1.5), shares)),
            school_places=_part(pupils, share * rng.uniform(0.7, 1.4), shares),
            provides=frozenset(offer for offer in OFFERS if rng.random() < GIVES_OFFER),
            opens=date(2020, 1, 1),
        )
        for number, share in enumerate(shares)
    ]


def _part(of: int, share: float, shares: list[float]) -> int:
    return round(ROOMY * of * share / sum(shares))


def _worth(rng: np.random.Generator, families: list[tuple[Household, list[Person]]], count: int) -> NDArray[np.int32]:
    """Chances of a person and of an affiliate together, with a part of chance in every pair."""
    low, high = CHANCES
    place = rng.uniform(0, 1, count)
    worth = np.zeros((len(families), count), dtype=np.int32)
    for row, (_, members) in enumerate(families):
        for _ in [person for person in members if person.relation is not Relation.CHILD]:
            part = (rng.uniform(0, 1) + place + rng.uniform(0, 1, count)) / 3
            worth[row] += np.rint(THOUSAND * (low + (high - low) * part)).astype(np.int32)
    return worth
