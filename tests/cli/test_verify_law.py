# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""`luwte verify` makes every result of `luwte law` again, and names the file that was changed."""

import json
from pathlib import Path

import pytest

from cli.conftest import Run
from cli.test_law_command import tables
from luwte.planning.accounts import sha256

__all__ = ["tables"]

ASKED: dict[str, tuple[str, ...]] = {
    "counting": ("--five-years-from", "counting"),
    "cycle": ("--cycle", "2024"),
    "province": ("--province", "Utrecht", "--need-amv", "8140", "--language", "en"),
    "remainder": (),
    "decision": ("--way", "gap", "--scope", "country", "--available-by", "2027-12-31"),
    "grants": ("--amount", "1500", "--province-part", "0.25", "--granted", "PV26=30", "--granted", "PV20=1"),
    "regimes": ("--date", "2026-11-16"),
    "housing": ("--half-year", "2026-I", "--national", "20000"),
    "sites": (),
    "sheet": ("--municipality", "Utrecht", "--small", "30000"),
}


@pytest.mark.parametrize("verb", ASKED)
def test_what_a_verb_wrote_stands_and_a_changed_file_is_named(
    run: Run, tables: Path, tmp_path: Path, verb: str
) -> None:
    out = tmp_path / "out"
    made = run("law", verb, tables, *ASKED[verb], "--out", out)
    assert made.exit_code == 0, made.stderr
    stands = run("verify", out, "--language", "en")
    assert (stands.exit_code, "The result stands" in stands.stdout) == (0, True), stands.stderr
    changed = sorted(out.glob("*.csv"))[-1]
    changed.write_text(changed.read_text(encoding="utf-8") + "1\n", encoding="utf-8")
    fallen = run("verify", out, "--language", "en")
    assert fallen.exit_code == 1
    assert f"{changed.name} is not the file that was written" in fallen.stderr
    assert "The result does not stand" in fallen.stderr


def test_a_document_that_was_changed_is_named_even_when_the_account_was_changed_with_it(
    run: Run, tables: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    run("law", "province", tables, "--province", "PV26", "--out", out)
    other = (out / "report.pdf").read_bytes() + b"\n"
    (out / "report.pdf").write_bytes(other)
    account = json.loads((out / "law_province.json").read_text(encoding="utf-8"))
    account["files"]["report.pdf"] = sha256(other)
    (out / "law_province.json").write_text(json.dumps(account), encoding="utf-8")
    fallen = run("verify", out, "--language", "en")
    assert fallen.exit_code == 1
    assert "report.pdf" in fallen.stderr


def test_other_tables_than_those_of_then_end_the_comparison(run: Run, tables: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run("law", "remainder", tables, "--out", out)
    offers = tables / "offers.csv"
    offers.write_text(offers.read_text(encoding="utf-8").replace(",70,", ",71,"), encoding="utf-8")
    fallen = run("verify", out, "--language", "en")
    assert fallen.exit_code == 1
    assert "The tables are not those that this was made from" in fallen.stderr


def test_tables_that_moved_are_given_with_data(run: Run, tables: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run("law", "regimes", tables, "--out", out)
    moved = tables.rename(tmp_path / "elsewhere")
    lost = run("verify", out, "--language", "en")
    assert lost.exit_code == 2
    assert "Give them with --data." in lost.stderr
    found = run("verify", out, "--data", moved, "--language", "en")
    assert (found.exit_code, "The result stands" in found.stdout) == (0, True)


def test_a_result_of_the_tables_of_the_package_needs_no_tables(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run("law", "cycle", "--cycle", "2024", "--date", "2026-11-22", "--out", out)
    assert "The result stands" in run("verify", out, "--language", "en").stdout


def test_reasons_that_were_given_in_a_file_are_read_again(run: Run, tables: Path, tmp_path: Path) -> None:
    reasons, out = tmp_path / "reasons.txt", tmp_path / "out"
    reasons.write_text("Because people weighed it.", encoding="utf-8")
    run("law", "decision", tables, "--way", "key", "--reasons", reasons, "--out", out)
    assert "The result stands" in run("verify", out, "--language", "en").stdout
    reasons.unlink()
    gone = run("verify", out, "--language", "en")
    assert (gone.exit_code, "--reasons" in gone.stderr) == (2, True)
