# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""From residents to places, and from people who come to people who live there."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from luwte.law.estimate import Assumptions, bundled_inflow, entered, from_inflow, published_beside
from luwte.law.estimate.parameters import estimate_parameters
from luwte.law.estimate.residents import places_for, stocks
from luwte.model.findings import InputRefused
from luwte.model.marks import Mark

OCCUPANCY = Fraction(91, 100)
PEOPLE = st.integers(min_value=0, max_value=300_000)
MONTHS = st.lists(st.fractions(min_value=0, max_value=20_000, max_denominator=7), min_size=1, max_size=24)
STAYS = st.fractions(min_value=1, max_value=60, max_denominator=4)


@pytest.mark.parametrize(
    ("residents", "places"),
    [(0, 0), (1, 2), (91, 100), (92, 102), (80_080, 88_000), (80_081, 88_002), (87_360, 96_000)],
)
def test_places_follow_from_residents_by_hand(residents: int, places: int) -> None:
    assert entered(residents).need
    assert places_for(residents, OCCUPANCY) == places


@given(PEOPLE)
def test_there_are_enough_places_and_not_one_too_many(residents: int) -> None:
    places = places_for(residents, OCCUPANCY)
    assert places * OCCUPANCY >= residents
    assert places == 0 or (places - 1) * OCCUPANCY < residents


@given(PEOPLE, PEOPLE)
def test_more_residents_never_need_fewer_places(one: int, more: int) -> None:
    assert places_for(one, OCCUPANCY) <= places_for(one + more, OCCUPANCY)


def test_the_occupancy_never_looks_surer_than_it_is() -> None:
    occupancy = estimate_parameters().occupancy
    assert (occupancy.known, occupancy.mark) == (Fraction(91, 100), Mark.ASSUMPTION)


@pytest.mark.parametrize(("low", "high"), [(101, 200), (50, 99)])
def test_a_band_that_does_not_hold_what_is_expected_is_refused(low: int, high: int) -> None:
    with pytest.raises(InputRefused) as refused:
        entered(100, low, high)
    assert [finding.kind.code for finding in refused.value.findings] == ["estimate.band_upside_down"]


def test_a_side_of_the_band_that_is_left_out_is_what_is_expected() -> None:
    need = entered(910, high=1820).need
    assert need
    assert (need.places_low, need.places, need.places_high) == (1000, 1000, 2000)


def test_a_stock_by_hand() -> None:
    # 100 there, 10 come each month, one in five leaves: 100 + 10 - 20 = 90; 90 + 10 - 18 = 82; 82 + 10 - 16.4 = 75.6
    found = stocks(100, [Fraction(10)] * 3, Assumptions(100, Fraction(5)))
    assert found == (90, 82, Fraction(756, 10))


@given(PEOPLE, MONTHS, STAYS, st.fractions(min_value=0, max_value=1, max_denominator=10))
def test_nobody_appears_or_gets_lost(now: int, inflow: list[Fraction], stay: Fraction, entering: Fraction) -> None:
    found = stocks(now, inflow, Assumptions(now, stay, entering))
    before = [Fraction(now), *found[:-1]]
    left = sum(stock / stay for stock in before)
    assert found[-1] == now + sum(inflow) * entering - left
    assert all(stock >= 0 for stock in found)


@given(PEOPLE, MONTHS, STAYS)
def test_who_stays_longer_makes_more_residents(now: int, inflow: list[Fraction], stay: Fraction) -> None:
    shorter = stocks(now, inflow, Assumptions(now, stay))
    longer = stocks(now, inflow, Assumptions(now, stay + 1))
    assert all(one <= other for one, other in zip(shorter, longer, strict=True))


def test_in_the_long_run_residents_are_those_who_come_times_how_long_they_stay() -> None:
    found = stocks(50_000, [Fraction(3_000)] * 600, Assumptions(50_000, Fraction(20)))
    assert abs(found[-1] - 60_000) < 1


def test_without_what_only_people_know_no_number_of_places_is_told() -> None:
    found = from_inflow(bundled_inflow())
    assert (found.need, found.months) == (None, ())
    assert len(found.expected) == 24


def test_the_band_holds_the_middle_in_every_month() -> None:
    found = from_inflow(bundled_inflow(), Assumptions(72_000, Fraction(23)))
    assert len(found.months) == 24
    for one in found.months:
        assert one.inflow_low <= one.inflow <= one.inflow_high
        assert one.residents_low <= one.residents <= one.residents_high
        assert one.places_low <= one.places <= one.places_high
    assert found.need
    assert found.need.places == max(one.places for one in found.months)


def test_published_estimates_stand_beside_it_with_source_and_mark() -> None:
    beside = published_beside()
    estimates = [(one.cycle, one.places, one.mark) for one in beside if one.what == "estimate"]
    assert estimates == [(2024, 96_000, Mark.PUBLISHED), (2026, 88_000, Mark.PUBLISHED)]
    assert all(one.source for one in beside)
    assert all(one.mark is Mark.SECONDARY for one in beside if one.what != "estimate")
