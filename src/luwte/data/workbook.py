# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Read a workbook (.xlsx), a sheet per table, as the text cells that the same tables have as CSV.

Dates and yes/no answers that the spreadsheet keeps as such are taken where the column asks for them; a date that it
made of something else, and a cell that holds an error, are refused by name.
"""

import re
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import fastexcel

from luwte.data.csv_files import EMPTY_FILE, EMPTY_ROW, NO_ROWS
from luwte.data.faults import MADE_A_DATE, MIDNIGHT
from luwte.data.raw import Opened, RawTable, at, error, warning
from luwte.data.schema import Column, Type, input_tables
from luwte.model.findings import Finding
from luwte.words import N_

OLD_OR_LOCKED = b"\xd0\xcf\x11\xe0"
FIRST_OF_MONTH = re.compile(r"(\d{4}-\d{2})-01 00:00:00")
ERROR_CELL = re.compile(rb'<c r="([A-Z]{1,3})(\d+)"[^>]*\bt="e"[^>]*>(?:(?!</c>).)*?<v>([^<]*)</v>')
SPREADSHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RELATIONS = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
PACKAGE = "{http://schemas.openxmlformats.org/package/2006/relationships}"

DAMAGED = error("workbook_damaged", N_("This is not a workbook that can be read."), N_("Save it again as .xlsx."))
LOCKED = error(
    "workbook_locked",
    N_("The workbook is protected by a password, or is of the old .xls kind."),
    N_("Save it as .xlsx without a password."),
)
UNKNOWN_SHEET = warning(
    "sheet_unknown",
    N_("The sheet {sheet} is not the table of any known name and is not read."),
    N_("Rename or remove it."),
)
NO_SHEETS = error(
    "workbook_without_tables",
    N_("No sheet of the workbook is a table that Luwte knows."),
    N_("Name each sheet after its table."),
)
CELL_ERROR = error(
    "cell_error", N_("The spreadsheet shows an error here."), N_("Mend the formula, or leave the cell empty.")
)

KINDS = (DAMAGED, LOCKED, UNKNOWN_SHEET, NO_SHEETS, CELL_ERROR)


def read_workbook(path: Path, opened: Opened) -> None:
    """Read every sheet that is named after a table into `opened`."""
    file = path.name
    with path.open("rb") as stream:
        start = stream.read(len(OLD_OR_LOCKED))
    if not start:
        return opened.refuse(None, at(EMPTY_FILE, file))
    if start == OLD_OR_LOCKED:
        return opened.refuse(None, at(LOCKED, file))
    try:
        book = fastexcel.read_excel(path)
        errors = _error_cells(path)
        for sheet in book.sheet_names:
            if sheet in input_tables():
                _read_sheet(book, sheet, file, errors.get(sheet, []), opened)
            else:
                opened.findings.append(at(UNKNOWN_SHEET, file, sheet=sheet))
    except (fastexcel.FastExcelError, zipfile.BadZipFile, ElementTree.ParseError, KeyError, NotImplementedError):
        return opened.refuse(None, at(DAMAGED, file))
    if not opened.tables and not opened.unreadable:
        opened.refuse(None, at(NO_SHEETS, file))
    return None


def _read_sheet(
    book: fastexcel.ExcelReader, sheet: str, file: str, errors: list[tuple[int, int, str]], opened: Opened
) -> None:
    place = f"{file}#{sheet}"
    frame = book.load_sheet(sheet, header_row=None, skip_rows=0, dtypes="string").to_polars()
    lines = [["" if cell is None else cell for cell in row] for row in frame.rows()]
    while lines and not any(lines[-1]):
        lines.pop()
    if not lines or not any(lines[0]):
        return opened.refuse(sheet, at(NO_ROWS, place, 1) if lines else at(EMPTY_FILE, place))
    width = max(i + 1 for line in lines for i, cell in enumerate(line) if cell)
    header = tuple(lines[0][:width])
    for row, position, shown in errors:
        name = header[position] if position < width else None
        opened.refuse(sheet, at(CELL_ERROR, place, row, name, shown))
    columns = [input_tables()[sheet].column(name) for name in header]
    table = RawTable(place, header, rows := [], numbers := [])
    for number, line in enumerate(lines[1:], start=2):
        if not any(line):
            opened.findings.append(at(EMPTY_ROW, place, number))
            continue
        rows.append([_as_csv(column, cell) for column, cell in zip(columns, line, strict=False)])
        numbers.append(number)
    opened.findings += _made_dates(table, columns)
    if sheet not in opened.unreadable:
        opened.tables[sheet] = table
    return None


def _as_csv(column: Column | None, cell: str) -> str:
    """What a spreadsheet keeps as a date or an answer, written as in CSV, where the column asks for one."""
    if column is None or not cell:
        return cell
    if column.type is Type.YES_NO:
        return {"true": "yes", "false": "no"}.get(cell, cell)
    if column.type is Type.DATE and (found := MIDNIGHT.fullmatch(cell)):
        return found[1]
    if column.type is Type.MONTH and (found := FIRST_OF_MONTH.fullmatch(cell)):
        return found[1]
    return cell.replace("\r\n", "\n")


def _made_dates(table: RawTable, columns: list[Column | None]) -> list[Finding]:
    """Cells of free text that the spreadsheet turned into dates (1-2 becomes 1 February)."""
    kept = [i for i, column in enumerate(columns) if column and column.type in (Type.KEY, Type.TEXT)]
    return [
        at(MADE_A_DATE, table.file, number, table.header[i], row[i])
        for number, row in zip(table.numbers, table.rows, strict=True)
        for i in kept
        if MIDNIGHT.fullmatch(row[i])
    ]


def _error_cells(path: Path) -> dict[str, list[tuple[int, int, str]]]:
    """Cells that show an error such as #N/A, which the reader would leave empty: row, position and text, by sheet."""
    found: dict[str, list[tuple[int, int, str]]] = {}
    with zipfile.ZipFile(path) as archive:
        book = ElementTree.fromstring(archive.read("xl/workbook.xml"))  # noqa: S314 - expat guards against bombs
        links = ElementTree.fromstring(archive.read("xl/_rels/workbook.xml.rels"))  # noqa: S314
        targets = {link.get("Id"): link.get("Target", "") for link in links.iter(f"{PACKAGE}Relationship")}
        for sheet in book.iter(f"{SPREADSHEET}sheet"):
            target = targets.get(sheet.get(f"{RELATIONS}id"), "")
            content = archive.read(target.lstrip("/") if target.startswith("/") else f"xl/{target}")
            if b't="e"' in content:
                left = min(map(_position, re.findall(rb'<c r="([A-Z]{1,3})\d', content)))
                found[sheet.get("name", "")] = [
                    (int(row), _position(letters) - left, shown.decode("utf-8", "replace"))
                    for letters, row, shown in ERROR_CELL.findall(content)
                ]
    return found


def _position(letters: bytes) -> int:
    """The position of a column named by letters; A is 0."""
    position = 0
    for letter in letters.decode("ascii"):
        position = position * 26 + ord(letter) - ord("A") + 1
    return position - 1
