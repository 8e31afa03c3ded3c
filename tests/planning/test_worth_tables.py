# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The worth of places in provinces, of another use of them and of homes, told by hand from given prices."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

import pytest

from luwte.model.places import PlaceGroup, Unit
from luwte.placement.placement import Worth
from luwte.planning import Placing
from luwte.planning.scenarios.candidates import Help, candidates
from luwte.planning.worth import conversion_worth, home_worth, homes, province_worth, worths_of

UTRECHT, NOORD_HOLLAND, GRONINGEN = "PV26", "PV27", "PV20"
FAMILY, AMV, ADULT = PlaceGroup.FAMILY, PlaceGroup.AMV, PlaceGroup.ADULT


def priced(placing: Placing, prices: Mapping[tuple[str, PlaceGroup], tuple[int, int, int]]) -> Placing:
    """The same placement at other prices."""
    worth = tuple(Worth(key, group, *map(Decimal, levels)) for (key, group), levels in prices.items())
    return replace(placing, placement=replace(placing.placement, worth=worth))


@pytest.fixture
def dear(placing: Placing) -> Placing:
    return priced(placing, {("AZC", FAMILY): (0, 4, 1), ("SHARED", FAMILY): (0, 6, 0), ("SHARED", ADULT): (0, 0, 2)})


def test_a_place_in_a_province_is_put_where_it_is_worth_most(dear: Placing) -> None:
    row = next(row for row in province_worth(dear) if (row.province_code, row.group) == (UTRECHT, FAMILY))
    assert (row.location, row.locations) == ("AZC", 1)  # CLOSING, SHORT close within a year, and WOMEN has no families
    assert (row.level_1, row.level_2, row.level_3) == (0, 4, 1)


def test_a_little_protection_goes_before_much_welfare(placing: Placing) -> None:
    dear = priced(placing, {("SMALL", AMV): (0, 90, 0), ("SHARED", AMV): (1, 0, 0)})
    row = next(row for row in province_worth(dear) if (row.province_code, row.group) == (NOORD_HOLLAND, AMV))
    assert (row.location, row.level_1, row.mean_1, row.mean_2) == ("SHARED", 1, Decimal("0.5"), 45)


def test_a_province_without_a_fit_location_has_no_price(dear: Placing) -> None:
    rows = [row for row in province_worth(dear) if row.province_code == GRONINGEN]
    assert [(row.group, row.locations, row.location, row.level_2) for row in rows] == [
        (FAMILY, 0, None, None),
        (AMV, 0, None, None),
        (ADULT, 0, None, None),
    ]


def test_every_province_and_group_stands_in_the_table_once(dear: Placing) -> None:
    rows = [(row.province_code, row.group) for row in province_worth(dear)]
    assert len(rows) == len(set(rows)) == 12 * 3


def test_another_use_of_a_place_is_worth_what_families_gain_less_what_adults_lose(dear: Placing) -> None:
    rows = {row.location: row for row in conversion_worth(dear)}
    assert rows.keys() == {"AZC", "SHARED"}
    assert (rows["SHARED"].level_2, rows["SHARED"].level_3) == (6, -2)


def test_places_that_stand_empty_are_those_that_the_plan_leaves(dear: Placing) -> None:
    there = sum(p.size for p in dear.placement.proposals if (p.destination, p.place_group) == ("AZC", ADULT))
    row = next(row for row in conversion_worth(dear) if row.location == "AZC")
    assert (row.adult_places, row.empty) == (6, 6 - there)


def test_where_adult_places_are_scarcer_nothing_is_to_be_turned(placing: Placing) -> None:
    dear = priced(placing, {("SHARED", FAMILY): (0, 0, 9), ("SHARED", ADULT): (0, 1, 0)})
    assert conversion_worth(dear) == ()


def test_a_home_frees_places_and_takes_away_what_weighed(dear: Placing) -> None:
    """F-FIT, three people with a permit, is linked to Groningen and lives at the azc in Utrecht."""
    proposal = dear.placement.of["F-FIT"]
    assert proposal.destination == "AZC"
    [home] = [home for home in homes(dear) if home.household == "F-FIT"]
    assert (home.province_code, home.size, home.minors) == (GRONINGEN, 3, 1)
    assert home.worth.level_2 == 3 * 4  # nothing weighs on the child, three places come free
    assert home.worth.level_3 == 3 * 1 + sum(proposal.terms.values())


def test_who_is_not_linked_yet_stands_in_a_row_of_its_own(dear: Placing) -> None:
    rows = home_worth(dear)
    assert [(row.province_code, row.households, row.people) for row in rows] == [(GRONINGEN, 1, 3), (None, 1, 1)]


@pytest.fixture
def in_units(placing: Placing) -> Placing:
    """The azc divided into units of four and one of six; a family place is worth 1, a unit 5 beside its places."""
    units = tuple(Unit("AZC", f"U{at}", FAMILY, size) for at, size in enumerate((4, 4, 6)))
    dataset = replace(placing.question.dataset, units=units)
    worth = (
        Worth("AZC", FAMILY, Decimal(0), Decimal(1), Decimal(0)),
        Worth("AZC", FAMILY, Decimal(0), Decimal(4 + 5), Decimal(0), 4),
        Worth("AZC", FAMILY, Decimal(0), Decimal(6 + 7), Decimal(0), 6),
    )
    divided = replace(placing, question=replace(placing.question, dataset=dataset))
    return replace(divided, placement=replace(placing.placement, worth=worth))


def test_a_place_that_comes_in_a_unit_is_worth_its_part_of_the_whole(in_units: Placing) -> None:
    row = next(row for row in province_worth(in_units) if (row.province_code, row.group) == (UTRECHT, FAMILY))
    assert (row.location, row.level_2) == ("AZC", Decimal("2.25"))
    assert {row.location: row.level_2 for row in conversion_worth(in_units)} == {"AZC": Decimal("2.25")}


def test_ten_places_promise_what_their_units_do(in_units: Placing) -> None:
    """Units of four, four and two; the last holds small families, whom a unit of four would have held."""
    promised = next(one for one in candidates(in_units) if (one.kind, one.group) == (Help.PLACES, FAMILY))
    assert promised.predicted == (0, 10 + 3 * 5, 0)


def test_places_that_do_not_come_in_units_are_worth_their_price(in_units: Placing) -> None:
    prices = worths_of(in_units)
    assert prices.of_more("AZC", ADULT, 10) == (0, 0, 0)
    assert prices.of_more("SHARED", FAMILY, 10) == (0, 0, 0)


@pytest.mark.parametrize(("persons", "worth"), [(2, 2 + 5), (4, 4 + 5), (5, 5 + 7), (6, 6 + 7), (7, 7 + 2 * 7)])
def test_who_leaves_for_a_home_leaves_its_unit_too(in_units: Placing, persons: int, worth: int) -> None:
    assert worths_of(in_units).of_leaving("AZC", FAMILY, persons).level_2 == worth
