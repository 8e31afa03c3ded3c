# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Closing a gap: what the minimum sizes of the Decree make of it, and costs that never look surer than they are."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from luwte.law.ways import Durable, Form, Way, costs, latest_pair, ways, yearly, yearly_in_emergency
from luwte.model.marks import Mark

PLACES = st.integers(0, 6_000)


@pytest.mark.parametrize(
    ("number", "regular", "special", "amv", "expected"),
    [
        # number, durable regular and special, number amv; of each way the new places, what is left, what is above
        (628, 0, 0, None, ((628, 0, 0), (628, 0, 0), (16, 612, 0))),
        (628, 300, 20, 60, ((308, 0, 0), (308, 0, 0), (40, 268, 0))),
        (5, 0, 0, None, ((100, 0, 95), (100, 0, 95), (16, 0, 11))),
        (120, 99, 0, None, ((21, 0, 0), (21, 0, 0), (16, 104, 0))),
        (130, 60, 15, 12, ((70, 0, 0), (70, 0, 0), (1, 114, 0))),
        (130, 120, 40, 40, ()),
    ],
)
def test_a_municipality_sees_how_many_places_each_way_takes(
    number: int, regular: int, special: int, amv: int | None, expected: tuple[tuple[int, int, int], ...]
) -> None:
    found = ways(number, Durable(regular, special), number_amv=amv)
    assert tuple((one.places, one.left, one.above) for one in found) == expected


@given(PLACES, PLACES, PLACES, st.none() | st.integers(0, 600))
def test_regular_ways_always_reach_the_number_and_no_fewer_places_would(
    number: int, regular: int, special: int, amv: int | None
) -> None:
    durable = Durable(regular, special)
    for one in ways(number, durable, number_amv=amv):
        assert one.left == max(number - one.counting, 0)
        assert max(one.sites, default=0) - min(one.sites, default=0) <= 1
        if one.way is Way.AMV:
            assert all(site <= 20 for site in one.sites)
        else:
            assert one.counting >= number
            assert Durable(regular + one.places - 1, special).counting < number
    assert bool(ways(number, durable, number_amv=amv)) == (durable.counting < number)


def test_small_sites_are_small_and_larger_ones_are_what_coa_looks_for() -> None:
    larger, small, _ = ways(950, Durable(0, 0), number_amv=None)
    assert larger.sites == (317, 317, 316)
    assert len(small.sites) == 19
    assert max(small.sites) == 50


def test_regular_and_emergency_reception_are_held_against_each_other_in_one_year() -> None:
    regular, emergency = latest_pair()
    assert (regular.year, regular.eur, emergency.year, emergency.eur) == (2023, 30_400, 2023, 69_400)
    assert regular.mark is emergency.mark is Mark.SECONDARY


def test_every_cost_has_its_source_and_only_what_coa_published_is_called_published() -> None:
    assert {one.year for one in costs() if one.mark is Mark.PUBLISHED} == {2022}
    assert all(one.source for one in costs())
    assert {one.form for one in costs()} == set(Form)


def test_what_a_small_site_costs_is_asked_for_and_never_guessed() -> None:
    larger, small, amv = ways(628, Durable(0, 0), number_amv=None)
    assert yearly(larger, small=None) == 628 * 30_400
    assert yearly(small, small=None) is yearly(amv, small=Decimal(25_000)) is None
    assert yearly(small, small=Decimal(25_000)) == 628 * 25_000
    assert yearly_in_emergency(larger) == 628 * 69_400
