# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Whether households have the same ways at the same prices, compiled: asked of every way that there is."""

from typing import NamedTuple

import numpy as np

from luwte.placement.compiled import compiled_lean
from luwte.placement.packed import Narrow
from luwte.placement.sites import Flags, Ints


class Ways(NamedTuple):
    """The ways of households (n), and which levels count: `at` is the row of each in the packed prices."""

    at: Ints
    level_2: Narrow
    level_3: Narrow
    never: int
    with_2: bool
    with_3: bool


@compiled_lean
def hash_of_ways(ways: Ways, odd: Ints, hashes: Ints) -> None:
    """Write down a number for each household (n) that is the same where all ways are; `odd` are multipliers (3 x m)."""
    for row in range(len(ways.at)):
        at, total = ways.at[row], np.int64(0)
        for column in range(odd.shape[1]):
            third = ways.level_3[at, column]
            if third != ways.never:  # whole numbers that overflow stay equal for equal rows
                total += odd[0, column]
                if ways.with_2:
                    total += odd[1, column] * np.int64(ways.level_2[at, column])
                if ways.with_3:
                    total += odd[2, column] * np.int64(third)
        hashes[row] = total


@compiled_lean
def is_same(ways: Ways, one: int, other: int, column: int) -> bool:
    """Whether a way is lawful and costs the same for two rows of the prices."""
    third, its = ways.level_3[one, column], ways.level_3[other, column]
    if third == ways.never or its == ways.never:
        return bool(third == its)
    if ways.with_3 and third != its:
        return False
    return not ways.with_2 or ways.level_2[one, column] == ways.level_2[other, column]


@compiled_lean
def have_same_ways(ways: Ways, others: Ints, same: Flags) -> None:
    """Write down for each household (n) whether it has the ways of another one of them, whose row is given."""
    for row in range(len(ways.at)):
        one, other, same[row] = ways.at[row], ways.at[others[row]], True
        for column in range(ways.level_3.shape[1]):
            if not is_same(ways, one, other, column):
                same[row] = False
                break
