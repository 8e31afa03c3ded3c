# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Read a CSV file strictly: UTF-8, comma, one header row, every row as wide as the header; anything else is named."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path

from luwte.data.raw import RawTable, at, error
from luwte.model.findings import Finding
from luwte.words import N_

BYTE_ORDER_MARKS = {
    b"\xff\xfe\x00\x00": "UTF-32",
    b"\x00\x00\xfe\xff": "UTF-32",
    b"\xff\xfe": "UTF-16",
    b"\xfe\xff": "UTF-16",
}
OTHER_SEPARATORS = {";": ";", "\t": "tab", "|": "|"}

EMPTY_FILE = error("empty_file", N_("The file is empty."), N_("Fill it or remove it."))
NO_FILE = error(
    "file_unreadable",
    N_("The file cannot be read ({reason})."),
    N_("Check that it is a file and that you may read it."),
)
NUL_BYTES = error(
    "nul_bytes", N_("The file holds NUL bytes, so it is no text."), N_("Save it again as CSV UTF-8 (comma separated).")
)
ENCODING = error(
    "encoding",
    N_("The file is not UTF-8 but {encoding}; this cell is the first one that shows it."),
    N_("Save it as CSV UTF-8 (comma separated), or hand in the workbook (.xlsx) itself."),
)
SEPARATOR = error(
    "separator",
    N_("The columns are not separated by a comma ({separator})."),
    N_("Save it as CSV UTF-8 (comma separated), or hand in the workbook (.xlsx) itself."),
)
QUOTES = error(
    "quotes",
    N_("A quotation mark opens in this row and is not closed properly; the rows after it cannot be read."),
    N_('Close it, and write a quotation mark inside a text twice ("").'),
)
TOO_MANY_CELLS = error(
    "too_many_cells",
    N_("The row has {found} cells, the header has {expected}."),
    N_("Put a text that holds a comma between quotation marks, and write decimals with a point."),
)
TOO_FEW_CELLS = error(
    "too_few_cells",
    N_("The row has {found} cells, the header has {expected}."),
    N_("Add the missing cells; they may be empty."),
)
EMPTY_ROW = error("empty_row", N_("The row is empty, and filled rows follow."), N_("Remove the row."))
NO_ROWS = error("no_header", N_("The file has no header."), N_("Put the names of the columns in row 1."))

KINDS = (
    EMPTY_FILE, NO_FILE, NUL_BYTES, ENCODING, SEPARATOR, QUOTES, TOO_MANY_CELLS, TOO_FEW_CELLS, EMPTY_ROW, NO_ROWS,
)  # fmt: skip


def read_csv(path: Path, *, also: str = "") -> tuple[RawTable | None, list[Finding]]:
    """The raw table of a file, or `None` where nothing can be made of it; with everything that is wrong.

    `also` is a separator that is taken beside the comma, for files that other programs write.
    """
    file = path.name
    try:
        content = path.read_bytes()
    except OSError as refusal:
        return None, [at(NO_FILE, file, reason=refusal.strerror or type(refusal).__name__)]
    if not content.strip():
        return None, [at(EMPTY_FILE, file)]
    if unfit := _not_utf8(file, content):
        return None, [unfit]
    text = content.decode("utf-8-sig")
    header = text.split("\n", 1)[0]
    if also and len(header.split(also)) > len(header.split(",")):
        return _rows(file, text, also)
    if other := _other_separator(file, text):
        return None, [other]
    return _rows(file, text)


def _not_utf8(file: str, content: bytes) -> Finding | None:
    """What else than UTF-8 text the bytes are, with the first cell that shows it."""
    for mark, encoding in BYTE_ORDER_MARKS.items():
        if content.startswith(mark):
            return at(ENCODING, file, encoding=encoding)
    if b"\x00" in content:
        if content[1::2].count(0) > len(content) // 4:
            return at(ENCODING, file, encoding="UTF-16")
        return at(NUL_BYTES, file, content[: content.index(b"\x00")].count(b"\n") + 1)
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as fault:
        start = content.rfind(b"\n", 0, fault.start) + 1
        before = content[start : fault.start].rfind(b",") + start + 1
        cell = content[max(start, before) :].split(b"\n", 1)[0].split(b",", 1)[0]
        row = content[: fault.start].count(b"\n") + 1
        return at(ENCODING, file, row, None, cell.decode("cp1252", "replace").strip(), encoding="Windows-1252/Latin-1")
    return None


def _other_separator(file: str, text: str) -> Finding | None:
    """Whether the header is split by something else than a comma."""
    header = text.split("\n", 1)[0].rstrip("\r")
    if header.lower().startswith("sep="):
        return at(SEPARATOR, file, 1, None, header, separator=header[4:] or "?")
    columns = len(header.split(","))
    for sign, name in OTHER_SEPARATORS.items():
        if len(header.split(sign)) > columns:
            return at(SEPARATOR, file, 1, None, header, separator=name)
    return None


def _rows(file: str, text: str, separator: str = ",") -> tuple[RawTable | None, list[Finding]]:
    """Split into rows; rows of another width than the header are named and left out."""
    lines, broken = _split(text, separator)
    findings = [at(QUOTES, file, broken)] if broken else []
    while lines and not any(lines[-1]):
        lines.pop()
    if not lines or not any(lines[0]):
        return None, findings or [at(NO_ROWS, file, 1)]
    header = tuple(lines[0])
    table = RawTable(file, header, rows := [], numbers := [])
    for number, row in enumerate(lines[1:], start=2):
        if len(row) == len(header) and any(row):
            rows.append(row)
            numbers.append(number)
        else:
            findings.append(_misshapen(file, number, row, len(header)))
    return (None if broken else table), findings


def _split(text: str, separator: str) -> tuple[list[list[str]], int | None]:
    """The rows of a text, and the row in which a quotation mark goes wrong, if any."""
    lines: list[list[str]] = []
    reader: Iterator[list[str]] = csv.reader(io.StringIO(text, newline=""), strict=True, delimiter=separator)
    try:
        lines.extend(reader)
    except csv.Error:
        return lines, len(lines) + 1
    return lines, None


def _misshapen(file: str, number: int, row: list[str], width: int) -> Finding:
    """What is wrong with the shape of a row."""
    if not any(row):
        return at(EMPTY_ROW, file, number)
    kind = TOO_MANY_CELLS if len(row) > width else TOO_FEW_CELLS
    return at(kind, file, number, None, ",".join(row), found=len(row), expected=width)
