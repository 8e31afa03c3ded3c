# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What the checks look at: the dataset as far as it could be read, and where every record stands."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from luwte.data.sheet import Sheet
from luwte.model.dataset import Dataset
from luwte.model.findings import Finding, FindingKind, Place
from luwte.model.stays import Stay


@dataclass(frozen=True)
class Tables:
    """The dataset of all rows without a fault, and the sheets they come from; a bundled table has no sheet.

    `unreadable` names the tables that are there but of which nothing could be read.
    """

    data: Dataset
    sheets: Mapping[str, Sheet]
    unreadable: frozenset[str] = frozenset()

    def finding(
        self, kind: FindingKind, table: str, record: int, column: str | None, *, subject: str = "", **params: object
    ) -> Finding:
        """A finding about a cell of a record, or with `None` about its row as a whole."""
        sheet = self.sheets[table]
        place = sheet.place(record, column) if column else Place(sheet.file, sheet.place(record, "").row)
        return Finding(kind, subject, place, {name: str(value) for name, value in params.items()})

    def known(self, table: str, column: str) -> frozenset[str] | None:
        """Every value that stands in a column, faulty rows included; `None` where not all of it could be read."""
        sheet = self.sheets.get(table)
        if table in self.unreadable or (sheet and column in sheet.faulty_columns):
            return None
        if table in self.sheets and table not in self.data.bundled:
            return frozenset(self.sheets[table].cells.get(column, ()))
        return frozenset(m.code for m in self.data.municipalities) if table == "municipalities" else frozenset()

    @cached_property
    def half_read_households(self) -> frozenset[str]:
        """Households of which a person could not be read, so that nothing can be said of them as a whole."""
        return self.sheets["persons"].left_out("household") if "persons" in self.sheets else frozenset()

    @cached_property
    def histories(self) -> Mapping[str, list[tuple[int, Stay]]]:
        """The stays of each household with their position, by day of arrival."""
        histories: dict[str, list[tuple[int, Stay]]] = {}
        for i, stay in enumerate(self.data.stays):
            histories.setdefault(stay.household, []).append((i, stay))
        for history in histories.values():
            history.sort(key=lambda entry: entry[1].since)
        return histories


Check = Callable[[Tables], Iterator[Finding]]
