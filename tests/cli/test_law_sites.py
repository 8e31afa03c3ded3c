# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What people do with `luwte law sites`."""

from datetime import date
from pathlib import Path

import pytest

from cli.conftest import Run
from luwte.data import write
from luwte.law.operation import Form
from luwte.model.marks import Mark
from luwte.model.pledges import Offer, OfferStatus
from luwte.model.sites import Operation, OperationTask, Responsible
from luwte.planning.cells import from_csv
from luwte.planning.law.at_risk import Ending
from luwte.planning.law.pipeline import AmvRow
from luwte.planning.law.site_rows import AtRiskRow, CandidateRow, OperatedRow
from planning.country import AMSTERDAM, UTRECHT
from planning.country import country as few

OFFERS = (
    Offer("O1", AMSTERDAM, 200, OfferStatus.DECIDED, 20, available_from=date(2027, 3, 1)),
    Offer("O2", UTRECHT, 150, OfferStatus.VIABLE, viable_because=frozenset("4")),
)
RUN = (
    Operation("AZC", OperationTask.MATERIAL, Responsible.COA, date(2024, 1, 1), "agreement", Mark.ASSUMPTION),
    Operation("AZC", OperationTask.GUIDANCE, Responsible.MUNICIPALITY, date(2024, 1, 1), "agreement", Mark.ASSUMPTION),
)


@pytest.fixture
def tables(tmp_path: Path) -> Path:
    """The small country, with two offers and one site that the municipality runs together with COA."""
    write(few(offers=OFFERS, operations=RUN), tmp_path / "tables")
    return tmp_path / "tables"


def test_sites_are_told_and_written_with_what_nobody_knows_left_empty(run: Run, tables: Path, tmp_path: Path) -> None:
    result = run("law", "sites", tables, "--language", "en", "--out", tmp_path / "out")
    assert result.exit_code == 0
    assert "2 offers bring 350 places; 200 of them count, 150 may count." in result.stdout
    assert "alone or together with COA: 1; without a supervisor: 0." in result.stdout
    assert "is not known here; 11 places are there." in result.stdout
    out = tmp_path / "out"
    [one, _] = from_csv(CandidateRow, (out / "candidates.csv").read_bytes())
    assert (one.counts, one.gates_met, one.cost_per_place_day, one.location) == (200, None, None, None)
    risks = from_csv(AtRiskRow, (out / "at_risk.csv").read_bytes())
    assert [(row.location, row.ending, row.first) for row in risks] == [
        ("CLOSING", Ending.SITE, True),
        ("SHORT", Ending.SITE, True),
    ]
    [azc] = [row for row in from_csv(OperatedRow, (out / "operated.csv").read_bytes()) if row.location == "AZC"]
    assert (azc.answers, azc.supervised, azc.missing) == (Form.HYBRID, True, ("care", "school", "safety"))
    assert {row.need for row in from_csv(AmvRow, (out / "amv_places.csv").read_bytes())} == {None}
    assert (out / "report.html").exists()


def test_a_need_that_people_know_gives_a_gap(run: Run, tables: Path, tmp_path: Path) -> None:
    result = run("law", "sites", tables, "--need-amv", "7000", "--language", "en", "--out", tmp_path / "out")
    assert "National need for unaccompanied minors: 7,000 places. 11 are there." in result.stdout
    rows = {row.municipality: row for row in from_csv(AmvRow, (tmp_path / "out/amv_places.csv").read_bytes())}
    here = rows[AMSTERDAM]
    assert here.asked is not None
    assert here.gap == here.asked - 9
    assert here.gap_ahead == here.gap - 20


@pytest.mark.parametrize("language", ["nl", "en"])
def test_small_numbers_of_children_are_not_told(run: Run, tables: Path, tmp_path: Path, language: str) -> None:
    assert run("law", "sites", tables, "--language", language, "--out", tmp_path / "out").exit_code == 0
    page = (tmp_path / "out" / "report.html").read_text(encoding="utf-8")
    assert ("fewer than 5" if language == "en" else "minder dan 5") in page
