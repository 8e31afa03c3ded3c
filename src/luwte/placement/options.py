# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Every lawful place of every household with its price per level, in panels of households that share their slots."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, partial

import numpy as np

from luwte.model.progress import Progress
from luwte.placement.block import Block
from luwte.placement.levels import children, voice
from luwte.placement.levels.protection import price_of_no_place
from luwte.placement.packed import Packed
from luwte.placement.present import EITHER
from luwte.placement.problem import Problem
from luwte.placement.rules import lawful
from luwte.placement.sites import ADULT, AMV, GROUPS, Flags, Ints
from luwte.placement.threads import in_order
from luwte.words import N_

WAYS_AT_ONCE = 2**17  # evaluated at a time: what it takes stays in the memory nearest to the processor
NO_COLUMN = -1
ALL = slice(None)
LEVEL_2 = 2


@dataclass(frozen=True, eq=False)
class Panel:
    """Households (n) of one place group against the slots (m) they may have; `at` is the row of each in the prices."""

    rows: Ints
    slots: Ints
    at: Ints
    packed: Packed

    @classmethod
    def of(cls, rows: Ints, slots: Ints, lawful: Flags, level_2: Ints, level_3: Ints) -> "Panel":
        """A panel with these prices, in thousandths (n x m)."""
        return cls(rows, slots, np.arange(len(rows)), Packed.of(lawful, level_2, level_3))

    @property
    def shape(self) -> tuple[int, int]:
        """Households and slots."""
        return len(self.rows), len(self.slots)

    @property
    def lawful(self) -> Flags:
        """Which ways are lawful (n x m)."""
        return self.packed.lawful(self.at, ALL)

    @property
    def prices(self) -> tuple[Ints, Ints]:
        """What every way costs on level 2 and 3 (n x m), in thousandths; no sensible number where it is not lawful."""
        return self.packed.prices(self.at, ALL)

    def columns_of(self, slots: Ints) -> Ints:
        """The columns of slots; -1 where the panel does not have them."""
        known = (slots >= 0) & (slots < len(self._column))
        return np.where(known, self._column[np.where(known, slots, 0)], NO_COLUMN)

    @cached_property
    def _column(self) -> Ints:
        columns = np.full(int(self.slots.max(initial=0)) + 1, NO_COLUMN, dtype=np.int64)
        columns[self.slots] = np.arange(len(self.slots))
        return columns

    def cut(self, part: slice | Ints) -> "Panel":
        """Some of its households; the prices stay where they are."""
        return Panel(self.rows[part], self.slots, self.at[part], self.packed)

    def parts(self, ways: int) -> Iterator["Panel"]:
        """All of its households, not many more than so many ways at a time."""
        step = max(1, ways // max(1, len(self.slots)))
        for begin in range(0, len(self.rows), step):
            yield self.cut(slice(begin, begin + step))


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
            for part in panel.parts(WAYS_AT_ONCE):
                ways[part.rows] += part.lawful.sum(axis=1)
        return ways


def all_options(problem: Problem, progress: Progress) -> Options:
    """Evaluate every rule and every term for every household and slot."""
    people, unit = problem.people, problem.policy.unit_of(LEVEL_2)
    done, panels = 0, []
    for group, rows in _households_by_group(problem):
        slots = _slots_of(problem, group)
        packed = Packed.empty(len(rows), len(slots), unit)
        panel = Panel(rows, slots, np.arange(len(rows)), packed)
        parts = list(panel.parts(WAYS_AT_ONCE))
        weighed = in_order(partial(_weigh, unit), (Block(problem, part.rows, slots) for part in parts))
        for part, prices in zip(parts, weighed, strict=True):
            packed.put(int(part.at[0]), prices)
            done += len(part.rows)
            progress(N_("Weigh places"), done / max(1, len(people.keys)))
        panels.append(panel)
    return Options(tuple(panels), (people.home < 0) & (people.only < 0), price_of_no_place(problem))


def _weigh(unit: int, block: Block) -> Packed:
    shape = (len(block.rows), len(block.slots))
    second, third = np.zeros(shape, dtype=np.int64), np.zeros(shape, dtype=np.int64)
    for term in children.TERMS:
        second += term(block)
    for term in voice.TERMS:
        third += term(block)
    return Packed.of(lawful(block), second, third, unit)


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
