# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The schema of every table, read from `tables/*.yaml`: reading, checking, writing and the documentation follow it."""

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Literal, Self

import yaml
from pydantic import BaseModel, ConfigDict, Field, model_validator

TABLES = Path(__file__).parent / "tables"
DATED_COLUMN = re.compile(r"_(\d{4})_(\d{2})_(\d{2})$")


class Type(StrEnum):
    """What the cells of a column hold."""

    KEY = "key"
    TEXT = "text"
    CODE = "code"
    INTEGER = "integer"
    DECIMAL = "decimal"
    DATE = "date"
    MONTH = "month"
    YES_NO = "yes_no"
    CHOICE = "choice"
    LIST = "list"


class Part(BaseModel):
    """What table and column have in common: a frozen value that refuses unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Column(Part):
    """One column. `field` is the field of the record it fills, `None` for what is checked but not kept.

    `needed` tells whether every cell is filled (`cell`), the column must be there (`column`), or neither (`no`).
    `dated` columns come as `name` and as `name_YYYY_MM_DD`; `references` is `table.column`.
    """

    name: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    type: Type
    en: str
    nl: str
    kept_as: str | None = Field(default=None, alias="field")
    kept: bool = True
    needed: Literal["cell", "column", "no"] = "no"
    dated: bool = False
    unit: str | None = None
    minimum: Decimal | None = None
    maximum: Decimal | None = None
    above: Decimal | None = None
    choices: tuple[str, ...] = ()
    also: str | None = None
    pattern: str | None = None
    references: str | None = Field(default=None, pattern=r"^[a-z_]+\.[a-z_]+$")

    @property
    def field(self) -> str | None:
        """The field of the record that this column fills."""
        return (self.kept_as or self.name) if self.kept else None

    @model_validator(mode="after")
    def _fits_its_type(self) -> Self:
        if self.type is Type.CHOICE and not self.choices:
            raise ValueError(f"{self.name}: a choice without choices")
        if self.type is Type.CODE and not self.pattern:
            raise ValueError(f"{self.name}: a code without a pattern")
        if self.type not in (Type.INTEGER, Type.DECIMAL) and (self.minimum, self.maximum, self.above) != (None,) * 3:
            raise ValueError(f"{self.name}: bounds are for numbers")
        return self


class Table(Part):
    """One table: what it is, its key (unique together), whether row order carries meaning, and its columns."""

    table: str = Field(pattern=r"^[a-z_]+$")
    en: str
    nl: str
    key: tuple[str, ...] = ()
    one_row: bool = False
    default: str | None = None
    columns: tuple[Column, ...]

    @model_validator(mode="after")
    def _key_is_made_of_columns(self) -> Self:
        names = [column.name for column in self.columns]
        if len(set(names)) < len(names):
            raise ValueError(f"{self.table}: a column stands twice")
        if not set(self.key) <= set(names):
            raise ValueError(f"{self.table}: the key names a column that is not there")
        return self

    def column(self, name: str) -> Column | None:
        """The column that a header cell names, dated columns included; `None` where there is none."""
        return next((column for column in self.columns if column.name == name or _is_dated_form(name, column)), None)


def day_of(name: str) -> date | None:
    """The day that a dated column name ends in; `None` where it ends in none that exists."""
    found = DATED_COLUMN.search(name)
    try:
        return date(*map(int, found.groups())) if found else None
    except ValueError:
        return None


def _is_dated_form(name: str, column: Column) -> bool:
    return column.dated and day_of(name) is not None and DATED_COLUMN.sub("", name) == column.name


def load(path: Path) -> Table:
    """Read one schema; raises pydantic.ValidationError on anything that does not fit."""
    return Table.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")))


@cache
def input_tables() -> Mapping[str, Table]:
    """The tables of a dataset by name, in the order in which they are documented."""
    return _tables(TABLES)


@cache
def output_tables() -> Mapping[str, Table]:
    """The tables that a plan writes, by name."""
    return _tables(TABLES / "outputs")


def _tables(folder: Path) -> Mapping[str, Table]:
    order: list[str] = yaml.safe_load((folder / "order.yaml").read_text(encoding="utf-8"))
    tables = [load(folder / f"{name}.yaml") for name in order]
    return {table.table: table for table in tables}
