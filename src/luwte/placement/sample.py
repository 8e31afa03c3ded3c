# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Prices for a country too big for one linear model: from some of its people first, then better ones from all.

Any prices prove a bound, so what is left out costs closeness, never truth.
"""

from dataclasses import replace

import numpy as np

from luwte.model.progress import Progress
from luwte.placement.clock import Clock
from luwte.placement.columns import Columns, parts_in_rows
from luwte.placement.crowd import Crowd
from luwte.placement.prices import Prices, Search, helper_cost
from luwte.placement.relax import Relaxation, Relaxed, bound_of, with_prices
from luwte.placement.sites import Ints
from luwte.words import N_

MOST_ROWS = 24_000  # households in one linear model; a national one has some 17,000 that differ
ROWS_OF_SAMPLE = 10_000
FROM_SAMPLE, FROM_KNOWN = (30, 30), (12, 400)  # climbs, and what part of a usual price the first step is
LONGER, SHORTER = (6, 5), (1, 2)  # a step in the same direction again, and one back


def relaxation_of(search: Search, plan: Ints) -> "AnyRelaxation":
    """A relaxation over everybody, or over some where that are too many; `plan` is lawful."""
    differ = int((search.crowd.count > 0).sum())
    return Relaxation(search) if differ <= MOST_ROWS else SampledRelaxation(search, plan)


class SampledRelaxation:
    """A relaxation over every so many households, each of whom stands for its neighbours; asked as `Relaxation` is."""

    def __init__(self, search: Search, plan: Ints) -> None:
        self.sample = _sample(search, plan)
        self.relaxation = Relaxation(self.sample)

    def relax(
        self, search: Search, plan: Ints, value: int, clock: Clock, progress: Progress, guess: Prices | None = None
    ) -> Relaxed:
        """Prices of the sample, made better with everybody, and the bound that they prove for everybody."""
        if guess:
            return _climb(search, guess, *FROM_KNOWN, clock, progress)
        asked = replace(self.sample, rates=search.rates, values=search.values)
        prices = self.relaxation.relax(asked, plan, value, clock, progress).prices
        if prices.levels:
            return with_prices(search, prices)
        return _climb(search, prices, *FROM_SAMPLE, clock, progress)


AnyRelaxation = Relaxation | SampledRelaxation


def _sample(search: Search, plan: Ints) -> Search:
    """Every so many households stand for those beside them; what is left free is as much as with everybody."""
    crowd, people = search.crowd, search.problem.people
    there = np.flatnonzero(crowd.count > 0)
    order = there[np.lexsort([of[there] for of in (people.size, people.minors, people.origin, people.group)])]
    every = -(-len(order) // min(MOST_ROWS, ROWS_OF_SAMPLE))
    middle = np.minimum(np.arange(len(order)) // every * every + every // 2, len(order) - 1)
    count = np.zeros_like(crowd.count)
    np.add.at(count, order[middle], crowd.count[order])
    panels = [panel.cut(np.flatnonzero(count[panel.rows] > 0)) for panel in search.options.panels]
    options = replace(search.options, panels=tuple(panel for panel in panels if len(panel.rows)))
    everyone = np.arange(len(plan))
    ways = Columns(everyone, plan, np.zeros((3, len(plan)), dtype=np.int64))
    more = _taken(search, ways, count) - _taken(search, ways, np.ones_like(count))
    room = (np.array(search.capacity.room, dtype=np.int64) + more).tolist()
    return replace(search, crowd=Crowd(options, everyone, count), capacity=replace(search.capacity, room=room))


def _taken(search: Search, ways: Columns, count: Ints) -> Ints:
    """What so many of each household take of every row of capacity when they go these ways."""
    row, way, amount = parts_in_rows(search, ways)
    taken = np.zeros(len(search.capacity.room), dtype=np.int64)
    np.add.at(taken, row, amount * count[ways.household[way]])
    return taken


def _climb(search: Search, prices: Prices, climbs: int, fineness: int, clock: Clock, progress: Progress) -> Relaxed:
    """Better prices: up where more is asked than there is, down where less, in steps of each row's own (M. Riedmiller
    and H. Braun, 1993, A direct adaptive method for faster backpropagation learning: the RPROP algorithm).
    """
    room = np.array(search.capacity.room, dtype=np.int64)
    rows, best = prices.rows, with_prices(search, prices)
    relaxed = best
    usual = int(np.median(rows[rows > 0])) if (rows > 0).any() else 0
    step, last = np.full(len(rows), usual // fineness), np.zeros(len(rows), dtype=np.int64)
    for number in range(climbs - 1 if usual else 0):
        if clock.is_over():
            break
        over = _taken(search, relaxed.columns, search.crowd.count) - room
        for helper in search.capacity.helpers:
            if helper_cost(search, helper, relaxed.prices) < 0:
                for row, part in helper.parts:
                    over[row] += part * helper.most
        side = np.sign(over)
        again, back = (step * times // parts for times, parts in (LONGER, SHORTER))
        step = np.select([side * last > 0, side * last < 0], [again, back], step)
        rows, last = np.maximum(0, rows + side * step), side
        relaxed = with_prices(search, Prices(rows, ()))
        best = max(best, relaxed, key=bound_of)
        progress(N_("Price places"), number / climbs)
    return best
