# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""A series of people by month: read from a file, or made of what comes with the package."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from luwte.data.csv_files import read_csv
from luwte.data.in_use import national_in_use
from luwte.data.months import IN_A_YEAR, month_at, ordinal
from luwte.data.national import first_requests_by_month, requests_by_year
from luwte.data.raw import RawTable, at, error
from luwte.model.findings import Finding, InputRefused
from luwte.model.marks import Mark
from luwte.words import N_

LEAST_MONTHS = 24  # a season is told from whole years, and a level from the last one
MONTH = re.compile(r"\d{4}-(0[1-9]|1[0-2])")
MONTH_COLUMN = "month"

NO_COLUMNS = error(
    "estimate.no_columns",
    N_("The series needs a column month and at least one column with people."),
    N_("Take the series that `luwte refresh` writes, or one of the same form."),
)
NOT_A_MONTH = error("estimate.not_a_month", N_("This is no month."), N_("Write it as 2026-01."))
NOT_NEXT = error(
    "estimate.not_next",
    N_("After {before} comes {month}: months must follow each other without a gap."),
    N_("Add the months that are missing, and put them in order."),
)
NOT_PEOPLE = error(
    "estimate.not_people",
    N_("This is no number of people; an unknown month cannot be forecast from."),
    N_("Give a whole number of nought or more, or leave out the months before and after it."),
)
TOO_SHORT = error(
    "estimate.too_short",
    N_("The series has {months} months, and at least {least} are needed."),
    N_("Add earlier months."),
)
EMPTY_YEAR = error(
    "estimate.empty_year",
    N_("In the twelve months up to {month} nobody came, so no forecast can be measured by it."),
    N_("Begin the series later."),
)
KINDS = (NO_COLUMNS, NOT_A_MONTH, NOT_NEXT, NOT_PEOPLE, TOO_SHORT, EMPTY_YEAR)


@dataclass(frozen=True)
class Series:
    """People by month, without gaps; `last` is the newest month as `2025-12`; no mark where a user gave it."""

    last: str
    people: tuple[int, ...]
    source: str
    mark: Mark | None

    def month(self, later: int) -> str:
        """The month that is so many months after the last one; before it where below nought."""
        return month_at(ordinal(self.last) + later)

    def year_up_to(self, end: int) -> int:
        """The people of the twelve months before position `end`."""
        return sum(self.people[end - IN_A_YEAR : end])


def bundled_inflow() -> Series:
    """First requests and family reunification, all nationalities: years of CBS, spread evenly over their months."""
    years = requests_by_year()
    people = [part for one in years for part in _evenly(one.together)]
    source = N_("CBS 83102NED, years 2018 to 2025 (2025 preliminary), spread evenly over the months by us")
    return Series(f"{years[-1].year}-12", tuple(people), source, Mark.RECONSTRUCTED)


def inflow_in_use() -> Series:
    """The asylum requests that `luwte refresh` fetched, where such tables are named; else those of the package."""
    named = national_in_use()
    return read_series(named.requests) if named else bundled_inflow()


def seven_nationalities() -> Series:
    """First requests of seven nationalities: the longest real monthly series in the package, to measure a method by."""
    months = first_requests_by_month()
    source = N_("CBS 83102NED, first requests of seven nationalities by month, 2015 to 2025")
    return Series(list(months)[-1], tuple(months.values()), source, Mark.PUBLISHED)


def read_series(file: Path) -> Series:
    """A CSV with the column month and columns of people, which are added up; raises InputRefused with all faults."""
    raw, findings = read_csv(file)
    if raw is None or findings:
        raise InputRefused(tuple(findings))
    faults = list(_faults(raw))
    if faults:
        raise InputRefused(tuple(faults))
    at_month = raw.header.index(MONTH_COLUMN)
    people = [sum(int(cell) for at_cell, cell in enumerate(row) if at_cell != at_month) for row in raw.rows]
    series = Series(raw.rows[-1][at_month], tuple(people), file.name, None)
    empty = [end for end in range(IN_A_YEAR, len(people) + 1) if series.year_up_to(end) == 0]
    if empty:
        raise InputRefused(tuple(at(EMPTY_YEAR, file.name, month=series.month(end - len(people))) for end in empty))
    return series


def _faults(raw: RawTable) -> Iterator[Finding]:
    if MONTH_COLUMN not in raw.header or len(raw.header) < len((MONTH_COLUMN, "people")):
        yield at(NO_COLUMNS, raw.file)
        return
    at_month, before = raw.header.index(MONTH_COLUMN), ""
    for number, row in zip(raw.numbers, raw.rows, strict=True):
        month = row[at_month]
        if not MONTH.fullmatch(month):
            yield at(NOT_A_MONTH, raw.file, number, MONTH_COLUMN, month)
        elif before and ordinal(month) != ordinal(before) + 1:
            yield at(NOT_NEXT, raw.file, number, MONTH_COLUMN, month, before=before, month=month)
        before = month if MONTH.fullmatch(month) else ""
        yield from _cells(raw, number, row, at_month)
    if len(raw.rows) < LEAST_MONTHS:
        yield at(TOO_SHORT, raw.file, months=len(raw.rows), least=LEAST_MONTHS)


def _cells(raw: RawTable, number: int, row: Sequence[str], at_month: int) -> Iterator[Finding]:
    for position, cell in enumerate(row):
        if position != at_month and not (cell.isascii() and cell.isdigit()):
            yield at(NOT_PEOPLE, raw.file, number, raw.header[position], cell)


def _evenly(total: int) -> list[int]:
    """Twelve whole numbers that add up to a total and differ by at most one."""
    return [total * (month + 1) // IN_A_YEAR - total * month // IN_A_YEAR for month in range(IN_A_YEAR)]
