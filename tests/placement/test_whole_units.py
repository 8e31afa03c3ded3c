# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Families live in whole units, and unaccompanied minors have a team of their own where a site is shared."""

from datetime import timedelta

import pytest
from all_plans import best_values
from desk import adult, amv, azc, family, flats, plan, sports_hall
from hypothesis import given, settings
from hypothesis import strategies as st
from instances import DAY, small_country

from luwte.model.people import HouseholdGroup
from luwte.model.places import PlaceGroup, Unit
from luwte.model.stays import Move, MoveStatus
from luwte.placement import Policy, place
from luwte.placement.placement import Action
from luwte.planning.place import question_for
from luwte.planning.recount import recount

IN_UNITS = (HouseholdGroup.FAMILY, HouseholdGroup.FAMILY, HouseholdGroup.FAMILY, HouseholdGroup.AMV)


@pytest.mark.parametrize("seed", range(40))
def test_no_plan_with_whole_units_is_better_on_any_level(seed: int, exact: Policy) -> None:
    dataset = small_country(seed, locations=3, households=4, groups=IN_UNITS, divided=True, orderly=1)
    question = question_for(dataset, DAY, exact, ())
    placement = place(dataset, exact, DAY, fit=question.fit, shares=question.shares)
    assert tuple(level.value for level in placement.levels) == best_values(question)


@settings(deadline=None)
@given(seed=st.integers(0, 10**9))
def test_the_recount_finds_whole_units_in_every_plan(seed: int, exact: Policy) -> None:
    dataset = small_country(seed, locations=5, households=12, groups=IN_UNITS, divided=True, orderly=1)
    question = question_for(dataset, DAY, exact, ())
    placement = place(dataset, exact, DAY, fit=question.fit, shares=question.shares)
    assert recount(question, placement.proposals, placement.terms, placement.levels) == ()


def test_two_families_do_not_share_a_flat() -> None:
    placement = plan([azc("A")], [family("H1", None), family("H2", None)], units=flats("A", 6))
    assert sorted(p.action for p in placement.proposals) == [Action.NEW, Action.UNPLACED]


def test_the_large_flat_is_kept_for_the_large_family() -> None:
    large = family("H2", None, (35, 9, 8, 4, 2))
    placement = plan([azc("A")], [family("H1", None), large], units=flats("A", 2, 5))
    assert [p.action for p in placement.proposals] == [Action.NEW, Action.NEW]
    placement = plan([azc("A")], [family("H1", None), family("H3", None), large], units=flats("A", 2, 5))
    assert placement.of["H2"].action is Action.NEW, "five people before two"


def test_a_family_larger_than_any_flat_takes_two() -> None:
    large = family("H1", None, (35, 9, 8, 4, 2))
    assert plan([azc("A")], [large], units=flats("A", 3, 3)).of["H1"].destination == "A"
    assert plan([azc("A")], [large], units=flats("A", 2, 3)).of["H1"].action is Action.UNPLACED
    placement = plan([azc("A")], [large, family("H2", None)], units=flats("A", 2, 3, 3))
    assert [p.destination for p in placement.proposals] == ["A", "A"]


def test_flexible_places_make_no_flat() -> None:
    placement = plan([azc("A", flexible_places=9)], [family("H1", None), family("H2", None)], units=flats("A", 2))
    assert sorted(p.action for p in placement.proposals) == [Action.NEW, Action.UNPLACED]


def test_a_flat_out_of_use_is_not_given() -> None:
    closed = Unit("A", "damp", PlaceGroup.FAMILY, 4, out_of_use=True)
    placement = plan([azc("A")], [family("H1", None), family("H2", None)], units=(*flats("A", 4), closed))
    assert sorted(p.action for p in placement.proposals) == [Action.NEW, Action.UNPLACED]


def test_families_who_share_a_flat_stay_and_nobody_joins_them() -> None:
    people = [family("H1", "A"), family("H2", "A"), family("H3", None)]
    placement = plan([azc("A")], people, units=flats("A", 9))
    assert [placement.of[key].action for key in ("H1", "H2", "H3")] == [Action.STAY, Action.STAY, Action.UNPLACED]


def test_a_flat_is_kept_for_an_accepted_move() -> None:
    move = Move("M", "H1", "A", DAY + timedelta(days=4), MoveStatus.ACCEPTED)
    people = [family("H1", "HALL"), family("H2", None)]
    places = [sports_hall("HALL", family_places=2), azc("A")]
    placement = plan(places, people, units=flats("A", 5), moves=(move,))
    assert (placement.of["H1"].destination, placement.of["H2"].destination) == ("A", "HALL")


def test_adults_need_no_unit_for_themselves() -> None:
    rooms = tuple(Unit("A", name, PlaceGroup.ADULT, 4) for name in ("room 1", "room 2"))
    placement = plan([azc("A")], [adult(f"H{at}", None) for at in range(8)], units=rooms)
    assert {p.destination for p in placement.proposals} == {"A"}


@pytest.mark.parametrize(("team", "others", "comes"), [("youth", "site", True), ("site", "site", False)])
def test_an_unaccompanied_minor_comes_where_the_team_of_its_unit_cares_for_minors_alone(
    team: str, others: str, comes: bool
) -> None:
    units = (Unit("A", "living group", PlaceGroup.AMV, 4, team=team), *flats("A", 4, team=others))
    for said in (True, False, None):
        placement = plan([azc("A", own_amv_team=said)], [amv("H", None)], units=units)
        assert (placement.of["H"].destination == "A") is comes


def test_where_a_unit_names_no_team_the_location_tells() -> None:
    units = (Unit("A", "living group", PlaceGroup.AMV, 4), *flats("A", 4, team="site"))
    assert plan([azc("A", own_amv_team=True)], [amv("H", None)], units=units).of["H"].destination == "A"
    assert plan([azc("A")], [amv("H", None)], units=units).of["H"].action is Action.UNPLACED
