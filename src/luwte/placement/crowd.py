# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Households that are alike for a question count as one row with a number: the same ways to go at the same prices."""

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np

from luwte.placement.capacity import Capacity
from luwte.placement.options import Options, Panel
from luwte.placement.problem import Problem
from luwte.placement.sites import Ints

SEED = 20261  # of the multipliers below; what they bring together is compared in full
NO_DIFFERENCE = -1
CHUNK = 4_000  # households compared at a time


@dataclass(frozen=True, eq=False)
class Crowd:
    """`first` is the household that stands for each (H), `count` how many it stands for (H; nought for the others)."""

    options: Options
    first: Ints
    count: Ints


def everyone_apart(options: Options) -> Crowd:
    """Nobody stands for another."""
    everyone = np.arange(len(options.can_be_unplaced))
    return Crowd(options, everyone, np.ones(len(everyone), dtype=np.int64))


def crowd_of(problem: Problem, options: Options, capacity: Capacity, levels: Collection[int]) -> Crowd:
    """Bring together who is alike on these levels and takes the same from every row of capacity."""
    first = np.arange(len(options.can_be_unplaced))
    panels = []
    for panel in options.panels:
        alike = _alike(_marks(problem, options, capacity, panel, levels), panel, levels)
        first[panel.rows] = panel.rows[alike]
        stand_for_all = np.unique(alike)
        panels.append(panel if len(stand_for_all) == len(alike) else panel.cut(stand_for_all))
    count = np.bincount(first, minlength=len(first)).astype(np.int64)
    return Crowd(Options(tuple(panels), options.can_be_unplaced, options.unplaced_prices), first, count)


def _alike(marks: Ints, panel: Panel, levels: Collection[int]) -> Ints:
    """For every row the first row that is equal to it."""
    random, numbers = np.random.default_rng(SEED), len(_prices(panel, levels, slice(0)))
    odd = [random.integers(1, 2**62, len(panel.slots), dtype=np.int64) * 2 + 1 for _ in range(numbers)]
    keys = np.empty((len(marks), numbers), dtype=np.int64)
    for part in _parts(len(marks)):  # whole numbers that overflow stay equal for equal rows
        for number, matrix in enumerate(_prices(panel, levels, part)):
            keys[part, number] = matrix @ odd[number]
    _, first, at = np.unique(np.hstack([marks, keys]), axis=0, return_index=True, return_inverse=True)
    alike = first[at.reshape(-1)]
    same = np.ones(len(alike), dtype=np.bool_)
    for part in _parts(len(marks)):
        for one, other in zip(_prices(panel, levels, part), _prices(panel, levels, alike[part]), strict=True):
            same[part] &= (one == other).all(axis=1)
    return np.where(same, alike, np.arange(len(alike)))


def _parts(rows: int) -> list[slice]:
    return [slice(begin, begin + CHUNK) for begin in range(0, rows, CHUNK)]


def _prices(panel: Panel, levels: Collection[int], part: slice | Ints) -> list[Ints]:
    """The prices of lawful ways of some rows, one matrix per level; -1 where a way is not lawful."""
    cut = panel.cut(part)
    matrices = {2: cut.level_2, 3: cut.level_3}
    chosen = [matrices[level] for level in levels if level in matrices] or [np.zeros_like(cut.level_2)]
    return [np.where(cut.lawful, matrix, NO_DIFFERENCE).astype(np.int64) for matrix in chosen]


def _marks(problem: Problem, options: Options, capacity: Capacity, panel: Panel, levels: Collection[int]) -> Ints:
    people, rows = problem.people, panel.rows
    home = people.home[rows]
    watched = (home >= 0) & capacity.watched[home]
    marks = [
        people.size[rows],
        people.access[rows],
        people.school_age[rows],
        people.reserved[rows],
        options.can_be_unplaced[rows],
        np.where(watched, home, NO_DIFFERENCE),
    ]
    marks += [options.unplaced_prices[level - 1][rows] for level in levels]
    return np.stack([np.asarray(mark, dtype=np.int64) for mark in marks], axis=1)
