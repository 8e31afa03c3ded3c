# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The monthly asylum requests: all nationalities together, each year held against the months in it."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import astuple, dataclass
from itertools import pairwise

from luwte.data.months import IN_A_YEAR, ordinal
from luwte.data.raw import at, error, note
from luwte.data.refresh import values
from luwte.data.refresh.odata import YEAR, Fetched
from luwte.data.refresh.written import csv_bytes
from luwte.model.findings import Finding
from luwte.words import N_

MONTH = "MM"
COLUMNS = ("first_requests", "family_reunification")
ROUNDING = 33  # persons: thirteen numbers, each rounded to fives, can differ by 13 x 2.5

NO_MONTHS = error(
    "refresh.no_months", N_("The table gives no months."), N_("Look whether the filter in the contract still fits.")
)
MONTH_MISSING = error(
    "refresh.month_missing",
    N_("After {month} the months do not follow each other: the next one is {next}."),
    N_("The answer is not whole: try again later."),
)
NOT_THE_YEAR = error(
    "refresh.not_the_year",
    N_("The months of {year} add up to {sum}, and CBS gives {total} for the year: more than rounding explains."),
    N_("The answer is not whole: try again later."),
)
NOT_YET = note(
    "refresh.not_yet",
    N_("CBS does not tell {months} yet; these months are left out."),
    N_("Run it again when CBS has them."),
)
OLDER_MONTHS = error(
    "refresh.older_months",
    N_("The newest month of requests that CBS gives is {new}, and here {old} is known."),
    N_("Look whether the table in the contract is the newest one."),
)
KINDS = (NO_MONTHS, MONTH_MISSING, NOT_THE_YEAR, NOT_YET, OLDER_MONTHS)


@dataclass(frozen=True, slots=True)
class MonthOfRequests:
    """Persons, all nationalities, rounded to fives by CBS; the newest months are preliminary."""

    month: str
    first_requests: int
    family_reunification: int


def requests(table: Fetched, findings: list[Finding]) -> tuple[MonthOfRequests, ...]:
    """The months, oldest first; what is wrong is added to `findings`."""
    rows = sorted((row for row in table.rows if MONTH in row.period), key=lambda row: row.period)
    whole = list(rows)
    while whole and all(whole[-1].values.get(column) is None for column in COLUMNS):
        whole.pop()
    months = []
    for row in whole:
        first, family = (values.count(table, row, column, findings) for column in COLUMNS)
        if first is not None and family is not None:
            months.append(MonthOfRequests(row.period.replace(MONTH, "-"), first, family))
    if not months:
        findings.append(at(NO_MONTHS, table.id))
    if len(whole) < len(rows):
        left_out = ", ".join(row.period.replace(MONTH, "-") for row in rows[len(whole) :])
        findings.append(at(NOT_YET, table.id, months=left_out))
    _compare_neighbours(table, months, findings)
    _compare_years(table, months, findings)
    return tuple(months)


def never_older(table: Fetched, known: str, now: str, findings: list[Finding]) -> None:
    """A series is not replaced by one that ends earlier."""
    if now and now < known:
        findings.append(at(OLDER_MONTHS, table.id, old=known, new=now))


def as_csv(months: Sequence[MonthOfRequests]) -> bytes:
    """The series as a file."""
    return csv_bytes(("month", *COLUMNS), map(astuple, months))


def _compare_neighbours(table: Fetched, months: Sequence[MonthOfRequests], findings: list[Finding]) -> None:
    for one, following in pairwise(months):
        if ordinal(following.month) != ordinal(one.month) + 1:
            findings.append(at(MONTH_MISSING, table.id, month=one.month, next=following.month))


def _compare_years(table: Fetched, months: Sequence[MonthOfRequests], findings: list[Finding]) -> None:
    by_year: dict[str, list[MonthOfRequests]] = defaultdict(list)
    for one in months:
        by_year[one.month[:4]].append(one)
    for row in table.rows:
        inside = by_year[row.period.removesuffix(YEAR)] if row.period.endswith(YEAR) else []
        for column in COLUMNS if len(inside) == IN_A_YEAR else ():
            total, found = row.values.get(column), sum(getattr(one, column) for one in inside)
            if isinstance(total, int) and abs(found - total) > ROUNDING:
                findings.append(
                    at(NOT_THE_YEAR, table.id, None, column, None, year=row.period[:4], sum=found, total=total)
                )
