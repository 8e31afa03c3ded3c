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
from luwte.placement.ways import Ways, hash_of_ways, have_same_ways

SEED = 20261  # of the multipliers below; what they bring together is compared in full
NO_DIFFERENCE = -1


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
    odd = np.random.default_rng(SEED).integers(1, 2**62, (3, len(panel.slots)), dtype=np.int64) * 2 + 1
    counts = (2 in levels, 3 in levels)
    packed, hashes = panel.packed, np.empty(len(marks), dtype=np.int64)
    ways = Ways(panel.at, packed.level_2, packed.level_3, packed.never, *counts)
    hash_of_ways(ways, odd, hashes)
    _, first, at = np.unique(np.column_stack([marks, hashes]), axis=0, return_index=True, return_inverse=True)
    alike = first[at.reshape(-1)]
    same = np.empty(len(alike), dtype=np.bool_)
    have_same_ways(ways, alike, same)
    return np.where(same, alike, np.arange(len(alike)))


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
