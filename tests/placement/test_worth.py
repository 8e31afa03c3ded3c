# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What one more place is worth lies between what the next place brings and what the last one brought."""

import random
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from instances import DAY, MUNICIPALITIES, small_country

from luwte.model.dataset import Dataset
from luwte.model.geography import Municipality
from luwte.model.people import Household, HouseholdGroup, Person, Phase, Relation
from luwte.model.periods import Month
from luwte.model.places import Building, Location, LocationKind, Operator, PlaceGroup
from luwte.placement import Placement, Policy, place
from luwte.planning.suitability import fitness_of_all

ROUNDING = Decimal("0.01")  # weighed persons: prices are rounded, and the relaxation stops just before its end
GROUPS = {HouseholdGroup.AMV: PlaceGroup.AMV, HouseholdGroup.ADULT: PlaceGroup.ADULT}


def country_of_single_people(seed: int) -> Dataset:
    """Minors and adults who came alone, a hall where some live, and fit locations with too few places for all.

    Nobody takes more than one place, so that half a household is nobody's best and prices are exact.
    """
    rng = random.Random(seed)
    hall = _site("HALL", rng, LocationKind.EMERGENCY, 12, 12)
    fit = [_site(f"L{at}", rng, LocationKind.AZC, rng.randint(1, 3), rng.randint(1, 3)) for at in range(3)]
    people = []
    for at in range(rng.randint(6, 12)):
        group = rng.choice(list(GROUPS))
        lives = rng.choice(["HALL", "HALL", None])
        since = date(2026 - rng.randint(0, 2), 1, 1) if lives else None
        people.append(Household(f"H{at}", group, lives, Phase.PROCEDURE, since=since, forced_moves=rng.randint(0, 2)))
    years = {HouseholdGroup.AMV: 14, HouseholdGroup.ADULT: 30}
    return Dataset(
        reference_date=DAY,
        municipalities=tuple(
            Municipality(code, code, province, province, {None: 100_000}, key_weight=Decimal(1), lon=lon, lat=lat)
            for code, province, lon, lat in MUNICIPALITIES
        ),
        locations=(hall, *fit),
        households=tuple(people),
        persons=tuple(Person(h.key, h.key, Month(2026 - years[h.group], 1), Relation.SELF) for h in people),
    )


def _site(key: str, rng: random.Random, kind: LocationKind, amv: int, adult: int) -> Location:
    return Location(
        key=key,
        name=key,
        municipality=rng.choice(MUNICIPALITIES)[0],
        kind=kind,
        operator=Operator.COA,
        building=Building.FLATS,
        family_places=0,
        amv_places=amv,
        adult_places=adult,
        opens=date(2024, 1, 1),
    )


def with_places(dataset: Dataset, key: str, group: PlaceGroup, more: int) -> Dataset:
    """The same country with more places at a location, or fewer."""
    column = f"{group.value}_places"
    changed = [
        replace(site, **{column: site.places_for(group) + more}) if site.key == key else site  # type: ignore[arg-type]
        for site in dataset.locations
    ]
    return replace(dataset, locations=tuple(changed))


def placed(dataset: Dataset, policy: Policy) -> Placement:
    return place(dataset, policy, DAY, fit=fitness_of_all(dataset.locations))


def worth_of(placement: Placement) -> Mapping[tuple[str, PlaceGroup], tuple[Decimal, ...]]:
    return {(w.location, w.group): (w.level_1, w.level_2, w.level_3) for w in placement.worth}


@settings(max_examples=40)
@given(
    seed=st.integers(0, 10**6),
    at=st.sampled_from(["L0", "L1", "L2"]),
    group=st.sampled_from([PlaceGroup.AMV, PlaceGroup.ADULT]),
    level=st.sampled_from([1, 2]),
)
def test_a_place_is_worth_no_less_than_the_next_one_and_no_more_than_the_last_one(
    seed: int, at: str, group: PlaceGroup, level: int, exact: Policy
) -> None:
    dataset = country_of_single_people(seed)
    assume(dataset.location[at].places_for(group) > 1)
    fewer, now, more = (placed(with_places(dataset, at, group, change), exact) for change in (-1, 0, 1))
    earlier = [tuple(level_.value for level_ in one.levels[: level - 1]) for one in (fewer, now, more)]
    assume(earlier[0] == earlier[1] == earlier[2])
    below, value, above = (one.levels[level - 1].value for one in (fewer, now, more))
    worth = worth_of(now).get((at, group), (Decimal(0),) * 3)[level - 1]
    assert value - above - ROUNDING <= worth <= below - value + ROUNDING


def test_where_two_children_wait_for_one_fit_place_another_is_worth_what_the_second_child_weighs(exact: Policy) -> None:
    """Both came to the hall in September: 3 for an unfit place, less 1 because no school place is known to be free."""
    base = country_of_single_people(1)
    here = MUNICIPALITIES[0][0]
    hall = replace(base.locations[0], municipality=here)
    fit = replace(base.locations[1], municipality=here, amv_places=1, adult_places=0)
    two = tuple(
        Household(key, HouseholdGroup.AMV, "HALL", Phase.PROCEDURE, since=date(2026, 9, 1)) for key in ("ONE", "TWO")
    )
    persons = tuple(Person(h.key, h.key, Month(2012, 1), Relation.SELF) for h in two)
    placement = placed(replace(base, locations=(hall, fit), households=two, persons=persons), exact)
    assert worth_of(placement)["L0", PlaceGroup.AMV][:2] == (0, 2)


@settings(max_examples=60)
@given(seed=st.integers(0, 10**6))
def test_a_place_is_never_worth_less_than_nothing_and_the_hall_has_places_left(seed: int, exact: Policy) -> None:
    assert all(min(worth) >= 0 for worth in worth_of(placed(small_country(seed), exact)).values())
    assert not any(key == "HALL" for key, _ in worth_of(placed(country_of_single_people(seed), exact)))


def test_where_nobody_lacks_anything_no_place_is_worth_anything(exact: Policy) -> None:
    dataset = country_of_single_people(3)
    roomy = replace(
        dataset, locations=tuple(replace(site, amv_places=20, adult_places=20) for site in dataset.locations)
    )
    assert all(worth[:2] == (0, 0) for worth in worth_of(placed(roomy, exact)).values())
