# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Turn the text of a cell into a value, in exactly one accepted form per type; each distinct text is judged once.

Values are plain: text, int, Decimal, date, Month, bool, frozenset of text; `None` for an empty cell.
"""

import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from luwte.data.faults import EMPTY, SPREADSHEET_ERROR, Fault, diagnose, out_of_bounds
from luwte.data.schema import Column, Type
from luwte.model.periods import Month

Value = str | int | Decimal | date | Month | bool | frozenset[str] | None

INTEGER = re.compile(r"-?(?:0|[1-9][0-9]{0,18})")
DECIMAL = re.compile(r"-?(?:0|[1-9][0-9]{0,14})(?:\.[0-9]{1,30})?")
DATE = re.compile(r"(?:19|20|21)[0-9]{2}-[0-9]{2}-[0-9]{2}|2200-[0-9]{2}-[0-9]{2}")
MONTH = re.compile(r"(?:19|20|21)[0-9]{2}-[0-9]{2}|2200-[0-9]{2}")
LONGEST_KEY = 100
LONGEST_TEXT = 2000
YES_NO = {"yes": True, "no": False}


def parse_column(column: Column, texts: Sequence[str]) -> tuple[list[Value], dict[int, Fault]]:
    """The values of a column's cells, and the faults by position; a faulty cell has the value `None`."""
    verdicts = {text: _judge(column, text) for text in set(texts)}
    faults = {text for text, verdict in verdicts.items() if isinstance(verdict, Fault)}
    if not faults:
        return [verdicts[text] for text in texts], {}  # type: ignore[misc]
    values: list[Value] = []
    found: dict[int, Fault] = {}
    for position, text in enumerate(texts):
        verdict = verdicts[text]
        if isinstance(verdict, Fault):
            found[position] = verdict
            values.append(None)
        else:
            values.append(verdict)
    return values, found


def _judge(column: Column, text: str) -> Value | Fault:
    if not text:
        return Fault(EMPTY) if column.needed == "cell" else None
    try:
        value = _value(column, text)
    except ValueError:
        return diagnose(column, text)
    if isinstance(value, (int, Decimal)) and not isinstance(value, bool):
        return out_of_bounds(column, value) or value
    return value


def _value(column: Column, text: str) -> Value:
    """The value of a text that stands in the accepted form; raises ValueError on any other."""
    match column.type:
        case Type.INTEGER:
            return int(_matched(INTEGER, text))
        case Type.DECIMAL:
            return Decimal(_matched(DECIMAL, text))
        case Type.DATE:
            return date.fromisoformat(_matched(DATE, text))
        case Type.MONTH:
            return Month.parse(_matched(MONTH, text))
        case Type.YES_NO:
            return YES_NO[text] if text in YES_NO else _refused(text)
        case Type.CHOICE:
            return text if text in column.choices else _refused(text)
        case Type.CODE:
            return _matched(re.compile(column.pattern or ""), text)
        case Type.LIST:
            return _list(column, text)
        case Type.KEY:
            return text if len(text) <= LONGEST_KEY and _plain(text) else _refused(text)
        case Type.TEXT:
            return text if len(text) <= LONGEST_TEXT and _plain(text.replace("\n", "")) else _refused(text)


def _list(column: Column, text: str) -> frozenset[str]:
    items = text.split("|")
    if len(set(items)) < len(items) or not all(item and _plain(item) for item in items):
        raise ValueError(text)
    if column.choices and not all(is_item(column, item) for item in items):
        raise ValueError(text)
    if any(sign in text for sign in ";,"):
        raise ValueError(text)
    return frozenset(items)


def is_item(column: Column, item: str) -> bool:
    """Whether a text may stand in a list of this column."""
    return item in column.choices or bool(column.also and re.fullmatch(column.also, item))


def _plain(text: str) -> bool:
    return text.isprintable() and text == text.strip() and not SPREADSHEET_ERROR.fullmatch(text)


def _matched(form: re.Pattern[str], text: str) -> str:
    return text if form.fullmatch(text) else _refused(text)


def _refused(text: str) -> str:
    raise ValueError(text)
