# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The benchmark is fair: every contender's answer is lawful, and none comes below the bounds that Luwte proves."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

import pytest

from benchmarks.contend import CONTENDERS, Answer
from benchmarks.instance import Instance, instance, judge

SMALL = Fraction(1, 100)


@pytest.fixture(scope="module")
def small() -> Instance:
    return instance(SMALL)


@pytest.fixture(scope="module")
def answers(small: Instance) -> Mapping[str, Answer]:
    return {name: contender(small) for name, contender in CONTENDERS.items()}


@pytest.mark.parametrize("name", CONTENDERS)
def test_every_contender_gives_a_lawful_answer_that_no_bound_forbids(
    name: str, small: Instance, answers: Mapping[str, Answer]
) -> None:
    ours, theirs = (judge(small, answers[each].proposals) for each in ("luwte", name))
    assert theirs.breaches == 0
    for level, bound in enumerate(answers["luwte"].bounds):
        if theirs.values[:level] == ours.values[:level]:  # a bound holds where the earlier levels are as good
            assert theirs.values[level] >= Decimal(bound)
