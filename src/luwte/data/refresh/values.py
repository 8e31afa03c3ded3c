# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Values of a table of CBS: null is unknown or secret, never nought."""

from decimal import Decimal
from typing import Any

from luwte.data.raw import at, error
from luwte.data.refresh.odata import Fetched, Row
from luwte.model.findings import Finding
from luwte.words import N_

UNKNOWN = error(
    "refresh.unknown",
    N_("CBS gives no value for {place} {period}: it is unknown or secret, and not nought."),
    N_("Wait for the next edition of the table."),
)
NOT_A_VALUE = error(
    "refresh.not_a_value",
    N_("This cannot stand for {place} {period}."),
    N_("Look whether the title in the contract still means the same column."),
)
KINDS = (UNKNOWN, NOT_A_VALUE)


def count(table: Fetched, row: Row, column: str, findings: list[Finding]) -> int | None:
    """A whole number of nought or more; anything else is told and gives nothing."""
    value = row.values.get(column)
    if isinstance(value, (int, Decimal)) and not isinstance(value, bool) and value >= 0 and value == int(value):
        return int(value)
    findings.append(_wrong(table, row, column, value))
    return None


def score(table: Fetched, row: Row, column: str, findings: list[Finding]) -> Decimal | None:
    """A decimal number; null gives nothing and is not told here, anything else is."""
    value = row.values.get(column)
    if isinstance(value, (int, Decimal)) and not isinstance(value, bool):
        return Decimal(value)
    if value is not None:
        findings.append(_wrong(table, row, column, value))
    return None


def text(table: Fetched, row: Row, column: str, findings: list[Finding]) -> str:
    """A text without the blanks around it; anything else is told and gives an empty one."""
    value = row.values.get(column)
    if isinstance(value, str) and value.strip():
        return value.strip()
    findings.append(_wrong(table, row, column, value))
    return ""


def _wrong(table: Fetched, row: Row, column: str, value: Any) -> Finding:
    kind = UNKNOWN if value is None else NOT_A_VALUE
    said = None if value is None else str(value)
    return at(kind, table.id, None, column, said, place=row.place, period=row.period)
