# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The mechanism `deferred`: families ask, affiliates keep who fits beside everybody with a higher priority that asked.

A deferred acceptance that looks at priorities first, as in Delacretaz, Kominers and Teytelboym (see `published`): who
was turned down counts on as having asked, so that nobody gains by asking elsewhere first. A family needs room only in
the services that it takes.
"""

import numpy as np

from benchmarks.work import NO_PLACE, NOT_KNOWN, Ints, Work


def place_by_deferral(work: Work) -> Ints:
    """A slot for every household, -1 for none; who comes first in the tables has the highest priority."""
    slot = np.full(len(work.size), NO_PLACE)
    wishes = [_wishes(work, household) for household in range(len(work.size))]
    asked: list[set[int]] = [set() for _ in work.flexible]
    asking = list(range(len(work.size)))
    while asking:
        household = asking.pop()
        if not wishes[household]:
            continue
        wanted = wishes[household].pop(0)
        at = wanted // 3
        asked[at].add(household)
        kept = _kept(work, at, sorted(asked[at]))
        for other in asked[at]:
            if other not in kept and (other == household or slot[other] // 3 == at):
                slot[other] = NO_PLACE
                asking.append(other)
        if household in kept:
            slot[household] = wanted
    return slot


def _wishes(work: Work, household: int) -> list[int]:
    ways = work.ways_of(household)
    order = np.argsort(work.weighed[ways], kind="stable")
    return [int(slot) for slot in work.slot[ways][order] if slot != NO_PLACE]


def _kept(work: Work, at: int, in_order: list[int]) -> set[int]:
    """Who has room in the services that it takes, beside everybody before it."""
    taken, kept = np.zeros(3, dtype=np.int64), set()
    school = work.school[at] if work.school[at] != NOT_KNOWN else work.size.sum()
    room = np.array([work.flexible[at], work.accessible[at], school])
    for household in in_order:
        needs = np.array([work.size[household], work.access[household], work.school_age[household]])
        taken += needs
        if ((taken <= room) | (needs == 0)).all():
            kept.add(household)
    return kept
