# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Every lawful place of every household with its price per level, in panels of households that share their slots."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from luwte.model.progress import Progress
from luwte.placement.block import Block
from luwte.placement.levels import children, voice
from luwte.placement.levels.protection import price_of_no_place
from luwte.placement.present import EITHER
from luwte.placement.problem import Problem
from luwte.placement.rules import lawful
from luwte.placement.sites import ADULT, AMV, GROUPS, Flags, Ints
from luwte.words import N_

CHUNK = 2_000  # households evaluated at a time: keeps the temporaries of a national run under 100 MB
Prices = NDArray[np.int32]


@dataclass(frozen=True, eq=False)
class Panel:
    """Households (n) of one place group against the slots (m) they may have; prices in thousandths."""

    rows: Ints
    slots: Ints
    lawful: Flags
    level_2: Prices
    level_3: Prices

    @cached_property
    def column_of(self) -> Ints:
        """The column of a slot, by slot; -1 where the panel does not have it."""
        columns = np.full(int(self.slots.max(initial=0)) + 1, -1, dtype=np.int64)
        columns[self.slots] = np.arange(len(self.slots))
        return columns

    def cut(self, part: slice | Ints) -> "Panel":
        """Some of its households."""
        return Panel(self.rows[part], self.slots, self.lawful[part], self.level_2[part], self.level_3[part])


@dataclass(frozen=True, eq=False)
class Options:
    """All panels, and per household (H) whether it can be left without a place and what that costs per level.

    `unplaced_prices` are in thousandths, as all prices.
    """

    panels: tuple[Panel, ...]
    can_be_unplaced: Flags
    unplaced_prices: tuple[Ints, Ints, Ints]

    @cached_property
    def where(self) -> tuple[Ints, Ints]:
        """The panel of every household (H), and its row there."""
        panel_of, position = np.empty((2, len(self.can_be_unplaced)), dtype=np.int64)
        for index, panel in enumerate(self.panels):
            panel_of[panel.rows] = index
            position[panel.rows] = np.arange(len(panel.rows))
        return panel_of, position

    @cached_property
    def number(self) -> Ints:
        """How many ways every household (H) can go, no place included."""
        ways = self.can_be_unplaced.astype(np.int64)
        for panel in self.panels:
            ways[panel.rows] += panel.lawful.sum(axis=1)
        return ways


def all_options(problem: Problem, progress: Progress) -> Options:
    """Evaluate every rule and every term for every household and slot."""
    people = problem.people
    done, panels = 0, []
    for group, rows in _households_by_group(problem):
        slots = _slots_of(problem, group)
        shape = (len(rows), len(slots))
        panel = Panel(rows, slots, np.empty(shape, np.bool_), np.empty(shape, np.int32), np.empty(shape, np.int32))
        for begin in range(0, len(rows), CHUNK):
            part = slice(begin, begin + CHUNK)
            panel.lawful[part], panel.level_2[part], panel.level_3[part] = _evaluate(Block(problem, rows[part], slots))
            done += len(rows[part])
            progress(N_("Weigh places"), done / max(1, len(people.keys)))
        panels.append(panel)
    return Options(tuple(panels), (people.home < 0) & (people.only < 0), price_of_no_place(problem))


def _evaluate(block: Block) -> tuple[Flags, Prices, Prices]:
    shape = (len(block.rows), len(block.slots))
    second, third = np.zeros(shape, dtype=np.int64), np.zeros(shape, dtype=np.int64)
    for term in children.TERMS:
        second += term(block)
    for term in voice.TERMS:
        third += term(block)
    return lawful(block), second.astype(np.int32), third.astype(np.int32)


def _households_by_group(problem: Problem) -> Iterator[tuple[int, Ints]]:
    for group in (*range(len(GROUPS)), EITHER):
        rows = np.flatnonzero(problem.people.group == group)
        if len(rows):
            yield group, rows


def _slots_of(problem: Problem, group: int) -> Ints:
    """The slots a group can have at open locations, and for the young at either kind of place."""
    open_locations = np.flatnonzero(problem.sites.open)
    groups = (AMV, ADULT) if group == EITHER else (group,)
    return np.concatenate([3 * open_locations + g for g in groups])
