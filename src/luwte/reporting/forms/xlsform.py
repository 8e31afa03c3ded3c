# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""A form as an XLSForm workbook, which ODK and KoboToolbox take; made only if pyxform takes it without a word."""

import io
from collections.abc import Sequence
from datetime import datetime

import xlsxwriter  # type: ignore[import-untyped]

from luwte.quality.forms import Form
from luwte.reporting.forms.survey import Row, survey_of

MADE = datetime(2000, 1, 1)  # the same form gives the same bytes


class FormRejected(Exception):  # noqa: N818 - said like a refusal
    """What pyxform has against a form; each warning is an error of ours, or of the catalogue."""

    def __init__(self, said: Sequence[str]) -> None:
        super().__init__("; ".join(said))
        self.said = tuple(said)


def xlsform(form: Form) -> bytes:
    """The workbook of a form, checked with pyxform as it is; raises FormRejected on any error or warning."""
    made = survey_of(form)
    content = _workbook({"survey": made.survey, "choices": made.choices, "settings": made.settings})
    xform(content)
    return content


def xform(content: bytes) -> str:
    """The XForm that a server makes of an XLSForm workbook; raises FormRejected on any error or warning."""
    from pyxform.errors import PyXFormError  # loads half a second, for whoever makes a form
    from pyxform.xls2xform import convert

    try:
        made = convert(content, file_type=".xlsx")
    except PyXFormError as error:
        raise FormRejected((str(error),)) from None
    if made.warnings:
        raise FormRejected(made.warnings)
    return str(made.xform)


def _workbook(sheets: dict[str, Sequence[Row]]) -> bytes:
    """Sheets whose header is every column that a row of theirs fills; all cells are text."""
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as book:
        book.set_properties({"created": MADE})
        bold, text = book.add_format({"bold": True}), book.add_format({"num_format": "@"})
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            sheet.freeze_panes(1, 0)
            header = list(dict.fromkeys(column for row in rows for column in row))
            sheet.set_column(0, len(header) - 1, 24, text)
            for position, column in enumerate(header):
                sheet.write_string(0, position, column, bold)
                for number, row in enumerate(rows, start=1):
                    if row.get(column):
                        sheet.write_string(number, position, row[column], text)
    return content.getvalue()
