# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The hash of a dataset's content."""

import hashlib

from luwte.data.rows import rows_of
from luwte.data.schema import input_tables
from luwte.model.dataset import Dataset

CELL, ROW, TABLE = "\x1f", "\x1e", "\x1d"  # unit, record and group separator: no accepted cell holds them


def content_hash(dataset: Dataset) -> str:
    """SHA-256 of all tables in their written form, hexadecimal.

    The same for CSV, XLSX and Parquet, whatever the order of columns, the noughts after a decimal or the order within a
    list; an absent table equals an empty one, a bundled table equals a copy of it. The order of rows does count:
    it can decide between answers that are equally good.
    """
    digest = hashlib.sha256()
    for table in input_tables():
        header, rows = rows_of(dataset, table)
        if rows:
            lines = (CELL.join(row) for row in (header, *rows))
            digest.update((table + TABLE + ROW.join(lines) + TABLE).encode())
    return digest.hexdigest()
