# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Ways that nobody can go as long as those stay who can go one way only: there is not enough room beside them.

A relaxation lets two thirds of a family of three into two beds that are left. Without such ways the bound lies nearer
to the best plan, above all where most people stay where they are.
"""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from luwte.placement.capacity import Capacity, Count
from luwte.placement.options import WAYS_AT_ONCE, Options, Panel
from luwte.placement.problem import Problem
from luwte.placement.sites import Flags, Ints

NO_LIMIT = 2**40  # people
WORTH_A_COPY = 0.05  # of the ways of a panel: fewer are left in, to keep the prices in memory once


def ways_that_fit(problem: Problem, options: Options, capacity: Capacity) -> Options:
    """The options without the ways for which there is no room; the same ones where that is hardly any."""
    room = _room_beside(problem, options, capacity)
    panels = tuple(_fitting(problem, panel, capacity, room, options.number > 1) for panel in options.panels)
    if all(new is old for new, old in zip(panels, options.panels, strict=True)):
        return options
    return replace(options, panels=panels)


def _room_beside(problem: Problem, options: Options, capacity: Capacity) -> Ints:
    """The most room that a row can have for who can go more than one way; the last one is where there is no row."""
    room = np.array([*capacity.room, NO_LIMIT], dtype=np.int64)
    for helper in capacity.helpers:
        for helped, part in helper.parts:
            room[helped] += max(0, -part * helper.most)
    settled = options.number == 1
    for panel in options.panels:
        alone = panel.cut(np.flatnonzero(settled[panel.rows]))
        at, column = np.nonzero(alone.lawful)
        household, slot = alone.rows[at], alone.slots[column]
        for count in capacity.counts:
            taken = count.taken(household, slot)
            for row, counts in _rows_of(problem, count, household, slot):
                np.subtract.at(room, row[counts], taken[counts])
    return room


def _rows_of(problem: Problem, count: Count, household: Ints, slot: Ints) -> Iterator[tuple[Ints, Flags]]:
    """The rows that ways take from, and whether they do: of who is there, and of who is new there."""
    people = problem.people
    yield count.row[slot], np.ones(np.broadcast(household, slot).shape, dtype=np.bool_)
    yield count.newly[slot], (slot != people.home[household]) & ~people.reserved[household]


def _fitting(problem: Problem, panel: Panel, capacity: Capacity, room: Ints, free: Flags) -> Panel:
    parts = [_too_large(problem, part, capacity, room) for part in panel.parts(WAYS_AT_ONCE)]
    too_large = np.concatenate(parts) & panel.lawful & free[panel.rows][:, None]
    if too_large.sum() < WORTH_A_COPY * panel.lawful.sum():
        return panel
    packed, (row, column) = panel.packed, np.nonzero(too_large)
    level_3 = packed.level_3.copy()
    level_3[panel.at[row], column] = packed.never
    return replace(panel, packed=replace(packed, level_3=level_3))


def _too_large(problem: Problem, panel: Panel, capacity: Capacity, room: Ints) -> Flags:
    """Which ways take more than there can be (n x m)."""
    household, slot = panel.rows[:, None], panel.slots[None, :]
    found = np.zeros(panel.shape, dtype=np.bool_)
    for count in capacity.counts:
        taken = count.taken(household, slot)
        for row, counts in _rows_of(problem, count, household, slot):
            found |= counts & (taken > room[row])
    return found
