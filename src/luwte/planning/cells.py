# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Records of output tables to CSV and back, by the types of their fields: the same rows give the same bytes."""

import csv
import io
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import fields
from datetime import date
from decimal import Decimal
from enum import StrEnum
from types import NoneType, UnionType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from luwte.planning.outputs import AheadRow, PlacementRow

FROM_TO = {"origin": "from", "destination": "to"}
RENAMED: Mapping[type, Mapping[str, str]] = {PlacementRow: FROM_TO, AheadRow: FROM_TO}
BETWEEN_ITEMS, AFTER_NAME = "|", ":"

Row = TypeVar("Row")


def columns(record: type) -> tuple[str, ...]:
    """The column names of an output table."""
    renamed = RENAMED.get(record, {})
    return tuple(renamed.get(field.name, field.name) for field in fields(record))


def to_csv(record: type[Row], rows: Iterable[Row]) -> bytes:
    """A table as CSV: UTF-8, comma, one line per row, unknown as an empty cell."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns(record))
    names = [field.name for field in fields(record)]  # type: ignore[arg-type]
    writer.writerows([written(getattr(row, name)) for name in names] for row in rows)
    return text.getvalue().encode("utf-8")


def from_csv(record: type[Row], content: bytes) -> tuple[Row, ...]:
    """The records of a table written by `to_csv`; raises ValueError on anything else."""
    reader = csv.reader(io.StringIO(content.decode("utf-8"), newline=""), strict=True)
    header = next(reader, [])
    if tuple(header) != columns(record):
        raise ValueError(f"columns {header} instead of {list(columns(record))}")
    readers = dict(zip(header, _readers(record), strict=True))
    return tuple(record(*_read_all(readers, row, number)) for number, row in enumerate(reader, start=2))


def written(value: object) -> str:
    """One cell."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Decimal):
        return plain(value)
    if isinstance(value, tuple):
        return BETWEEN_ITEMS.join(
            AFTER_NAME.join(map(written, x)) if isinstance(x, tuple) else written(x) for x in value
        )
    return str(value)


def plain(value: Decimal) -> str:
    """A decimal without exponent and without noughts at its end."""
    text = f"{value + 0:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _read_all(readers: Mapping[str, Callable[[str], Any]], cells: Sequence[str], number: int) -> list[Any]:
    if len(cells) != len(readers):
        raise ValueError(f"row {number} has {len(cells)} cells instead of {len(readers)}")
    values = []
    for (column, read), cell in zip(readers.items(), cells, strict=True):
        try:
            values.append(read(cell))
        except (KeyError, ValueError, ArithmeticError):
            raise ValueError(f"row {number}, column {column}: {cell!r} cannot stand there") from None
    return values


def _readers(record: type) -> tuple[Callable[[str], Any], ...]:
    hints = get_type_hints(record)
    return tuple(_reader(hints[field.name]) for field in fields(record))


def _reader(kind: Any) -> Callable[[str], Any]:
    if isinstance(kind, UnionType):
        known = _reader(next(option for option in get_args(kind) if option is not NoneType))
        return lambda cell: known(cell) if cell else None
    if get_origin(kind) is tuple:
        item = _item_reader(get_args(kind)[0])
        return lambda cell: tuple(item(part) for part in cell.split(BETWEEN_ITEMS)) if cell else ()
    if kind is bool:
        return {"yes": True, "no": False}.__getitem__
    if kind is date:
        return date.fromisoformat
    if kind in (str, int, Decimal) or issubclass(kind, StrEnum):
        return kind  # type: ignore[no-any-return]
    raise TypeError(f"no cell holds a {kind}")


def _item_reader(kind: Any) -> Callable[[str], Any]:
    if get_origin(kind) is not tuple:
        return _reader(kind)
    value = _reader(get_args(kind)[1])

    def named(part: str) -> tuple[str, Any]:
        name, _, text = part.rpartition(AFTER_NAME)
        return name, value(text)

    return named
