# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Tables of plain values as a workbook: numbers are numbers, days are days, and no text becomes a formula."""

import io
from collections.abc import Sequence
from datetime import date, datetime, time
from fractions import Fraction
from typing import Any

import xlsxwriter  # type: ignore[import-untyped]

from luwte.reporting.law.told import UNKNOWN
from luwte.reporting.law.valued import Signed, Value, Valued
from luwte.words import N_, Words

SHEET_NAME = 31  # letters; of spreadsheets
NOT_IN_A_SHEET_NAME = str.maketrans("", "", "[]:*?/\\'")
WIDEST, WIDTH_OF_WORDS = 60 * 8, 110  # pixels; letters


def to_workbook(front: Sequence[str], tables: Sequence[Valued], on: date, words: Words) -> bytes:
    """A sheet that says what it is, and a sheet for each table; the same tables give the same bytes."""
    content = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(content, options) as book:
        book.set_properties({"title": front[0], "created": datetime.combine(on, time())})
        first = book.add_worksheet(_sheet_name(words.text(N_("About"))))
        wrapped, bold = book.add_format({"text_wrap": True, "valign": "top"}), book.add_format({"bold": True})
        first.set_column(0, 0, WIDTH_OF_WORDS)
        for at, line in enumerate(front):
            first.write_string(at, 0, line, wrapped if at else bold)
        for table in tables:
            _write(book, table, words)
    return content.getvalue()


def _write(book: Any, table: Valued, words: Words) -> None:
    sheet = book.add_worksheet(_sheet_name(table.name))
    bold = book.add_format({"bold": True})
    forms = {date: book.add_format({"num_format": "yyyy-mm-dd"}), Fraction: book.add_format({"num_format": "0.0%"})}
    sheet.write_row(0, 0, table.headings, bold)
    for number, row in enumerate(table.rows, start=1):
        for at, value in enumerate(row):
            plain = _plain(value, words)
            write = sheet.write_datetime if isinstance(plain, date) else sheet.write
            write(number, at, plain, forms.get(type(value)))
    sheet.freeze_panes(1, 1)
    sheet.autofit(WIDEST)


def _plain(value: Value, words: Words) -> str | int | float | date:
    match value:
        case None:
            return words.text(UNKNOWN)
        case Fraction():
            return float(value)
        case Signed():
            return value.value
        case _:
            return value


def _sheet_name(text: str) -> str:
    return text.translate(NOT_IN_A_SHEET_NAME)[:SHEET_NAME]
