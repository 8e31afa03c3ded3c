# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Two codes that share nothing, one answer: solver and recount on small countries with every rule and term in them."""

from dataclasses import replace
from fractions import Fraction

import pytest

from luwte.placement import Policy, place
from luwte.planning.place import question_for
from luwte.planning.recount import recount
from placement.instances import DAY, small_country


@pytest.mark.parametrize("seed", range(60))
def test_the_recount_finds_what_the_solver_says(policy: Policy, seed: int) -> None:
    dataset = small_country(1000 + seed, locations=5, households=8, divided=True, orderly=0.4)
    shares = {m.code: Fraction(1 + 2 * (at % 2), 2) for at, m in enumerate(dataset.municipalities)}
    question = replace(question_for(dataset, DAY, policy, ()), shares=shares)
    answer = place(dataset, policy, DAY, fit=question.fit, shares=shares)
    assert recount(question, answer.proposals, answer.terms, answer.levels) == ()
