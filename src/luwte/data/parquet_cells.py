# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Write the cells of Parquet files to standard output, a line of JSON per file: `python parquet_cells.py FILE...`.

A line holds the rows as text, the header first, or null for a file that cannot be read. This runs as a program of its
own and imports nothing of Luwte, so that it starts fast and may break without breaking anything else.
"""

import json
import sys
from datetime import date, datetime
from decimal import Decimal

import polars as pl


def cells_of(path: str) -> list[list[str]]:
    """Header and rows as text."""
    frame = pl.read_parquet(path, glob=False)
    columns = [[as_text(value) for value in frame[name].to_list()] for name in frame.columns]
    return [frame.columns, *map(list, zip(*columns, strict=True))]


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
        case float():
            return number_text(Decimal(repr(value)))
        case Decimal():
            return number_text(value)
        case list():
            return "|".join(map(as_text, value))
        case _:
            return str(value)


def number_text(value: Decimal) -> str:
    """A number without exponent and without noughts at its end."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def main(paths: list[str]) -> None:
    """Write a line for each file as soon as it is read."""
    for path in paths:
        try:
            rows = cells_of(path)
        except (OSError, ValueError, pl.exceptions.PolarsError, pl.exceptions.PanicException):
            rows = None
        sys.stdout.write(json.dumps(rows) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1:])
