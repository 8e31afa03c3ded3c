# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Ways that nobody can go as long as those stay who can go one way only: there is not enough room beside them.

A relaxation lets two thirds of a family of three into two beds that are left. Without such ways the bound lies nearer
to the best plan, above all where most people stay where they are.
"""

from dataclasses import dataclass, replace

import numpy as np

from luwte.placement.capacity import Capacity, Count
from luwte.placement.options import WAYS_AT_ONCE, Options, Panel
from luwte.placement.problem import Problem
from luwte.placement.sites import Flags, Ints

NO_LIMIT = 2**40  # people
WORTH_A_COPY = 0.05  # of the ways of a panel: fewer are left in, to keep the prices in memory once


@dataclass(frozen=True, eq=False)
class _Amounts:
    """For every household (n) which amount it takes, and for amounts (U) where they are too large (U x m), and new."""

    of: Ints
    too_large: Flags
    too_large_new: Flags


def ways_that_fit(problem: Problem, options: Options, capacity: Capacity) -> Options:
    """The options without the ways for which there is no room; the same ones where that is hardly any."""
    room = _room_beside(problem, options, capacity)
    panels = tuple(_fitting(problem, options, panel, capacity, room) for panel in options.panels)
    if all(new is old for new, old in zip(panels, options.panels, strict=True)):
        return options
    return replace(options, panels=panels)


def _room_beside(problem: Problem, options: Options, capacity: Capacity) -> Ints:
    """The most room that a row can have for who can go more than one way; the last one is where there is no row."""
    room = np.array([*capacity.room, NO_LIMIT], dtype=np.int64)
    for helper in capacity.helpers:
        for row, part in helper.parts:
            room[row] += max(0, -part * helper.most)
    settled = options.number == 1
    for panel in options.panels:
        alone = panel.cut(np.flatnonzero(settled[panel.rows]))
        at, column = np.nonzero(alone.lawful)
        household, slot = alone.rows[at], alone.slots[column]
        new = _is_new(problem, household, slot)
        for count in capacity.counts:
            taken = count.taken(household, slot)
            np.subtract.at(room, count.row[slot], taken)
            np.subtract.at(room, count.newly[slot[new]], taken[new])
    return room


def _is_new(problem: Problem, household: Ints, slot: Ints) -> Flags:
    people = problem.people
    new: Flags = (slot != people.home[household]) & ~people.reserved[household]
    return new


def _fitting(problem: Problem, options: Options, panel: Panel, capacity: Capacity, room: Ints) -> Panel:
    amounts = [each for count in capacity.counts if (each := _amounts(count, panel, room)) is not None]
    free = options.number > 1
    at_once = max(1, WAYS_AT_ONCE // max(1, len(panel.slots)))
    parts = [slice(begin, begin + at_once) for begin in range(0, len(panel.rows), at_once)] if amounts else []
    lost = sum(int(_too_large(problem, panel, amounts, free, part).sum()) for part in parts)
    if lost < WORTH_A_COPY * int(options.number[panel.rows].sum()) or lost == 0:
        return panel
    level_3 = panel.packed.level_3.copy()
    for part in parts:
        row, column = np.nonzero(_too_large(problem, panel, amounts, free, part))
        level_3[panel.at[part][row], column] = panel.packed.never
    return replace(panel, packed=replace(panel.packed, level_3=level_3))


def _amounts(count: Count, panel: Panel, room: Ints) -> _Amounts | None:
    """Where the amounts that households of a panel take are too large; None where they all fit everywhere."""
    _, first, of = np.unique(count.amount[panel.rows], return_index=True, return_inverse=True)
    slot = panel.slots[None, :]
    taken = count.taken(panel.rows[first][:, None], slot)
    too_large, too_large_new = taken > room[count.row[slot]], taken > room[count.newly[slot]]
    return _Amounts(of.reshape(-1), too_large, too_large_new) if (too_large | too_large_new).any() else None


def _too_large(problem: Problem, panel: Panel, amounts: list[_Amounts], free: Flags, part: slice) -> Flags:
    """Which lawful ways of some households take more than there can be (n x m); staying is where a search begins."""
    some = panel.cut(part)
    new = _is_new(problem, some.rows[:, None], some.slots[None, :])
    found = np.zeros(some.shape, dtype=np.bool_)
    for each in amounts:
        found |= each.too_large[each.of[part]] | (each.too_large_new[each.of[part]] & new)
    stays = problem.people.home[some.rows][:, None] == some.slots[None, :]
    too_large: Flags = found & some.lawful & ~stays & free[some.rows][:, None]
    return too_large
