# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The peer `desk`: one household after another, each to the best place that has room at that moment.

So works a desk without a computer that looks at the whole country: first who has no place or must leave, then who
lives in an unfit place, within both the longest waiting first. Nobody else is moved to make room.
"""

from collections.abc import Iterable, Iterator

import numpy as np

from benchmarks.rooms import Rooms
from benchmarks.work import NO_PLACE, Ints, Work


def place_by_desk(work: Work) -> Ints:
    """A slot for every household, -1 for none."""
    return place_in_turn(work, work.stays, queue(work))


def place_in_turn(work: Work, slot: Ints, turn: Iterable[int]) -> Ints:
    """Let households in their turn go to the cheapest place that has room; where they are counts as having room."""
    slot, rooms = slot.copy(), Rooms(work, slot)
    for household in turn:
        now = int(slot[household])
        rooms.change(household, now, -1)
        slot[household] = _best_with_room(work, rooms, household, now)
        rooms.change(household, int(slot[household]), 1)
    return slot


def queue(work: Work) -> Iterator[int]:
    """Who has no place, then who is urgent; the longest waiting first."""
    free = work.only < 0
    for group in (np.flatnonzero((work.home < 0) & free), np.flatnonzero((work.home >= 0) & work.urgent & free)):
        yield from (int(row) for row in group[np.argsort(-work.waited[group], kind="stable")])


def _best_with_room(work: Work, rooms: Rooms, household: int, now: int) -> int:
    ways = work.ways_of(household)
    slots = work.slot[ways]
    for at in np.argsort(work.weighed[ways], kind="stable"):
        slot = int(slots[at])
        if slot in (now, NO_PLACE) or rooms.has_room(household, slot):
            return slot
    return now
