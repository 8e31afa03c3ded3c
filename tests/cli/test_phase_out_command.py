# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What people do with `luwte phase-out`."""

import hashlib
import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from cli.conftest import Run
from luwte.data import write
from luwte.model.marks import Mark
from luwte.model.places import EMERGENCY_RECEPTION, LocationKind
from luwte.model.stays import Headcount
from luwte.planning.cells import from_csv
from luwte.planning.phase_out.rows import PaceRow, QuarterRow, SiteRow
from planning.country import country as few

DAYS = (date(2025, 9, 30), date(2025, 12, 31), date(2026, 3, 31), date(2026, 6, 30), date(2026, 9, 30))
CHILDREN = (9, 9, 8, 6, 5)  # counted in emergency reception on these days; three live there on 16 November 2026


@pytest.fixture
def tables(tmp_path: Path) -> Path:
    """The small country, of which people counted the children of five days."""
    counts = tuple(
        Headcount(day, kind, children if kind is LocationKind.EMERGENCY else 0, "counted by hand", Mark.PUBLISHED)
        for day, children in zip(DAYS, CHILDREN, strict=True)
        for kind in EMERGENCY_RECEPTION
    )
    write(replace(few(), headcounts=counts), tmp_path / "tables")
    return tmp_path / "tables"


def test_the_screen_tells_the_day_and_how_it_follows(run: Run, tables: Path) -> None:
    result = run("phase-out", tables, "--language", "en")
    assert result.exit_code == 0
    # 8 children on 31 March, 3 on 16 November: 5 fewer in 230 days; 3 x 230 / 5 = 138 days.
    assert "At this pace the last child leaves on 3 April 2027." in result.stdout
    assert "3 x 230 / 5 = 138 days" in result.stdout
    # as in the quarter with 2 fewer in 91 days: 136.5, so 137 days; with 1 fewer in 92 days: 276 days.
    assert "As in the best of these quarters: 2 April 2027. As in the worst: 19 August 2027." in result.stdout
    assert "For 1 July 2027 0.1 children must leave each week" in result.stdout


def test_another_day_can_be_asked_for(run: Run, tables: Path) -> None:
    shown = run("phase-out", tables, "--language", "en", "--until", "2026-11-23").stdout
    assert "For 23 November 2026 3 children must leave each week, for 1 weeks" in shown


def test_without_counts_no_day_is_told(run: Run, tmp_path: Path) -> None:
    write(few(), tmp_path / "uncounted")
    shown = run("phase-out", tmp_path / "uncounted", "--language", "en").stdout
    assert "The tables cannot tell at what pace it goes." in shown
    assert "At this pace" not in shown


def test_the_files_hold_what_the_screen_tells(run: Run, tables: Path, tmp_path: Path) -> None:
    assert run("phase-out", tables, "--out", tmp_path / "out").exit_code == 0
    quarters = from_csv(QuarterRow, (tmp_path / "out/phase_out_quarters.csv").read_bytes())
    whole = [row for row in quarters if row.part == "all"]
    assert [row.children for row in whole[-5:]] == [9, 8, 6, 5, 3]
    assert all(row.not_kept is not None for row in whole[-4:])
    pace = from_csv(PaceRow, (tmp_path / "out/phase_out_pace.csv").read_bytes())
    assert [(row.fell, row.days, row.days_left) for row in pace] == [(5, 230, 138), (6, 412, 206)]
    (hall,) = from_csv(SiteRow, (tmp_path / "out/phase_out_conditions.csv").read_bytes())
    assert (hall.location, hall.children, hall.gates_met, hall.permit_feasible) == ("HALL", 3, None, None)
    receipt = json.loads((tmp_path / "out/phase_out.json").read_text())
    assert receipt["until"] == "2027-07-01"
    for name, content_hash in receipt["files"].items():
        assert hashlib.sha256((tmp_path / "out" / name).read_bytes()).hexdigest() == content_hash


def test_a_count_of_the_day_itself_is_refused(run: Run, tables: Path) -> None:
    with (tables / "headcounts.csv").open("a") as lines:
        lines.write("2026-11-16,emergency,3,me,published,\n")
    result = run("phase-out", tables, "--language", "en")
    assert result.exit_code == 1
    assert "headcounts.csv" in result.stderr
    assert "Leave the line out" in result.stderr
