# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""A way for which there is no room beside those who stay is in no plan, so no search and no bound counts on it."""

from collections.abc import Iterable
from dataclasses import replace

import numpy as np
from all_plans import lawful_plans
from desk import azc, family, plan, sports_hall
from hypothesis import given, settings
from hypothesis import strategies as st
from instances import DAY, small_country

from luwte.model.dataset import Dataset
from luwte.model.people import Household
from luwte.model.places import PlaceGroup
from luwte.model.progress import silent
from luwte.placement import Placement, Policy
from luwte.placement.capacity import capacity_of
from luwte.placement.fitting import ways_that_fit
from luwte.placement.options import Options, all_options
from luwte.placement.problem import describe_problem
from luwte.placement.sites import GROUPS
from luwte.planning.place import question_for

LOCKED = "a person decided so"


def of_three_and_of_five(free: int) -> Placement:
    """A family of three in a hall, and a house with so many free places beside a family that was promised to stay."""
    there = family("HERE", "HOUSE", locked=True, lock_reason=LOCKED)
    coming = family("THREE", "HALL", (35, 8, 6))
    return plan([azc("HOUSE", family_places=2 + free), sports_hall("HALL", family_places=20)], [there, coming])


def test_who_does_not_fit_beside_those_who_stay_is_known_to_stay_without_a_search() -> None:
    too_few, enough = of_three_and_of_five(2), of_three_and_of_five(3)
    assert [proposal.destination for proposal in too_few.proposals] == ["HOUSE", "HALL"]
    assert [proposal.destination for proposal in enough.proposals] == ["HOUSE", "HOUSE"]
    assert all(level.value == level.bound for level in (*too_few.levels, *enough.levels))


def test_one_more_place_is_worth_something_where_it_is_what_is_missing() -> None:
    worth = {(row.location, row.group): row for row in of_three_and_of_five(2).worth}
    assert worth["HOUSE", PlaceGroup.FAMILY].level_2 > 0


@settings(deadline=None, max_examples=40)
@given(seed=st.integers(0, 10**9), locked=st.integers(0, 4))
def test_no_lawful_plan_goes_a_way_that_was_left_out(seed: int, locked: int, exact: Policy) -> None:
    dataset = _with_locked(small_country(seed, locations=3, households=4), locked)
    question = question_for(dataset, DAY, exact, ())
    problem = describe_problem(dataset, exact, DAY, question.fit, question.shares)
    left = ways_that_fit(problem, all_options(problem, silent), capacity_of(problem))
    row_of, site_of = _places(household.key for household in dataset.households), _places(problem.sites.keys)
    for way in (way for found in lawful_plans(question) for way in found if way.destination and way.place_group):
        slot = 3 * site_of[way.destination] + GROUPS.index(way.place_group)
        assert _may_go(left, row_of[way.household], slot)


def _with_locked(dataset: Dataset, number: int) -> Dataset:
    """The first so many who live somewhere stay there because a person decided so."""

    def stays(household: Household, at: int) -> Household:
        return replace(household, locked=True, lock_reason=LOCKED) if household.location and at < number else household

    return replace(dataset, households=tuple(stays(one, at) for at, one in enumerate(dataset.households)))


def _places(keys: Iterable[str]) -> dict[str, int]:
    return {key: at for at, key in enumerate(keys)}


def _may_go(options: Options, row: int, slot: int) -> bool:
    for panel in options.panels:
        (at,) = np.nonzero(panel.rows == row)
        (column,) = np.nonzero(panel.slots == slot)
        if len(at) and len(column):
            return bool(panel.lawful[at[0], column[0]])
    return False
