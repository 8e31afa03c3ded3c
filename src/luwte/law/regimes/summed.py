# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What stands and what is exposed under a regime, added up: places, those for unaccompanied minors, and money."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from luwte.law.regimes.compare import Resting
from luwte.law.regimes.rules import Holds, Regime


@dataclass(frozen=True)
class Sums:
    """Places by whether they stand; `money` are places by whether their money stands.

    `amv_at_least` says where a decision does not tell how many places are for minors: there are at least so many.
    """

    places: Mapping[Holds, int]
    amv: Mapping[Holds, int]
    amv_at_least: frozenset[Holds]
    money: Mapping[Holds, int]


def summed(lines: Iterable[Resting], regime: Regime, on: date) -> Sums:
    """The lines added up under one regime, on a day."""
    places, amv, money = (Counter[Holds]() for _ in range(3))
    at_least = set()
    for one in lines:
        holds = one.holds(regime)
        places[holds] += one.places
        money[one.money(regime, on)] += one.places
        amv[holds] += one.amv_places or 0
        if one.amv_places is None:
            at_least.add(holds)
    return Sums(places, amv, frozenset(at_least), money)
