# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Tables as CSV and XLSX, with the rows and headings of the page and the same filters."""

import csv
import io
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import xlsxwriter
from django.http import HttpResponse

from luwte_web.pages.tables import Table, Value

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
SHEET_NAME_LENGTH = 31  # of Excel
WIDEST_COLUMN = 48
XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def as_csv(table: Table[Any]) -> bytes:
    """UTF-8 with commas, ISO dates and decimal points, like every table of Luwte."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(table.titles)
    writer.writerows([_plain(value) for value in row] for row in table.values)
    return text.getvalue().encode()


def as_xlsx(table: Table[Any]) -> bytes:
    """A workbook with one sheet; numbers are numbers, days are days, and no text becomes a formula."""
    content = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(content, options) as book:
        sheet = book.add_worksheet(table.key[:SHEET_NAME_LENGTH])
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        sheet.write_row(0, 0, table.titles, book.add_format({"bold": True}))
        for at, row in enumerate(table.values, start=1):
            for column, value in enumerate(row):
                _write(sheet, at, column, value, day)
        sheet.freeze_panes(1, 1)
        sheet.autofit(WIDEST_COLUMN * 8)
    return content.getvalue()


FORMS = {"csv": (as_csv, "text/csv; charset=utf-8"), "xlsx": (as_xlsx, XLSX_TYPE)}


def download(table: Table[Any], form: str) -> HttpResponse:
    """The answer that saves a table as a file; `form` is a key of `FORMS`."""
    make, content_type = FORMS[form]
    answer = HttpResponse(make(table), content_type=content_type)
    answer["Content-Disposition"] = f'attachment; filename="luwte-{table.key}.{form}"'
    return answer


def _plain(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, str) and value.startswith(FORMULA_STARTS):
        return "'" + value  # a spreadsheet would run it
    return value.isoformat() if isinstance(value, date) else str(value)


def _write(sheet: Any, row: int, column: int, value: Value, day: Any) -> None:
    if value is None:
        return
    if isinstance(value, datetime):
        sheet.write_string(row, column, value.isoformat())  # a spreadsheet knows no zones of time
    elif isinstance(value, date):
        sheet.write_datetime(row, column, value, day)
    elif isinstance(value, int | float | Decimal):
        sheet.write_number(row, column, value)
    else:
        sheet.write_string(row, column, value)
