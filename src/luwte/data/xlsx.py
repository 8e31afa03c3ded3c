# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The cells of a workbook (ECMA-376, SpreadsheetML), each where it stands and as what the spreadsheet keeps it.

A reader of our own: dense readers fill in every cell up to the last one, so that one stray cell in the far corner of a
sheet asks for more memory than there is, and they leave cells with an error empty.
"""

import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from enum import Enum
from typing import IO
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from luwte.data.rows import decimal_text

LARGEST = 2**30  # bytes unpacked; a workbook of the whole country takes a tenth of it
LAST_ROW, LAST_COLUMN = 1_048_576, 16_384  # of a sheet, as the standard's applications have it
DATE_FORMATS = frozenset({*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)})  # built-in number formats
DAY_ZERO, DAY_ZERO_1904 = datetime(1899, 12, 30), datetime(1904, 1, 1)
FIRST_TRUE_DAY = 61  # 1 March 1900; before it the 1900 system counts a leap day that never was
NOT_CODES = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')  # texts and colours in a number format


class Kept(Enum):
    """As what a spreadsheet keeps a cell, apart from text and number."""

    DATE = "date"
    ANSWER = "answer"


@dataclass(frozen=True, slots=True)
class Cell:
    """A filled cell: its position (A is 0), its text, and whether it is kept as a date or an answer."""

    position: int
    text: str
    kept: Kept | None = None


class Xlsx:
    """An open workbook; what is not as the standard says raises ValueError, KeyError or an error of zip or XML."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        if sum(part.file_size for part in archive.infolist()) > LARGEST:
            raise ValueError("too large")
        self.archive = archive
        book = self._part("xl/workbook.xml")
        targets = {link.get("Id"): link.get("Target", "") for link in self._part("xl/_rels/workbook.xml.rels")}
        self.sheets: Mapping[str, str] = {
            sheet.get("name", ""): _path(targets[_relation(sheet)]) for sheet in book.iterfind("{*}sheets/{*}sheet")
        }
        about = book.find("{*}workbookPr")
        self._day_zero = DAY_ZERO_1904 if about is not None and about.get("date1904") in ("1", "true") else DAY_ZERO
        self._texts = self._shared_texts()
        self._dates = self._date_styles()
        self._numbers: dict[str, str] = {}

    def rows(self, sheet: str) -> Iterator[tuple[int, list[Cell]]]:
        """Every row with a filled cell: its number as people count (from 1), and its cells from left to right."""
        with self.archive.open(self.sheets[sheet]) as part:
            number = 0
            for row in _elements(part, "row"):
                number = int(row.get("r", number + 1))
                if number > LAST_ROW:
                    raise ValueError(number)
                if cells := sorted(self._cells(row), key=lambda cell: cell.position):
                    yield number, cells

    def _cells(self, row: Element) -> Iterator[Cell]:
        position = -1
        for element in row.iterfind("{*}c"):
            name = element.get("r")
            position = position_of(name) if name else position + 1
            text, kept = self._content(element)
            if text:
                yield Cell(position, text, kept)

    def _content(self, element: Element) -> tuple[str, Kept | None]:
        """What a cell shows, and as what it is kept."""
        kind = element.get("t", "n")
        if kind == "inlineStr":
            return "".join(part.text or "" for part in element.iterfind("{*}is//{*}t")), None
        value = element.findtext("{*}v") or ""
        match kind:
            case "s":
                return self._texts[int(value)] if value else "", None
            case "b":
                return {"1": "TRUE", "0": "FALSE"}.get(value, value), Kept.ANSWER
            case "n" if value:
                return self._number(value, int(element.get("s", "0")))
            case _:
                return value, None

    def _number(self, value: str, style: int) -> tuple[str, Kept | None]:
        if style in self._dates and FIRST_TRUE_DAY <= float(value) < 10_000_000:
            seconds = round(float(value) * 86_400)
            return (self._day_zero + timedelta(seconds=seconds)).isoformat(sep=" "), Kept.DATE
        if value not in self._numbers:
            self._numbers[value] = decimal_text(Decimal(repr(float(value))))
        return self._numbers[value], None

    def _part(self, name: str) -> Element:
        return ElementTree.fromstring(self.archive.read(name))  # noqa: S314 - expat limits how far entities grow

    def _shared_texts(self) -> list[str]:
        """The texts that cells refer to by number; readings beside Asian characters (rPh) are no part of them."""
        if "xl/sharedStrings.xml" not in self.archive.namelist():
            return []
        with self.archive.open("xl/sharedStrings.xml") as part:
            return [
                "".join(text.text or "" for path in ("{*}t", "{*}r/{*}t") for text in item.iterfind(path))
                for item in _elements(part, "si")
            ]

    def _date_styles(self) -> frozenset[int]:
        """The cell styles that show a number as a date."""
        if "xl/styles.xml" not in self.archive.namelist():
            return frozenset()
        styles = self._part("xl/styles.xml")
        own = {int(form.get("numFmtId", "-1")): form.get("formatCode", "") for form in styles.iterfind("{*}numFmts/*")}
        formats = [int(style.get("numFmtId", "0")) for style in styles.iterfind("{*}cellXfs/*")]
        return frozenset(i for i, form in enumerate(formats) if form in DATE_FORMATS or _is_date(own.get(form, "")))


def position_of(name: str) -> int:
    """The position of a cell's column in its row: 0 for A7; raises ValueError where there is no such column."""
    position = 0
    for letter in name.rstrip("0123456789"):
        position = position * 26 + "ABCDEFGHIJKLMNOPQRSTUVWXYZ".index(letter) + 1
    if not 0 < position <= LAST_COLUMN:
        raise ValueError(name)
    return position - 1


def letters_of(position: int) -> str:
    """The letters of a column: A for 0."""
    letters = ""
    left = position + 1
    while left:
        left, letter = divmod(left - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return letters


def _is_date(form: str) -> bool:
    return any(code in "dmyhs" for code in NOT_CODES.sub("", form.lower()).replace("general", ""))


def _elements(part: IO[bytes], name: str) -> Iterator[Element]:
    """The elements of a name, one after the other, each forgotten when the next is asked for."""
    for _, element in ElementTree.iterparse(part):  # noqa: S314 - expat limits how far entities grow
        if element.tag.rsplit("}", 1)[-1] == name:
            yield element
            element.clear()


def _relation(sheet: Element) -> str:
    return next(value for name, value in sheet.attrib.items() if name.endswith("}id"))


def _path(target: str) -> str:
    return target.lstrip("/") if target.startswith("/") else f"xl/{target}"
