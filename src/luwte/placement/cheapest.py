# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What every way costs at prices, compiled: asked of millions of ways, some fifty times for a plan."""

from typing import NamedTuple

import numpy as np

from luwte.placement.compiled import compiled_lean
from luwte.placement.packed import Narrow
from luwte.placement.sites import Flags, Ints

NEVER = 2**61 - 1


class Asked(NamedTuple):
    """Households (n) against slots (m), and the prices of what they take, in steps.

    What a way costs per level (N x m; `never` on level 3 where it is not lawful), which row of that each household has
    (`at`), and the rate of each level; per household the `home` column (-1: none of these slots) and whether a place is
    `reserved`; the `amount` of each thing that is counted (C x n). Per thing and slot the `price` and the price for who
    is `new` (C x m); where the `table` of a thing is not -1, a household takes `need[table, amount, slot]`.
    """

    at: Ints
    level_2: Narrow
    level_3: Narrow
    never: int
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
    home, at, columns = asked.home[row], asked.at[row], len(costs)
    for column in range(columns):
        second, third = np.int64(asked.level_2[at, column]), np.int64(asked.level_3[at, column])
        costs[column] = NEVER if third == asked.never else second * asked.rate_2 + third * asked.rate_3
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
def put_in(costs: Ints, columns: Ints, row: int, index: int, cost: int, column: int, bar: int) -> None:
    """Write a way into a household's row of cheapest ways, at `index` or before every one there that is over a bar."""
    while index and costs[row, index - 1] > bar:
        costs[row, index], columns[row, index] = costs[row, index - 1], columns[row, index - 1]
        index -= 1
    costs[row, index], columns[row, index] = cost, column


@compiled_lean
def near_ways(asked: Asked, cheapest: Ints, now: Ints, limit: int, slacks: Ints, columns: Ints, scratch: Ints) -> None:
    """Write down the ways of every household that are at most a limit dearer than its cheapest, and its way now.

    Those are the columns (n x few), nearest first, and how much dearer each is; -1 where there are no more. Of too many
    the farthest are left out, but never the way now. `scratch` (m) is written over.
    """
    few = columns.shape[1]
    for row in range(len(cheapest)):
        columns[row, :] = -1
        costs_of_row(asked, row, scratch)
        number = 0
        for column in range(len(scratch)):
            slack = scratch[column] - cheapest[row]
            if column == now[row] or slack > limit or (number == few - 1 and slack >= slacks[row, number - 1]):
                continue
            index = number if number < few - 1 else number - 1
            number = index + 1
            put_in(slacks, columns, row, index, slack, column, slack)
        if now[row] >= 0:  # the first of those that are as dear
            slack = scratch[now[row]] - cheapest[row]
            put_in(slacks, columns, row, number, slack, now[row], slack - 1)


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
            if cost < limit[row] and cost < costs[row, few - 1]:
                put_in(costs, columns, row, few - 1, cost, column, cost)
