# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The vectorised key equals the exact one, always: near halves, at great sizes, for many needs at once."""

from decimal import Decimal
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from law.countries import NEEDS, countries
from luwte.data import national_municipalities
from luwte.law import distribute
from luwte.law.fast import common_scale, indicative_numbers
from luwte.law.key import indicative_number
from luwte.model.geography import Municipality


def exact(needs: list[int], inhabitants: list[int], weights: list[Fraction]) -> list[list[int]]:
    """The key by its definition."""
    total = sum(weight * people for weight, people in zip(weights, inhabitants, strict=True))
    shares = [weight * people / total for weight, people in zip(weights, inhabitants, strict=True)]
    return [[indicative_number(need, share) for share in shares] for need in needs]


@given(countries(), st.lists(NEEDS, min_size=1, max_size=5))
@settings(max_examples=100)
def test_the_fast_key_equals_the_verb(country: tuple[Municipality, ...], needs: list[int]) -> None:
    inhabitants = [one.inhabitants[None] for one in country]
    weights = [1 + one.ses_woa if one.ses_woa is not None else one.key_weight or Decimal(0) for one in country]
    fast = indicative_numbers(needs, inhabitants, common_scale(weights))
    slow = [[task.indicative for task in distribute(country, need=need).municipalities] for need in needs]
    assert fast.tolist() == slow


@given(st.integers(1, 10**6), st.integers(0, 10**6), st.sampled_from([-1, 0, 1]))
@settings(max_examples=200)
def test_ties_and_near_ties_round_alike(need: int, half: int, beside: int) -> None:
    """With twice as many people as places an odd count of people falls on a half; one person more, just beside."""
    country = 2 * need + beside
    people = [min(2 * half + 1, country), country - min(2 * half + 1, country)]
    fast = indicative_numbers(need, people, [1, 1])
    assert fast.tolist() == exact([need], people, [Fraction(1), Fraction(1)])[0]


@given(st.integers(0, 10**6), st.integers(1, 10**6))
def test_an_exact_half_goes_up(below: int, size: int) -> None:
    need = 2 * below + 1
    assert indicative_numbers(need, [size, size], [1, 1]).tolist() == [below + 1, below + 1]


@given(
    st.lists(st.tuples(st.integers(0, 10**9), st.integers(1, 10**15)), min_size=1, max_size=8),
    st.integers(0, 10**9),
)
@settings(max_examples=60)
def test_numbers_beyond_64_bits_stay_exact(rows: list[tuple[int, int]], need: int) -> None:
    inhabitants = [1 + rows[0][0], *(row[0] for row in rows[1:])]
    weights = [row[1] for row in rows]
    fast = indicative_numbers(need, inhabitants, weights)
    assert fast.dtype == np.int64
    assert fast.tolist() == exact([need], inhabitants, [Fraction(one) for one in weights])[0]


def test_many_needs_of_the_whole_country_at_once() -> None:
    table = national_municipalities()
    day = max(day for day in table[0].inhabitants if day)
    needs = list(range(80_000, 80_200, 7))
    weights = common_scale([one.key_weight or Decimal(0) for one in table])
    fast = indicative_numbers(needs, [one.inhabitants[day] for one in table], weights)
    assert fast.shape == (len(needs), len(table))
    for row, need in zip(fast, needs, strict=True):
        tasks = distribute(table, need=need, inhabitants_on=day)
        assert row.tolist() == [task.indicative for task in tasks.municipalities]


@given(st.lists(st.decimals("0.0001", "3", places=4), min_size=1, max_size=10))
def test_the_common_scale_keeps_every_ratio(weights: list[Decimal]) -> None:
    whole = common_scale(weights)
    assert all(
        one * Fraction(weights[0]) == whole[0] * Fraction(weight) for one, weight in zip(whole, weights, strict=True)
    )


@pytest.mark.parametrize(("need", "inhabitants"), [(-1, [1]), (1, [-1]), (1, [0]), ([1, -1], [5])])
def test_what_cannot_be_divided_is_refused(need: int | list[int], inhabitants: list[int]) -> None:
    with pytest.raises(ValueError, match="0 or more"):
        indicative_numbers(need, inhabitants, [1])
