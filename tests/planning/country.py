# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""A country of nine locations and fourteen households, small enough to redo by hand; nothing in it is real."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from luwte.data import national_holidays, national_municipalities
from luwte.model.dataset import Dataset
from luwte.model.people import Household, HouseholdGroup, Person, Phase, Relation, WishKind
from luwte.model.periods import Month
from luwte.model.places import Building, Location, LocationKind, Operator
from luwte.model.pledges import Decision, Exchange
from luwte.model.stays import Move, MoveStatus

DAY = date(2026, 11, 16)  # a Monday outside the school holidays
LONG_AGO = date(2024, 1, 1)
GRONINGEN, UTRECHT, AMERSFOORT, AMSTERDAM = "GM0014", "GM0344", "GM0307", "GM0363"
FOR_WOMEN = frozenset({"women_only"})


def site(key: str, municipality: str, kind: LocationKind, building: Building, places: str, **more: Any) -> Location:
    """A location; `places` is `family/amv/adult`."""
    family, amv, adult = (int(number) for number in places.split("/"))
    return Location(
        key=key,
        name=f"Location {key}",
        municipality=municipality,
        kind=kind,
        operator=Operator.COA,
        building=building,
        family_places=family,
        amv_places=amv,
        adult_places=adult,
        **{"opens": LONG_AGO, "supervisor": "nobody real", "school_places": 20, **more},
    )


def locations() -> tuple[Location, ...]:
    """A hall, an azc, sites for minors, sites that close, a registration site, one for women, a crisis site."""
    azc, emergency = LocationKind.AZC, LocationKind.EMERGENCY
    return (
        site("HALL", GRONINGEN, emergency, Building.SPORTS_HALL, "10/0/10", lon=Decimal("6.57"), lat=Decimal("53.22")),
        site(
            "AZC", UTRECHT, azc, Building.FLATS, "8/0/6", flexible_places=4, accessible_places=3, school_places=6,
            lon=Decimal("5.10"), lat=Decimal("52.08"), cost_per_place_day=Decimal("80.50"),
        ),
        site("SMALL", AMSTERDAM, LocationKind.AMV_SITE, Building.HOUSE, "0/6/0", own_amv_team=True),
        site("SHARED", AMSTERDAM, azc, Building.RESIDENTIAL, "4/3/4", stays_until_age=21),
        site("CLOSING", UTRECHT, azc, Building.FLATS, "4/0/4", closes=DAY + timedelta(days=10)),
        site("SHORT", UTRECHT, azc, Building.FLATS, "6/0/6", closes=DAY + timedelta(days=20)),
        site("ARRIVE", GRONINGEN, LocationKind.REGISTRATION, Building.OFFICE, "5/2/5"),
        site("WOMEN", AMERSFOORT, azc, Building.HOUSE, "0/0/4", provides=FOR_WOMEN, only=FOR_WOMEN),
        site("CRISIS", AMSTERDAM, LocationKind.CRISIS_EMERGENCY, Building.EVENT_HALL, "0/0/5"),
    )  # fmt: skip


HOUSEHOLDS: tuple[tuple[Household, str], ...] = tuple(
    (Household(key, HouseholdGroup(group), at, Phase(phase), **more), ages)
    for key, group, at, phase, ages, more in (
        ("F-HALL", "family", "HALL", "procedure", "34 12 8", {"since": date(2026, 1, 1), "forced_moves": 1}),
        ("F-LOCKED", "family", "AZC", "procedure", "30 9", {"since": LONG_AGO, "locked": True, "lock_reason": "care"}),
        ("F-FIT", "family", "AZC", "permit", "40 41 6", {"since": LONG_AGO, "linked_municipality": GRONINGEN}),
        ("F-CLOSING", "family", "CLOSING", "procedure", "29 3", {"since": LONG_AGO, "keep_near": "F-FIT"}),
        ("F-RESERVED", "family", "HALL", "procedure", "33 2", {"since": LONG_AGO}),
        ("M-SMALL", "amv", "SMALL", "procedure", "16", {"since": LONG_AGO, "guardian": "G1"}),
        ("M-NEW", "amv", None, "procedure", "15", {"guardian": "G1"}),
        ("M-GROWN", "amv", "SMALL", "procedure", "18", {"since": LONG_AGO, "guardian": "G1"}),
        ("Y-SHARED", "young_adult", "SHARED", "permit", "19", {"since": LONG_AGO}),
        ("A-HALL", "adult", "HALL", "procedure", "28", {"since": LONG_AGO, "needs": frozenset({"accessible"})}),
        ("A-WISH", "adult", "HALL", "procedure", "50 51", {"since": LONG_AGO, "wish_kind": WishKind.STAY}),
        ("A-WOMEN", "adult", "WOMEN", "procedure", "44", {"since": LONG_AGO, "needs": FOR_WOMEN}),
        ("A-NEW", "adult", None, "procedure", "22", {}),
        ("F-ARRIVE", "family", "ARRIVE", "registration", "27 1", {"since": DAY - timedelta(days=4)}),
    )
)  # fmt: skip


def country(**changes: Any) -> Dataset:
    """The dataset; `changes` replace whole tables."""
    tables: dict[str, Any] = {
        "reference_date": DAY,
        "title": "Test country",
        "synthetic": True,
        "municipalities": national_municipalities(),
        "holidays": national_holidays(),
        "locations": locations(),
        "households": tuple(household for household, _ in HOUSEHOLDS),
        "persons": tuple(person for household, ages in HOUSEHOLDS for person in persons(household, ages)),
        "moves": (Move("M1", "F-RESERVED", "AZC", DAY + timedelta(days=3), MoveStatus.ACCEPTED),),
        "exchanges": (Exchange(UTRECHT, AMERSFOORT, 100, 0, date(2026, 5, 1)),),
        "decisions": (Decision(2026, AMSTERDAM, 4000, None, date(2026, 10, 1)), Decision(2024, UTRECHT, 9, None)),
    }
    return Dataset(**{**tables, **changes})


def persons(household: Household, ages: str) -> list[Person]:
    """The persons of a household by their ages on the day; the first is the parent, or alone."""
    people = []
    for number, text in enumerate(ages.split()):
        years = int(text)
        family = household.group is HouseholdGroup.FAMILY
        relation = Relation.SELF if not family and number == 0 else Relation.PARENT if years >= 18 else Relation.CHILD
        relation = Relation.PARTNER if not family and number else relation
        people.append(Person(f"{household.key}-{number}", household.key, Month(DAY.year - years, 1), relation))
    return people
