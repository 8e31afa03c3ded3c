# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Who can go several near ways, and what those ways cost: what a search over whole households changes."""

from typing import NamedTuple

import numpy as np

from luwte.placement.cheapest import NEVER
from luwte.placement.options import Panel
from luwte.placement.prices import STEPS, Search, at_rates, reduced_costs
from luwte.placement.relax import CHUNK, Relaxed
from luwte.placement.sites import Flags, Ints

MOST_WAYS = 60  # of one household
NOWHERE = -1  # the way of who finds no room


class Contested(NamedTuple):
    """Who can go several near ways (n): the household, and the warmth of its group.

    Its ways (W) run from `begin` to the next one's `begin` (n + 1), from near to far: the slot and the cost of each.
    `regret` is how much farther the second way is than the first, in steps; `nowhere` the cost of finding no room.
    """

    household: Ints
    warmth: Ints
    regret: Ints
    nowhere: Ints
    begin: Ints
    slot: Ints
    cost: Ints


def contested_of(search: Search, panels: list[Panel], relaxed: Relaxed, plan: Ints, near: float | None) -> Contested:
    """Who has more than one way within `near` usual prices of a place (or at all), the present one among them."""
    none = np.zeros(0, dtype=np.int64)
    parts = [(none,) * 6]
    for panel in panels:
        usual = _usual_price(search, relaxed, panel)
        limit, warm = NEVER // 2 if near is None else int(usual * near), max(1, round(usual / STEPS))
        for begin in range(0, len(panel.rows), CHUNK):
            parts.append(_near_ways(search, panel, slice(begin, begin + CHUNK), relaxed, plan, limit, warm))
    household, warmth, regret, number, slot, cost = (np.concatenate(kind) for kind in zip(*parts, strict=True))
    nowhere = search.total_of_unplaced()[household]
    return Contested(household, warmth, regret, nowhere, np.r_[0, np.cumsum(number)], slot, cost)


def _near_ways(
    search: Search, panel: Panel, part: slice, relaxed: Relaxed, plan: Ints, limit: int, warmth: int
) -> tuple[Ints, Ints, Ints, Ints, Ints, Ints]:
    """Of who has several near ways: household, warmth, regret, number of ways; and slot and cost of every way."""
    cut = panel.cut(part)
    slack = reduced_costs(search, panel, relaxed.prices, part) - relaxed.cheapest[cut.rows][:, None]
    home = search.problem.people.home[cut.rows][:, None]
    is_now = cut.slots == plan[cut.rows][:, None]
    open_to_all = ~_is_over(search, cut) | (cut.slots == home)
    near = ((slack <= limit) & open_to_all) | is_now
    near[near.sum(axis=1) < 2] = False
    row, column = np.nonzero(near)
    order = np.lexsort((column, slack[row, column], row))
    row, column = row[order], column[order]
    rank = np.arange(len(row)) - np.searchsorted(row, row)
    kept = (rank < MOST_WAYS) | is_now[row, column]
    row, column = row[kept], column[kept]
    rows, first, number = np.unique(row, return_index=True, return_counts=True)
    of_way = slack[row, column]
    return (
        cut.rows[rows],
        np.full(len(rows), warmth),
        of_way[first + 1] - of_way[first],
        number,
        cut.slots[column],
        at_rates(cut, search.rates)[row, column],
    )


def _is_over(search: Search, panel: Panel) -> Flags:
    """Where there is more than there is room for of something that a household takes."""
    over = np.zeros(panel.lawful.shape, dtype=np.bool_)
    for count in search.capacity.counts:
        crowded = count.over[panel.slots] > 0
        if crowded.any():
            over |= crowded & (count.taken(panel.rows[:, None], panel.slots) > 0)
    return over


def _usual_price(search: Search, relaxed: Relaxed, panel: Panel) -> float:
    """The middle price of a place that has one, in steps of a thousandth, where this panel may go."""
    rows = search.capacity.taken[panel.slots]
    prices = relaxed.prices.rows[rows[rows >= 0]]
    prices = prices[prices > 0]
    return float(np.median(prices)) if len(prices) else 0.0


def ways_of_plan(contested: Contested, plan: Ints) -> Ints:
    """The ways that the plan goes (n, among W); `NOWHERE` where it is none of these."""
    number = np.diff(contested.begin)
    goes = contested.slot == np.repeat(plan[contested.household], number)
    ways = np.full(len(number), NOWHERE, dtype=np.int64)
    ways[np.repeat(np.arange(len(number)), number)[goes]] = np.flatnonzero(goes)
    return ways


def slots_of_ways(contested: Contested, ways: Ints) -> Ints:
    """The slot of every way."""
    return np.append(contested.slot, NOWHERE)[ways]


def cost_of_ways(contested: Contested, ways: Ints) -> int:
    """What ways cost together, in thousandths."""
    return int(np.where(ways == NOWHERE, contested.nowhere, np.append(contested.cost, 0)[ways]).sum())
