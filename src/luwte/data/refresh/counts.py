# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Inhabitants by year, each year held against the total of the country that CBS gives in the same table."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal

from luwte.data.raw import at, error, warning
from luwte.data.refresh import values
from luwte.data.refresh.odata import YEAR, Fetched
from luwte.model.findings import Finding
from luwte.model.geography import Municipality
from luwte.words import N_

COUNTRY = "NL"
STRIKING = Decimal("0.05")  # assumption of ours: a municipality seldom grows or shrinks by more within one edition

NO_TOTAL = error(
    "refresh.no_total",
    N_("CBS gives no total of the country for {period}, so the counts cannot be checked."),
    N_("Look whether the filter in the contract still asks for it."),
)
NOT_THE_TOTAL = error(
    "refresh.not_the_total",
    N_("The municipalities of {period} add up to {sum}, and CBS gives {total} for the country."),
    N_("The answer is not whole: try again later."),
)
MISSING = error(
    "refresh.missing",
    N_("{place} has no row for {period}."),
    N_("The answer is not whole: try again later."),
)
OLDER = error(
    "refresh.older",
    N_("The newest count that CBS gives is of {new}, and here one of {old} is known."),
    N_("Look whether the table in the contract is the newest one."),
)
STRIKING_CHANGE = warning(
    "refresh.striking",
    N_("{place} had {old} inhabitants on {old_day} and has {new} on {new_day}."),
    N_("Look whether that is right: a border can have moved."),
)
KINDS = (NO_TOTAL, NOT_THE_TOTAL, MISSING, OLDER, STRIKING_CHANGE)

Counts = Mapping[int, Mapping[str, int]]


def yearly_counts(
    table: Fetched, codes: Collection[str], before: Mapping[str, Municipality], findings: list[Finding]
) -> Counts:
    """Inhabitants on 1 January by year and code of now; what is wrong is added to `findings`.

    A municipality of now that is new has no counts of earlier years, and one that is gone counts for their totals only.
    """
    totals: dict[int, int] = {}
    counts: dict[int, dict[str, int]] = defaultdict(dict)
    rows = [(row, int(row.period.removesuffix(YEAR))) for row in table.rows if row.period.endswith(YEAR)]
    due = set(_due(codes, before, {year for _, year in rows}))
    for row, year in rows:
        is_country, is_due = row.place.startswith(COUNTRY), (row.place, year) in due
        if row.values.get("inhabitants") is None and not (is_country or is_due):
            continue
        due.discard((row.place, year))
        number = values.count(table, row, "inhabitants", findings)
        if number is not None and is_country:
            totals[year] = number
        elif number is not None:
            counts[year][row.place] = number
    findings += [at(MISSING, table.id, place=code, period=str(year)) for code, year in sorted(due)]
    for year, of in counts.items():
        findings += _beside_the_total(table, year, sum(of.values()), totals.get(year))
    return {year: {code: number for code, number in of.items() if code in codes} for year, of in counts.items()}


def beside_before(
    table: Fetched, now: Iterable[Municipality], before: Mapping[str, Municipality], findings: list[Finding]
) -> None:
    """The newest count beside the newest one that was known: never older, and a leap is told."""
    now = tuple(now)
    day, old_day = newest_day(now), newest_day(before.values())
    if day is None or old_day is None:
        return
    if day < old_day:
        findings.append(at(OLDER, table.id, old=old_day, new=day))
    for one in now:
        new, old = one.inhabitants.get(day), before[one.code].inhabitants.get(old_day) if one.code in before else None
        if new is not None and old and abs(new - old) > STRIKING * old:
            findings.append(
                at(STRIKING_CHANGE, table.id, place=one.name, old=old, old_day=old_day, new=new, new_day=day)
            )


def newest_day(municipalities: Iterable[Municipality]) -> date | None:
    """The newest day for which any of them has a count."""
    return max((day for one in municipalities for day in one.inhabitants if day is not None), default=None)


def _due(
    codes: Collection[str], before: Mapping[str, Municipality], years: Collection[int]
) -> Iterator[tuple[str, int]]:
    """The counts that there must be: those that were known before, newer ones of the same, and the newest of all."""
    newest = newest_day(before.values()) or date.min
    for code in codes:
        known = before[code].inhabitants if code in before else None
        for year in years:
            day = date(year, 1, 1)
            if year == max(years) or (known is not None and (day in known or day > newest)):
                yield code, year


def _beside_the_total(table: Fetched, year: int, number: int, total: int | None) -> Iterator[Finding]:
    if total is None:
        yield at(NO_TOTAL, table.id, period=year)
    elif number != total:
        yield at(NOT_THE_TOTAL, table.id, period=year, sum=number, total=total)
