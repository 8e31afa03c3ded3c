# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Read a folder of tables or a workbook into a `Dataset`, or refuse it with everything that is wrong."""

import gc
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from luwte.data.checks import CHECKS
from luwte.data.content import content_hash
from luwte.data.folder import open_tables
from luwte.data.national import national_holidays, national_municipalities
from luwte.data.places import with_units
from luwte.data.raw import Opened, at, error
from luwte.data.schema import input_tables
from luwte.data.sheet import Sheet, read_sheet
from luwte.data.tables import Tables
from luwte.model.dataset import Dataset
from luwte.model.findings import Finding, InputRefused, Place, Severity
from luwte.model.progress import Progress, silent
from luwte.words import N_

TO_PLACE = ("locations", "households", "persons")

TABLE_MISSING = error(
    "table_missing",
    N_("The table {table} is missing, and this cannot be done without it."),
    N_("Add {table}.csv, or a sheet {table}."),
)
TABLE_EMPTY = error(
    "table_empty", N_("The table {table} has no rows, and this cannot be done without it."), N_("Fill it.")
)

KINDS = (TABLE_MISSING, TABLE_EMPTY)


def read(path: Path, *, need: Collection[str] = (), progress: Progress = silent) -> Dataset:
    """Read and check all tables at `path`: a folder of CSV or Parquet files, or an .xlsx workbook.

    `need` names tables that must be there with rows (`TO_PLACE` for placing). Municipalities and holidays that are
    absent or empty come from the package. Where a group at a location has units, its places are their sum.
    Raises InputRefused with every finding at once where there is any error; warnings stand in the dataset.
    """
    with _no_garbage_collection():
        return _read(Path(path), need, progress)


def _read(path: Path, need: Collection[str], progress: Progress) -> Dataset:
    progress(N_("Reading the tables"), 0.0)
    opened = open_tables(path)
    sheets = {}
    for done, (name, raw) in enumerate(opened.tables.items(), start=1):
        sheets[name] = read_sheet(input_tables()[name], raw)
        progress(N_("Reading the tables"), done / len(opened.tables))
    findings = [*opened.findings, *(found for sheet in sheets.values() for found in sheet.findings)]
    if opened.tables or opened.unreadable:
        findings += _missing(path, opened, sheets, need)
    dataset = _dataset(sheets)
    tables = Tables(dataset, sheets, frozenset(opened.unreadable))
    for done, check in enumerate(CHECKS, start=1):
        findings += check(tables)
        progress(N_("Checking the tables"), done / len(CHECKS))
    if any(finding.kind.severity is Severity.ERROR for finding in findings):
        raise InputRefused(tuple(sorted(findings, key=_order)))
    dataset = replace(dataset, locations=with_units(dataset.locations, dataset.units))
    return replace(dataset, findings=tuple(findings), content_hash=content_hash(dataset))


@contextmanager
def _no_garbage_collection() -> Iterator[None]:
    """Do not look for garbage while hundreds of thousands of records are made that all live on: a third of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _missing(path: Path, opened: Opened, sheets: dict[str, Sheet], need: Collection[str]) -> list[Finding]:
    """The needed tables that are absent or have no rows."""
    absent = [name for name in need if name not in sheets and name not in opened.unreadable]
    empty = [name for name in need if name in sheets and not sheets[name].rows]
    return [
        *(at(TABLE_MISSING, path.name, table=name) for name in absent),
        *(at(TABLE_EMPTY, sheets[name].file, table=name) for name in empty),
    ]


def _dataset(sheets: dict[str, Sheet]) -> Dataset:
    """The dataset of all records that were read, with the bundled tables in the place of absent ones."""
    records: dict[str, Any] = {name: sheet.records for name, sheet in sheets.items()}
    bundled = {"municipalities": national_municipalities, "holidays": national_holidays}
    absent = [name for name in bundled if name not in sheets or not sheets[name].rows]
    records |= {name: bundled[name]() for name in absent}
    about = records.pop("dataset", ())
    described = {name: getattr(about[0], name) for name in about[0].__slots__} if about else {}
    return Dataset(**described, **records, bundled=frozenset(absent))


def _order(finding: Finding) -> tuple[int, str, int, str]:
    """Errors first, then by where they stand."""
    place = finding.place or Place("")
    return (list(Severity).index(finding.kind.severity), place.file, place.row or 0, place.column or "")
