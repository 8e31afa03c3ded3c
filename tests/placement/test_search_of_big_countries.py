# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The search of countries too big to be searched whole, tried on small ones where the best plan is known."""

from collections.abc import Iterator
from decimal import Decimal

import numpy as np
import pytest
from desk import azc, family, sports_hall
from hypothesis import given, settings
from hypothesis import strategies as st
from instances import DAY, small_country

from luwte.model.dataset import Dataset
from luwte.model.geography import Municipality
from luwte.model.progress import silent
from luwte.placement import Placement, Policy, decide, place, sample, solve
from luwte.placement.capacity import capacity_of
from luwte.placement.crowd import crowd_of, everyone_apart
from luwte.placement.options import all_options
from luwte.placement.problem import describe_problem
from luwte.planning.place import question_for
from luwte.planning.recount import recount
from luwte.planning.recount.question import Question

PEOPLE = [family(f"F{n}", "B" if n < 60 else None) for n in range(63)]
NEVER_WHOLE = -1  # no country has so few ways


@pytest.fixture
def big() -> Iterator[None]:
    """Every country counts as big."""
    with pytest.MonkeyPatch.context() as patch:
        for module, name, value in (
            (solve, "VERY_FEW_WAYS", NEVER_WHOLE),
            (solve, "FEW_WAYS", NEVER_WHOLE),
            (decide, "FEW_WAYS", -(10**6)),
        ):
            patch.setattr(module, name, value)
        yield


@pytest.fixture
def huge(big: None) -> Iterator[None]:
    """Every country counts as big, and as one of which only a part fits in one linear model."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sample, "MOST_ROWS", 3)
        yield


def _asked(seed: int, policy: Policy) -> Question:
    dataset = small_country(seed, locations=5, households=9, divided=True, orderly=0.4)
    return question_for(dataset, DAY, policy, ())


def _place(question: Question, policy: Policy, start: Placement | None = None) -> Placement:
    return place(question.dataset, policy, DAY, fit=question.fit, shares=question.shares, start=start)


@pytest.mark.parametrize("seed", range(60))
def test_a_big_country_gets_a_lawful_plan_between_its_bounds_and_worse(seed: int, big: None, exact: Policy) -> None:
    _holds_beside_the_best(_asked(seed, exact), exact)


@pytest.mark.parametrize("seed", range(60, 90))
def test_so_does_a_country_that_is_priced_by_some_of_its_people(seed: int, huge: None, exact: Policy) -> None:
    _holds_beside_the_best(_asked(seed, exact), exact)


def _holds_beside_the_best(question: Question, exact: Policy) -> None:
    found = _place(question, exact)
    assert recount(question, found.proposals, found.terms, found.levels) == ()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(solve, "VERY_FEW_WAYS", 10**9)
        patch.setattr(solve, "FEW_WAYS", 10**9)
        patch.setattr(decide, "FEW_WAYS", 10**9)
        patch.setattr(sample, "MOST_ROWS", 10**9)
        best = _place(question, exact)
    reached = [level.value for level in found.levels]
    assert reached >= [level.value for level in best.levels]
    same = 0
    while same < len(reached) and reached[same] == best.levels[same].value:
        same += 1
    for level in range(min(same + 1, len(reached))):  # a bound counts while the earlier levels keep their values
        assert found.levels[level].bound <= best.levels[level].value


@settings(deadline=None, max_examples=25)
@given(seed=st.integers(0, 10**9))
def test_a_plan_to_begin_with_is_never_left_for_a_worse_one(seed: int, exact: Policy) -> None:
    question = _asked(seed, exact)
    first = _place(question, exact)
    again = _place(question, exact, start=first)
    assert [level.value for level in again.levels] <= [level.value for level in first.levels]


@settings(deadline=None, max_examples=50)
@given(seed=st.integers(0, 10**9), levels=st.sampled_from([(), (2,), (2, 3)]))
def test_who_is_alike_has_the_same_ways_at_the_same_prices(seed: int, levels: tuple[int, ...], exact: Policy) -> None:
    question = _asked(seed, exact)
    problem = describe_problem(question.dataset, exact, DAY, question.fit, {})
    options = all_options(problem, silent)
    crowd = crowd_of(problem, options, capacity_of(problem), levels)
    assert crowd.count.sum() == len(problem.people.keys)
    assert np.array_equal(np.bincount(crowd.first, minlength=len(crowd.first)), crowd.count)
    for panel in options.panels:
        at, lawful, prices = {int(row): index for index, row in enumerate(panel.rows)}, panel.lawful, panel.prices
        for row, index in at.items():
            first = at[int(crowd.first[row])]
            assert np.array_equal(lawful[index], lawful[first])
            for level, of_level in zip((2, 3), prices, strict=True):
                same = (of_level[index] == of_level[first]) | ~lawful[index]
                assert level not in levels or same.all()
            assert problem.people.size[row] == problem.people.size[crowd.first[row]]


def test_nobody_stands_for_another_when_everybody_is_kept_apart(exact: Policy) -> None:
    question = _asked(1, exact)
    options = all_options(describe_problem(question.dataset, exact, DAY, question.fit, {}), silent)
    assert (everyone_apart(options).count == 1).all()


def test_a_family_too_many_leaves_the_bounds_of_the_later_levels_near(big: None, exact: Policy) -> None:
    """Five beds for three families of two: one person waits when families may be split, and two when they may not."""
    country = Dataset(
        reference_date=DAY,
        municipalities=(Municipality("GM0014", "Groningen", "20", "Groningen", {None: 1000}, key_weight=Decimal(1)),),
        locations=(azc("A", family_places=5, adult_places=0), sports_hall("B", family_places=120, adult_places=0)),
        households=tuple(one for one, _ in PEOPLE),
        persons=tuple(person for _, members in PEOPLE for person in members),
    )
    question = question_for(country, DAY, exact, ())
    found = _place(question, exact)
    first, *later = found.levels
    assert (first.value, first.bound) == (2, 1)
    assert all(level.gap < Decimal("0.2") for level in later)
