# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The forecast: as many people as in the last twelve months, over the months as in all whole years of the series.

It is the method that the backtest prefers (docs/estimate.md). The band is as wide as this method was wrong before: a
factor for each year ahead, taken from the origins of which the outcome was known (split conformal prediction; Vovk,
Gammerman and Shafer, Algorithmic Learning in a Random World, 2005, chapter 4). All arithmetic is exact.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil

from luwte.data.months import IN_A_YEAR
from luwte.law.estimate.series import Series

YEARS_AHEAD = (1, 2)  # Act 2(1): the two years that follow


@dataclass(frozen=True, slots=True)
class Expected:
    """The people of one month ahead, with a band; exact."""

    month: str
    people: Fraction
    low: Fraction
    high: Fraction


def forecast(series: Series, factors: Sequence[Fraction]) -> tuple[Expected, ...]:
    """Twenty-four months; `factors` has for each year ahead by how much it can be more or less."""
    level, season = series.year_up_to(len(series.people)), seasons(series)
    return tuple(
        Expected(series.month(later), people, people / factor, people * factor)
        for year, factor in zip(YEARS_AHEAD, factors, strict=True)
        for later in range((year - 1) * IN_A_YEAR + 1, year * IN_A_YEAR + 1)
        for people in [level * season[(later - 1) % IN_A_YEAR]]
    )


def seasons(series: Series) -> tuple[Fraction, ...]:
    """The share of a year that falls in each of the twelve months after the series, on average over its whole years."""
    first = len(series.people) % IN_A_YEAR
    years = [series.people[start : start + IN_A_YEAR] for start in range(first, len(series.people), IN_A_YEAR)]
    return tuple(
        sum((Fraction(year[month], sum(year)) for year in years), Fraction(0)) / len(years)
        for month in range(IN_A_YEAR)
    )


def factor(series: Series, end: int, year: int, part: Fraction) -> Fraction | None:
    """How much more or less the year so far ahead can be, as known at position `end`, to hold this part of the cases.

    With n earlier cases it is the one that is ceil((n + 1) x part)th from below; `None` where there are too few.
    """
    known = sorted(miss(series, origin, year) for origin in range(IN_A_YEAR, end - year * IN_A_YEAR + 1))
    rank = ceil((len(known) + 1) * part)
    return known[rank - 1] if rank <= len(known) else None


def factors(series: Series, end: int, part: Fraction) -> tuple[Fraction, ...] | None:
    """The factor of each year ahead; a later year is never surer than an earlier one."""
    found = [factor(series, end, year, part) for year in YEARS_AHEAD]
    known = [one for one in found if one is not None]
    return tuple(max(known[: at + 1]) for at in range(len(known))) if len(known) == len(found) else None


def miss(series: Series, origin: int, year: int) -> Fraction:
    """How many times more or less came in the year so far ahead than in the twelve months before the origin."""
    said, came = series.year_up_to(origin), series.year_up_to(origin + year * IN_A_YEAR)
    return Fraction(max(said, came), min(said, came))
