# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What surrounds the choice of every household: its price, that of staying, and that of the best other place."""

from dataclasses import dataclass

import numpy as np

from luwte.placement.columns import UNPLACED
from luwte.placement.explain.excluded import locations_among
from luwte.placement.explain.room import Room
from luwte.placement.options import WAYS_AT_ONCE, Options, Panel
from luwte.placement.problem import Problem
from luwte.placement.sites import Flags, Ints

WEIGH = 2**31  # level 2 before level 3 in one number: prices are under 2**31 thousandths
NEVER = np.iinfo(np.int64).max


@dataclass(frozen=True, eq=False)
class Around:
    """Arrays over households (H). Prices are levels 2 and 3 in one number, in thousandths (`split` takes it apart).

    `other` is the best lawful slot beside the chosen one, -1 where there is none; `lawful` counts locations, the own
    one included; `better_has_room` tells whether a better place than the chosen one has room for the whole household.
    """

    chosen: Ints
    at_home: Ints
    other: Ints
    other_price: Ints
    lawful: Ints
    better_has_room: Flags


def price_of(panel: Panel) -> Ints:
    """Levels 2 and 3 of a panel in one number, level 2 first."""
    second, third = panel.prices
    return second * WEIGH + third


def split(price: Ints) -> tuple[Ints, Ints]:
    """The two levels of a price; of a difference of prices too, as each level stays under half of `WEIGH`."""
    second = (price + WEIGH // 2) // WEIGH
    return second, price - second * WEIGH


def around(problem: Problem, options: Options, plan: Ints, room: Room) -> Around:
    """Look around every household's choice."""
    _, second, third = options.unplaced_prices
    chosen = second * WEIGH + third
    at_home, other_price = np.full((2, len(plan)), NEVER)
    other = np.full(len(plan), UNPLACED)
    lawful = np.zeros(len(plan), dtype=np.int64)
    better_has_room = np.zeros(len(plan), dtype=np.bool_)
    found = Around(chosen, at_home, other, other_price, lawful, better_has_room)
    for panel in options.panels:
        if len(panel.slots):
            for part in panel.parts(WAYS_AT_ONCE):
                _look(problem, part, plan, room, found)
    return found


def _look(problem: Problem, panel: Panel, plan: Ints, room: Room, found: Around) -> None:
    rows, price, everyone = panel.rows, price_of(panel), np.arange(len(panel.rows))
    placed, lives = np.flatnonzero(plan[rows] != UNPLACED), np.flatnonzero(problem.people.home[rows] >= 0)
    mine = panel.columns_of(plan[rows[placed]])
    found.chosen[rows[placed]] = price[placed, mine]
    found.at_home[rows[lives]] = price[lives, panel.columns_of(problem.people.home[rows[lives]])]
    found.lawful[rows] = locations_among(panel, panel.lawful).sum(axis=1)
    price[~panel.lawful] = NEVER
    price[placed, mine] = NEVER
    best = price.argmin(axis=1)
    cheapest = price[everyone, best]
    found.other[rows] = np.where(cheapest < NEVER, panel.slots[best], UNPLACED)
    found.other_price[rows] = cheapest
    envious = np.flatnonzero(cheapest < found.chosen[rows])
    better = price[envious] < found.chosen[rows[envious]][:, None]
    found.better_has_room[rows[envious]] = (better & room.fits(problem, rows[envious], panel.slots)).any(axis=1)
