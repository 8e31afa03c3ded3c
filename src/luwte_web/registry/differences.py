# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What differs between two states of a table, line by line and cell by cell, in the written form of every value."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from luwte.data.rows import records_of, rows_of
from luwte.data.schema import input_tables
from luwte.model.dataset import Dataset
from luwte_web.registry.selectors import Line

Key = tuple[str, ...]
Cells = Mapping[str, str]
Beside = TypeVar("Beside")


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
    known = _by_key(before, table, lines)
    given = {} if table in after.bundled else _by_key(after, table, records_of(after, table))
    return Difference(
        table,
        new=tuple(New(key, record) for key, (_, record) in given.items() if key not in known),
        changed=tuple(
            Corrected(key, _differing(known[key][0], cells), known[key][1], record)
            for key, (cells, record) in given.items()
            if key in known and cells != known[key][0]
        ),
        gone=tuple(Gone(key, line) for key, (_, line) in known.items() if key not in given),
    )


def _by_key(dataset: Dataset, table: str, beside: Sequence[Beside]) -> dict[Key, tuple[Cells, Beside]]:
    """The filled cells of every line by its key, in their order, each with what stands beside it."""
    if not beside:
        return {}
    header, rows = rows_of(dataset, table)
    filled = [{name: cell for name, cell in zip(header, row, strict=True) if cell} for row in rows]
    return dict(zip(_keys(table, filled), zip(filled, beside, strict=True), strict=True))


def _keys(table: str, rows: Sequence[Cells]) -> Iterator[Key]:
    """The key of each line. Where a table has none, the whole line is its key, and copies of it are counted."""
    schema = input_tables()[table]
    if schema.key or schema.one_row:
        yield from (tuple(row.get(name, "") for name in schema.key) for row in rows)
        return
    seen: Counter[Key] = Counter()
    for row in rows:
        whole = tuple(row.get(column.name, "") for column in schema.columns)
        seen[whole] += 1
        yield whole if seen[whole] == 1 else (*whole, str(seen[whole]))


def _differing(before: Cells, after: Cells) -> Mapping[str, tuple[str, str]]:
    names = dict.fromkeys((*before, *after))
    return {name: (before.get(name, ""), after.get(name, "")) for name in names if before.get(name) != after.get(name)}
