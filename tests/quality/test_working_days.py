# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Working days: public holidays as the law names them, Easter as the almanac has it."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from luwte.quality.working_days import easter_sunday, is_working_day, kings_day, public_holidays, working_days_later

# Easter Sundays as almanacs print them; 1818, 2285 and 2038 are the earliest and latest that can be
EASTER = """
1818-03-22 1954-04-18 2000-04-23 2008-03-23 2011-04-24 2024-03-31 2025-04-20 2026-04-05 2027-03-28 2028-04-16
2029-04-01 2030-04-21 2031-04-13 2038-04-25 2049-04-18 2076-04-19 2285-03-22
"""


@pytest.mark.parametrize("day", EASTER.split())
def test_easter_falls_where_almanacs_have_it(day: str) -> None:
    assert easter_sunday(int(day[:4])) == date.fromisoformat(day)


def test_public_holidays_are_those_of_the_law() -> None:
    days = ("01-01", "04-03", "04-06", "04-27", "05-05", "05-14", "05-25", "12-25", "12-26")
    assert public_holidays(2026) == {date.fromisoformat(f"2026-{day}") for day in days}


def test_kings_day_is_kept_a_day_earlier_where_it_would_be_a_sunday() -> None:
    assert kings_day(2025) == date(2025, 4, 26)
    assert kings_day(2026) == date(2026, 4, 27)


def test_working_days_step_over_easter_and_christmas() -> None:
    assert working_days_later(date(2026, 4, 2), 1) == date(2026, 4, 7)
    assert working_days_later(date(2026, 12, 24), 3) == date(2026, 12, 30)
    assert working_days_later(date(2026, 12, 31), 1) == date(2027, 1, 4)


@given(start=st.dates(date(2000, 1, 1), date(2060, 1, 1)), count=st.integers(1, 40))
def test_so_many_working_days_lie_between_and_the_last_day_is_one(start: date, count: int) -> None:
    end = working_days_later(start, count)
    between = (start + timedelta(days=number) for number in range(1, (end - start).days + 1))
    assert is_working_day(end)
    assert sum(map(is_working_day, between)) == count


@given(year=st.integers(1900, 2200))
def test_easter_is_a_sunday_in_spring(year: int) -> None:
    easter = easter_sunday(year)
    assert easter.weekday() == 6
    assert date(year, 3, 22) <= easter <= date(year, 4, 25)
