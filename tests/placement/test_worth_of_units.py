# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""One more whole unit is worth what planning again with it gives: its rows and its places together."""

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from desk import adult, azc, family, flats, plan, sports_hall
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from instances import DAY, small_country

from luwte.model.places import PlaceGroup
from luwte.placement import Policy, place
from luwte.placement.placement import Placement
from luwte.planning.place import question_for

ROUNDING = Decimal("0.01")  # weighed persons: prices are rounded, and the relaxation stops just before its end
AGES = (35, 9, 8, 4, 2)


def families(rng: random.Random) -> list[Any]:
    """Families of two to five in a hall, some for longer than others."""
    people = [family(f"H{at}", "HALL", AGES[: rng.randint(2, 5)]) for at in range(rng.randint(3, 7))]
    return [(replace(one, since=date(2026 - rng.randint(0, 2), 1, 1)), persons) for one, persons in people]


def with_units(people: list[Any], sizes: Sequence[int]) -> Placement:
    return plan([azc("A"), sports_hall("HALL", family_places=40)], people, units=flats("A", *sizes))


def worth_of(placement: Placement, unit: int | None) -> tuple[Decimal, ...]:
    for one in placement.worth:
        if (one.location, one.group, one.unit) == ("A", PlaceGroup.FAMILY, unit):
            return (one.level_1, one.level_2, one.level_3)
    return (Decimal(0),) * 3


def test_where_two_families_wait_for_one_flat_another_is_worth_what_planning_again_gives() -> None:
    people = [family("ONE", "HALL"), family("TWO", "HALL")]
    now, more = with_units(people, [6]), with_units(people, [6, 6])
    fall = now.levels[1].value - more.levels[1].value
    assert worth_of(now, 6)[1] == fall > 0
    assert worth_of(now, None) == (0, 0, 0), "four beds are free: one more bed helps nobody"


def test_a_flat_that_is_too_small_for_who_waits_is_worth_nothing() -> None:
    people = [family("ONE", "HALL", AGES), family("TWO", "HALL", AGES)]
    now = with_units(people, [2, 5])
    assert worth_of(now, 2)[1] == 0
    assert worth_of(now, 5)[1] > 0


@settings(max_examples=40, deadline=None)
@given(seed=st.integers(0, 10**6))
def test_a_unit_is_worth_no_less_than_the_next_one_and_no_more_than_the_last_one(seed: int) -> None:
    rng = random.Random(seed)
    people, sizes = families(rng), [5, *(rng.choice([2, 3, 5]) for _ in range(rng.randint(1, 3)))]
    unit = rng.choice(sizes)
    assume(sizes.count(unit) > 1)
    fewer, now, more = sizes.copy(), sizes, [*sizes, unit]
    fewer.remove(unit)
    plans = [with_units(people, each) for each in (fewer, now, more)]
    assume(all(level.is_optimal for one in plans for level in one.levels[:2]))
    assert {one.levels[0].value for one in plans} == {0}
    below, value, above = (one.levels[1].value for one in plans)
    worth = worth_of(plans[1], unit)[1]
    assert value - above - ROUNDING <= worth <= below - value + ROUNDING


@settings(max_examples=30, deadline=None)
@given(seed=st.integers(0, 10**6))
def test_a_larger_unit_is_worth_no_less_than_a_smaller_one_and_a_unit_no_less_than_its_places(
    seed: int, exact: Policy
) -> None:
    dataset = small_country(seed, locations=5, households=12, divided=True, orderly=1)
    question = question_for(dataset, DAY, exact, ())
    placement = place(dataset, exact, DAY, fit=question.fit, shares=question.shares)
    at = {(one.location, one.group, one.unit): (one.level_1, one.level_2, one.level_3) for one in placement.worth}
    sizes = {(unit.location, unit.places) for unit in dataset.units}
    for (location, group, unit), worth in at.items():
        if unit is not None:
            assert (location, unit) in sizes
            bed = at.get((location, group, None), (Decimal(0),) * 3)
            smaller = [key[2] for key in at if key[:2] == (location, group) and key[2] is not None and key[2] < unit]
            assert all(whole >= unit * one - ROUNDING for whole, one in zip(worth, bed, strict=True))
            for size in smaller:
                assert all(a >= b for a, b in zip(worth, at[location, group, size], strict=True))


def test_only_families_are_told_the_worth_of_a_unit() -> None:
    rooms = tuple(replace(unit, group=PlaceGroup.ADULT) for unit in flats("A", 1))
    placement = plan([azc("A")], [adult("H1", None), adult("H2", None)], units=rooms)
    assert {one.unit for one in placement.worth if one.location == "A"} == {None}
