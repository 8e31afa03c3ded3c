# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""From nobody moved to a first plan: who has no place gets one, then people go where the relaxation has them whole."""

from collections.abc import Iterator

import numpy as np

from luwte.placement.columns import UNPLACED
from luwte.placement.crowd import Crowd
from luwte.placement.options import Options, Panel
from luwte.placement.problem import Problem
from luwte.placement.queue import Rooms
from luwte.placement.relax import Relaxed
from luwte.placement.sites import Ints

NOT_SAID = -2
WHOLE = 1e-6  # a share that is so much under a whole number is rounding
LEVEL_2_FIRST = 1_000_000_000  # thousandths; more than any household weighs on level 3


def first_places(problem: Problem, options: Options, plan: Ints) -> Ints:
    """A place for who has none, largest households first, each the best lawful one with room."""
    people = problem.people
    waiting = np.flatnonzero((plan == UNPLACED) & (people.only < 0))
    if len(waiting) == 0:
        return plan
    plan, rooms = plan.copy(), Rooms(problem)
    panel_of, position = options.where
    choices = options.number[waiting]
    for household in waiting[np.lexsort((waiting, choices, -people.size[waiting]))].tolist():
        panel = options.panels[panel_of[household]]
        slot = _best_with_room(rooms, panel, int(position[household]))
        rooms.change(household, slot, 1)
        plan[household] = slot
    return plan


def follow(problem: Problem, crowd: Crowd, relaxed: Relaxed, plan: Ints) -> Ints:
    """Move people to where the relaxation has whole households of their kind, as long as there is room."""
    return move_to(problem, plan, _wanted(problem, crowd, relaxed))


def move_to(problem: Problem, plan: Ints, wanted: Ints) -> Ints:
    """Move people to lawful slots (H; `NOT_SAID` is nowhere else), again and again, until nobody more finds room."""
    plan, rooms = plan.copy(), _rooms_with(problem, plan)
    left = np.flatnonzero((wanted != NOT_SAID) & (wanted != UNPLACED) & (wanted != plan))
    while len(left):
        for household in left.tolist():
            slot = int(wanted[household])
            rooms.change(household, int(plan[household]), -1)
            if rooms.room_for(household, np.array([slot]))[0]:
                plan[household] = slot
            rooms.change(household, int(plan[household]), 1)
        still = left[plan[left] != wanted[left]]
        if len(still) == len(left):
            break
        left = still
    return plan


def lawful_part(options: Options, wanted: Ints) -> Ints:
    """The slots (H) that are lawful here; `NOT_SAID` for the others."""
    lawful = np.full(len(wanted), NOT_SAID, dtype=np.int64)
    for panel in options.panels:
        at, column = np.nonzero(panel.lawful & (panel.slots == wanted[panel.rows][:, None]))
        lawful[panel.rows[at]] = panel.slots[column]
    return lawful


def _best_with_room(rooms: Rooms, panel: Panel, row: int) -> int:
    household = int(panel.rows[row])
    columns = np.flatnonzero(panel.lawful[row] & rooms.room_for(household, panel.slots))
    if len(columns) == 0:
        return UNPLACED
    price = panel.level_2[row, columns].astype(np.int64) * LEVEL_2_FIRST + panel.level_3[row, columns]
    return int(panel.slots[columns[price.argmin()]])


def _rooms_with(problem: Problem, plan: Ints) -> Rooms:
    rooms = Rooms(problem)
    home = np.where(problem.people.only >= 0, problem.people.only, problem.people.home)
    for household in np.flatnonzero(plan != home).tolist():
        rooms.change(household, int(home[household]), -1)
        rooms.change(household, int(plan[household]), 1)
    return rooms


def _wanted(problem: Problem, crowd: Crowd, relaxed: Relaxed) -> Ints:
    """The slot where every household (H) should go; `NOT_SAID` where the relaxation splits it."""
    wanted = np.full(len(crowd.first), NOT_SAID, dtype=np.int64)
    order = np.argsort(crowd.first, kind="stable")
    begins = np.searchsorted(crowd.first[order], np.arange(len(order) + 1))
    for first, shares in _shares_by_crowd(relaxed):
        left = order[begins[first] : begins[first + 1]]
        for slot in sorted(shares, key=lambda slot: (-shares[slot], slot)):
            at_home = problem.people.home[left] == slot
            left = left[np.argsort(~at_home, kind="stable")]  # who lives there stays there
            number = min(int(shares[slot] + WHOLE), len(left))
            wanted[left[:number]], left = slot, left[number:]
    return wanted


def _shares_by_crowd(relaxed: Relaxed) -> Iterator[tuple[int, dict[int, float]]]:
    used = np.flatnonzero(relaxed.shares > 1 - WHOLE)
    shares: dict[int, dict[int, float]] = {}
    for way in used.tolist():
        of_crowd = shares.setdefault(int(relaxed.columns.household[way]), {})
        of_crowd[int(relaxed.columns.slot[way])] = float(relaxed.shares[way])
    yield from shares.items()
