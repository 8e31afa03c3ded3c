# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What differs between two states of a table, line by line and cell by cell, in the written form of every value."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Self

from luwte.data.rows import records_of, rows_of
from luwte.data.schema import input_tables
from luwte.model.dataset import Dataset
from luwte_web.registry.selectors import Line

Key = tuple[str, ...]
Cells = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Corrected:
    """A line that says something else: its key, and old and new value by column."""

    key: Key
    cells: Mapping[str, tuple[str, str]]
    line: Line
    record: Any


@dataclass(frozen=True, slots=True)
class New:
    """A line that was not there."""

    key: Key
    record: Any


@dataclass(frozen=True, slots=True)
class Gone:
    """A line that is not there any more."""

    key: Key
    line: Line


@dataclass(frozen=True, slots=True)
class Difference:
    """What is new, changed and gone in one table."""

    table: str
    new: tuple[New, ...] = ()
    changed: tuple[Corrected, ...] = ()
    gone: tuple[Gone, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.new or self.changed or self.gone)


def difference(table: str, before: Dataset, lines: Sequence[Line], after: Dataset) -> Difference:
    """Compare a table of the registry (`before`, with its lines) with the same table of a dataset."""
    known = _Rows.of(before, table, lines)
    given = _Rows.of(after, table, () if table in after.bundled else records_of(after, table))
    changed = [key for key in given.beside if key in known.beside and not known.says_the_same(given, key)]
    return Difference(
        table,
        new=tuple(New(key, record) for key, record in given.beside.items() if key not in known.beside),
        changed=tuple(
            Corrected(key, _differing(known.cells(key), given.cells(key)), known.beside[key], given.beside[key])
            for key in changed
        ),
        gone=tuple(Gone(key, line) for key, line in known.beside.items() if key not in given.beside),
    )


@dataclass(frozen=True, slots=True)
class _Rows:
    """The written rows of a table by their keys, in their order, each with what stands beside it."""

    header: tuple[str, ...]
    rows: Mapping[Key, tuple[str, ...]]
    beside: Mapping[Key, Any]

    @classmethod
    def of(cls, dataset: Dataset, table: str, beside: Sequence[Any]) -> Self:
        """The rows of one table of a dataset; none where nothing stands beside them."""
        if not beside:
            return cls((), {}, {})
        header, rows = rows_of(dataset, table)
        keys = _keys(table, header, rows)
        return cls(header, dict(zip(keys, rows, strict=True)), dict(zip(keys, beside, strict=True)))

    def cells(self, key: Key) -> Cells:
        """The filled cells of a row."""
        return {name: cell for name, cell in zip(self.header, self.rows[key], strict=True) if cell}

    def says_the_same(self, other: Self, key: Key) -> bool:
        """Whether a row is the same in both; a column that only one of them has is empty in the other."""
        if self.header == other.header:
            return self.rows[key] == other.rows[key]
        return self.cells(key) == other.cells(key)


def _keys(table: str, header: Sequence[str], rows: Sequence[tuple[str, ...]]) -> list[Key]:
    """The key of each row. Where a table has none, the whole row is its key, and copies of it are counted."""
    schema = input_tables()[table]
    if schema.key or schema.one_row:
        at = [header.index(name) for name in schema.key]
        return [tuple([row[place] for place in at]) for row in rows]
    seen: Counter[Key] = Counter()
    keys = []
    for row in rows:
        seen[row] += 1
        keys.append(row if seen[row] == 1 else (*row, str(seen[row])))
    return keys


def _differing(before: Cells, after: Cells) -> Mapping[str, tuple[str, str]]:
    names = dict.fromkeys((*before, *after))
    return {name: (before.get(name, ""), after.get(name, "")) for name in names if before.get(name) != after.get(name)}
