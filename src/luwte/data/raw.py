# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""A table as it stands in its file: text cells under a header, whatever form the file has."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from luwte.model.findings import Finding, FindingKind, Place, Severity


@dataclass(frozen=True)
class RawTable:
    """Text cells of one table. `numbers` holds the row of each line as a person counts them: the header is row 1."""

    file: str
    header: tuple[str, ...]
    rows: Sequence[Sequence[str]]
    numbers: Sequence[int]


@dataclass
class Opened:
    """What was found in a folder or workbook: raw tables by name, the names that could not be read, and findings."""

    tables: dict[str, RawTable] = field(default_factory=dict)
    unreadable: set[str] = field(default_factory=set)
    findings: list[Finding] = field(default_factory=list)

    def put(self, name: str, table: RawTable | None) -> None:
        """Keep a table that was read; `None` is one of which nothing could be made."""
        if table is None:
            self.unreadable.add(name)
        else:
            self.tables[name] = table

    def refuse(self, table: str | None, finding: Finding) -> None:
        """Note an error that makes a table (or, with `None`, everything) unreadable."""
        self.findings.append(finding)
        if table is not None:
            self.unreadable.add(table)


def error(code: str, what: str, mend: str, norm: str | None = None) -> FindingKind:
    """A kind of finding that refuses the input."""
    return FindingKind(code, Severity.ERROR, what, mend, norm)


def warning(code: str, what: str, mend: str, norm: str | None = None) -> FindingKind:
    """A kind of finding that people should look at."""
    return FindingKind(code, Severity.WARNING, what, mend, norm)


def note(code: str, what: str, mend: str, norm: str | None = None) -> FindingKind:
    """A kind of finding that is good to know."""
    return FindingKind(code, Severity.NOTE, what, mend, norm)


def at(
    kind: FindingKind,
    file: str,
    row: int | None = None,
    column: str | None = None,
    value: str | None = None,
    /,
    **params: object,
) -> Finding:
    """A finding at a place in a file."""
    return Finding(kind, place=Place(file, row, column, value), params={k: str(v) for k, v in params.items()})
