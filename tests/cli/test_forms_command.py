# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""People make a form on the command line, and bring its answers back into a new folder of tables."""

from pathlib import Path

import pytest

from cli.conftest import Run
from luwte.cli.exits import Exit
from luwte.data import read
from luwte.quality.catalogue import load_catalogue
from luwte.quality.forms.names import edition

LOCATIONS = """location,name,municipality,kind,operator,building,family_places,amv_places,adult_places,opens
L001,Site,GM0344,emergency,coa,office,40,10,20,2025-01-01
"""
STANDING = """location,group,indicator,answer,value,date,method,assessor,note
L001,family,SAF-001,met,,2026-01-05,self,team-1,
"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "locations.csv").write_text(LOCATIONS, encoding="utf-8")
    (folder / "assessments.csv").write_text(STANDING, encoding="utf-8")
    return folder


@pytest.fixture
def export(tmp_path: Path) -> Path:
    header = "about-location,about-group,about-date,about-method,about-assessor,about-catalogue,HOU_001,HOU_001_value"
    row = f"L001,family,2026-11-16,visit,team-3,{edition(load_catalogue())},not_met,3.1"
    file = tmp_path / "export.csv"
    file.write_text(f"{header}\n{row}\n", encoding="utf-8")
    return file


def test_a_form_is_made_with_a_page_to_print(run: Run, site: Path, tmp_path: Path) -> None:
    out, page = tmp_path / "visit.xlsx", tmp_path / "visit.html"
    told = run("form", out, "--profile", "emergency", "--data", site, "--print", page, "--language", "en")
    assert (told.exit_code, "46 norms and 1 locations" in told.stdout) == (Exit.DONE, True)
    assert out.read_bytes().startswith(b"PK")
    assert '<html lang="en">' in page.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "wrong", [["visit.csv"], ["visit.xlsx", "--print", "visit.pdf"], ["a.xlsx", "--profile", "municipal"]]
)
def test_what_is_no_form_is_refused_before_anything_is_written(wrong: list[str], run: Run, tmp_path: Path) -> None:
    told = run("form", *(str(tmp_path / each) if "." in each else each for each in wrong))
    assert (told.exit_code, told.stdout, list(tmp_path.iterdir())) == (Exit.USAGE, "", [])


def test_answers_are_added_and_what_stood_there_stays(run: Run, site: Path, export: Path, tmp_path: Path) -> None:
    out = tmp_path / "new"
    told = run("answers", export, "--data", site, "--out", out, "--today", "2026-11-20", "--language", "en")
    assert (told.exit_code, "New answers: 1; already in the table: 0" in told.stdout) == (Exit.DONE, True)
    before, after = read(site), read(out)
    assert after.assessments[:-1] == before.assessments
    assert (after.assessments[-1].indicator, after.assessments[-1].value) == ("HOU-001", "3.1")
    assert after.locations == before.locations


def test_nothing_is_written_where_something_is_wrong(run: Run, site: Path, export: Path, tmp_path: Path) -> None:
    out = tmp_path / "new"
    told = run("answers", export, "--data", site, "--out", out, "--today", "2026-11-15", "--language", "en")
    assert (told.exit_code, out.exists()) == (Exit.REFUSED, False)
    assert "export.csv:2 about-date '2026-11-16': This day is still to come; today is 2026-11-15" in told.stderr
    assert run("answers", export, "--data", site, "--out", site).exit_code == Exit.REFUSED
    assert (site / "assessments.csv").read_text(encoding="utf-8") == STANDING
