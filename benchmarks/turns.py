# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The mechanism `in-turn`: families choose in their order of priority, each the best affiliate that has room left.

A serial dictatorship under several capacities at once, as in Delacretaz, Kominers and Teytelboym (see `published`).
"""

from benchmarks.desk import place_in_turn
from benchmarks.work import Ints, Work


def place_by_turns(work: Work) -> Ints:
    """A slot for every household, -1 for none; who comes first in the tables has the highest priority."""
    return place_in_turn(work, work.stays, range(len(work.size)))
