# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""At this pace the last child leaves on a day: exact arithmetic, and no day where the pace leads to none."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from math import ceil

from luwte.quality.phase_out.flows import Flow

LOOKED_BACK = (2, 4)  # quarters, side by side: half a year and a year
DAYS_A_WEEK = 7
LONGEST = 36_525  # days, a century: what lies further is no day to tell anybody


@dataclass(frozen=True, slots=True)
class Pace:
    """So many children fewer in so many days, and what that means for who is there on a day.

    `is_floor` where nobody counted the children of the first day: at least so many were there, and so it went at least
    as fast as this.
    """

    children: int
    on: date
    since: date
    fell: int
    days: int
    is_floor: bool = False

    @property
    def a_day(self) -> Fraction:
        """Children a day by which there are fewer; below zero where there are more."""
        return Fraction(self.fell, self.days)

    @property
    def days_left(self) -> int | None:
        """Whole days until the last child has left; None where at this pace that never comes."""
        if self.children == 0:
            return 0
        return ceil(self.children / self.a_day) if self.fell > 0 else None

    @property
    def last_leaves(self) -> date | None:
        """The day on which the last child leaves; None for never, or for after more than a century."""
        left = self.days_left
        return None if left is None or left > LONGEST else self.on + timedelta(days=left)

    @property
    def is_known(self) -> bool:
        """Whether the tables tell the pace: a floor that is no fall may hide any fall."""
        return not self.is_floor or self.fell > 0 or self.children == 0


@dataclass(frozen=True, slots=True)
class Outlook:
    """The pace over so many whole quarters and the days since, and that of the best and the worst of these quarters.

    Without counts at the beginning and end of each of them nobody knows which was best, or worst.
    """

    quarters: int
    pace: Pace
    best: Pace | None
    worst: Pace | None


def outlook(rows: Sequence[Flow], quarters: int) -> Outlook | None:
    """What the last so many whole quarters come to, for one part, its earliest quarter first; None for too few."""
    whole = [row for row in rows if row.stretch.is_whole][-quarters:]
    if len(whole) < quarters:
        return None
    now = rows[-1]
    single = [_pace(row, row, now) for row in whole if row.before_known and row.end_known]
    banded = single if len(single) == quarters else []
    return Outlook(
        quarters=quarters,
        pace=_pace(whole[0], now, now),
        best=max(banded, key=lambda pace: pace.a_day, default=None),
        worst=min(banded, key=lambda pace: pace.a_day, default=None),
    )


def _pace(first: Flow, last: Flow, now: Flow) -> Pace:
    return Pace(
        children=now.end,
        on=now.stretch.last,
        since=first.stretch.before,
        fell=first.before - last.end,
        days=(last.stretch.last - first.stretch.before).days,
        is_floor=not first.before_known,
    )


@dataclass(frozen=True, slots=True)
class Asked:
    """What it takes that no child is in emergency reception any more on a chosen day."""

    children: int
    on: date
    until: date

    @property
    def days(self) -> int:
        """Days that are left; zero where the day has come."""
        return max(0, (self.until - self.on).days)

    @property
    def a_week(self) -> Fraction | None:
        """Children that must leave each week, none coming in; None where no day is left."""
        return Fraction(self.children * DAYS_A_WEEK, self.days) if self.days else None
