# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Who can go several near ways, and what those ways cost: what a search over whole households changes."""

from functools import partial
from typing import NamedTuple

import numpy as np

from luwte.placement.cheapest import NEVER, near_ways
from luwte.placement.options import NO_COLUMN, Panel
from luwte.placement.prices import STEPS, Search, asked_of, at_rates
from luwte.placement.relax import WAYS_AT_ONCE, Relaxed
from luwte.placement.sites import Flags, Ints
from luwte.placement.threads import in_order

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


class Part(NamedTuple):
    """Households of one panel, how many steps dearer a near way may be to them, and the warmth of their group."""

    panel: Panel
    limit: int
    warmth: int


def contested_of(search: Search, panels: list[Panel], relaxed: Relaxed, plan: Ints, near: float | None) -> Contested:
    """Who has more than one way within `near` usual prices of a place (or at all), the present one among them."""
    parts = []
    for panel in panels:
        usual = _usual_price(search, relaxed, panel)
        limit, warm = NEVER // 2 if near is None else int(usual * near), max(1, round(usual / STEPS))
        parts += [Part(part, limit, warm) for part in panel.parts(WAYS_AT_ONCE)]
    none = (np.zeros(0, dtype=np.int64),) * 6
    found = [none, *in_order(partial(_near_ways, search, relaxed, plan), parts)]
    household, warmth, regret, number, slot, cost = (np.concatenate(kind) for kind in zip(*found, strict=True))
    nowhere = search.total_of_unplaced()[household]
    return Contested(household, warmth, regret, nowhere, np.r_[0, np.cumsum(number)], slot, cost)


def _near_ways(search: Search, relaxed: Relaxed, plan: Ints, part: Part) -> tuple[Ints, Ints, Ints, Ints, Ints, Ints]:
    """Of who has several near ways: household, warmth, regret, number of ways; and slot and cost of every way."""
    panel, households = part.panel, part.panel.rows
    now, home = (panel.columns_of(slots[households]) for slots in (plan, search.problem.people.home))
    slacks, columns = np.empty((2, len(households), MOST_WAYS + 1), dtype=np.int64)
    scratch = np.empty(len(panel.slots), dtype=np.int64)
    asked = asked_of(search, panel, relaxed.prices)
    near_ways(asked, relaxed.cheapest[households], now, part.limit, slacks, columns, scratch)
    row, rank = np.nonzero(columns != NO_COLUMN)
    column, slack = columns[row, rank], slacks[row, rank]
    may = (column == now[row]) | (column == home[row])
    may |= ~_is_over(search, households[row], panel.slots[column])
    may &= np.bincount(row[may], minlength=len(households))[row] > 1
    row, column, slack = row[may], column[may], slack[may]
    rows, first, number = np.unique(row, return_index=True, return_counts=True)
    return (
        households[rows],
        np.full(len(rows), part.warmth),
        slack[first + 1] - slack[first],
        number,
        panel.slots[column],
        at_rates(panel, search.rates, row, column),
    )


def _is_over(search: Search, household: Ints, slot: Ints) -> Flags:
    """Where there is more than there is room for of something that the household takes, pair by pair."""
    over = np.zeros(len(household), dtype=np.bool_)
    for count in search.capacity.counts:
        crowded = count.over[slot] > 0
        if crowded.any():
            over |= crowded & (count.taken(household, slot) > 0)
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
