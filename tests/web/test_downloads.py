# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""A download holds what the page shows."""

import csv
import io
from datetime import date
from decimal import Decimal
from pathlib import Path

import polars as pl
import pytest
from django.test import Client

from luwte.words import words_in
from luwte_web.pages.columns import counts, days, words
from luwte_web.pages.country import Country
from luwte_web.pages.downloads import as_csv, as_xlsx
from luwte_web.pages.reader import Reader
from luwte_web.pages.tables import Table
from web.addresses import every_page
from web.reading import read_page

NUMBERS = str.maketrans({".": "", "−": "-", "+": "", "–": ""})


def rows_of(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode())))


def test_every_table_can_be_kept_as_csv_and_xlsx(client: Client, country: Country, tmp_path: Path) -> None:
    for address in every_page(country, "nl"):
        page = read_page(address, client.get(address).content)
        for key, sheet in page.sheets.items():
            kept = client.get(address, {"table": key, "as": "csv"})
            headings, *rows = rows_of(kept.content)
            assert kept["Content-Disposition"] == f'attachment; filename="luwte-{key}.csv"'
            assert headings == sheet.headings
            assert len(rows) >= len(sheet.rows)
            for shown, row in zip(sheet.rows, rows, strict=False):
                assert row[0].lstrip("'") == shown[0] or row[0].translate(NUMBERS) == shown[0].translate(NUMBERS)


def test_numbers_on_the_page_are_those_of_the_download(client: Client) -> None:
    page = read_page("/gemeenten/", client.get("/gemeenten/").content).sheets["municipalities"]
    _, *rows = rows_of(client.get("/gemeenten/?table=municipalities&as=csv").content)
    for shown, kept in zip(page.rows, rows, strict=True):
        assert [cell.translate(NUMBERS) for cell in shown[5:]] == [cell.translate(NUMBERS) for cell in kept[5:]]


def test_csv_and_xlsx_hold_the_same(client: Client, tmp_path: Path) -> None:
    asked = {"table": "provinces", "as": "xlsx"}
    book = tmp_path / "provinces.xlsx"
    book.write_bytes(client.get("/en/", asked).content)
    kept = rows_of(client.get("/en/", asked | {"as": "csv"}).content)
    sheet = pl.read_excel(book, engine="calamine")
    assert list(sheet.columns) == kept[0]
    assert [str(value) for value in sheet["Task"]] == [row[1] for row in kept[1:]]


@pytest.fixture
def treacherous() -> Table[tuple[str, int, date | None]]:
    reader = Reader(words_in("en"))
    columns = (
        words("Name", lambda row: row[0]),
        counts(reader, "Number", lambda row: row[1]),
        days(reader, "Day", lambda row: row[2]),
    )
    return Table.of(
        "t", "T", columns, [("=1+1", -5, date(2026, 11, 16)), ("@x", 0, None), ('plain, "quoted"', 7, None)]
    )


def test_no_text_becomes_a_formula(treacherous: Table[object], tmp_path: Path) -> None:
    assert rows_of(as_csv(treacherous))[1:] == [
        ["'=1+1", "-5", "2026-11-16"], ["'@x", "0", ""], ['plain, "quoted"', "7", ""]
    ]  # fmt: skip
    book = tmp_path / "t.xlsx"
    book.write_bytes(as_xlsx(treacherous))
    sheet = pl.read_excel(book, engine="calamine")
    assert sheet["Name"].to_list() == ["=1+1", "@x", 'plain, "quoted"']
    assert [int(Decimal(str(value))) for value in sheet["Number"]] == [-5, 0, 7]
