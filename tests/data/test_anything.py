# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Whatever stands in a table, reading it ends in a dataset or in findings that can be said, and in nothing else."""

import csv
import shutil
import tempfile
from dataclasses import replace
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from data.conftest import SMALL
from data.spoil import found_in, rows_of, set_cell
from luwte.data import read, write, write_parquet, write_workbook
from luwte.model.dataset import Dataset
from luwte.model.findings import InputRefused

TABLES = tuple(sorted(path.stem for path in SMALL.glob("*.csv")))
SHAPES = {table: rows_of(SMALL / f"{table}.csv") for table in TABLES}
LIKELY = (
    "",
    " ",
    "0",
    "-1",
    "1",
    "yes",
    "no",
    "ja",
    "2026-11-16",
    "31-12-2026",
    "2026-02-29",
    "1,5",
    "GM0344",
    "L1",
    "H01",
)
texts = st.one_of(st.sampled_from(LIKELY), st.text(max_size=12), st.dates().map(str), st.decimals().map(str))


@st.composite
def cells(draw: st.DrawFn) -> tuple[str, int, str, str]:
    """A cell of the small country and another text for it."""
    table = draw(st.sampled_from(TABLES))
    rows = SHAPES[table]
    row = draw(st.integers(2, len(rows)))
    return table, row, draw(st.sampled_from(rows[0])), draw(texts)


@settings(max_examples=60)
@given(st.lists(cells(), min_size=1, max_size=4))
def test_cells_of_any_text(spoiled: list[tuple[str, int, str, str]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(shutil.copytree(SMALL, Path(folder) / "country"))
        for table, row, column, text in spoiled:
            set_cell(copy, table, row, column, text.encode("utf-8", "replace").decode())
        found_in(copy)
        try:
            dataset = read(copy)
        except InputRefused:
            return
        same_after_writing(dataset, Path(folder))


@settings(max_examples=60)
@given(st.sampled_from(TABLES), st.data())
def test_files_cut_or_filled_with_any_bytes(table: str, data: st.DataObject) -> None:
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(shutil.copytree(SMALL, Path(folder) / "country"))
        whole = (SMALL / f"{table}.csv").read_bytes()
        start = data.draw(st.integers(0, len(whole)))
        end = data.draw(st.integers(start, len(whole)))
        (copy / f"{table}.csv").write_bytes(whole[:start] + data.draw(st.binary(max_size=6)) + whole[end:])
        found_in(copy)


@settings(max_examples=25)
@given(st.data())
def test_rows_and_columns_in_any_order(data: st.DataObject) -> None:
    """The order of columns changes nothing; the order of rows changes the hash, and no finding."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(shutil.copytree(SMALL, Path(folder) / "country"))
        table = data.draw(st.sampled_from(TABLES))
        order = data.draw(st.permutations(range(len(SHAPES[table][0]))))
        with (copy / f"{table}.csv").open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([[row[i] for i in order] for row in SHAPES[table]])
        assert read(copy) == read(SMALL)
        assert read(copy).content_hash == read(SMALL).content_hash


def same_after_writing(dataset: Dataset, folder: Path) -> None:
    """What was read, written in any form and read again is the same."""
    write(dataset, folder / "csv")
    write_parquet(dataset, folder / "parquet")
    write_workbook(dataset, folder / "book.xlsx")
    for form in ("csv", "parquet", "book.xlsx"):
        again = read(folder / form)
        assert replace(again, findings=()) == replace(dataset, findings=())
        assert again.content_hash == dataset.content_hash
