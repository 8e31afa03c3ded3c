# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Read Parquet files as the text cells that the same tables have as CSV.

The reader of Parquet ends its whole process on some damaged files. It works in a process of its own
(`parquet_cells.py`), and what it cannot read is refused like any other file.
"""

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from luwte.data.csv_files import EMPTY_FILE, NO_ROWS
from luwte.data.raw import Opened, RawTable, at, error
from luwte.words import N_

READER = Path(__file__).with_name("parquet_cells.py")

NOT_PARQUET = error("parquet_damaged", N_("The file is not a Parquet file that can be read."), N_("Write it again."))

KINDS = (NOT_PARQUET,)

Rows = list[list[str]]


def read_parquet_files(paths: Sequence[Path], opened: Opened) -> None:
    """Read every file, named after its table, into `opened`."""
    for path, rows in zip(paths, _rows_of(paths), strict=True):
        if rows is None:
            kind = NOT_PARQUET if path.stat().st_size else EMPTY_FILE
            opened.refuse(path.stem, at(kind, path.name))
        elif not rows[0]:
            opened.refuse(path.stem, at(NO_ROWS, path.name))
        else:
            header, *cells = rows
            opened.tables[path.stem] = RawTable(path.name, tuple(header), cells, range(2, len(cells) + 2))


def _rows_of(paths: Sequence[Path]) -> list[Rows | None]:
    """The rows of each file; `None` for one that cannot be read, or on which the reader broke off."""
    found: list[Rows | None] = []
    while left := [str(path) for path in paths[len(found) :]]:
        command = [sys.executable, "-I", str(READER), *left]
        done = subprocess.run(command, capture_output=True, stdin=subprocess.DEVNULL, check=False)  # noqa: S603 - ours
        lines = [line for line in done.stdout.splitlines(keepends=True) if line.endswith(b"\n")]
        found += [json.loads(line) for line in lines]
        if len(lines) < len(left):
            found.append(None)
    return found
