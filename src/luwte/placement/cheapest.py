# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What every way costs at prices, compiled: asked of millions of ways, some fifty times for a plan."""

from typing import NamedTuple

from luwte.placement.compiled import compiled_lean
from luwte.placement.sites import Flags, Ints, SmallInts

NEVER = 2**61 - 1


class Asked(NamedTuple):
    """Households (n) against slots (m), and the prices of what they take, in steps.

    What a way costs per level in thousandths (n x m) and the rate of each; per household the `home` column (-1: none
    of these slots) and whether a place is `reserved`; the `amount` of each thing that is counted (C x n). Per thing and
    slot the `price` and the price for who is `new` (C x m); where the `table` of a thing is not -1, a household takes
    `need[table, amount, slot]`.
    """

    lawful: Flags
    level_2: SmallInts
    level_3: SmallInts
    rate_2: int
    rate_3: int
    home: Ints
    reserved: Flags
    amount: Ints
    price: Ints
    new: Ints
    table: Ints
    need: Ints


@compiled_lean
def costs_of_row(asked: Asked, row: int, costs: Ints) -> None:
    """Write down what every way of a household costs (m), in steps; `NEVER` where it is not lawful."""
    home, columns = asked.home[row], len(costs)
    for column in range(columns):
        cost = asked.level_2[row, column] * asked.rate_2 + asked.level_3[row, column] * asked.rate_3
        costs[column] = cost if asked.lawful[row, column] else NEVER
    for thing in range(len(asked.table)):
        amount, table = asked.amount[thing, row], asked.table[thing]
        if amount == 0:
            continue
        for column in range(columns):
            price = asked.price[thing, column]
            if column != home and not asked.reserved[row]:
                price += asked.new[thing, column]
            costs[column] += price * (amount if table < 0 else asked.need[table, amount, column])


@compiled_lean
def all_costs(asked: Asked, costs: Ints) -> None:
    """Write down what every way costs (n x m)."""
    for row in range(len(costs)):
        costs_of_row(asked, row, costs[row])
        for column in range(costs.shape[1]):
            costs[row, column] = min(costs[row, column], NEVER)


@compiled_lean
def nearest(asked: Asked, limit: Ints, least: Ints, costs: Ints, columns: Ints, scratch: Ints) -> None:
    """Write down what the cheapest way of every household costs (n), and its cheapest ways that cost less than a limit.

    Those are written cheapest first (n x few), `NEVER` and -1 where there are no more. `scratch` (m) is written over.
    """
    few = costs.shape[1]
    for row in range(len(least)):
        for index in range(few):
            costs[row, index], columns[row, index] = NEVER, -1
        costs_of_row(asked, row, scratch)
        cheapest = NEVER
        for column in range(len(scratch)):
            cheapest = min(cheapest, scratch[column])
        least[row] = cheapest
        if cheapest >= limit[row]:
            continue
        for column in range(len(scratch)):
            cost = scratch[column]
            if cost >= limit[row] or cost >= costs[row, few - 1]:
                continue
            index = few - 1
            while index and costs[row, index - 1] > cost:
                costs[row, index], columns[row, index] = costs[row, index - 1], columns[row, index - 1]
                index -= 1
            costs[row, index], columns[row, index] = cost, column
