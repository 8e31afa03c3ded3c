# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Does everything that is referred to exist? The schemas name the references."""

import difflib
from collections.abc import Iterator

from luwte.data.raw import at, error
from luwte.data.schema import Column, input_tables
from luwte.data.sheet import SHOWN_PER_FAULT, Sheet
from luwte.data.tables import Check, Tables
from luwte.model.findings import Finding
from luwte.words import N_

SHORTEST_GUESS = 4  # characters; a guess at a shorter key would be right by chance
MOST_CANDIDATES = 1000  # keys; among more of them a guess would take long

UNKNOWN = error(
    "reference_unknown", N_("{table} has no {column} with this key."), N_("Correct the key, or add the row to {table}.")
)
UNKNOWN_NEAR = error(
    "reference_unknown_near", N_("{table} has no {column} with this key."), N_("Perhaps {better} is meant.")
)
NO_TABLE = error(
    "reference_without_table",
    N_("This column refers to the table {table}, which is not there."),
    N_("Add {table}.csv, or a sheet {table}."),
)
MORE = error(
    "reference_more",
    N_("{count} more cells of this column name what {table} does not have."),
    N_("Mend them in the same way."),
)


def referred_to_exists(tables: Tables) -> Iterator[Finding]:
    """Every key in a referring column stands in the table it refers to."""
    for name, sheet in tables.sheets.items():
        for column in input_tables()[name].columns:
            if column.references and column.name in sheet.cells:
                yield from _unknown(tables, sheet, column, *column.references.split("."))


def _unknown(tables: Tables, sheet: Sheet, column: Column, table: str, key: str) -> Iterator[Finding]:
    known = tables.known(table, key)
    named = set(sheet.cells[column.name]) - {""}
    if known is None or named <= known:
        return
    if table != "municipalities" and table not in tables.sheets:
        yield at(NO_TABLE, sheet.file, 1, column.name, None, table=table)
        return
    candidates = sorted(known)
    unknown = [
        (row, text)
        for row, text in zip(sheet.rows, sheet.cells[column.name], strict=True)
        if text and text not in known
    ]
    for row, text in unknown[:SHOWN_PER_FAULT]:
        near = (
            difflib.get_close_matches(text, candidates, n=1, cutoff=0.8)
            if len(text) >= SHORTEST_GUESS and len(candidates) <= MOST_CANDIDATES
            else []
        )
        if near:
            yield at(UNKNOWN_NEAR, sheet.file, row, column.name, text, table=table, column=key, better=near[0])
        else:
            yield at(UNKNOWN, sheet.file, row, column.name, text, table=table, column=key)
    if more := unknown[SHOWN_PER_FAULT:]:
        yield at(MORE, sheet.file, more[0][0], column.name, None, count=len(more), table=table)


CHECKS: tuple[Check, ...] = (referred_to_exists,)
KINDS = (UNKNOWN, UNKNOWN_NEAR, NO_TABLE, MORE)
