# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""From people who come to people who live in reception: stock = previous stock + inflow - outflow, month by month."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil

from luwte.law.estimate.forecast import Expected


@dataclass(frozen=True, slots=True)
class Assumptions:
    """What people must say, because no fact here tells it.

    `now`: residents at the end of the last month of the series. `stay`: months that somebody lives in reception on
    average; each month one in so many of those present leaves. `entering`: the part of the inflow that comes to
    live in reception at all.
    """

    now: int
    stay: Fraction
    entering: Fraction = Fraction(1)


@dataclass(frozen=True, slots=True)
class Resident:
    """The end of one month: residents and places, each with its band, in whole people and whole places."""

    month: str
    inflow: int
    inflow_low: int
    inflow_high: int
    residents: int
    residents_low: int
    residents_high: int
    places: int
    places_low: int
    places_high: int


def stocks(now: int, inflow: Sequence[Fraction], assumed: Assumptions) -> tuple[Fraction, ...]:
    """The stock at the end of each month, exact; who comes in a month does not leave in the same month."""
    stock, found = Fraction(now), []
    for coming in inflow:
        stock += coming * assumed.entering - stock / assumed.stay
        found.append(stock)
    return tuple(found)


def places_for(residents: int, occupancy: Fraction) -> int:
    """Need = expected residents / occupancy, in whole places: rounded up, because half a place houses nobody."""
    return ceil(residents / occupancy)


def residents_expected(expected: Sequence[Expected], assumed: Assumptions, occupancy: Fraction) -> tuple[Resident, ...]:
    """Every month ahead; people are rounded up, and places follow from whole people so that anybody can redo it."""
    middle, low, high = (
        stocks(assumed.now, [getattr(one, name) for one in expected], assumed) for name in ("people", "low", "high")
    )
    return tuple(
        Resident(
            one.month,
            *(round(number) for number in (one.people, one.low, one.high)),
            *(people := [ceil(stock) for stock in at_end]),
            *(places_for(number, occupancy) for number in people),
        )
        for one, *at_end in zip(expected, middle, low, high, strict=True)
    )
