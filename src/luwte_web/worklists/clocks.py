# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Terms that run for children, as data: from what to what, for whom, how long, by which norm, and how sure that is."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Self

import yaml
from pydantic import BaseModel, ConfigDict, Field, PositiveInt, model_validator

from luwte.model.marks import Mark
from luwte.model.places import LocationKind
from luwte_web.registry.days import months_later

BUNDLED = Path(__file__).parent / "clocks.yaml"
WORKING_DAYS = range(5)  # Monday to Friday, as `date.weekday` counts them
ONE_DAY = timedelta(days=1)


class Starts(StrEnum):
    """From which day a term runs."""

    LODGED = "lodged_on"
    ARRIVED = "since"


class Ends(StrEnum):
    """By what a term is met: a day that is filled in, or that they live elsewhere."""

    SCHOOL = "first_school_day"
    GUARDIAN = "guardian_since"
    HEALTH = "health_intake_on"
    LEAVING = "leaving"

    @property
    def is_a_day(self) -> bool:
        """Whether a day that somebody fills in meets the term."""
        return self is not Ends.LEAVING


class Whom(StrEnum):
    """For whom a term runs."""

    MINORS = "minors"
    SCHOOL_AGE = "school_age"
    AMV = "amv"


class Unit(StrEnum):
    """What a term is counted in."""

    DAYS = "days"
    WORKING_DAYS = "working_days"
    WEEKS = "weeks"
    MONTHS = "months"


def _working_days_later(day: date, count: int) -> date:
    while count:
        day += ONE_DAY
        count -= day.weekday() in WORKING_DAYS
    return day


LATER: Mapping[Unit, Callable[[date, int], date]] = {
    Unit.DAYS: lambda day, count: day + timedelta(days=count),
    Unit.WORKING_DAYS: _working_days_later,
    Unit.WEEKS: lambda day, count: day + timedelta(weeks=count),
    Unit.MONTHS: months_later,
}


class Clock(BaseModel):
    """One term."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    code: str = Field(pattern=r"^[a-z_]+$")
    title: Mapping[str, str]
    starts: Starts
    ends: Ends
    whom: Whom
    at: frozenset[LocationKind] = frozenset()
    limit: Mapping[Unit, PositiveInt] = Field(min_length=1, max_length=1)
    holds_from: date = Field(date.min, alias="from")
    holds_until: date = Field(date.max, alias="until")
    soon: PositiveInt
    norm: Mapping[str, str]
    force: str = Field(min_length=1)
    source: str = Field(min_length=1)
    mark: Mark

    @model_validator(mode="after")
    def _in_both_languages(self) -> Self:
        if any(set(words) != {"nl", "en"} for words in (self.title, self.norm)):
            raise ValueError("a title and a norm have words in nl and en")
        return self

    def due(self, start: date) -> date:
        """The last day of the term that started on a day."""
        ((unit, count),) = self.limit.items()
        return LATER[unit](start, count)

    def started_by(self, due: date) -> date:
        """The last day of starting whose term is over by a day, that day included."""
        start = due
        while self.due(start) > due:
            start -= ONE_DAY
        return start

    def holds(self, start: date) -> bool:
        """Whether this term holds for what started on a day."""
        return self.holds_from <= start < self.holds_until


class Clocks(BaseModel):
    """All terms, in the order in which people read them."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    clocks: tuple[Clock, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _each_once(self) -> Self:
        codes = [clock.code for clock in self.clocks]
        if len(codes) != len(set(codes)):
            raise ValueError("a code stands there twice")
        return self


@cache
def bundled_clocks() -> tuple[Clock, ...]:
    """The terms that come with the package; a wrong file is told of at once."""
    return Clocks.model_validate(yaml.safe_load(BUNDLED.read_text("utf-8"))).clocks
