# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Read a Parquet file as the text cells that the same table has as CSV."""

from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import polars as pl

from luwte.data.csv_files import EMPTY_FILE
from luwte.data.raw import RawTable, at, error
from luwte.model.findings import Finding
from luwte.words import N_

NOT_PARQUET = error("parquet_damaged", N_("The file is not a Parquet file that can be read."), N_("Write it again."))

KINDS = (NOT_PARQUET,)


def read_parquet(path: Path) -> tuple[RawTable | None, list[Finding]]:
    """The raw table of a Parquet file, or `None` with the reason."""
    try:
        if path.stat().st_size == 0:
            return None, [at(EMPTY_FILE, path.name)]
        frame = pl.read_parquet(path, use_pyarrow=False, glob=False)
    except (OSError, pl.exceptions.PolarsError, pl.exceptions.PanicException):
        return None, [at(NOT_PARQUET, path.name)]
    columns = [[as_text(value) for value in frame[name].to_list()] for name in frame.columns]
    rows = list(zip(*columns, strict=True)) if columns else []
    return RawTable(path.name, tuple(frame.columns), rows, range(2, len(rows) + 2)), []


def as_text(value: object) -> str:
    """A typed value as it is written in CSV; what has no such form is written out, so that its cell is refused."""
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case datetime():
            return value.isoformat(sep=" ")
        case date():
            return value.isoformat()
        case float() | Decimal():
            return number_text(Decimal(repr(value)) if isinstance(value, float) else value)
        case list():
            return "|".join(map(as_text, value))
        case _:
            return str(value)


def number_text(value: Decimal) -> str:
    """A number without exponent or closing noughts; a number that is not finite as it is named."""
    if not value.is_finite():
        return str(value)
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
