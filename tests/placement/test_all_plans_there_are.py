# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""On small countries the placement is the best of all plans there are, level by level."""

from dataclasses import replace
from decimal import Decimal

import pytest
from all_plans import best_values
from hypothesis import given, settings
from hypothesis import strategies as st
from instances import DAY, small_country

from luwte.placement import Policy, place
from luwte.placement.placement import Placement
from luwte.planning.place import question_for
from luwte.planning.recount import recount
from luwte.planning.recount.question import Question

ORDERLY = 0.4  # of the countries


def _placed(seed: int, policy: Policy, **size: int) -> tuple[Question, Placement]:
    dataset = small_country(seed, divided=True, orderly=ORDERLY, **size)
    question = question_for(dataset, DAY, policy, ())
    return question, place(dataset, policy, DAY, fit=question.fit, shares=question.shares)


@pytest.mark.parametrize("seed", range(40))
def test_no_plan_is_better_on_any_level(seed: int, exact: Policy) -> None:
    question, placement = _placed(seed, exact, locations=3, households=4)
    assert tuple(level.value for level in placement.levels) == best_values(question)
    assert all(level.is_optimal for level in placement.levels)


@settings(deadline=None)
@given(seed=st.integers(0, 10**9))
def test_the_recount_finds_no_breach_and_no_other_number(seed: int, exact: Policy) -> None:
    question, placement = _placed(seed, exact, locations=7, households=12)
    assert recount(question, placement.proposals, placement.terms, placement.levels) == ()


@settings(deadline=None)
@given(seed=st.integers(0, 10**9))
def test_the_same_input_gives_the_same_plan(seed: int, exact: Policy) -> None:
    _, one = _placed(seed, exact, locations=6, households=10)
    _, other = _placed(seed, exact, locations=6, households=10)
    assert one.proposals == other.proposals
    assert [level.value for level in one.levels] == [level.value for level in other.levels]


@settings(deadline=None)
@given(seed=st.integers(0, 10**9))
def test_the_order_of_households_changes_no_level(seed: int, exact: Policy) -> None:
    dataset = small_country(seed, locations=5, households=8, divided=True, orderly=ORDERLY)
    question = question_for(dataset, DAY, exact, ())
    turned = replace(dataset, households=dataset.households[::-1], locations=dataset.locations[::-1])
    values = [[level.value for level in place(one, exact, DAY, fit=question.fit).levels] for one in (dataset, turned)]
    assert values[0] == values[1]


def test_a_search_cut_short_still_states_a_bound_that_holds(exact: Policy) -> None:
    hasty_stop = exact.stop.model_copy(update={"nodes": 1})
    for seed in range(30):
        _, best = _placed(seed, exact, locations=8, households=15)
        _, hasty = _placed(seed, replace(exact, stop=hasty_stop), locations=8, households=15)
        assert hasty.levels[0].bound <= best.levels[0].value <= hasty.levels[0].value
        assert all(level.bound <= level.value for level in hasty.levels)


def test_another_weight_for_who_is_left_without_a_place_is_counted_alike(exact: Policy) -> None:
    first = exact.levels[0]
    heavier = first.terms["unplaced"].model_copy(update={"weight": Decimal("2.5")})
    changed = replace(exact, levels=(first.model_copy(update={"terms": {"unplaced": heavier}}), *exact.levels[1:]))
    for seed in range(10):
        question, placement = _placed(seed, changed, locations=4, households=8)
        assert recount(question, placement.proposals, placement.terms, placement.levels) == ()
