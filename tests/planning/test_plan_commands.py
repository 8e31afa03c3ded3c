# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""`luwte place`, `plan` and `verify` from a shell: what is written, what is said, and what is left when stopped."""

import json
import shutil
from pathlib import Path

import pytest

from luwte.cli.app import app
from luwte.planning import load_plan
from luwte.planning import place as placing
from luwte.planning.recount import breaches

DATE = ("--date", "2026-11-16")
OUTPUTS = {
    "fairness.csv", "findings.csv", "placements.csv", "plan.json", "policy.yaml", "provinces.csv",
    "recommendations.csv", "report.html", "suitability.csv", "tasks.csv", "worth.csv", "worth_conversions.csv",
    "worth_homes.csv", "worth_provinces.csv",
}  # fmt: skip


def luwte(*arguments: object) -> int:
    """Run the command line; the exit code."""
    code = app([str(argument) for argument in arguments], standalone_mode=False)
    return int(code or 0)


@pytest.fixture
def planned(tables: Path, tmp_path: Path) -> Path:
    """A plan beside a copy of its tables."""
    shutil.copytree(tables, tmp_path / "tables")
    assert luwte("plan", tmp_path / "tables", *DATE, "--out", tmp_path / "out", "--language", "en") == 0
    return tmp_path / "out"


def test_plan_writes_every_file_and_says_what_it_trades(
    tables: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert luwte("plan", tables, *DATE, "--out", tmp_path / "out", "--language", "en") == 0
    said = capsys.readouterr()
    assert {file.name for file in (tmp_path / "out").iterdir()} == OUTPUTS
    assert "2 children leave an unfit place for a fit one." in said.out
    assert "0 people are left without a place." in said.out
    assert "report.html" in said.err


def test_a_plan_is_said_in_dutch_by_default(tables: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert luwte("plan", tables, *DATE, "--out", tmp_path / "out") == 0
    assert "2 kinderen verruilen een ongeschikte plek voor een geschikte." in capsys.readouterr().out
    assert '<html lang="nl">' in (tmp_path / "out" / "report.html").read_text(encoding="utf-8")


def test_without_a_date_the_plan_looks_at_the_day_of_the_tables(tables: Path, tmp_path: Path) -> None:
    assert luwte("plan", tables, "--out", tmp_path / "out") == 0
    assert load_plan(tmp_path / "out").receipt.reference_date.isoformat() == "2026-11-16"


def test_the_cycle_and_the_need_can_be_chosen(tables: Path, tmp_path: Path) -> None:
    options = ("--cycle", 2024, "--need-amv", 8000)
    assert luwte("plan", tables, *DATE, "--out", tmp_path / "out", *options) == 0
    summary = load_plan(tmp_path / "out").summary
    assert (summary.cycle, summary.need, summary.need_amv) == (2024, 96_000, 8_000)


def test_place_and_plan_agree(tables: Path, planned: Path, tmp_path: Path) -> None:
    assert luwte("place", tables, *DATE, "--out", tmp_path / "placed") == 0
    for name in ("placements.csv", "worth.csv"):
        assert (tmp_path / "placed" / name).read_bytes() == (planned / name).read_bytes()
    stated = json.loads((tmp_path / "placed" / "place.json").read_text())["summary"]
    assert stated == json.loads((planned / "plan.json").read_text())["summary"]


def test_verify_passes_and_fails_after_one_cell_is_changed(planned: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert luwte("verify", planned, "--language", "en") == 0
    file = planned / "placements.csv"
    file.write_bytes(file.read_bytes().replace(b"leaves_unfit_place", b"wish", 1))
    capsys.readouterr()
    assert luwte("verify", planned, "--language", "en") == 1
    said = capsys.readouterr().err
    assert "placements.csv:2 cause 'wish'" in said
    assert "the second run gives leaves_unfit_place" in said


def test_verify_finds_the_tables_that_moved_with_the_plan(planned: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    shutil.move(planned.parent / "tables", elsewhere / "tables")
    shutil.move(planned, elsewhere / "out")
    assert luwte("verify", elsewhere / "out") == 0


def test_verify_asks_for_tables_it_does_not_find(planned: Path, tables: Path) -> None:
    shutil.rmtree(planned.parent / "tables")
    assert luwte("verify", planned) == 2
    assert luwte("verify", planned, "--data", tables) == 0


def test_verify_names_tables_that_were_changed(planned: Path, capsys: pytest.CaptureFixture[str]) -> None:
    households = planned.parent / "tables" / "households.csv"
    households.write_text(households.read_text().replace("F-FIT,family,AZC,2024-01-01", "F-FIT,family,AZC,2024-02-01"))
    assert luwte("verify", planned, "--language", "en") == 1
    assert "content hash" in capsys.readouterr().err


def test_a_folder_with_other_things_is_left_alone(tables: Path, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    assert luwte("plan", tables, *DATE, "--out", tmp_path) == 1
    assert [file.name for file in tmp_path.iterdir()] == ["mine.txt"]


def test_a_plan_replaces_an_earlier_plan(planned: Path, tables: Path) -> None:
    assert luwte("plan", tables, *DATE, "--out", planned) == 0
    assert {file.name for file in planned.iterdir()} == OUTPUTS


@pytest.mark.parametrize("stage", ["Counting again", "Writing the report"])
def test_a_plan_that_is_stopped_leaves_nothing(
    tables: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stage: str
) -> None:
    def stop(self: object, at: str, done: float | None = None) -> None:
        if at == stage:
            raise KeyboardInterrupt

    monkeypatch.setattr("luwte.cli.progress.Bar.__call__", stop)
    assert luwte("plan", tables, *DATE, "--out", tmp_path / "out") == 130
    assert list(tmp_path.iterdir()) == []


def test_a_placement_that_the_recount_rejects_is_not_published(
    tables: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    breach = placing.Finding(breaches.NO_WORSE, "F-FIT", params={"household": "F-FIT", "location": "HALL"})
    monkeypatch.setattr(placing, "recount", lambda *_: (breach,))
    assert luwte("plan", tables, *DATE, "--out", tmp_path / "out", "--language", "en") == 1
    assert "F-FIT with a child is moved from a fit place" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_tables_with_faults_are_refused_before_anything_is_planned(tables: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken"
    shutil.copytree(tables, broken)
    (broken / "persons.csv").unlink()
    assert luwte("plan", broken, *DATE, "--out", tmp_path / "out") == 1
    assert not (tmp_path / "out").exists()
