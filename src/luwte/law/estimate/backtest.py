# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The backtest: at every past month a forecast from what was known then, held against what came."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from luwte.data.months import IN_A_YEAR
from luwte.law.estimate.forecast import YEARS_AHEAD, factors
from luwte.law.estimate.series import Series


@dataclass(frozen=True, slots=True)
class Case:
    """One origin and one year ahead: what was said with its band, and what came."""

    origin: str
    year_ahead: int
    said: int
    low: Fraction
    high: Fraction
    came: int

    @property
    def is_inside(self) -> bool:
        """Whether the band held what came."""
        return self.low <= self.came <= self.high


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many of the cases of one year ahead a band held, and how far off the middle was on average."""

    year_ahead: int
    nominal: Fraction
    cases: int
    inside: int
    mean_miss: Fraction
    whole_years: int

    @property
    def found(self) -> Fraction | None:
        """The part of the cases that was held; `None` without a case."""
        return Fraction(self.inside, self.cases) if self.cases else None


def backtest(series: Series, part: Fraction) -> tuple[Case, ...]:
    """Every origin of which a band could be told then and the outcome is known now, oldest first."""
    length = len(series.people)
    cases = []
    for end in range(IN_A_YEAR, length + 1):
        band = factors(series, end, part)
        for year in YEARS_AHEAD if band else ():
            if band and end + year * IN_A_YEAR <= length:
                said, spread = series.year_up_to(end), band[year - 1]
                came = series.year_up_to(end + year * IN_A_YEAR)
                origin = series.month(end - length)
                cases.append(Case(origin, year, said, said / spread, said * spread, came))
    return tuple(cases)


def coverage(cases: Sequence[Case], part: Fraction) -> tuple[Coverage, ...]:
    """Nominal against found for each year ahead. Cases overlap: `whole_years` of them share no month."""
    return tuple(_coverage([case for case in cases if case.year_ahead == year], year, part) for year in YEARS_AHEAD)


def _coverage(cases: Sequence[Case], year: int, part: Fraction) -> Coverage:
    misses = [Fraction(max(case.said, case.came), min(case.said, case.came)) for case in cases]
    return Coverage(
        year_ahead=year,
        nominal=part,
        cases=len(cases),
        inside=sum(case.is_inside for case in cases),
        mean_miss=sum(misses, Fraction(0)) / len(misses) if misses else Fraction(0),
        whole_years=-(-len(cases) // IN_A_YEAR),
    )
