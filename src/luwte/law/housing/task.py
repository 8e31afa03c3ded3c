# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The housing task for permit holders: by inhabitants alone, twice a year; arrears and lead roll over."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from luwte.law.housing.figures import HALF_YEAR, National, first_day, national_tasks
from luwte.law.housing.kinds import (
    ARREARS_UNKNOWN,
    COUNTED_ON,
    HOUSING_SUM,
    INHABITANTS_MISSING,
    NATIONAL_ASKED,
    NEGATIVE_NATIONAL,
    NO_SUCH_HALF_YEAR,
)
from luwte.law.inputs import NOBODY, days_counted
from luwte.law.key import half_up
from luwte.model.findings import Finding, InputRefused
from luwte.model.geography import Municipality


@dataclass(frozen=True, slots=True)
class Balance:
    """What a municipality brings along from earlier half-years: arrears, and what it housed ahead, in people."""

    backlog: int
    lead: int


@dataclass(frozen=True, slots=True)
class HousingTask:
    """One municipality: its task, and what it has to house with arrears and lead; `None` where those are not known.

    Below 0 it housed more than was asked of it, which is lead for the next half-year.
    """

    municipality: str
    inhabitants: int
    exact: Fraction
    task: int
    balance: Balance | None

    @property
    def due(self) -> int | None:
        """Task plus arrears less lead."""
        return None if self.balance is None else self.task + self.balance.backlog - self.balance.lead


@dataclass(frozen=True)
class HousingTasks:
    """The whole country in one half-year; `national` has no mark where it was given with the question."""

    half_year: str
    people: int
    national: National | None
    inhabitants_on: date | None
    tasks: tuple[HousingTask, ...]
    findings: tuple[Finding, ...] = field(default=())


def housing_tasks(
    municipalities: Iterable[Municipality],
    half_year: str,
    *,
    people: int | None = None,
    inhabitants_on: date | None = None,
    balances: Mapping[str, Balance] | None = None,
) -> HousingTasks:
    """T = round(T national x P / sum P), a half up, for every municipality; due = T + backlog - lead.

    `people` is the national task; where it is left out that of the half-year, if it is known. The inhabitants are
    those of the day given, else the last count before the half-year, else the first after. Raises `InputRefused`.
    """
    table, known = tuple(municipalities), balances or {}
    if faults := tuple(_faults(half_year, people)):
        raise InputRefused(faults)
    national = _national(half_year) if people is None else None
    whole = people if people is not None else national.people if national else 0
    day = inhabitants_on or _day(table, first_day(half_year))
    counts = _counts(table, day)
    country = sum(counts.values())
    if not country:
        raise InputRefused((Finding(NOBODY),))
    tasks = tuple(
        HousingTask(code, count, exact := Fraction(whole * count, country), half_up(exact), known.get(code))
        for code, count in counts.items()
    )
    return HousingTasks(half_year, whole, national, day, tasks, tuple(_notes(tasks, whole, day)))


def _national(half_year: str) -> National | None:
    return next((one for one in national_tasks() if one.half_year == half_year), None)


def _day(table: Iterable[Municipality], begins: date) -> date | None:
    days = days_counted(tuple(table))
    return max((day for day in days if day <= begins), default=min(days, default=None))


def _counts(table: Iterable[Municipality], day: date | None) -> Mapping[str, int]:
    missing = [one.code for one in table if day not in one.inhabitants]
    if missing:
        shown = day.isoformat() if day else "-"
        raise InputRefused(
            tuple(Finding(INHABITANTS_MISSING, code, params={"code": code, "day": shown}) for code in missing)
        )
    return {one.code: one.inhabitants[day] for one in table}


def _faults(half_year: str, people: int | None) -> Iterator[Finding]:
    if not re.match(HALF_YEAR, half_year):
        yield Finding(NO_SUCH_HALF_YEAR, params={"half_year": half_year})
    elif people is None and _national(half_year) is None:
        known = ", ".join(one.half_year for one in national_tasks())
        yield Finding(NATIONAL_ASKED, half_year, params={"half_year": half_year, "known": known})
    if people is not None and people < 0:
        yield Finding(NEGATIVE_NATIONAL, params={"people": str(people)})


def _notes(tasks: tuple[HousingTask, ...], people: int, day: date | None) -> Iterator[Finding]:
    if day is not None:
        yield Finding(COUNTED_ON, params={"day": day.isoformat()})
    if (total := sum(one.task for one in tasks)) != people:
        yield Finding(HOUSING_SUM, params={"sum": str(total), "people": str(people)})
    if unknown := sum(one.balance is None for one in tasks):
        yield Finding(ARREARS_UNKNOWN, params={"count": str(unknown)})
