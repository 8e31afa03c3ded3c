# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Count a placement again, by code that shares nothing with the solver: plain Python over the tables.

It imports the vocabulary of `luwte.model` alone. It was written from the statement of the problem and its readings
(docs/decisions/0003), not from the code that solves it, so that a fault has to be made twice to pass.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from luwte.model.findings import Finding
from luwte.planning.recount.answer import Answer
from luwte.planning.recount.breaches import KINDS
from luwte.planning.recount.levels import differences
from luwte.planning.recount.question import Proposed, Question, TermValues, Valued, Values
from luwte.planning.recount.rules import RULES
from luwte.planning.recount.situation import Situation

__all__ = ["KINDS", "Proposed", "Question", "TermValues", "Valued", "Values", "recount"]


def recount(
    question: Question, proposals: Sequence[Proposed], terms: Mapping[str, Decimal], levels: Sequence[Valued]
) -> tuple[Finding, ...]:
    """Every rule that is broken and every number that is not what it says; empty for a sound answer.

    `terms` are the totals that the answer states, in weighed persons; `levels` its levels with value, bound and gap.
    """
    answer = Answer(Situation(question), proposals)
    broken = [finding for rule in RULES for finding in rule(answer)]
    return (*broken, *differences(answer, terms, levels))
