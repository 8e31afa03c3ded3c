# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Tables of CBS (OData v3): columns found by title, keys trimmed, periods as they are written."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from luwte.data.raw import at, error
from luwte.data.refresh.answers import Answers
from luwte.data.refresh.contract import Column, Contract, Table
from luwte.data.refresh.pages import items
from luwte.model.findings import Finding, InputRefused
from luwte.words import N_

YEAR = "JJ00"  # the end of a period that is a whole year, or 1 January of it

NO_COLUMN = error(
    "refresh.no_column",
    N_("The table has no column '{title}' {under}; it has: {titles}."),
    N_("CBS may have renamed it: change the title in a copy of the contract and give that with --contract."),
)
COLUMN_TWICE = error(
    "refresh.column_twice",
    N_("The title '{title}' {under} fits {count} columns, so it is not clear which one is meant."),
    N_("Name the group around it in a copy of the contract and give that with --contract."),
)
NO_ROWS = error(
    "refresh.no_rows",
    N_("The table gave no rows."),
    N_("Look whether the filter in the contract still fits the table."),
)
TWO_ROWS = error(
    "refresh.two_rows",
    N_("{place} {period} stands in the table more than once."),
    N_("Look whether the filter in the contract names every dimension of the table."),
)
KINDS = (NO_COLUMN, COLUMN_TWICE, NO_ROWS, TWO_ROWS)


@dataclass(frozen=True, slots=True)
class Row:
    """One row: region (or nothing), period (or nothing), and values by the names that the contract gives them."""

    place: str
    period: str
    values: Mapping[str, Any]


@dataclass(frozen=True)
class Fetched:
    """The rows of a table, and what CBS says about it: title, and when it was last changed."""

    id: str
    title: str
    modified: str
    rows: Sequence[Row]


def fetch(table: Table, contract: Contract, answers: Answers) -> Fetched:
    """Fetch one table whole; raises InputRefused with all that is wrong with its columns or rows."""
    properties = list(items(answers, *contract.address(table, "properties"), "value"))
    about = next(items(answers, *contract.address(table, "about"), "value"), {})
    keys = _keys(table, properties)
    rows = list(_rows(table, keys, properties, items(answers, *contract.address(table, "rows"), "value")))
    findings = list(_twice(table, rows)) if rows else [at(NO_ROWS, table.id)]
    if findings:
        raise InputRefused(tuple(findings))
    return Fetched(table.id, str(about.get("Title", "")).strip(), str(about.get("Modified", "")).strip(), rows)


def _keys(table: Table, properties: Sequence[Mapping[str, Any]]) -> Mapping[str, str]:
    """The key of each column that the contract names by title."""
    groups = {each.get("ID"): each for each in properties}
    found = {name: _matches(column, properties, groups) for name, column in table.columns.items()}
    findings = [
        _unclear(table, column, found[name], properties)
        for name, column in table.columns.items()
        if len(found[name]) != 1
    ]
    if findings:
        raise InputRefused(tuple(findings))
    return {name: keys[0] for name, keys in found.items()}


def _matches(column: Column, properties: Sequence[Mapping[str, Any]], groups: Mapping[Any, Any]) -> list[str]:
    """The keys whose title is the one asked for; where none is, those that begin with it."""
    around = [each for each in properties if _is_topic(each) and plain(column.under) in _path(each, groups)]
    exact = [each["Key"] for each in around if plain(each.get("Title")) == plain(column.title)]
    return exact or [each["Key"] for each in around if plain(each.get("Title")).startswith(plain(column.title) + " ")]


def _is_topic(each: Mapping[str, Any]) -> bool:
    return each.get("Type") == "Topic" and isinstance(each.get("Key"), str)


def _path(each: Mapping[str, Any], groups: Mapping[Any, Any]) -> str:
    """The titles of the groups around a column, outermost first."""
    titles: list[str] = []
    parent = each.get("ParentID")
    while parent in groups and parent is not None and len(titles) < len(groups):
        titles.insert(0, plain(groups[parent].get("Title")))
        parent = groups[parent].get("ParentID")
    return " ".join(titles)


def plain(title: object) -> str:
    """A title without capitals, signs and double blanks, to compare by."""
    return " ".join(re.sub(r"\W+", " ", str(title or "")).casefold().split())


def _unclear(table: Table, column: Column, keys: Sequence[str], properties: Sequence[Mapping[str, Any]]) -> Finding:
    under = f"({column.under})" if column.under else ""
    if keys:
        return at(COLUMN_TWICE, table.id, None, column.title, title=column.title, under=under, count=len(keys))
    titles = sorted({str(each.get("Title", "")).strip() for each in properties if _is_topic(each)})
    return at(NO_COLUMN, table.id, None, column.title, title=column.title, under=under, titles=", ".join(titles))


def _rows(
    table: Table,
    keys: Mapping[str, str],
    properties: Sequence[Mapping[str, Any]],
    found: Iterator[Mapping[str, Any]],
) -> Iterator[Row]:
    place = _dimension(properties, "Geo")
    period = _dimension(properties, "Time")
    for each in found:
        if all(_trimmed(each.get(dimension)) == value for dimension, value in table.only.items()):
            values = {name: each.get(key) for name, key in keys.items()}
            yield Row(_trimmed(each.get(place)), _trimmed(each.get(period)), values)


def _dimension(properties: Sequence[Mapping[str, Any]], kind: str) -> str:
    """The key of the dimension of places or of time; without one a key that no row has."""
    return next((str(each.get("Key")) for each in properties if str(each.get("Type")).startswith(kind)), "")


def _trimmed(key: object) -> str:
    return str(key or "").strip()


def _twice(table: Table, rows: Sequence[Row]) -> Iterator[Finding]:
    seen: set[tuple[str, str]] = set()
    for row in rows:
        if (row.place, row.period) in seen:
            yield at(TWO_ROWS, table.id, place=row.place, period=row.period)
        seen.add((row.place, row.period))
