# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Durable means available for at least five years (Decree 1.1); the text does not say from which day."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from luwte.law.counting.verdicts import Reason

DURABLE_YEARS = 5  # Decree 1.1
ONE_DAY = timedelta(days=1)


class FiveYearsFrom(StrEnum):
    """From which day the five years run. Decree 1.1 does not say; people choose, and the other is shown beside it."""

    OPENING = "opening"
    COUNTING = "counting"


@dataclass(frozen=True, slots=True)
class Term:
    """How long places are there. `until` is the first day without them; `open_end`: somebody said there is none."""

    since: date | None
    until: date | None
    open_end: bool = False


def years_after(day: date, years: int) -> date:
    """The first day after so many whole years; five years from 29 February are over on 1 March."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)


def after(last_day: date | None) -> date | None:
    """The first day without what was there through `last_day`."""
    return None if last_day is None else last_day + ONE_DAY


def not_durable(term: Term, on: date, reading: FiveYearsFrom) -> Reason | None:
    """Why places are not durable, or not surely; `None` where they are.

    Who was there for five years already is durable under the first reading, whatever the end. Under the second the
    years run from the day of counting, or from the opening where that lies ahead.
    """
    if term.since is None:
        return Reason.OPENING_UNKNOWN
    begin = term.since if reading is FiveYearsFrom.OPENING else max(term.since, on)
    enough = years_after(begin, DURABLE_YEARS)
    if term.until is not None:
        return None if term.until >= enough else Reason.TOO_SHORT
    return None if term.open_end or on >= enough else Reason.END_UNKNOWN
