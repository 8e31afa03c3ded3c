# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Small random countries with every rule and every term in them, for tests that compare with all plans there are."""

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from luwte.data.places import with_units
from luwte.model.dataset import Dataset
from luwte.model.geography import Municipality
from luwte.model.people import Household, HouseholdGroup, Person, Phase, Relation, WishBy, WishKind
from luwte.model.periods import Holiday, Month, SchoolRegion
from luwte.model.places import Building, Location, LocationKind, Operator, PlaceGroup, StatedFitness, Unit
from luwte.model.stays import Move, MoveStatus, Stay

DAY = date(2026, 11, 16)
MUNICIPALITIES = (
    ("GM0014", "PV20", Decimal("6.57"), Decimal("53.22")),
    ("GM0106", "PV22", Decimal("6.56"), Decimal("52.99")),
    ("GM0344", "PV26", Decimal("5.10"), Decimal("52.08")),
    ("GM0518", "PV28", Decimal("4.31"), Decimal("52.08")),
)
HOLIDAYS = tuple(
    Holiday(region, name, first, last)
    for region in SchoolRegion
    for name, first, last in (
        ("autumn", date(2026, 10, 10), date(2026, 10, 25)),
        ("christmas", date(2026, 12, 19), date(2027, 1, 3)),
    )
)
NEEDS = ("accessible", "quiet", "women_only")
GROUPS = (HouseholdGroup.FAMILY, HouseholdGroup.FAMILY, *HouseholdGroup)
DIVIDED = 0.7  # of the locations, by group
TEAMS = ("green", "green", "yellow", None)


def small_country(
    seed: int,
    *,
    locations: int = 4,
    households: int = 5,
    groups: Sequence[HouseholdGroup] = GROUPS,
    divided: bool = False,
    orderly: float = 0,
) -> Dataset:
    """A dataset with a few locations and households; the same seed gives the same country.

    `orderly` is the share of countries in which only room is scarce, so that people make room for each other;
    without `divided` no location has units.
    """
    rng, order = random.Random(seed), random.Random(f"order of {seed}")
    places = tuple(_location(rng, index) for index in range(locations))
    if order.random() < orderly:
        places = tuple(_orderly(order, place) for place in places)
    units = tuple(unit for place in places for unit in _units(order, place)) if divided else ()
    places = with_units(places, units)
    people: list[Household] = []
    persons: list[Person] = []
    stays: list[Stay] = []
    for index in range(households):
        household, members, history = _household(rng, index, places, people, groups)
        people.append(household)
        persons.extend(members)
        stays.extend(history)
    moves = tuple(
        Move(f"M{h.key}", h.key, rng.choice(places).key, DAY + timedelta(days=5), rng.choice(list(MoveStatus)))
        for h in people
        if rng.random() < 0.1
    )
    return Dataset(
        reference_date=DAY,
        synthetic=True,
        municipalities=tuple(
            Municipality(code, code, province, province, {None: 100_000}, key_weight=Decimal(1), lon=lon, lat=lat)
            for code, province, lon, lat in MUNICIPALITIES
        ),
        locations=places,
        households=tuple(people),
        persons=tuple(persons),
        units=units,
        stays=tuple(stays),
        moves=moves,
        holidays=HOLIDAYS if rng.random() < 0.8 else (),
    )


def _location(rng: random.Random, index: int) -> Location:
    code, _, lon, lat = rng.choice(MUNICIPALITIES)
    kinds = [*LocationKind, LocationKind.AZC, LocationKind.AZC, LocationKind.EMERGENCY]
    closes = rng.choice([None, None, None, 0, 10, 14, 15, 27, 28, 40, 56, 57, 200, 365, 366])
    known = rng.random() < 0.7
    return Location(
        key=f"L{index}",
        name=f"Location {index}",
        municipality=code,
        kind=rng.choice(kinds),
        operator=Operator.COA,
        building=rng.choice(list(Building)),
        family_places=rng.choice([0, 0, 2, 3, 4, 6, 250]),
        amv_places=rng.choice([0, 0, 1, 2, 21]),
        adult_places=rng.choice([0, 1, 2, 4]),
        flexible_places=rng.choice([0, 0, 0, 1, 2, 3]),
        accessible_places=rng.choice([0, 0, 1, 3]),
        school_places=rng.choice([None, None, 0, 1, 3]),
        provides=frozenset(need for need in ("quiet", "women_only") if rng.random() < 0.6),
        only=frozenset({"women_only"} if rng.random() < 0.1 else ()),
        opens=rng.choice([DAY - timedelta(days=300)] * 8 + [DAY, DAY + timedelta(days=3), None]),
        closes=None if closes is None else DAY + timedelta(days=closes),
        family_fit=rng.choice([None, *StatedFitness]),
        amv_fit=rng.choice([None, *StatedFitness]),
        adult_fit=rng.choice([None, None, *StatedFitness]),
        stays_until_age=rng.choice([18, 18, 21, 23]),
        own_amv_team=rng.choice([None, True, True, False]),
        cost_per_place_day=rng.choice([None, Decimal("80.5"), Decimal("249.49"), Decimal("90")]),
        lon=lon + Decimal(rng.randrange(-50, 50)) / 1000 if known else None,
        lat=lat + Decimal(rng.randrange(-50, 50)) / 1000 if known else None,
    )


def _orderly(rng: random.Random, place: Location) -> Location:
    """The same location, open to all for as long as one likes: fit or clearly not, and small."""
    hall = rng.random() < 0.5
    return replace(
        place,
        kind=LocationKind.EMERGENCY if hall else LocationKind.AZC,
        building=Building.SPORTS_HALL if hall else Building.FLATS,
        family_places=rng.choice([2, 3, 4, 6]),
        amv_places=rng.choice([0, 1, 2]),
        adult_places=rng.choice([1, 2, 3]),
        flexible_places=rng.choice([0, 0, 0, 1]),
        accessible_places=rng.choice([3, 9]),
        school_places=rng.choice([None, None, 2, 9]),
        provides=frozenset(NEEDS[1:]),
        only=frozenset(),
        opens=DAY - timedelta(days=300),
        closes=rng.choice([None, None, None, DAY + timedelta(days=10), DAY + timedelta(days=300)]),
        family_fit=None,
        amv_fit=None,
        adult_fit=None,
        own_amv_team=rng.choice([True, True, False]),
    )


def _units(rng: random.Random, place: Location) -> list[Unit]:
    """Units of one to three sizes for some groups of a location, few enough to be short, with teams or without."""
    units = []
    for group, largest in ((PlaceGroup.FAMILY, 6), (PlaceGroup.AMV, 3), (PlaceGroup.ADULT, 3)):
        if not place.places_for(group) or rng.random() > DIVIDED:
            continue
        sizes = [rng.randint(1, largest) for _ in range(rng.randint(1, 3))]
        for number in range(rng.choice([1, 1, 2, 3])):
            places = rng.choice(sizes) if rng.random() > 0.03 else 0
            out_of_use = rng.choice([None, None, None, None, False, True])
            units.append(Unit(place.key, f"{group}-{number}", group, places, None, rng.choice(TEAMS), out_of_use))
    return units


def _household(
    rng: random.Random,
    index: int,
    places: tuple[Location, ...],
    others: list[Household],
    groups: Sequence[HouseholdGroup],
) -> tuple[Household, list[Person], list[Stay]]:
    key = f"H{index}"
    group = rng.choice(groups)
    members = _members(rng, key, group)
    location = rng.choice([None, *(place.key for place in places), *(place.key for place in places)])
    wish_kind = rng.choice([None, None, *WishKind])
    wish = {WishKind.PLACE: rng.choice(MUNICIPALITIES)[0], WishKind.REGION: rng.choice(MUNICIPALITIES)[1]}
    phase = rng.choice(list(Phase))
    since = DAY - timedelta(days=rng.choice([5, 91, 92, 200, 700])) if location else None
    household = Household(
        key=key,
        group=group,
        location=location,
        phase=phase,
        since=since,
        forced_moves=rng.choice([0, 0, 1, 3]),
        needs=frozenset(need for need in NEEDS if rng.random() < 0.12),
        wish_kind=wish_kind,
        wish=wish.get(wish_kind) if wish_kind else None,
        wish_by=rng.choice(list(WishBy)) if wish_kind else None,
        linked_municipality=rng.choice([None, rng.choice(MUNICIPALITIES)[0]]) if phase is Phase.PERMIT else None,
        keep_near=rng.choice(others).key if others and rng.random() < 0.2 else None,
        locked=rng.choice([None, None, None, None, True]) if location else None,
    )
    return household, members, _history(rng, household, places)


def _members(rng: random.Random, key: str, group: HouseholdGroup) -> list[Person]:
    def person(number: int, years: int, relation: Relation) -> Person:
        born = Month(DAY.year - years, rng.randint(1, DAY.month - 1))
        return Person(f"{key}P{number}", key, born, relation, vulnerable=rng.choice([None, None, None, True]))

    if group is HouseholdGroup.FAMILY:
        parents = [person(0, rng.randint(20, 50), Relation.PARENT)]
        return parents + [person(n + 1, rng.randint(0, 17), Relation.CHILD) for n in range(rng.randint(1, 3))]
    if group is HouseholdGroup.AMV:
        ages = [rng.choice([12, 16, 17, 17, 18])] + ([15] if rng.random() < 0.2 else [])
        return [person(n, years, Relation.SELF if n == 0 else Relation.SIBLING) for n, years in enumerate(ages)]
    if group is HouseholdGroup.YOUNG_ADULT:
        return [person(0, rng.randint(18, 22), Relation.SELF)]
    return [person(n, rng.randint(19, 60), Relation.PARTNER if n else Relation.SELF) for n in range(rng.randint(1, 2))]


def _history(rng: random.Random, household: Household, places: tuple[Location, ...]) -> list[Stay]:
    if household.since is None or household.location is None or rng.random() < 0.4:
        return []
    begin = household.since - timedelta(days=rng.choice([30, 400]))
    return [
        Stay(household.key, rng.choice(places).key, begin, household.since),
        Stay(household.key, household.location, household.since),
    ]
