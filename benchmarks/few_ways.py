# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Fewer ways for a search that cannot hold all: whom the flow contests may go several ways, the others as it says.

Contested are the households that did not get what the flow gives, and who is newly brought where such a household was
to go.
"""

from pathlib import Path

import numpy as np

from benchmarks.rounding import whole_households
from benchmarks.work import NO_PLACE, Flags, Ints, Work

MANY_WAYS = 600_000
FEW = 20  # cheapest ways of a contested household


def after_flow(work: Work, flow: Path, *, keep_all_up_to: int = MANY_WAYS) -> tuple[Work, Ints]:
    """The work with the ways to search among, and the flow's whole households to start from."""
    persons = np.load(flow)
    start = whole_households(work, persons)
    if len(work.household) <= keep_all_up_to:
        return work, start
    contested = _contested(work, persons, start)
    cheap = (persons > 0) | _cheapest(work) | (work.slot == NO_PLACE)
    cheap[work.way(work.stays)] = True
    chosen = cheap & contested[work.household]
    chosen[work.way(start)] = True
    return work.with_ways(chosen), start


def _contested(work: Work, persons: Ints, start: Ints) -> Flags:
    """Whether a household is contested."""
    given = (persons > 0) & (work.slot != NO_PLACE)
    elsewhere = given & (work.slot != start[work.household])
    contested = np.zeros(len(start), dtype=np.bool_)
    contested[work.household[elsewhere]] = True
    wanted = np.unique(work.slot[elsewhere])
    return contested | (np.isin(start, wanted) & (start != work.stays))


def _cheapest(work: Work) -> Flags:
    """Whether a way is among the cheapest few of its household."""
    order = np.lexsort((work.slot, work.weighed, work.household))
    place = np.arange(len(order)) - work.starts[work.household[order]]
    cheapest = np.zeros(len(order), dtype=np.bool_)
    cheapest[order[place < FEW]] = True
    return cheapest
