# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What a plan weighs for every household, term by term."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import lru_cache

import numpy as np

from luwte.placement.columns import UNPLACED
from luwte.placement.explain.pairs import Pairs
from luwte.placement.levels import children, protection, voice
from luwte.placement.policy import THOUSANDTHS
from luwte.placement.problem import Problem
from luwte.placement.sites import Ints

WITHOUT_A_PLACE: Mapping[str, Callable[[Problem], Ints]] = {
    "unplaced": protection.unplaced,
    "unplaced_protected": protection.unplaced_protected,
    "wish_not_met": protection.unmet_wish,
    "not_near": protection.unmet_nearness,
    "not_linked_region": protection.unmet_linked_region,
}
DECIMALS = 16_384  # amounts remembered: a country has few different ones


@lru_cache(DECIMALS)
def weighed(thousandths: int) -> Decimal:
    """Thousandths as weighed persons."""
    return Decimal(thousandths) / THOUSANDTHS


def terms_in(problem: Problem, rows: Ints, slots: Ints) -> dict[str, Ints]:
    """Every term by name, for each household (n) in a slot of its own (n; -1 is no place), in thousandths."""
    placed, left = np.flatnonzero(slots != UNPLACED), np.flatnonzero(slots == UNPLACED)
    pairs = Pairs.of_plan(problem, rows[placed], slots[placed])
    values = {name: np.zeros(len(rows), dtype=np.int64) for name in problem.policy.term}
    for term in (*children.TERMS, *voice.TERMS):
        values[term.__name__][placed] = np.broadcast_to(term(pairs), (len(placed), 1))[:, 0]
    for name, price in WITHOUT_A_PLACE.items():
        values[name][left] = price(problem)[rows[left]]
    return values


def by_household(terms: Mapping[str, Ints]) -> list[dict[str, Decimal]]:
    """Terms (n each, in thousandths) as what each household has that is not nought, in weighed persons."""
    found: list[dict[str, Decimal]] = [{} for _ in next(iter(terms.values()))]
    for name, values in terms.items():
        there = np.flatnonzero(values)
        for at, value in zip(there.tolist(), values[there].tolist(), strict=True):
            found[at][name] = weighed(value)
    return found
