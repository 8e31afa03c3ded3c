# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Months, ages and school holidays; where only the month of birth is known, the doubt goes to the child."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple, Self

ADULT_AGE = 18  # Dutch Civil Code, Book 1, art. 233
MONTHS = 12  # in a year
SCHOOL_AGE = range(5, 18)  # compulsory and qualifying education: Leerplichtwet 1969, arts. 3 and 4a


class Month(NamedTuple):
    """A calendar month, written YYYY-MM."""

    year: int
    month: int

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read YYYY-MM; raises ValueError on anything else."""
        if len(text) != 7 or text[4] != "-" or not (text[:4] + text[5:]).isascii():
            raise ValueError(text)
        first = date(int(text[:4]), int(text[5:]), 1)
        return cls(first.year, first.month)

    def __str__(self) -> str:
        return f"{self.year:04d}-{self.month:02d}"


def months_later(day: date, months: int) -> date:
    """The same day of a later or earlier month; of a shorter month its last day."""
    year, month = divmod(day.year * MONTHS + day.month - 1 + months, MONTHS)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def lies_within(day: date, since: date | None, until: date | None) -> bool:
    """Whether a day lies in a period; no beginning or no end leaves it open, and `until` is not included."""
    return (since is None or since <= day) and (until is None or day < until)


def born_at(age: int, on: date) -> Month:
    """The month of birth of who has the birthday of this age in the month of a day."""
    return Month(on.year - age, on.month)


def eighteen_in(birth_month: Month) -> date:
    """The first day of the month of the eighteenth birthday."""
    return date(birth_month.year + ADULT_AGE, birth_month.month, 1)


def age(birth_month: Month, on: date) -> int:
    """Whole years, counted as if born on the last day of the month: through the birthday month the old age is kept."""
    had_birthday_month = on.month > birth_month.month
    return on.year - birth_month.year - (0 if had_birthday_month else 1)


def is_minor(birth_month: Month, on: date) -> bool:
    """A minor through the last day of the month of the eighteenth birthday."""
    return age(birth_month, on) < ADULT_AGE


def is_school_age(birth_month: Month, on: date) -> bool:
    """From 5 to 17 years old."""
    return age(birth_month, on) in SCHOOL_AGE


class SchoolRegion(StrEnum):
    """The three regions of the Dutch school holidays."""

    NORTH = "north"
    MIDDLE = "middle"
    SOUTH = "south"


@dataclass(frozen=True, slots=True)
class Holiday:
    """A school holiday of one region; both days are included."""

    region: SchoolRegion
    name: str
    first_day: date
    last_day: date
