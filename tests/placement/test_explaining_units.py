# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""A family hears whether a whole unit is left for it, not only whether beds are."""

from typing import Any

import pytest
from desk import azc, family, flats, plan, sports_hall
from hypothesis import given, settings
from hypothesis import strategies as st
from instances import DAY, small_country

from luwte.model.people import HouseholdGroup
from luwte.placement import Policy, place
from luwte.placement.placement import Action, Cause, InTheWay, Lack, Placement
from luwte.planning.place import question_for
from luwte.planning.recount.division import family_units

FIVE = (35, 9, 8, 4, 2)
IN_UNITS = (HouseholdGroup.FAMILY, HouseholdGroup.FAMILY, HouseholdGroup.FAMILY, HouseholdGroup.AMV)


def in_the_way(placement: Placement, key: str = "H") -> InTheWay:
    found = placement.of[key].in_the_way
    assert found is not None
    return found


def with_flats(people: list[Any], *places: int) -> Placement:
    """A fit location that is divided into flats, and a hall with places for all."""
    return plan([azc("A"), sports_hall("HALL", family_places=20)], people, units=flats("A", *places))


def test_a_family_hears_that_a_whole_unit_is_short_although_beds_are_free() -> None:
    placement = with_flats([family("H", "HALL"), family("R", "A")], 6)
    assert placement.of["H"].cause is Cause.UNFIT_NO_ROOM
    way = in_the_way(placement)
    assert (way.with_room, way.wanted, dict(way.lacks), way.unit) == (0, "A", {Lack.UNITS: 1}, 2)


def test_a_large_family_hears_how_large_the_unit_must_be_although_small_ones_are_free() -> None:
    people = [family("H", "HALL", FIVE), family("R", "A", FIVE)]
    way = in_the_way(with_flats(people, 2, 2, 2, 6))
    assert (dict(way.lacks), way.unit) == ({Lack.UNITS: 1}, 5)


def test_a_family_larger_than_every_unit_hears_how_many_of_the_largest_are_short() -> None:
    people = [family("H", "HALL", FIVE), family("R1", "A", (35, 9, 8)), family("R2", "A", (35, 9, 8))]
    way = in_the_way(with_flats(people, 3, 3))
    assert (way.lacks[Lack.UNITS], way.unit) == (2, 3)


@pytest.mark.parametrize(("size", "there"), [(2, [1, 3]), (3, [2, 2, 3]), (5, [1, 3, 3])])
def test_with_the_units_that_it_lacks_the_family_would_have_come(size: int, there: list[int]) -> None:
    people = [family("H", "HALL", FIVE[:size]), family("R", "A", (35, 9, 8))]
    now = with_flats(people, *there)
    way = in_the_way(now)
    assert now.of["H"].destination == "HALL"
    more = [way.unit] * way.lacks[Lack.UNITS]
    assert with_flats(people, *there, *more).of["H"].destination == "A"


def test_who_gets_no_place_hears_that_no_unit_is_left() -> None:
    placement = plan([azc("A")], [family("R", "A"), family("H", None)], units=flats("A", 9))
    assert (placement.of["H"].action, placement.of["H"].cause) == (Action.UNPLACED, Cause.NO_ROOM)
    assert dict(in_the_way(placement).lacks) == {Lack.UNITS: 1}


def test_the_next_best_place_has_room_only_with_a_whole_unit() -> None:
    def next_best(*flats_there: int) -> bool:
        placement = plan(
            [azc("A", family_places=2), azc("B")], [family("H", "A"), family("R", "B")], units=flats("B", *flats_there)
        )
        found = placement.of["H"].next_best
        assert found is not None
        assert found.location == "B"
        return found.room

    assert [next_best(9), next_best(9, 1), next_best(9, 2)] == [False, False, True]


@settings(deadline=None, max_examples=30)
@given(seed=st.integers(0, 10**9))
def test_a_plan_with_whole_units_leaves_nothing_unsettled(seed: int, exact: Policy) -> None:
    dataset = small_country(seed, locations=5, households=12, groups=IN_UNITS, divided=True, orderly=1)
    question = question_for(dataset, DAY, exact, ())
    placement = place(dataset, exact, DAY, fit=question.fit, shares=question.shares)
    divided = family_units(dataset.units)
    for proposal in placement.proposals:
        assert proposal.cause is not Cause.NOT_SETTLED or not all(level.is_optimal for level in placement.levels)
        way = proposal.in_the_way
        if way is None or way.wanted is None:
            continue
        assert (way.unit > 0) == (Lack.UNITS in way.lacks) <= (way.wanted in divided)
        if Lack.UNITS in way.lacks:
            assert way.unit == min(proposal.size, divided[way.wanted].places[-1])
