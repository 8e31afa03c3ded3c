# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""People choose another rate between children: the policy changes there and nowhere else, and can be read back."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from desk import azc, family, sports_hall
from hypothesis import given, settings
from hypothesis import strategies as st
from instances import DAY, small_country

from luwte.model.dataset import Dataset
from luwte.placement import Policy, load_policy, place
from luwte.placement.placement import Placement
from luwte.placement.rates import ENDS, RATES, Rate, at_rate, written
from luwte.planning.place import question_for

BY_TIMES = [rate for rate in RATES if rate.times is not None]
AT_A_RATE = {"moved_from_fit"}
AT_PLACES_FIRST = {"stays_unfit", "brought_unfit", "unplaced_protected"}


def placed(dataset: Dataset, policy: Policy) -> Placement:
    question = question_for(dataset, DAY, policy, ())
    return place(dataset, policy, DAY, fit=question.fit, shares=question.shares)


def moved_by_weight(placement: Placement, policy: Policy) -> Decimal:
    """Children moved who could have stayed, each as heavy as at the default rate."""
    return placement.terms["moved_from_fit"] / policy.term["moved_from_fit"].weight


@pytest.mark.parametrize("rate", RATES, ids=lambda rate: rate.key)
def test_a_policy_at_a_rate_is_read_back_as_it_was_made(rate: Rate, tmp_path: Path) -> None:
    made = at_rate(load_policy(), rate)
    (tmp_path / "policy.yaml").write_bytes(written(made))
    again = load_policy(tmp_path / "policy.yaml")
    assert replace(again, hash=made.hash) == made
    assert rate.is_default or again.hash == made.hash


@pytest.mark.parametrize("rate", RATES, ids=lambda rate: rate.key)
def test_only_what_the_rate_is_about_changes(rate: Rate) -> None:
    policy = load_policy()
    made = at_rate(policy, rate)
    changed = {name for name, term in made.term.items() if term != policy.term[name]}
    expected = set() if rate.is_default else AT_PLACES_FIRST if rate is ENDS[0] else AT_A_RATE
    assert changed == expected
    assert made.days == policy.days
    assert made.level_of == policy.level_of


def test_the_default_rate_is_the_policy_itself() -> None:
    policy = load_policy()
    assert [at_rate(policy, rate) for rate in RATES if rate.is_default] == [policy]


def test_at_four_times_a_move_weighs_four_times_as_much() -> None:
    made = at_rate(load_policy(), next(rate for rate in RATES if rate.key == "4"))
    assert (made.weight("moved_from_fit"), made.weight("moved_from_fit", "per_forced_move")) == (4_000, 4_000)


def test_who_is_longest_in_an_unfit_place_still_goes_first() -> None:
    policy = load_policy()
    first = at_rate(policy, ENDS[0]).term["stays_unfit"]
    usual = policy.term["stays_unfit"]
    assert first.at_most - first.weight == usual.at_most - usual.weight
    assert first.per_quarter == usual.per_quarter


def test_a_weight_never_leaves_what_a_policy_may_hold(tmp_path: Path) -> None:
    heavy = load_policy()
    terms = {"moved_from_fit": heavy.term["moved_from_fit"].model_copy(update={"weight": Decimal("999.999")})}
    level = heavy.levels[1].model_copy(update={"terms": {**heavy.levels[1].terms, **terms}})
    heavy = replace(heavy, levels=(heavy.levels[0], level, heavy.levels[2]))
    for rate in RATES:
        (tmp_path / "policy.yaml").write_bytes(written(at_rate(heavy, rate)))
        assert load_policy(tmp_path / "policy.yaml").term["moved_from_fit"].weight <= 1000


@settings(deadline=None, max_examples=15)
@given(seed=st.integers(0, 10**9))
def test_the_more_a_move_weighs_the_fewer_children_are_moved(seed: int, exact: Policy) -> None:
    dataset = small_country(seed, locations=5, households=8)
    moved = []
    for rate in BY_TIMES:
        policy = at_rate(exact, rate)
        moved.append(moved_by_weight(placed(dataset, policy), policy))
    assert moved == sorted(moved, reverse=True)


def test_the_ends_choose_one_side(exact: Policy) -> None:
    """One child that lives well stands in the way of a family in a hall: the rate decides."""
    places = [azc("A", family_places=3), azc("B", family_places=2), sports_hall("HALL", family_places=3)]
    settled = family("SETTLED", "A", ages=(40, 8), forced_moves=12)
    waiting = family("WAITING", "HALL", ages=(40, 8, 9))
    dataset = Dataset(
        reference_date=DAY,
        municipalities=small_country(0).municipalities,
        locations=tuple(places),
        households=(settled[0], waiting[0]),
        persons=(*settled[1], *waiting[1]),
    )
    stays = {rate.key: placed(dataset, at_rate(exact, rate)).of["SETTLED"].destination for rate in RATES}
    assert stays["places-first"] == stays["0"] == "B"
    assert stays["8"] == stays["stay-first"] == "A"
