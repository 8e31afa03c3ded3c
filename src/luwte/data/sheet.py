# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""One table read: its header checked, its cells parsed, its records made, and every record's row remembered."""

import difflib
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from luwte.data.cells import Value, parse_column
from luwte.data.faults import Fault
from luwte.data.raw import RawTable, at, error, warning
from luwte.data.records import make_records
from luwte.data.schema import Table
from luwte.model.findings import Finding, FindingKind, Place
from luwte.words import N_

SHOWN_PER_FAULT = 100

NAMELESS = error("column_nameless", N_("A column has no name."), N_("Name it, or remove the column."))
TWICE = error(
    "column_twice", N_("The column stands in the header more than once."), N_("Remove or rename one of them.")
)
UNKNOWN = warning(
    "column_unknown", N_("The column is not known and is not read."), N_("Remove it, or rename it to a known column.")
)
UNKNOWN_NEAR = warning(
    "column_unknown_near", N_("The column is not known and is not read."), N_("Perhaps {better} is meant.")
)
MISSING = error(
    "column_missing",
    N_("The column {column} is missing."),
    N_("Add it; the documentation of the table tells what it holds."),
)
DUPLICATE = error("duplicate_key", N_("This key already stands in row {first}."), N_("Remove or rename one of them."))
SECOND_ROW = error("second_row", N_("The table holds more than one row."), N_("Keep one row."))
MORE = error(
    "more_of_the_same",
    N_("The same fault ({fault}) stands in {count} more cells of this column, rows {rows}."),
    N_("Mend them in the same way."),
)

KINDS = (NAMELESS, TWICE, UNKNOWN, UNKNOWN_NEAR, MISSING, DUPLICATE, SECOND_ROW, MORE)


@dataclass(frozen=True)
class Sheet:
    """A table as read. `records[i]` stands in position `positions[i]` of the cells, which stands in row `rows[...]`.

    Rows with a fault have cells but no record.
    """

    schema: Table
    file: str
    cells: Mapping[str, Sequence[str]]
    rows: Sequence[int]
    records: tuple[Any, ...]
    positions: Sequence[int]
    faulty_columns: frozenset[str] = frozenset()
    findings: tuple[Finding, ...] = field(default=())

    def place(self, record: int, column: str) -> Place:
        """Where a cell of a record stands; a column that is absent has no value."""
        position = self.positions[record]
        value = self.cells[column][position] if column in self.cells else None
        return Place(self.file, self.rows[position], column, value)

    def left_out(self, column: str) -> frozenset[str]:
        """The values of a column in rows that have no record, because something in them is wrong."""
        kept = set(self.positions)
        cells = self.cells.get(column, ())
        return frozenset(text for position, text in enumerate(cells) if position not in kept)


def read_sheet(schema: Table, raw: RawTable) -> Sheet:
    """Check and parse one raw table; what is wrong stands in its findings."""
    findings = list(_header_findings(schema, raw))
    known = {name: i for i, name in reversed(list(enumerate(raw.header))) if schema.column(name)}
    cells = {name: [row[i] for row in raw.rows] for name, i in known.items()}
    columns: dict[str, list[Value]] = {}
    faulty: set[int] = set()
    faulty_columns: set[str] = set()
    for name in sorted(known, key=lambda n: known[n]):
        column = schema.column(name)
        assert column is not None  # noqa: S101 - `known` holds only such names
        columns[name], faults = parse_column(column, cells[name])
        faulty.update(faults)
        faulty_columns.update([name] if faults else [])
        findings += _cell_findings(raw, name, cells[name], faults)
    findings += _key_findings(schema, raw, cells)
    positions: Sequence[int] = range(len(raw.rows))
    if faulty:
        positions = [i for i in positions if i not in faulty]
        columns = {name: [values[i] for i in positions] for name, values in columns.items()}
    complete = not any(finding.kind is MISSING for finding in findings)
    records = make_records(schema, columns, len(positions)) if complete else ()
    return Sheet(
        schema,
        raw.file,
        cells,
        raw.numbers,
        records,
        positions if complete else (),
        frozenset(faulty_columns),
        tuple(findings),
    )


def _header_findings(schema: Table, raw: RawTable) -> Iterator[Finding]:
    names = [column.name for column in schema.columns]
    for name, count in Counter(raw.header).items():
        if not name.strip():
            yield at(NAMELESS, raw.file, 1, None, name)
        elif count > 1:
            yield at(TWICE, raw.file, 1, name, name)
        if name.strip() and schema.column(name) is None:
            plain = name.strip().lower().replace(" ", "_").replace("-", "_")
            near = difflib.get_close_matches(plain, [n for n in names if n not in raw.header], n=1, cutoff=0.8)
            yield (
                at(UNKNOWN_NEAR, raw.file, 1, name, name, better=near[0])
                if near
                else at(UNKNOWN, raw.file, 1, name, name)
            )
    for column in schema.columns:
        there = any(schema.column(name) is column for name in raw.header)
        if column.needed != "no" and not there:
            yield at(MISSING, raw.file, 1, column.name, None, column=column.name)


def _cell_findings(raw: RawTable, name: str, cells: Sequence[str], faults: Mapping[int, Fault]) -> Iterator[Finding]:
    """One finding per faulty cell; beyond a hundred of one kind in a column, one that counts the others."""
    by_kind: defaultdict[FindingKind, list[int]] = defaultdict(list)
    for position, fault in faults.items():
        by_kind[fault.kind].append(position)
        if len(by_kind[fault.kind]) <= SHOWN_PER_FAULT:
            yield at(fault.kind, raw.file, raw.numbers[position], name, cells[position], **fault.params)
    for kind, positions in by_kind.items():
        if rest := [raw.numbers[position] for position in positions[SHOWN_PER_FAULT:]]:
            yield at(
                MORE, raw.file, rest[0], name, None, fault=kind.code, count=len(rest), rows=f"{rest[0]}-{rest[-1]}"
            )


def _key_findings(schema: Table, raw: RawTable, cells: Mapping[str, Sequence[str]]) -> Iterator[Finding]:
    """Rows whose key stands in an earlier row, and rows too many in a table of one row."""
    if schema.one_row:
        yield from (at(SECOND_ROW, raw.file, number) for number in raw.numbers[1:])
    parts = [cells[name] for name in schema.key if name in cells]
    if not parts or len(set(keys := list(zip(*parts, strict=True)))) == len(keys):
        return
    first: dict[tuple[str, ...], int] = {}
    for number, key in zip(raw.numbers, keys, strict=True):
        if not any(key):
            continue
        if key in first:
            yield at(DUPLICATE, raw.file, number, schema.key[:2][-1], ", ".join(filter(None, key)), first=first[key])
        first.setdefault(key, number)
