# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Whatever the prices, what they prove is never above what a plan can reach."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from instances import DAY, small_country

from luwte.model.progress import silent
from luwte.placement import Policy
from luwte.placement.crowd import crowd_of, everyone_apart
from luwte.placement.options import all_options
from luwte.placement.prices import STEPS, Prices, Search
from luwte.placement.problem import describe_problem
from luwte.placement.relax import with_prices
from luwte.placement.solve import RATE_OF_LEVEL, solve
from luwte.planning.suitability import fitness_of_all


@settings(deadline=None)
@given(seed=st.integers(0, 10**6), price_seed=st.integers(0, 10**6), height=st.integers(1, 10**5))
def test_any_prices_prove_a_bound_that_no_plan_is_below(seed: int, price_seed: int, height: int, exact: Policy) -> None:
    dataset = small_country(seed, locations=5, households=7)
    problem = describe_problem(dataset, exact, DAY, fitness_of_all(dataset.locations), {})
    options = all_options(problem, silent)
    solution = solve(problem, options, silent)
    values = [decided.value for decided in solution.decided]
    rng = np.random.default_rng(price_seed)
    for level in (1, 2, 3):
        for crowd in (everyone_apart(options), crowd_of(problem, options, solution.capacity, range(2, level + 1))):
            search = Search(problem, crowd, solution.capacity, RATE_OF_LEVEL[level], tuple(values[: level - 1]))
            rows = rng.integers(0, height * STEPS, len(solution.capacity.room)) * rng.integers(0, 2)
            prices = Prices(rows, tuple(int(p) for p in rng.integers(0, 10 * STEPS, level - 1)))
            assert with_prices(search, prices).bound <= values[level - 1]


@pytest.mark.parametrize("seed", [150, 159, 225, 401, 847])
def test_countries_on_which_a_solver_once_went_wrong(seed: int, exact: Policy) -> None:
    dataset = small_country(seed, locations=4, households=5, orderly=0, divided=False)
    problem = describe_problem(dataset, exact, DAY, fitness_of_all(dataset.locations), {})
    solution = solve(problem, all_options(problem, silent), silent)
    assert all(decided.value == decided.bound for decided in solution.decided)


@pytest.mark.parametrize(("seed", "best"), [(1208, [15_000, 642_000, 147_726]), (2359, [8_000, 258_500, 105_780])])
def test_no_plan_is_called_the_best_that_is_not(seed: int, best: list[int], exact: Policy) -> None:
    """Of the first HiGHS 1.15.1 proved 17 people without a place without presolve, of the second 115.434 on level 3."""
    dataset = small_country(seed, locations=8, households=20, divided=False, orderly=0.5)
    problem = describe_problem(dataset, exact, DAY, fitness_of_all(dataset.locations), {})
    solution = solve(problem, all_options(problem, silent), silent)
    assert [decided.value for decided in solution.decided] == best
