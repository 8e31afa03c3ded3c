# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Records as rows of text: the one written form of every value, used for files and for the content hash."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from luwte.data.records import About
from luwte.data.schema import input_tables
from luwte.model.dataset import Dataset


def as_text(value: Any) -> str:
    """A value as it is written: ISO dates, plain decimals, yes and no, lists sorted and joined by a bar."""
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case date():
            return value.isoformat()
        case Decimal():
            return decimal_text(value)
        case frozenset():
            return "|".join(sorted(value))
        case _:
            return str(value)


def decimal_text(value: Decimal) -> str:
    """A decimal without exponent and without noughts at the end: 1.50 and 1.5 are one number."""
    text = f"{value:f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text == "-0" else text


def rows_of(dataset: Dataset, table: str) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """Header and rows of one table; the columns are those of the schema that are kept."""
    records = records_of(dataset, table)
    columns: dict[str, Sequence[str]] = {}
    for column in input_tables()[table].columns:
        field = column.field
        if field is None:
            continue
        values = [getattr(record, field) for record in records]
        columns |= _dated(column.name, values) if column.dated else {column.name: _texts(values)}
    return tuple(columns), list(zip(*columns.values(), strict=True))


def _dated(name: str, counts: list[Mapping[date | None, int]]) -> dict[str, Sequence[str]]:
    """One column per day of counting, the undated one first; `counts` maps day to number for each record."""
    days = sorted({day for known in counts for day in known}, key=lambda day: day or date.min) or [None]
    names = (name if day is None else f"{name}_{day:%Y_%m_%d}" for day in days)
    return {column: [as_text(known.get(day)) for known in counts] for column, day in zip(names, days, strict=True)}


def _texts(values: list[Any]) -> list[str]:
    written = {value: as_text(value) for value in set(values)}
    return [written[value] for value in values]


def records_of(dataset: Dataset, table: str) -> Sequence[Any]:
    """The records of one table; what `dataset.csv` says is one record, or none where it says nothing."""
    if table == "dataset":
        about = About(dataset.reference_date, dataset.title, dataset.synthetic, dataset.seed)
        return [about] if about != About() else []
    records: Sequence[Any] = getattr(dataset, table)
    return records
