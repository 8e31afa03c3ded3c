# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The shape of a line of a table in JSON, made from the schema of that table: same columns, same words about them.

Whole numbers are numbers and yes or no is true or false; a decimal is a text, so that nobody rounds it; a day is
YYYY-MM-DD; a list is a list; what is not known is null.
"""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any, Literal

from ninja import Schema
from pydantic import Field, create_model

from luwte.data.rows import decimal_text
from luwte.data.schema import Column, Table, Type
from luwte.model.periods import Month
from luwte.words import N_
from luwte_web.api.values import Exact, Key

MONTH = r"^\d{4}-\d{2}$"
VERSION = N_("Number of this version of the line; a correction makes a new one.")
ADDRESS = N_("Address of this alone.")
COUNTED_ON = N_("Day of the count; null where the table does not tell it.")


class Count(Schema):
    """A number on a day."""

    counted_on: date | None = Field(description=COUNTED_ON)
    number: int


def line_shape(name: str, table: Table, beside: Mapping[str, Any] | None = None) -> type[Schema]:
    """The shape of a line of a table, with what else is told `beside` its columns."""
    columns = {each.name: (_kind(each), Field(description=each.en)) for each in table.columns if each.field}
    return create_model(name, __base__=Schema, __doc__=table.en, **{**columns, **(beside or {})})  # type: ignore[no-any-return, call-overload]


def line_of(table: Table, record: Any) -> dict[str, Any]:
    """A record as a line in JSON."""
    return {each.name: plain(getattr(record, each.field)) for each in table.columns if each.field}


def plain(value: Any) -> Any:
    """A value as JSON has it."""
    match value:
        case StrEnum():
            return value.value
        case Decimal():
            return decimal_text(value)
        case Month():
            return str(value)
        case frozenset():
            return sorted(value)
        case Mapping():
            return [Count(counted_on=day, number=number) for day, number in value.items()]
        case tuple():
            return [plain(each) for each in value]
        case _:
            return value


def filter_kind(column: Column) -> Any:
    """What a filter on a column takes."""
    kind = _filled(column)
    return (Key if kind is str else kind) | None


def _kind(column: Column) -> Any:
    if column.dated:
        return list[Count]
    kind = _filled(column)
    return kind if column.needed == "cell" or column.type is Type.LIST else kind | None


def _filled(column: Column) -> Any:
    match column.type:
        case Type.INTEGER:
            return int
        case Type.DECIMAL:
            return Exact
        case Type.DATE:
            return date
        case Type.YES_NO:
            return bool
        case Type.LIST:
            return list[str]
        case Type.CHOICE:
            return Literal[column.choices]
        case _:
            return str
