# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Who can go several near ways, and what those ways cost and take: what a search over whole households changes."""

from dataclasses import dataclass

import numpy as np

from luwte.placement.columns import UNPLACED
from luwte.placement.ground import Way
from luwte.placement.options import Panel
from luwte.placement.prices import STEPS, Search, at_rates, reduced_costs
from luwte.placement.relax import CHUNK, Relaxed
from luwte.placement.sites import Flags, Ints

NEAR = 0.6  # ways are near within so many usual prices of a place
MOST_WAYS = 60  # of one household


@dataclass(frozen=True, eq=False)
class Contested:
    """Who can go several near ways (n): the household, the warmth of its group, its ways from near to far.

    `regret` is how much farther the second way is than the first, in steps; `nowhere` the way of who finds no room.
    """

    household: list[int]
    size: list[int]
    warmth: list[float]
    regret: list[int]
    ways: list[list[Way]]
    nowhere: list[Way]


def contested_of(search: Search, panels: list[Panel], relaxed: Relaxed, plan: Ints) -> Contested:
    """Who has more than one near way, the present one among them."""
    contested = Contested([], [], [], [], [], [])
    nowhere = search.total_of_unplaced()
    for panel in panels:
        usual = _usual_price(search, relaxed, panel)
        for begin in range(0, len(panel.rows), CHUNK):
            part = slice(begin, begin + CHUNK)
            cut = panel.cut(part)
            slack = reduced_costs(search, panel, relaxed.prices, part) - relaxed.cheapest[cut.rows][:, None]
            cost = at_rates(cut, search.rates)
            is_now = cut.slots == plan[cut.rows][:, None]
            open_to_all = ~_is_over(search, cut) | (cut.slots == search.problem.people.home[cut.rows][:, None])
            near = ((slack <= int(usual * NEAR)) & open_to_all) | is_now
            for row in np.flatnonzero(near.sum(axis=1) > 1).tolist():
                columns = _nearest(near[row], slack[row], is_now[row])
                who = int(cut.rows[row])
                contested.household.append(who)
                contested.size.append(int(search.problem.people.size[who]))
                contested.warmth.append(max(1.0, usual / STEPS))
                contested.regret.append(int(slack[row, columns[1]] - slack[row, columns[0]]))
                contested.ways.append(
                    [
                        (slot, price, search.capacity.beside_beds(who, slot))
                        for slot, price in zip(cut.slots[columns].tolist(), cost[row, columns].tolist(), strict=True)
                    ]
                )
                contested.nowhere.append((UNPLACED, int(nowhere[who]), ()))
    return contested


def _is_over(search: Search, panel: Panel) -> Flags:
    """Where there is more than there is room for of something that a household takes."""
    over = np.zeros(panel.lawful.shape, dtype=np.bool_)
    for count in search.capacity.counts:
        crowded = count.over[panel.slots] > 0
        if crowded.any():
            over |= crowded & (count.taken(panel.rows[:, None], panel.slots) > 0)
    return over


def _nearest(near: Flags, slack: Ints, is_now: Flags) -> Ints:
    """The columns of near ways, nearest first; the present one is kept."""
    columns = np.flatnonzero(near)
    columns = columns[np.argsort(slack[columns], kind="stable")]
    here = np.setdiff1d(np.flatnonzero(is_now), columns[:MOST_WAYS])
    return np.concatenate([columns[:MOST_WAYS], here])


def _usual_price(search: Search, relaxed: Relaxed, panel: Panel) -> float:
    """The middle price of a place that has one, in steps of a thousandth, where this panel may go."""
    rows = search.capacity.taken[panel.slots]
    prices = relaxed.prices.rows[rows[rows >= 0]]
    prices = prices[prices > 0]
    return float(np.median(prices)) if len(prices) else 0.0


def ways_of_plan(contested: Contested, plan: Ints) -> list[Way]:
    """The ways that the plan goes."""
    return [
        next((way for way in ways if way[0] == slot), nowhere)
        for ways, nowhere, slot in zip(
            contested.ways, contested.nowhere, plan[contested.household].tolist(), strict=True
        )
    ]
