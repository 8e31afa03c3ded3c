# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""From nobody moved to a first plan: who has no place gets one, then people go where the relaxation has them whole."""

from collections.abc import Iterator

import numpy as np

from luwte.placement.columns import UNPLACED, columns_for
from luwte.placement.crowd import Crowd
from luwte.placement.ground import Ground, ground_of
from luwte.placement.options import ALL, NO_COLUMN, Options
from luwte.placement.prices import Search
from luwte.placement.problem import Problem
from luwte.placement.relax import Relaxed
from luwte.placement.sites import Ints
from luwte.placement.steps import change, first_with_room, fits, move_all

NOT_SAID = -2
WHOLE = 1e-6  # a share that is so much under a whole number is rounding
LEVEL_2_FIRST = 1_000_000_000  # thousandths; more than any household weighs on level 3


def everyone_stays(problem: Problem) -> Ints:
    """The plan that moves nobody who may stay: always lawful, and where every search starts."""
    people = problem.people
    return np.where(people.only >= 0, people.only, np.where(people.home >= 0, people.home, UNPLACED))


def first_places(search: Search, plan: Ints) -> Ints:
    """A place for who has none, largest households first, each the best lawful one with room."""
    people, options = search.problem.people, search.options
    waiting = np.flatnonzero((plan == UNPLACED) & (people.only < 0))
    if len(waiting) == 0:
        return plan
    plan, ground = plan.copy(), ground_of(search, plan)
    for household in waiting[np.lexsort((waiting, options.number[waiting], -people.size[waiting]))].tolist():
        plan[household] = best_with_room(ground, options, household, UNPLACED)
        change(ground, household, int(plan[household]), 1)
    return plan


def best_with_room(ground: Ground, options: Options, household: int, otherwise: int) -> int:
    """The lawful slot with room that is best for one household alone, on level 2, then on level 3."""
    panel_of, position = options.where
    panel, row = options.panels[panel_of[household]], position[household]
    columns = np.flatnonzero(panel.packed.lawful(panel.at[row], ALL))
    second, third = panel.packed.prices(panel.at[row], columns)
    in_order = panel.slots[columns[np.argsort(second * LEVEL_2_FIRST + third, kind="stable")]]
    return int(first_with_room(ground, household, in_order, otherwise))


def follow(search: Search, crowd: Crowd, relaxed: Relaxed, plan: Ints) -> Ints:
    """Move people to where the relaxation has whole households of their kind, as long as there is room."""
    return move_to(search, plan, _wanted(search.problem.people.home, crowd, relaxed))


def move_to(search: Search, plan: Ints, wanted: Ints) -> Ints:
    """Move people to lawful slots (H; `NOT_SAID` is nowhere else), as far as there is room."""
    plan = plan.copy()
    left = np.flatnonzero((wanted != NOT_SAID) & (wanted != UNPLACED) & (wanted != plan))
    move_all(ground_of(search, plan), left, plan, wanted, np.ones(len(left), dtype=np.bool_))
    return plan


def no_needless_moves(search: Search, plan: Ints) -> Ints:
    """Who would do as well by staying, within the room there, stays: of two plans that are as good, the quieter one."""
    options, home = search.options, search.problem.people.home
    plan, ground = plan.copy(), ground_of(search, plan)
    moved = np.flatnonzero((plan != UNPLACED) & (home >= 0) & (plan != home))
    may = moved[lawful_part(options, home)[moved] >= 0]
    _, *here = columns_for(options, may, home[may]).price
    _, *there = columns_for(options, may, plan[may]).price
    as_good = (here[0] < there[0]) | ((here[0] == there[0]) & (here[1] <= there[1]))
    for household in may[as_good].tolist():
        change(ground, household, int(plan[household]), -1)
        if fits(ground, household, int(home[household]), False):
            plan[household] = home[household]
        change(ground, household, int(plan[household]), 1)
    return plan


def lawful_part(options: Options, wanted: Ints) -> Ints:
    """The slots (H) that are lawful here; `NOT_SAID` for the others."""
    lawful = np.full(len(wanted), NOT_SAID, dtype=np.int64)
    for panel in options.panels:
        column = panel.columns_of(wanted[panel.rows])
        known = np.flatnonzero(column != NO_COLUMN)
        may = known[panel.packed.lawful(panel.at[known], column[known])]
        lawful[panel.rows[may]] = wanted[panel.rows[may]]
    return lawful


def _wanted(home: Ints, crowd: Crowd, relaxed: Relaxed) -> Ints:
    """The slot where every household (H) should go; `NOT_SAID` where the relaxation splits it."""
    wanted = np.full(len(crowd.first), NOT_SAID, dtype=np.int64)
    order = np.argsort(crowd.first, kind="stable")
    begins = np.searchsorted(crowd.first[order], np.arange(len(order) + 1))
    for first, shares in _shares_by_crowd(relaxed):
        left = order[begins[first] : begins[first + 1]]
        for slot in sorted(shares, key=lambda slot: (-shares[slot], slot)):
            left = left[np.argsort(home[left] != slot, kind="stable")]  # who lives there stays there
            number = min(int(shares[slot] + WHOLE), len(left))
            wanted[left[:number]], left = slot, left[number:]
    return wanted


def _shares_by_crowd(relaxed: Relaxed) -> Iterator[tuple[int, dict[int, float]]]:
    shares: dict[int, dict[int, float]] = {}
    for way in np.flatnonzero(relaxed.shares > 1 - WHOLE).tolist():
        of_crowd = shares.setdefault(int(relaxed.columns.household[way]), {})
        of_crowd[int(relaxed.columns.slot[way])] = float(relaxed.shares[way])
    yield from shares.items()
