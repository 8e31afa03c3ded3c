# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Write a dataset: a folder of CSV or Parquet files, a workbook, or empty templates; whole or not at all."""

import csv
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import polars as pl
import xlsxwriter  # type: ignore[import-untyped]

from luwte.data.pages import readme
from luwte.data.rows import rows_of
from luwte.data.schema import Type, input_tables
from luwte.model.dataset import Dataset

PARQUET_TYPES: Mapping[Type, tuple[pl.DataType, Callable[[str], object]]] = {
    Type.INTEGER: (pl.Int64(), int),
    Type.DATE: (pl.Date(), date.fromisoformat),
    Type.YES_NO: (pl.Boolean(), "yes".__eq__),
}


def write(dataset: Dataset, folder: Path) -> None:
    """Write every table that has rows as CSV; tables that came from the package are left out.

    The folder appears whole or not at all; raises FileExistsError where it exists and is not empty.
    """
    with whole_folder(folder) as new:
        for table, header, rows in _tables(dataset):
            write_csv(new / f"{table}.csv", header, rows)


def write_parquet(dataset: Dataset, folder: Path) -> None:
    """Write every table that has rows as Parquet, decimals and lists as text so that they stay exact."""
    with whole_folder(folder) as new:
        for table, header, rows in _tables(dataset):
            columns = list(zip(*rows, strict=True))
            series = [_typed(table, name, cells) for name, cells in zip(header, columns, strict=True)]
            pl.DataFrame(series).write_parquet(new / f"{table}.parquet")


def write_workbook(dataset: Dataset, file: Path) -> None:
    """Write every table that has rows as a sheet of one workbook, all cells as text so that they stay exact."""
    with whole_file(file) as new, xlsxwriter.Workbook(str(new), {"in_memory": False}) as book:
        bold = book.add_format({"bold": True})
        text = book.add_format({"num_format": "@"})
        for table, header, rows in _tables(dataset):
            sheet = book.add_worksheet(table)
            sheet.freeze_panes(1, 0)
            sheet.set_column(0, len(header) - 1, 16, text)
            for position, name in enumerate(header):
                sheet.write_string(0, position, name, bold)
            for number, row in enumerate(rows, start=1):
                for position, cell in enumerate(row):
                    if cell:
                        sheet.write_string(number, position, cell, text)


def write_empty(folder: Path) -> None:
    """Write the header of every table and a README that tells what each column holds."""
    with whole_folder(folder) as new:
        for name, table in input_tables().items():
            header = [column.name for column in table.columns if column.kept]
            write_csv(new / f"{name}.csv", header, [])
        (new / "README.md").write_text(readme(), encoding="utf-8", newline="\n")


def write_csv(path: Path, header: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Write one CSV file as Luwte reads it: UTF-8, comma, quotation marks only where needed, lines ending in LF."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


@contextmanager
def whole_folder(folder: Path) -> Iterator[Path]:
    """A new folder to fill, put in place only when all is written; nothing is left behind where that fails."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise FileExistsError(folder)
    folder.parent.mkdir(parents=True, exist_ok=True)
    new = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    try:
        yield new
        new.chmod(0o777 & ~_umask())
        os.replace(new, folder)
    finally:
        shutil.rmtree(new, ignore_errors=True)


@contextmanager
def whole_file(file: Path) -> Iterator[Path]:
    """A new file to fill, put in place (over an older one) only when all is written."""
    file.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{file.stem}-", suffix=file.suffix, dir=file.parent)
    os.close(handle)
    try:
        yield Path(name)
        Path(name).chmod(0o666 & ~_umask())
        os.replace(name, file)
    finally:
        Path(name).unlink(missing_ok=True)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _tables(dataset: Dataset) -> Iterator[tuple[str, tuple[str, ...], list[tuple[str, ...]]]]:
    for table in input_tables():
        header, rows = rows_of(dataset, table)
        if rows and table not in dataset.bundled:
            yield table, header, rows


def _typed(table: str, name: str, cells: Sequence[str]) -> pl.Series:
    """A column with the type that Parquet has for it."""
    column = input_tables()[table].column(name)
    dtype, made = PARQUET_TYPES.get(column.type if column else Type.TEXT, (pl.String(), str))
    return pl.Series(name, [made(cell) if cell else None for cell in cells], dtype=dtype)
