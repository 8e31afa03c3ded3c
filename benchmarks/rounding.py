# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""From persons who part to whole households: rounding, sending back who does not fit, and placing who is left."""

from collections import deque

import numpy as np

from benchmarks.desk import place_in_turn
from benchmarks.rooms import Rooms
from benchmarks.work import NO_PLACE, Ints, Work


def whole_households(work: Work, persons: Ints) -> Ints:
    """Round the flow to whole households, send back who does not fit, and place who is left."""
    slot, biggest_first = work.stays, np.argsort(-work.size, kind="stable")
    whole = np.flatnonzero(persons == work.size[work.household])
    slot[work.household[whole]] = work.slot[whole]
    rooms = Rooms(work, slot)
    _send_back(work, rooms, slot)
    waiting = (slot == NO_PLACE) & (work.only < 0)
    disappointed = np.zeros(len(slot), dtype=np.bool_)
    disappointed[work.household[(persons > 0) & (work.slot != slot[work.household])]] = True
    for left in (waiting, disappointed & ~waiting):
        slot = place_in_turn(work, slot, biggest_first[left[biggest_first]].tolist())
    return slot


def _send_back(work: Work, rooms: Rooms, slot: Ints) -> None:
    """Send home, or to nowhere, who is newly at a place with too many people; who comes home can crowd out others."""
    brought = (slot != work.stays) & (slot != NO_PLACE)
    there: dict[int, list[int]] = {}
    for household in np.flatnonzero(brought).tolist():
        there.setdefault(int(slot[household]) // 3, []).append(household)
    for households in there.values():
        households.sort(key=lambda household: -int(work.size[household]))
    crowded = deque(there)
    while crowded:
        location = crowded.popleft()
        here = there.get(location, [])
        for household in [each for each in here if not rooms.is_sound(each, int(slot[each]))]:
            if rooms.is_sound(household, int(slot[household])):
                continue  # somebody else has made room
            here.remove(household)
            home = int(work.home[household])
            rooms.change(household, int(slot[household]), -1)
            rooms.change(household, home, 1)
            slot[household] = home
            if home != NO_PLACE:
                crowded.append(home // 3)
