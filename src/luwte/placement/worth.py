# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What one more place is worth: the price of a place at each level, read from the relaxation that proves the bound."""

from decimal import Decimal

import numpy as np

from luwte.placement.capacity import NO_ROW
from luwte.placement.linear import THOUSANDTHS
from luwte.placement.placement import Worth
from luwte.placement.prices import STEPS
from luwte.placement.problem import Problem
from luwte.placement.sites import GROUPS
from luwte.placement.solve import Solution

DIGITS = Decimal("0.001")


def worths(problem: Problem, solution: Solution) -> tuple[Worth, ...]:
    """Prices of places that are scarce on some level, by location and group, in weighed persons (level 1: persons).

    A price says how fast the proven bound falls for the next place; what many places do is found by solving again.
    """
    found = []
    for slot in np.flatnonzero(solution.capacity.taken != NO_ROW):
        row = solution.capacity.taken[slot]
        levels = [Decimal(int(prices.rows[row])) / (STEPS * THOUSANDTHS) for prices in solution.prices]
        rounded = [level.quantize(DIGITS) for level in levels]
        if any(rounded):
            found.append(Worth(problem.sites.keys[slot // 3], GROUPS[slot % 3], *rounded))
    return tuple(found)
