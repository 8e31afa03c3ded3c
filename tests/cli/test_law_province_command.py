# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What people do with `luwte law province`: the report of one province, as tables, page, PDF and workbook."""

import json
from datetime import date, datetime
from pathlib import Path

import fastexcel
import pytest
from page import validate_pdf_bytes

from cli.conftest import Run
from luwte.data import write
from luwte.model.pledges import Exchange, Offer, OfferStatus
from luwte.planning.cells import from_csv
from luwte.planning.law.province_rows import ProvinceEvennessRow, ProvinceOfferRow, ProvinceTableRow
from planning.country import AMERSFOORT, AMSTERDAM, UTRECHT
from planning.country import country as few

OFFERS = (
    Offer("O1", UTRECHT, 150, OfferStatus.VIABLE, viable_because=frozenset("4"), conditions="=A1 stays for 10 years"),
    Offer("O2", AMSTERDAM, 70, OfferStatus.INTENTION),
)
EXCHANGES = (Exchange(UTRECHT, AMERSFOORT, 40, 5, date(2026, 10, 1)),)


@pytest.fixture
def tables(tmp_path: Path) -> Path:
    """The small country, with two offers and one exchange."""
    write(few(offers=OFFERS, exchanges=EXCHANGES), tmp_path / "tables")
    return tmp_path / "tables"


def test_the_report_of_a_province_is_written_as_tables_page_pdf_and_workbook(
    run: Run, tables: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    result = run("law", "province", tables, "--province", "utrecht", "--language", "en", "--out", out)
    assert result.exit_code == 0
    assert "Draft. This becomes a report when the commissioner says so" in result.stdout
    assert "The report was due before 1 November 2026: 16 days ago" in result.stdout
    rows = {row.municipality: row for row in from_csv(ProvinceTableRow, (out / "province.csv").read_bytes())}
    assert (rows[UTRECHT].exchanged, rows[AMERSFOORT].exchanged_amv, rows[UTRECHT].offered) == (-40, 5, 188)
    offers = from_csv(ProvinceOfferRow, (out / "province_offers.csv").read_bytes())
    assert [one.offer for one in offers] == ["O1"]
    even = from_csv(ProvinceEvennessRow, (out / "province_evenness.csv").read_bytes())
    assert [one.numbers_elsewhere == 0 for one in even] == [True, False]
    report = (out / "report.html").read_text(encoding="utf-8")
    assert "What municipalities, province and COA agree on." in report
    account = json.loads((out / "law_province.json").read_text(encoding="utf-8"))
    assert (account["province"], account["cycle"]) == ("PV26", 2026)
    assert {"report.pdf", "report.xlsx", "report.html", "province.csv"} <= account["files"].keys()


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_pdf_is_accessible_by_an_independent_checker(run: Run, tables: Path, tmp_path: Path, language: str) -> None:
    run("law", "province", tables, "--province", "PV26", "--language", language, "--out", tmp_path / "out")
    report = validate_pdf_bytes((tmp_path / "out" / "report.pdf").read_bytes(), profile="ua1")
    assert report.is_compliant, report.to_json()


def test_the_workbook_holds_numbers_as_numbers_and_no_formula(run: Run, tables: Path, tmp_path: Path) -> None:
    run("law", "province", tables, "--province", "PV26", "--language", "en", "--out", tmp_path / "out")
    book = fastexcel.read_excel((tmp_path / "out" / "report.xlsx").read_bytes())
    assert book.sheet_names == [
        "About", "Numbers", "Places", "Minors", "Exchanges", "Evenness", "Offers", "Status", "Sources",
    ]  # fmt: skip
    exchange = book.load_sheet("Exchanges").to_polars()
    assert exchange.rows() == [("Utrecht", "Amersfoort", datetime(2026, 10, 1), 40, 5)]
    assert book.load_sheet("Offers").to_polars()["conditions"].to_list() == ["=A1 stays for 10 years"]
    numbers = book.load_sheet("Numbers").to_polars()
    assert numbers["by exchange"].sum() == 0
    assert numbers["agreed"].to_list()[-1] == sum(numbers["agreed"].to_list()[:-1])


def test_the_same_tables_give_the_same_bytes(run: Run, tables: Path, tmp_path: Path) -> None:
    for name in ("one", "other"):
        run("law", "province", tables, "--province", "PV26", "--out", tmp_path / name)
    files = {path.name for path in (tmp_path / "one").iterdir()}
    assert [
        name for name in files if (tmp_path / "one" / name).read_bytes() != (tmp_path / "other" / name).read_bytes()
    ] == []


def test_a_wrong_province_is_answered_with_the_twelve(run: Run, tables: Path) -> None:
    result = run("law", "province", tables, "--province", "Atlantis", "--language", "en")
    assert result.exit_code == 2
    assert result.stderr.count("PV") == 12
    assert "There is no province 'Atlantis' in the tables." in result.stderr


def test_an_exchange_across_provinces_is_refused_at_reading_with_the_article_and_the_row(
    run: Run, tables: Path
) -> None:
    with (tables / "exchanges.csv").open("a", encoding="utf-8") as file:
        file.write(f"{UTRECHT},{AMSTERDAM},10,0,2026-10-02\n")
    result = run("law", "province", tables, "--province", "PV26", "--language", "en")
    assert result.exit_code == 1
    assert f"exchanges.csv:3 to '{AMSTERDAM}'" in result.stderr
    assert f"{UTRECHT} and {AMSTERDAM} do not lie in one province." in result.stderr
    assert "Act art. 4(1)" in result.stderr


def test_the_numbers_for_minors_follow_the_key_once_their_need_is_given(run: Run, tables: Path, tmp_path: Path) -> None:
    run("law", "province", tables, "--province", "PV26", "--need-amv", "8140", "--out", tmp_path / "out")
    rows = from_csv(ProvinceTableRow, (tmp_path / "out" / "province.csv").read_bytes())
    assert all(row.agreed_amv == (row.indicative_amv or 0) + row.exchanged_amv for row in rows)
    assert any(row.indicative_amv for row in rows)
    sources = fastexcel.read_excel((tmp_path / "out" / "report.xlsx").read_bytes()).load_sheet("Bronnen").to_polars()
    assert sources.row(1)[2:] == ("Opgegeven door wie dit maakte.", "hier niet gecontroleerd")
