# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""A table of plain values: shown in words on paper and screen, and written as it is in a workbook."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from luwte.reporting.law.told import UNKNOWN, per_cent
from luwte.reporting.listed import Listed
from luwte.reporting.numbers import day, signed, whole
from luwte.words import Words


@dataclass(frozen=True, slots=True)
class Signed:
    """A difference, which is shown with its sign."""

    value: int


Value = str | int | Fraction | date | Signed | None
Row = tuple[Value, ...]


@dataclass(frozen=True)
class Valued:
    """A table in one language; `numeric` columns stand to the right. `None` is not known, a fraction a part of one."""

    name: str
    title: str
    headings: tuple[str, ...]
    rows: Sequence[Row]
    numeric: frozenset[int] = frozenset()

    def listed(self, words: Words) -> Listed:
        """The same table in words."""
        rows = [tuple(_shown(value, words) for value in row) for row in self.rows]
        return Listed(self.title, self.headings, rows, self.numeric)


def _shown(value: Value, words: Words) -> str:
    match value:
        case None:
            return words.text(UNKNOWN)
        case str():
            return value
        case date():
            return day(value, words)
        case Fraction():
            return per_cent(value, words)
        case Signed():
            return signed(value.value, words)
        case _:
            return whole(value, words)
