# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Weeks ahead on countries of a few households: who waits, who gets a place for a while, and what is counted."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from luwte.model.dataset import Dataset
from luwte.model.people import Household, HouseholdGroup, Phase
from luwte.model.places import Building, Location, LocationKind, PlaceGroup
from luwte.model.stays import Move, MoveStatus, Stay
from luwte.placement import Policy
from luwte.placement.placement import Cause
from luwte.planning.ahead import Ahead, look_ahead
from luwte.planning.ahead.roll import rolled
from luwte.planning.ahead.weeks import weeks
from luwte.planning.cells import from_csv
from luwte.planning.files import AHEAD, AHEAD_COUNTS, AHEAD_WEEKS, WHERE_ASKED
from luwte.planning.recount.answer import Placed
from planning.country import AMSTERDAM, DAY, LONG_AGO, UTRECHT, country, persons, site

AZC, EMERGENCY = LocationKind.AZC, LocationKind.EMERGENCY
Look = Callable[..., Ahead]


def in_days(number: int) -> date:
    return DAY + timedelta(days=number)


def hall(key: str = "HALL", places: str = "6/0/6", **more: Any) -> Location:
    return site(key, UTRECHT, EMERGENCY, Building.SPORTS_HALL, places, **more)


def azc(key: str, places: str = "6/0/6", municipality: str = UTRECHT, **more: Any) -> Location:
    return site(key, municipality, AZC, Building.FLATS, places, **more)


def with_people(*where: tuple[Household, str], locations: tuple[Location, ...], **more: Any) -> Dataset:
    return country(
        locations=locations,
        households=tuple(household for household, _ in where),
        persons=tuple(person for household, ages in where for person in persons(household, ages)),
        **{"moves": (), **more},
    )


def family(key: str, at: str | None, **more: Any) -> Household:
    return Household(key, HouseholdGroup.FAMILY, at, Phase.PROCEDURE, **{"since": LONG_AGO if at else None, **more})


@pytest.fixture
def look(policy: Policy) -> Look:
    def looking(dataset: Dataset, days: int) -> Ahead:
        return look_ahead(dataset, DAY, in_days(days), policy=policy, tasks=())

    return looking


def counts(seen: Ahead) -> dict[str, tuple[int, int]]:
    return {row.count: (row.ahead, row.week_by_week) for row in seen.counts}


@pytest.fixture
def soon() -> Dataset:
    """A family lives in a hall; an azc with room closes in 45 days, and another opens in three weeks and lasts."""
    return with_people(
        (family("F", "HALL", since=in_days(-10)), "30 9"),
        locations=(hall(), azc("SHORT", closes=in_days(45)), azc("NEW", opens=in_days(21))),
    )


def test_a_family_is_not_sent_to_a_closing_site_when_a_lasting_one_opens_in_three_weeks(
    soon: Dataset, look: Look
) -> None:
    seen = look(soon, 70)
    assert [(moved.week, moved.destination) for moved in seen.ahead.moved] == [(in_days(21), "NEW")]
    assert [moved.destination for moved in seen.week_by_week.moved] == ["SHORT", "NEW"]


def test_both_ways_are_counted_over_the_same_weeks(soon: Dataset, look: Look) -> None:
    """The child waits three weeks in the hall; blindly it is out at once, and moves twice."""
    assert counts(look(soon, 70)) == {
        "forced_moves_of_children": (1, 2),
        "forced_moves_of_families": (1, 2),
        "children_moved_more_than_once": (0, 1),
        "households_moved_more_than_once": (0, 1),
        "children_brought_to_not_fit": (0, 0),
        "child_weeks_unfit": (3, 0),
        "person_weeks_without_place": (0, 0),
    }


def test_who_must_leave_before_the_lasting_place_opens_gets_a_place_for_a_while(look: Look) -> None:
    dataset = with_people(
        (family("F", "OLD"), "30 9"),
        locations=(azc("OLD", closes=in_days(20)), azc("SHORT", closes=in_days(60)), azc("NEW", opens=in_days(30))),
    )
    seen = look(dataset, 70)
    assert [(moved.destination, moved.cause) for moved in seen.ahead.moved] == [
        ("SHORT", Cause.LOCATION_CLOSES),
        ("NEW", Cause.LOCATION_CLOSES),
    ]
    assert counts(seen)["person_weeks_without_place"] == (0, 0)


def test_who_has_no_place_does_not_wait_for_one(look: Look) -> None:
    dataset = with_people(
        (family("F", None), "30 9"),
        locations=(azc("SHORT", closes=in_days(60)), azc("NEW", opens=in_days(14))),
    )
    first = look(dataset, 28).ahead.moved[0]
    assert (first.week, first.destination, first.is_forced) == (DAY, "SHORT", False)


def test_a_country_in_which_nothing_is_known_to_happen_is_planned_alike_in_both_ways(look: Look) -> None:
    dataset = with_people((family("F", "HALL"), "30 9"), (family("G", None), "28 3"), locations=(hall(), azc("AZC")))
    seen = look(dataset, 28)
    assert seen.ahead.moved == seen.week_by_week.moved
    assert {moved.week for moved in seen.ahead.moved} == {DAY}
    assert all(row.week > DAY or row.moved == 2 for row in seen.weeks)


def test_weeks_decide_when_something_opens_closes_comes_on_notice_or_must_be_left(policy: Policy) -> None:
    opens, closes = azc("A", opens=in_days(10)), azc("B", closes=in_days(60))
    known = {week.on: week for week in weeks((opens, closes), policy, DAY, in_days(70))}
    assert [day for day, week in known.items() if week.decides] == [
        DAY,
        in_days(7),  # on notice from day 4
        in_days(14),  # A is open
        in_days(49),  # to be left from day 46
        in_days(63),  # B is closed
    ]
    assert (known[in_days(14)].opened, known[in_days(63)].closed) == (("A",), ("B",))


def test_who_moved_lives_on_with_the_move_in_its_history() -> None:
    household = family("F", "OLD", forced_moves=1, locked=True, lock_reason="school")
    dataset = with_people(
        (household, "30 9"),
        locations=(azc("OLD", closes=in_days(5)), azc("NEW")),
        stays=(Stay("F", "OLD", LONG_AGO),),
        moves=(Move("M", "F", "NEW", DAY, MoveStatus.ACCEPTED),),
    )
    placed = Placed(household, dataset.location["NEW"], PlaceGroup.FAMILY, brought=True, reserved=False)
    later = rolled(dataset, [(placed, Cause.LOCATION_CLOSES)], in_days(7))
    assert later.household["F"] == replace(
        household, location="NEW", since=in_days(7), forced_moves=2, locked=None, lock_reason=None
    )
    assert [(stay.location, stay.until) for stay in later.stays] == [("OLD", in_days(5)), ("NEW", None)]
    assert later.moves == ()


def test_the_tables_read_back_as_they_were_written(soon: Dataset, look: Look) -> None:
    seen = look(soon, 30)
    files = seen.files()
    assert from_csv(WHERE_ASKED[AHEAD], files[AHEAD]) == seen.moves
    assert from_csv(WHERE_ASKED[AHEAD_WEEKS], files[AHEAD_WEEKS]) == seen.weeks
    assert from_csv(WHERE_ASKED[AHEAD_COUNTS], files[AHEAD_COUNTS]) == seen.counts


@settings(max_examples=8, deadline=None)
@given(
    opens=st.integers(3, 40),
    closes=st.integers(29, 60),
    ages=st.lists(st.sampled_from(("30 9", "28 3 1", "41 16")), min_size=1, max_size=3),
)
def test_looking_ahead_never_moves_who_has_one_lasting_place_twice(
    policy: Policy, opens: int, closes: int, ages: list[str]
) -> None:
    """Families in a hall that stays open, an azc that closes, and one that opens with room for all."""
    dataset = with_people(
        *((family(f"F{number}", "HALL"), each) for number, each in enumerate(ages)),
        locations=(
            hall(places="12/0/0"),
            azc("SHORT", "12/0/0", closes=in_days(closes)),
            azc("NEW", "12/0/0", AMSTERDAM, opens=in_days(opens)),
        ),
    )
    seen = look_ahead(dataset, DAY, in_days(84), policy=policy, tasks=())
    assert seen.ahead.households_moved_more_than_once == 0
    assert {moved.destination for moved in seen.ahead.moved} == {"NEW"}
    assert seen.ahead.forced_moves_of_children <= seen.week_by_week.forced_moves_of_children
