# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Long tables in parts, each with an address of its own."""

from dataclasses import dataclass
from math import ceil
from typing import Any

from django.http import QueryDict

from luwte_web.pages.tables import Table

ROWS_ON_A_PAGE = 50
NEIGHBOURS = 2  # parts named on either side of the one that is shown


@dataclass(frozen=True)
class Paging:
    """Which part of `count` rows is shown; a part that does not exist becomes the nearest one that does."""

    query: QueryDict
    count: int

    @property
    def last(self) -> int:
        """How many parts there are, at least one."""
        return max(1, ceil(self.count / ROWS_ON_A_PAGE))

    @property
    def number(self) -> int:
        """The part that is shown, counted from 1."""
        asked = self.query.get("page", "1")
        digits = asked if asked.isascii() and asked.isdigit() and len(asked) < 10 else "1"
        return min(max(int(digits), 1), self.last)

    @property
    def first_row(self) -> int:
        """The first row of the part, counted from 0."""
        return (self.number - 1) * ROWS_ON_A_PAGE

    @property
    def numbers(self) -> list[int | None]:
        """The parts to name; None stands for parts that are left out."""
        near = set(range(self.number - NEIGHBOURS, self.number + NEIGHBOURS + 1)) | {1, self.last}
        named: list[int | None] = []
        for number in sorted(n for n in near if 1 <= n <= self.last):
            if named and number - (named[-1] or 0) > 1:
                named.append(None)
            named.append(number)
        return named

    def of(self, table: Table[Any]) -> Table[Any]:
        """The part of a table that is shown."""
        return table.part(self.first_row, ROWS_ON_A_PAGE)

    def address(self, number: int) -> str:
        """The query of another part, with the same filters."""
        query = self.query.copy()
        query["page"] = str(number)
        return "?" + query.urlencode()

    @property
    def links(self) -> list[tuple[int | None, str, bool]]:
        """For each named part its number, its address and whether it is the one shown."""
        return [(number, self.address(number) if number else "", number == self.number) for number in self.numbers]

    @property
    def previous(self) -> str:
        """The address of the part before, or nothing."""
        return self.address(self.number - 1) if self.number > 1 else ""

    @property
    def next(self) -> str:
        """The address of the part after, or nothing."""
        return self.address(self.number + 1) if self.number < self.last else ""
