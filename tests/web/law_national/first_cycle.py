# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Offers that come to what was published of the first cycle. Who offered what was not published: here it is made up.

Seven provinces are short, together 6,000 places; the other five offer more, so that 101,500 places bind together.
"""

from collections.abc import Mapping
from datetime import date

from luwte.data.national import national_municipalities
from luwte.law import distribute
from luwte.law.apportion import apportion
from luwte.model.places import Building, LocationKind, Operator
from luwte.model.pledges import OfferStatus
from luwte_web.accounts.actors import SYSTEM
from luwte_web.registry import models
from luwte_web.registry.services import change, know

TASKS = distribute(national_municipalities(), cycle=2024)
NUMBER = {task.municipality: task.indicative for task in TASKS.municipalities}
PROVINCES = [one.province_code for one in TASKS.provinces]
SHORT, MORE = PROVINCES[:7], PROVINCES[7:]
REMAINDER, BINDING, REALISED = 6_000, 101_500, 74_500
DECIDED, DUE, NOW = date(2024, 12, 23), date(2025, 7, 1), date(2026, 3, 1)
WHY = "a cycle to play"


def _within(provinces: list[str]) -> Mapping[str, int]:
    return {code: number for code, number in NUMBER.items() if TASKS.of[code].province_code in provinces}


def offered() -> Mapping[str, int]:
    """Places that each municipality offers."""
    less = apportion(REMAINDER, _within(SHORT))
    more = apportion(BINDING - sum(NUMBER.values()), _within(MORE))
    return {code: number - less.get(code, 0) + more.get(code, 0) for code, number in NUMBER.items()}


def write_offers() -> None:
    """Write down all offers, in a registry in which nothing else stands."""
    with change(SYSTEM, WHY) as made:
        know(made, models.DatasetFacts(reference_date=NOW, title="first cycle", synthetic=True))
        for code, places in offered().items():
            offer = models.Offer.objects.create(key=f"A-{code}")
            facts = {
                "municipality": code,
                "places": places,
                "status": OfferStatus.VIABLE,
                "viable_because": frozenset({"1"}),
            }
            know(made, models.OfferFacts(offer=offer, **facts))


def open_places() -> None:
    """Open as many places as were realised on the day on which they were due."""
    with change(SYSTEM, WHY) as made:
        for code, places in apportion(REALISED, NUMBER).items():
            location = models.Location.objects.create(key=f"L-{code}")
            facts = {"name": f"Location in {code}", "municipality": code, "kind": LocationKind.AZC, "opens": DUE}
            rooms = {"family_places": 0, "amv_places": 0, "adult_places": places}
            how = {"operator": Operator.COA, "building": Building.RESIDENTIAL}
            know(made, models.LocationFacts(location=location, **facts, **rooms, **how))
