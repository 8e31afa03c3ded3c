# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The chances of a claim change nothing for a child: levels 1 and 2 do not look at them, and no table holds them."""

import re
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from instances import DAY, small_country

from luwte.data.schema import Column, input_tables
from luwte.model.dataset import Dataset
from luwte.model.people import Phase
from luwte.model.progress import silent
from luwte.placement import Policy, place
from luwte.placement.options import Options, all_options
from luwte.placement.problem import describe_problem
from luwte.planning.place import question_for

AFTER_REGISTRATION = (Phase.PROCEDURE, Phase.PERMIT, Phase.RETURN)
CHANCES = re.compile(
    r"chance|probab|likel|prospect|odds|recogni|accept(ance|ed)_rate|nationalit|country_of|\bkans(en)?\b|inwillig|religi",
    re.I,
)
COLUMNS = [(name, column) for name, table in input_tables().items() for column in table.columns]


def with_phases(dataset: Dataset, phases: dict[str, Phase]) -> Dataset:
    """The same people in other phases, nobody linked to a municipality yet; who is being registered stays so."""
    return replace(
        dataset,
        households=tuple(
            one if one.phase is Phase.REGISTRATION else replace(one, phase=phases[one.key], linked_municipality=None)
            for one in dataset.households
        ),
    )


def options(dataset: Dataset, policy: Policy) -> Options:
    question = question_for(dataset, DAY, policy, ())
    return all_options(describe_problem(dataset, policy, DAY, question.fit, question.shares), silent)


@settings(deadline=None, max_examples=40)
@given(seed=st.integers(0, 10**9), data=st.data())
def test_a_phase_changes_no_lawful_place_and_no_weight_for_a_child(
    seed: int, data: st.DataObject, exact: Policy
) -> None:
    dataset = small_country(seed, locations=6, households=12)
    phases = {one.key: data.draw(st.sampled_from(AFTER_REGISTRATION)) for one in dataset.households}
    one = options(with_phases(dataset, dict.fromkeys(phases, Phase.PROCEDURE)), exact)
    other = options(with_phases(dataset, phases), exact)
    for here, there in zip(one.panels, other.panels, strict=True):
        assert np.array_equal(here.rows, there.rows)
        assert np.array_equal(here.slots, there.slots)
        assert np.array_equal(here.lawful, there.lawful)
        assert np.array_equal(here.prices[0][here.lawful], there.prices[0][there.lawful])
    for here, there in zip(one.unplaced_prices[:2], other.unplaced_prices[:2], strict=True):
        assert np.array_equal(here, there)


@settings(deadline=None, max_examples=25)
@given(seed=st.integers(0, 10**9), data=st.data())
def test_a_phase_changes_nothing_of_what_children_can_get(seed: int, data: st.DataObject, exact: Policy) -> None:
    dataset = small_country(seed, locations=5, households=8)
    phases = {one.key: data.draw(st.sampled_from(AFTER_REGISTRATION)) for one in dataset.households}
    values = []
    for each in (dict.fromkeys(phases, Phase.PROCEDURE), phases):
        changed = with_phases(dataset, each)
        question = question_for(changed, DAY, exact, ())
        placed = place(changed, exact, DAY, fit=question.fit, shares=question.shares)
        values.append([level.value for level in placed.levels[:2]])
    assert values[0] == values[1]


@pytest.mark.parametrize(("table", "column"), COLUMNS, ids=lambda part: getattr(part, "name", part))
def test_no_table_asks_for_the_chances_of_a_claim(table: str, column: Column) -> None:
    assert not CHANCES.search(f"{column.name} {column.en} {column.nl}"), table
