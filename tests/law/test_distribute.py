# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What must hold of every distribution, whatever the country."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from law.countries import NEEDS, countries
from luwte.data import national_municipalities
from luwte.law import KeyUsed, distribute
from luwte.law.key import half_up
from luwte.model.findings import InputRefused
from luwte.model.geography import Municipality

Country = tuple[Municipality, ...]


@given(countries(), NEEDS)
@settings(max_examples=60)
def test_shares_add_up_to_the_whole_and_rounding_moves_at_most_half_a_place_each(country: Country, need: int) -> None:
    tasks = distribute(country, need=need)
    assert sum(task.share for task in tasks.municipalities) == 1
    assert all(abs(task.indicative - need * task.share) <= Fraction(1, 2) for task in tasks.municipalities)
    assert abs(sum(task.indicative for task in tasks.municipalities) - need) <= Fraction(len(country), 2)


@given(countries(), NEEDS)
@settings(max_examples=40)
def test_provinces_have_exactly_what_their_municipalities_have(country: Country, need: int) -> None:
    tasks = distribute(country, need=need, need_amv=need // 10)
    for province in tasks.provinces:
        own = [task for task in tasks.municipalities if task.province_code == province.province_code]
        assert province.indicative == sum(task.indicative for task in own)
        assert province.indicative_amv == sum(task.indicative_amv or 0 for task in own)
    assert {one.province_code for one in tasks.provinces} == {one.province_code for one in country}


@given(countries(scored=False), NEEDS, st.integers(2, 50))
@settings(max_examples=40)
def test_the_scale_of_derived_weights_does_not_matter(country: Country, need: int, factor: int) -> None:
    scaled = [replace(one, key_weight=(one.key_weight or 0) * factor) for one in country]
    assert [task.indicative for task in distribute(scaled, need=need).municipalities] == [
        task.indicative for task in distribute(country, need=need).municipalities
    ]


@given(countries(), NEEDS)
@settings(max_examples=40)
def test_the_order_of_the_table_does_not_matter(country: Country, need: int) -> None:
    forward, backward = distribute(country, need=need), distribute(country[::-1], need=need)
    assert {task.municipality: task for task in forward.municipalities} == dict(backward.of)
    assert forward.provinces == backward.provinces


@given(countries(), NEEDS, st.integers(1, 1000))
@settings(max_examples=40)
def test_more_need_is_never_less_task(country: Country, need: int, more: int) -> None:
    less, greater = distribute(country, need=need), distribute(country, need=need + more)
    assert all(task.indicative <= greater.of[task.municipality].indicative for task in less.municipalities)


@given(st.integers(-1000, 1000), st.integers(1, 1000))
def test_a_half_goes_up_and_nothing_else_does(numerator: int, denominator: int) -> None:
    number = Fraction(numerator, denominator)
    rounded = half_up(number)
    assert number - Fraction(1, 2) < rounded <= number + Fraction(1, 2)


@given(countries(scored=True), countries(scored=False))
@settings(max_examples=30)
def test_scores_and_derived_weights_never_mix(scored: Country, derived: Country) -> None:
    apart = [replace(one, code=f"GM9{number:03d}") for number, one in enumerate(derived)]
    with pytest.raises(InputRefused) as refused:
        distribute([*scored, *apart], need=100)
    assert "law.two_scales" in {one.kind.code for one in refused.value.findings}


def test_all_that_is_wrong_is_told_at_once_with_its_row() -> None:
    rows = [
        Municipality("GM0001", "A", "PV20", "P", {None: 5}, Decimal("3")),
        Municipality("GM0002", "B", "PV20", "P", {None: -1}, Decimal("0")),
        Municipality("GM0003", "C", "PV20", "P", {}, Decimal("NaN")),
    ]
    with pytest.raises(InputRefused) as refused:
        distribute(rows, need=10)
    told = {
        (one.kind.code, one.place.row, one.place.column, one.place.value) for one in refused.value.findings if one.place
    }
    assert told == {
        ("law.ses_woa_out_of_range", 2, "ses_woa", "3"),
        ("law.negative_inhabitants", 3, "inhabitants", "-1"),
        ("law.no_inhabitants_on", 4, "inhabitants", None),
        ("law.ses_woa_out_of_range", 4, "ses_woa", "NaN"),
    }


@pytest.mark.parametrize("asked", [{}, {"cycle": 2024, "need": 96000}])
def test_a_cycle_or_a_need_but_not_both(asked: dict[str, int]) -> None:
    with pytest.raises(ValueError, match="either"):
        distribute(national_municipalities(), **asked)


@pytest.mark.parametrize("asked", [{"need": -1}, {"cycle": 2024, "need_amv": -1}])
def test_a_need_below_nought_is_refused(asked: dict[str, int]) -> None:
    with pytest.raises(InputRefused) as refused:
        distribute(national_municipalities(), **asked)
    assert [one.kind.code for one in refused.value.findings] == ["law.negative_need"]


def test_a_part_of_the_country_is_noticed() -> None:
    zeeland = [one for one in national_municipalities() if one.province == "Zeeland"]
    tasks = distribute(zeeland, cycle=2024)
    assert "law.part_of_country" in {one.kind.code for one in tasks.findings}
    whole = distribute(national_municipalities(), cycle=2024)
    assert "law.part_of_country" not in {one.kind.code for one in whole.findings}


def test_the_receipt_hash_changes_with_every_parameter() -> None:
    table = national_municipalities()
    asked = [
        {"cycle": 2024},
        {"cycle": 2026},
        {"need": 96000},
        {"need": 96001},
        {"cycle": 2026, "need_amv": 1},
        {"cycle": 2024, "inhabitants_on": date(2024, 1, 1)},
    ]
    hashes = [distribute(table, **one).parameters_hash for one in asked]
    assert len(set(hashes)) == len(hashes)
    assert distribute(table, cycle=2024).parameters_hash == hashes[0]


@given(countries(scored=True))
@settings(max_examples=20)
def test_the_result_says_which_key_was_used(country: Country) -> None:
    tasks = distribute(country, need=10)
    assert tasks.key_used is KeyUsed.SES_WOA
    assert {task.key_used for task in tasks.municipalities} == {KeyUsed.SES_WOA}
    assert all(
        task.weight == 1 + Fraction(one.ses_woa or 0) for task, one in zip(tasks.municipalities, country, strict=True)
    )


@given(countries(), st.integers(0, 500))
@settings(max_examples=20)
def test_minors_follow_the_key_of_all_places(country: Country, need: int) -> None:
    assume(need > 0)
    tasks = distribute(country, need=need, need_amv=need)
    assert all(task.indicative == task.indicative_amv for task in tasks.municipalities)
