# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Working days: Monday to Friday, but for the public holidays of the Algemene termijnenwet, art. 3.

The days that a royal decree makes equal to holidays for some years (art. 3(3), such as the Friday after Ascension Day)
count as working days here: so a term is never shown longer than it may be.
"""

from datetime import date, timedelta
from functools import cache

ONE_DAY = timedelta(days=1)
FIVE_DAYS = range(5)  # Monday to Friday, as `date.weekday` counts them
SUNDAY = 6
FROM_EASTER = {"Good Friday": -2, "Easter Monday": 1, "Ascension Day": 39, "Whit Monday": 50}  # days from Easter Sunday


def working_days_later(day: date, count: int) -> date:
    """The last of so many working days after a day, which itself does not count (Regulation 1182/71, art. 3(1))."""
    while count:
        day += ONE_DAY
        count -= is_working_day(day)
    return day


def is_working_day(day: date) -> bool:
    """Whether a day is no Saturday, Sunday or public holiday."""
    return day.weekday() in FIVE_DAYS and day not in public_holidays(day.year)


@cache
def public_holidays(year: int) -> frozenset[date]:
    """The public holidays of a year: Algemene termijnenwet, art. 3(1) and (2); 5 May is one every year."""
    easter = easter_sunday(year)
    moving = {easter + timedelta(days=days) for days in FROM_EASTER.values()}
    fixed = {date(year, 1, 1), kings_day(year), date(year, 5, 5), date(year, 12, 25), date(year, 12, 26)}
    return frozenset(moving | fixed)


def kings_day(year: int) -> date:
    """The day on which the birthday of the King is kept: 27 April, and the day before where that is a Sunday."""
    day = date(year, 4, 27)
    return day - ONE_DAY if day.weekday() == SUNDAY else day


def easter_sunday(year: int) -> date:
    """Easter in the Gregorian calendar, by the anonymous rule (Meeus, Astronomical Algorithms, 1998, chapter 8).

    The letters are those of the rule: epact of the moon, weekday of the Sunday after it.
    """
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    weekday = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * weekday) // 451
    month, day = divmod(h + weekday - 7 * m + 114, 31)
    return date(year, month, day + 1)
