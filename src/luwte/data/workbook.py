# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Read a workbook (.xlsx), a sheet per table, as the text cells that the same tables have as CSV.

Dates and yes/no answers that the spreadsheet keeps as such are taken where the column asks for them; a date that it
made of something else is refused by name.
"""

import zipfile
import zlib
from collections.abc import Mapping
from itertools import groupby
from pathlib import Path
from xml.etree import ElementTree

from luwte.data.csv_files import EMPTY_FILE, EMPTY_ROW, NO_FILE, NO_ROWS
from luwte.data.faults import MADE_A_DATE
from luwte.data.raw import Opened, RawTable, at, error, warning
from luwte.data.schema import Column, Type, input_tables
from luwte.data.xlsx import Cell, Kept, Xlsx, letters_of
from luwte.model.findings import Finding
from luwte.words import N_

OLD_OR_LOCKED = b"\xd0\xcf\x11\xe0"  # the older file format, in which a protected workbook is wrapped too
MIDNIGHT = " 00:00:00"
FIRST_OF_MONTH = "-01" + MIDNIGHT

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
BESIDE = error(
    "cell_beside",
    N_("There is a value in column {letters}, which has no name."),
    N_("Name the column in row 1, or remove the value."),
)

KINDS = (DAMAGED, LOCKED, UNKNOWN_SHEET, NO_SHEETS, BESIDE)

UNREADABLE = (
    zipfile.BadZipFile, zlib.error, ElementTree.ParseError, EOFError, LookupError, ValueError,
    NotImplementedError, OverflowError, RuntimeError, StopIteration,
)  # fmt: skip


def read_workbook(path: Path, opened: Opened) -> None:
    """Read every sheet that is named after a table into `opened`."""
    file = path.name
    if unfit := _unfit(path):
        return opened.refuse(None, unfit)
    try:
        with zipfile.ZipFile(path) as archive:
            _read_sheets(Xlsx(archive), file, opened)
    except UNREADABLE:
        return opened.refuse(None, at(DAMAGED, file))
    if not opened.tables and not opened.unreadable:
        opened.refuse(None, at(NO_SHEETS, file))
    return None


def read_first_sheet(path: Path) -> tuple[RawTable | None, list[Finding]]:
    """The first sheet of a workbook that another program wrote, whatever its name and columns, as text cells.

    `None` where nothing can be made of it; days are written as in CSV.
    """
    try:
        if unfit := _unfit(path):
            return None, [unfit]
        with zipfile.ZipFile(path) as archive:
            book = Xlsx(archive)
            filled = dict(book.rows(next(iter(book.sheets))))
    except UNREADABLE:
        return None, [at(DAMAGED, path.name)]
    except OSError as refusal:
        return None, [at(NO_FILE, path.name, reason=refusal.strerror or type(refusal).__name__)]
    if 1 not in filled:
        return None, [at(NO_ROWS, path.name, 1)]
    width = max(cells[-1].position for cells in filled.values()) + 1
    rows = {number: _texts(cells, width) for number, cells in filled.items()}
    header = tuple(rows.pop(1))
    return RawTable(path.name, header, list(rows.values()), list(rows)), []


def _texts(cells: list[Cell], width: int) -> list[str]:
    row = [""] * width
    for cell in cells:
        row[cell.position] = cell.text.removesuffix(MIDNIGHT) if cell.kept is Kept.DATE else cell.text
    return row


def _unfit(path: Path) -> Finding | None:
    """Why a file cannot be a workbook, as its first bytes tell."""
    with path.open("rb") as stream:
        start = stream.read(len(OLD_OR_LOCKED))
    if not start:
        return at(EMPTY_FILE, path.name)
    return at(LOCKED, path.name) if start == OLD_OR_LOCKED else None


def _read_sheets(book: Xlsx, file: str, opened: Opened) -> None:
    for sheet in book.sheets:
        if sheet in input_tables():
            _read_sheet(sheet, f"{file}#{sheet}", dict(book.rows(sheet)), opened)
        else:
            opened.findings.append(at(UNKNOWN_SHEET, file, sheet=sheet))


def _read_sheet(sheet: str, place: str, filled: Mapping[int, list[Cell]], opened: Opened) -> None:
    """Put one sheet, given as its filled cells by row, into `opened`."""
    if 1 not in filled:
        return opened.refuse(sheet, at(NO_ROWS, place, 1) if filled else at(EMPTY_FILE, place))
    header = [""] * (filled[1][-1].position + 1)
    for cell in filled[1]:
        header[cell.position] = cell.text
    columns = [input_tables()[sheet].column(name) for name in header]
    table = RawTable(place, tuple(header), rows := [], numbers := [])
    for number, cells in filled.items():
        if number > 1:
            rows.append(_row(table, columns, number, cells, opened))
            numbers.append(number)
    empty = (number for number in range(2, max(filled)) if number not in filled)
    for _, run in groupby(enumerate(empty), lambda entry: entry[1] - entry[0]):
        opened.findings.append(at(EMPTY_ROW, place, next(run)[1]))
    opened.tables[sheet] = table
    return None


def _row(table: RawTable, columns: list[Column | None], number: int, cells: list[Cell], opened: Opened) -> list[str]:
    """One row as wide as the header; cells that cannot be taken are named and left empty."""
    row = [""] * len(columns)
    for cell in cells:
        if cell.position >= len(columns):
            letters = letters_of(cell.position)
            opened.findings.append(at(BESIDE, table.file, number, None, cell.text, letters=letters))
            continue
        column, name = columns[cell.position], table.header[cell.position]
        if cell.kept is Kept.DATE and column and column.type in (Type.KEY, Type.TEXT):
            opened.findings.append(at(MADE_A_DATE, table.file, number, name, cell.text))
        row[cell.position] = _as_csv(column, cell)
    return row


def _as_csv(column: Column | None, cell: Cell) -> str:
    """What a spreadsheet keeps as a date or an answer, written as in CSV, where the column asks for one."""
    if column and cell.kept is Kept.ANSWER and column.type is Type.YES_NO:
        return {"TRUE": "yes", "FALSE": "no"}.get(cell.text, cell.text)
    if column and cell.kept is Kept.DATE and column.type is Type.DATE:
        return cell.text.removesuffix(MIDNIGHT)
    if column and cell.kept is Kept.DATE and column.type is Type.MONTH:
        return cell.text.removesuffix(FIRST_OF_MONTH)
    return cell.text.replace("\r\n", "\n")
