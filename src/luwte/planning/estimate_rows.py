# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""An estimate as tables: every month ahead, every case of the backtest, and the published numbers beside it."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from luwte.law.estimate import Estimate, published_beside
from luwte.law.estimate.backtest import Case
from luwte.law.estimate.residents import Resident
from luwte.planning.cells import to_csv

MONTHS, CASES, PUBLISHED = "estimate.csv", "estimate_backtest.csv", "estimate_published.csv"


@dataclass(frozen=True, slots=True)
class NeedRow:
    """Residents that somebody entered, and the places for them."""

    residents: int
    residents_low: int
    residents_high: int
    places: int
    places_low: int
    places_high: int


@dataclass(frozen=True, slots=True)
class CaseRow:
    """One month of the past: people said for a year ahead, with the band, and people who came."""

    origin: str
    year_ahead: int
    said: int
    low: Decimal
    high: Decimal
    came: int
    inside: bool


@dataclass(frozen=True, slots=True)
class PublishedRow:
    """A published number of places."""

    cycle: int
    what: str
    places: int
    source: str
    mark: str


def tables(estimate: Estimate) -> Mapping[str, bytes]:
    """The tables of an estimate by the names of their files; those that it does not have are left out."""
    published = [
        PublishedRow(one.cycle, one.what.value, one.places, one.source, one.mark.value) for one in published_beside()
    ]
    made = {PUBLISHED: to_csv(PublishedRow, published)}
    if estimate.cases:
        made[CASES] = to_csv(CaseRow, map(_case, estimate.cases))
    if estimate.months:
        made[MONTHS] = to_csv(Resident, estimate.months)
    elif (need := estimate.need) is not None:
        row = NeedRow(*(getattr(need, name) for name in NeedRow.__slots__))
        made[MONTHS] = to_csv(NeedRow, [row])
    return made


def _case(case: Case) -> CaseRow:
    low, high = _tenths(case.low), _tenths(case.high)
    return CaseRow(case.origin, case.year_ahead, case.said, low, high, case.came, case.is_inside)


def _tenths(people: Fraction) -> Decimal:
    return round(Decimal(people.numerator) / people.denominator, 1)
