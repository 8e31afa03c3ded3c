# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Tables: what is on the page is what is in the download, built from one description."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any, Generic, NamedTuple, TypeVar

Row = TypeVar("Row")
Value = str | int | float | Decimal | date | None


class Cell(NamedTuple):
    """One cell of a page: its text, where it leads, its tone (a class), whether it is set to the right.

    `language` is that of the text where it is not the page's own.
    """

    shown: str
    link: str
    tone: str
    numeric: bool
    language: str


@dataclass(frozen=True)
class Column(Generic[Row]):
    """One column. `value` is what a download carries; the page shows it as `show` writes it, or as it is."""

    title: str
    value: Callable[[Row], Value]
    show: Callable[[Row], str] | None = None
    link: Callable[[Row], str] | None = None
    tone: Callable[[Row], str] | None = None
    numeric: bool = False
    language: str = ""

    def cell(self, row: Row) -> Cell:
        """The cell of a row."""
        return Cell(
            shown=self.show(row) if self.show else str(self.value(row)),
            link=self.link(row) if self.link else "",
            tone=self.tone(row) if self.tone else "",
            numeric=self.numeric,
            language=self.language,
        )


@dataclass(frozen=True)
class Table(Generic[Row]):
    """A table of rows that become cells only when they are shown; `key` names its downloads.

    `rows` are all rows that were asked for; `shown` is the part of them on this page.
    """

    key: str
    caption: str
    columns: tuple[Column[Row], ...]
    rows: Sequence[Row]
    shown: Sequence[Row]
    note: str = ""

    @classmethod
    def of(
        cls, key: str, caption: str, columns: Sequence[Column[Any]], rows: Sequence[Any], note: str = ""
    ) -> "Table[Any]":
        """A table that shows all its rows."""
        return cls(key, caption, tuple(columns), rows, rows, note)

    def part(self, first: int, size: int) -> "Table[Row]":
        """The same table with only some of its rows on the page."""
        return replace(self, shown=self.rows[first : first + size])

    @property
    def left_out(self) -> int:
        """Rows that are in the download and not on the page."""
        return len(self.rows) - len(self.shown)

    @property
    def titles(self) -> list[str]:
        """The headings."""
        return [column.title for column in self.columns]

    @property
    def body(self) -> list[list[Cell]]:
        """The rows on the page."""
        return [[column.cell(row) for column in self.columns] for row in self.shown]

    @property
    def values(self) -> list[list[Value]]:
        """All rows as plain values, for downloads."""
        return [[column.value(row) for column in self.columns] for row in self.rows]
