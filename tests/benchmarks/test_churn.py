# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""A small change of the country is a small change of the plan, and a move that people accepted is never taken back."""

from fractions import Fraction

import pytest

from benchmarks.churn import changed_a_little, churn
from benchmarks.countries import example
from luwte.model.dataset import Dataset

SMALL = Fraction(1, 20)
A_FIFTH = Fraction(1, 5)


@pytest.fixture(scope="module")
def country() -> Dataset:
    return example(SMALL)


def test_one_household_in_a_hundred_is_another(country: Dataset) -> None:
    later, touched = changed_a_little(country, seed=4)
    before, after = ({household.key: household for household in each.households} for each in (country, later))
    assert len(touched) == round(len(before) / 100)
    for key in before.keys() - touched:
        kept = before[key].keep_near in after
        assert (after[key].location, after[key].wish, after[key].keep_near) == (
            before[key].location,
            before[key].wish,
            before[key].keep_near if kept else None,
        )
    assert {key.removesuffix("-NEW") for key in after.keys() - before.keys()} <= touched
    assert before.keys() - after.keys() <= touched
    assert {household.key for household in later.households} == later.persons_of.keys()


def test_a_small_change_of_the_country_is_a_small_change_of_the_plan(country: Dataset) -> None:
    again = {each.way: each for each in churn(country, seed=1)}
    scratch, accepted = again["from scratch"], again["moves accepted"]
    assert accepted.moves_kept == accepted.moves > 0
    assert accepted.changed <= scratch.changed
    assert scratch.share < A_FIFTH
