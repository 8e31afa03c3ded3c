# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Spoil tables, read them, and look at what is found."""

import csv
import string
from pathlib import Path

import xlsxwriter

from luwte.data import line, read
from luwte.model.findings import Finding, InputRefused, Severity
from luwte.words import words_in


def rows_of(path: Path) -> list[list[str]]:
    """All rows of a CSV file, the header first."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def set_cell(folder: Path, table: str, row: int, column: str, text: str) -> None:
    """Write another text into one cell; the header is row 1."""
    path = folder / f"{table}.csv"
    rows = rows_of(path)
    rows[row - 1][rows[0].index(column)] = text
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)


def as_workbook(folder: Path, file: Path) -> Path:
    """The same cells as text in a workbook."""
    with xlsxwriter.Workbook(str(file)) as book:
        for path in sorted(folder.glob("*.csv")):
            sheet = book.add_worksheet(path.stem)
            for number, row in enumerate(rows_of(path)):
                for position, cell in enumerate(row):
                    if cell:
                        sheet.write_string(number, position, cell)
    return file


def found_in(path: Path) -> tuple[Finding, ...]:
    """Every finding of reading, whether the input was refused or not; all of them can be said in both languages."""
    try:
        findings = read(path).findings
    except InputRefused as refused:
        findings = refused.findings
        assert errors(findings)
    for finding in findings:
        assert fields_of(finding.kind.what + finding.kind.mend) <= set(finding.params), finding
        for language in ("en", "nl"):
            assert line(finding, words_in(language)).isprintable()
    return findings


def fields_of(template: str) -> set[str]:
    """The places to fill in of a template."""
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}


def errors(findings: tuple[Finding, ...]) -> list[Finding]:
    """The findings that refuse the input."""
    return [finding for finding in findings if finding.kind.severity is Severity.ERROR]


def codes(findings: tuple[Finding, ...]) -> set[str]:
    """The codes of findings."""
    return {finding.kind.code for finding in findings}


def where(finding: Finding) -> tuple[str, int | None, str | None]:
    """File, row and column of a finding."""
    assert finding.place
    return (finding.place.file, finding.place.row, finding.place.column)
