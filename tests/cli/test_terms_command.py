# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What people do with `luwte terms`."""

import hashlib
import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from cli.conftest import Run
from luwte.data import write
from luwte.model.people import Person, Relation
from luwte.model.periods import Month
from luwte.planning.cells import from_csv
from luwte.quality.clocks import BUNDLED, bundled_clocks
from luwte.quality.term_tables import TermCountRow, TermRow
from planning.country import country as few

PUPIL = Person("PUPIL", "F-FIT", Month(2016, 1), Relation.CHILD, lodged_on=date(2026, 9, 1))


@pytest.fixture
def tables(tmp_path: Path) -> Path:
    """A country in which one child should have been at school since the first of November."""
    here = few()
    write(replace(here, persons=(*here.persons, PUPIL)), tmp_path / "tables")
    return tmp_path / "tables"


def test_the_screen_counts_every_term_and_names_what_nobody_can_count(run: Run, tables: Path) -> None:
    result = run("terms", tables, "--language", "en")
    assert result.exit_code == 0
    (school,) = (line for line in result.stdout.splitlines() if "at most two months" in line)
    assert school.split()[-5:] == ["0", "0", "0", "1", "6"]
    assert "binding law" in school
    assert "an assumption of ours" in school
    assert "missing is the day on which the assessment was finished" in result.stdout
    assert "0 young people who came alone turn eighteen" in result.stdout


def test_the_files_hold_a_line_for_each_term_that_waits(run: Run, tables: Path, tmp_path: Path) -> None:
    assert run("terms", tables, "--out", tmp_path / "out").exit_code == 0
    lines = from_csv(TermRow, (tmp_path / "out/terms.csv").read_bytes())
    counts = from_csv(TermCountRow, (tmp_path / "out/terms_counts.csv").read_bytes())
    (mine,) = (line for line in lines if (line.person, line.term) == ("PUPIL", "school"))
    assert (mine.household, mine.location, mine.due, mine.days_left) == ("F-FIT", "AZC", date(2026, 11, 1), -15)
    assert [row.term for row in counts] == [clock.code for clock in bundled_clocks()]


def test_the_receipt_tells_from_what_the_files_were_made(run: Run, tables: Path, tmp_path: Path) -> None:
    run("terms", tables, "--date", "2026-12-01", "--out", tmp_path / "out")
    receipt = json.loads((tmp_path / "out/terms.json").read_text())
    assert receipt["reference_date"] == "2026-12-01"
    assert receipt["parameters"]["terms"] == hashlib.sha256(BUNDLED.read_bytes()).hexdigest()
    for name, content_hash in receipt["files"].items():
        assert hashlib.sha256((tmp_path / "out" / name).read_bytes()).hexdigest() == content_hash


def test_a_day_before_the_tables_is_refused(run: Run, tables: Path, tmp_path: Path) -> None:
    result = run("terms", tables, "--date", "2026-01-01", "--out", tmp_path / "out", "--language", "en")
    assert result.exit_code == 2
    assert "cannot be told from them" in result.stderr
    assert not (tmp_path / "out").exists()


def test_a_folder_of_others_is_left_alone(run: Run, tables: Path, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine/letter.txt").write_text("keep me")
    assert run("terms", tables, "--out", tmp_path / "mine").exit_code == 1
    assert (tmp_path / "mine/letter.txt").read_text() == "keep me"
