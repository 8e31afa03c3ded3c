# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Quarters of the year, and the stretches of days between two counts."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

MONTHS_A_QUARTER = 3
QUARTERS_A_YEAR = 4
ONE_DAY = timedelta(days=1)


class Quarter(NamedTuple):
    """A quarter of a calendar year, written 2026-Q3."""

    year: int
    number: int

    @classmethod
    def of(cls, day: date) -> "Quarter":
        """The quarter that a day is in."""
        return cls(day.year, (day.month - 1) // MONTHS_A_QUARTER + 1)

    @property
    def first(self) -> date:
        """Its first day."""
        return date(self.year, (self.number - 1) * MONTHS_A_QUARTER + 1, 1)

    @property
    def last(self) -> date:
        """Its last day."""
        return self.later(1).first - ONE_DAY

    def later(self, quarters: int) -> "Quarter":
        """So many quarters on, or back."""
        year, number = divmod(self.year * QUARTERS_A_YEAR + self.number - 1 + quarters, QUARTERS_A_YEAR)
        return Quarter(year, number + 1)

    def __str__(self) -> str:
        return f"{self.year:04d}-Q{self.number}"


@dataclass(frozen=True, slots=True)
class Stretch:
    """The days of one quarter up to the day of a count: after the night of `before`, through that of `last`."""

    quarter: Quarter
    last: date

    @property
    def before(self) -> date:
        """The last day of the quarter before: the count that this one is held against."""
        return self.quarter.first - ONE_DAY

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.last - self.before).days

    @property
    def is_whole(self) -> bool:
        """Whether the quarter is over."""
        return self.last == self.quarter.last

    def holds(self, day: date) -> bool:
        """Whether a day is one of its days."""
        return self.before < day <= self.last


def stretches(on: date, whole: int) -> Iterator[Stretch]:
    """So many whole quarters up to a day, the earliest first, and the one that runs."""
    running = Quarter.of(on)
    ended = on == running.last
    for back in range(whole - ended, 0, -1):
        quarter = running.later(-back)
        yield Stretch(quarter, quarter.last)
    yield Stretch(running, on)
