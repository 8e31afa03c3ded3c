# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What people do with `luwte estimate`."""

import csv
import hashlib
import json
from html.parser import HTMLParser
from math import ceil
from pathlib import Path

import pytest

from cli.conftest import Run
from luwte.law.estimate import seven_nationalities

FORECAST = ("estimate", "--now", "72000", "--stay", "23", "--language", "en")


def test_residents_that_i_expect_become_places(run: Run) -> None:
    result = run("estimate", "--residents", "80080", "--language", "en")
    assert result.exit_code == 0
    assert "For 80,080 residents 88,000 places are needed." in result.stdout
    assert "an assumption of ours" in result.stdout


def test_my_own_band_is_told(run: Run) -> None:
    shown = run("estimate", "--residents", "80080", "--low", "72800", "--high", "91000", "--language", "en").stdout
    assert "The band goes from 80,000 to 100,000 places." in shown


def test_inflow_becomes_residents_and_places_with_a_band(run: Run) -> None:
    result = run(*FORECAST)
    assert result.exit_code == 0
    assert "most residents are there in December 2027: 75,829. For them 83,329 places are needed." in result.stdout
    assert "The band goes from 77,505 to 190,006 places, each side in its own busiest month." in result.stdout
    assert "held 89% (73 of 82)" in result.stdout
    assert "comes from the first requests of seven nationalities" in result.stderr


def test_published_estimates_always_stand_beside_it(run: Run) -> None:
    for words in (FORECAST, ("estimate", "--residents", "1", "--language", "en"), ("estimate", "--language", "en")):
        shown = run(*words).stdout
        assert "96,000" in shown
        assert "88,000" in shown
        assert "it does not replace them" in shown


def test_without_residents_and_stay_no_places_are_guessed(run: Run) -> None:
    shown = run("estimate", "--language", "en").stdout
    assert "cannot be told" in shown
    assert "40,610 people are expected" in shown
    assert "places are needed" not in shown


def test_dutch_is_the_language_when_none_is_given(run: Run) -> None:
    assert "Daarvoor zijn 83.329 plekken nodig." in run(*FORECAST[:-2]).stdout


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--residents", "5", "--now", "3"), "not both"),
        (("--now", "5"), "together"),
        (("--stay", "5"), "together"),
        (("--low", "5"), "belong to --residents"),
        (("--now", "5", "--stay", "long"), "at least 1"),
        (("--now", "5", "--stay", "0.5"), "at least 1"),
        (("--now", "5", "--stay", "1/0"), "at least 1"),
    ],
)
def test_options_that_do_not_go_together_are_told(run: Run, words: tuple[str, ...], told: str) -> None:
    result = run("estimate", *words, "--language", "en")
    assert result.exit_code == 2
    assert told in result.stderr
    assert result.stdout == ""


def test_a_series_of_my_own_measures_its_own_band(run: Run, tmp_path: Path) -> None:
    seven = seven_nationalities()
    lines = [f"{seven.month(at - len(seven.people) + 1)},{people}" for at, people in enumerate(seven.people)]
    (tmp_path / "mine.csv").write_text("month,people\n" + "\n".join(lines) + "\n", encoding="utf-8")
    result = run(*FORECAST, "--series", tmp_path / "mine.csv")
    assert result.exit_code == 0
    assert "Inflow: the file mine.csv, as it was given." in result.stdout
    assert result.stderr == ""


def test_a_series_with_faults_gives_nothing_but_the_faults(run: Run, tmp_path: Path) -> None:
    (tmp_path / "mine.csv").write_text("month,people\n2025-01,\n", encoding="utf-8")
    result = run(*FORECAST, "--series", tmp_path / "mine.csv", "--out", tmp_path / "out")
    assert result.exit_code == 1
    assert "error mine.csv:2 people '': This is no number of people" in result.stderr
    assert not (tmp_path / "out").exists()


@pytest.fixture
def out(run: Run, tmp_path: Path) -> Path:
    """The folder of an estimate from inflow."""
    run(*FORECAST, "--out", tmp_path / "out")
    return tmp_path / "out"


def test_every_line_of_the_table_can_be_redone(out: Path) -> None:
    with (out / "estimate.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert [rows[0]["month"], rows[-1]["month"], len(rows)] == ["2026-01", "2027-12", 24]
    for row in rows:
        for side in ("", "_low", "_high"):
            assert int(row[f"places{side}"]) == ceil(int(row[f"residents{side}"]) * 100 / 91)


def test_the_account_holds_what_was_entered_and_the_hash_of_every_file(out: Path) -> None:
    account = json.loads((out / "estimate.json").read_text(encoding="utf-8"))
    assert (account["now"], account["stay_months"], account["entering"]) == (72_000, "23", "1")
    assert account["reference_date"] == "2025-12-31"
    for name, known in account["files"].items():
        assert hashlib.sha256((out / name).read_bytes()).hexdigest() == known
    assert set(account["files"]) == {
        "estimate.csv", "estimate_backtest.csv", "estimate_published.csv", "estimate.html",
    }  # fmt: skip


def test_the_same_estimate_gives_the_same_files(run: Run, out: Path, tmp_path: Path) -> None:
    run(*FORECAST, "--out", tmp_path / "again")
    for file in out.iterdir():
        assert file.read_bytes() == (tmp_path / "again" / file.name).read_bytes(), file.name


class Page(HTMLParser):
    """The tags of a page, and whether it asks for anything from elsewhere."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.elsewhere: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.elsewhere += [
            value for name, value in attrs if name in ("src", "href") and not (value or "").startswith("#")
        ]


def test_the_report_opens_without_network_or_script(out: Path) -> None:
    page = Page()
    text = (out / "estimate.html").read_text(encoding="utf-8")
    page.feed(text)
    assert page.elsewhere == []
    assert "script" not in page.tags
    assert {"svg", "polygon", "polyline", "table"} <= set(page.tags)
    assert "2024: 96,000" in text
    assert "How many places are needed?" in text
