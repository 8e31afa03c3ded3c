# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Terms that run for children, as data: from what to what, for whom, how long, by which norm, and how sure that is."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Annotated, Self

import yaml
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, PositiveInt, model_validator

from luwte.model.marks import Mark
from luwte.model.periods import months_later
from luwte.model.places import LocationKind
from luwte.quality.norm import Force
from luwte.quality.working_days import ONE_DAY, working_days_later

BUNDLED = Path(__file__).parent / "terms.yaml"


class Standing(StrEnum):
    """How a term stands on a day; `SOON` is running as well, with few days left."""

    MET = "met"
    LATE = "late"
    OVERDUE = "overdue"
    SOON = "soon"
    RUNNING = "running"
    UNKNOWN = "unknown"
    NOT_APPLICABLE = "not_applicable"


class Starts(StrEnum):
    """From which day a term runs; `ARRIVED` is the first day of an unbroken time at the kinds of site of the term."""

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


LATER: Mapping[Unit, Callable[[date, int], date]] = {
    Unit.DAYS: lambda day, count: day + timedelta(days=count),
    Unit.WORKING_DAYS: working_days_later,
    Unit.WEEKS: lambda day, count: day + timedelta(weeks=count),
    Unit.MONTHS: months_later,
}


def _in_both(words: Mapping[str, str]) -> Mapping[str, str]:
    if set(words) != {"nl", "en"}:
        raise ValueError("give words in nl and en")
    return words


Both = Annotated[Mapping[str, str], AfterValidator(_in_both)]


class Told(BaseModel):
    """What is told of every term: what it is, by which norm, with what force, by what source, and how sure that is."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    code: str = Field(pattern=r"^[a-z_]+$")
    title: Both
    norm: Both
    force: Force
    source: Both
    mark: Mark


class Clock(Told):
    """One term that the tables hold the days for; `answers` is the norm of the catalogue that it tells about."""

    starts: Starts
    ends: Ends
    whom: Whom
    at: frozenset[LocationKind] = frozenset()
    limit: Mapping[Unit, PositiveInt] = Field(min_length=1, max_length=1)
    holds_from: date = Field(date.min, alias="from")
    holds_until: date = Field(date.max, alias="until")
    soon: PositiveInt
    answers: str = ""

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

    def standing(self, start: date | None, met: date | None, on: date) -> Standing:
        """How it stands on a day for who it runs for; without a start nobody can tell whether it was met in time."""
        if start is None:
            return Standing.UNKNOWN
        due = self.due(start)
        if met is not None:
            return Standing.MET if met <= due else Standing.LATE
        if due < on:
            return Standing.OVERDUE
        return Standing.SOON if due <= on + timedelta(days=self.soon) else Standing.RUNNING


class NotKept(Told):
    """One term that the tables hold no days for: `missing` says which."""

    missing: Both


class Eighteen(BaseModel):
    """How long before the month of the eighteenth birthday there is a plan for what comes after it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    months_ahead: PositiveInt
    source: Both
    mark: Mark


class Terms(BaseModel):
    """All terms, in the order in which people read them."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    clocks: tuple[Clock, ...] = Field(min_length=1)
    not_kept: tuple[NotKept, ...]
    eighteen: Eighteen

    @model_validator(mode="after")
    def _each_once(self) -> Self:
        codes = [term.code for term in (*self.clocks, *self.not_kept)]
        if len(codes) != len(set(codes)):
            raise ValueError("a code stands there twice")
        return self


@cache
def bundled_terms() -> Terms:
    """The terms that come with the package; a wrong file is told of at once."""
    return Terms.model_validate(yaml.safe_load(BUNDLED.read_text("utf-8")))


def bundled_clocks() -> tuple[Clock, ...]:
    """Those that the tables hold the days for."""
    return bundled_terms().clocks
