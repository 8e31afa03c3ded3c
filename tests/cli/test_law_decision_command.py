# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What people do with `luwte law decision`, and with the figures of the first cycle in `luwte law cycle`."""

from pathlib import Path

import pytest
from page import validate_pdf_bytes

from cli.conftest import Run
from luwte.data import write
from luwte.model.pledges import Decision, Offer, OfferStatus
from luwte.planning.cells import from_csv
from planning.country import UTRECHT
from planning.country import country as few

OFFERS = (Offer("O1", UTRECHT, 150, OfferStatus.VIABLE, viable_because=frozenset("4")),)


@pytest.fixture
def tables(tmp_path: Path) -> Path:
    """The small country, with an offer."""
    write(few(offers=OFFERS), tmp_path / "tables")
    return tmp_path / "tables"


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_draft_of_the_decision_is_written_as_a_document_and_as_rows(
    run: Run, tables: Path, tmp_path: Path, language: str
) -> None:
    (tmp_path / "why.txt").write_text("Everybody carries a part.", encoding="utf-8")
    asked = ("law", "decision", tables, "--way", "gap", "--scope", "country", "--reasons", tmp_path / "why.txt")
    result = run(*asked, "--cycle", "2026", "--language", language, "--out", tmp_path / "out")
    assert result.exit_code == 0
    rows = from_csv(Decision, (tmp_path / "out" / "decisions.csv").read_bytes())
    assert {row.cycle for row in rows} == {2026}
    assert sum(row.places for row in rows) >= 150
    assert validate_pdf_bytes((tmp_path / "out" / "decision.pdf").read_bytes(), profile="ua1").is_compliant


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (("--available-by", "2026-01-01"), "six months"),
        (("--reasons", "nowhere.txt"), "cannot be read"),
        (("--province", "Nowhere"), "no province"),
    ],
)
def test_what_cannot_be_decided_is_refused_and_nothing_is_written(
    run: Run, tables: Path, tmp_path: Path, more: tuple[str, ...], said: str
) -> None:
    result = run("law", "decision", tables, "--way", "key", "--language", "en", "--out", tmp_path / "out", *more)
    assert result.exit_code != 0
    assert said in " ".join(result.stderr.split())
    assert not (tmp_path / "out").exists()


def test_the_first_cycle_is_told_whole_with_what_binds_above_the_estimate(run: Run, tmp_path: Path) -> None:
    asked = ("law", "cycle", "--cycle", "2024", "--date", "2026-03-15", "--language", "en")
    result = run(*asked, "--out", tmp_path / "out")
    assert result.exit_code == 0
    told = " ".join(result.stdout.split())
    assert "7 of the twelve provinces were short of their number; about 6,000 places were assigned for that." in told
    assert "The decisions ask 101,500 places, 5,500 more than the estimate of 96,000" in told
    assert "74,500 were there on 1 July 2025" in told
    assert validate_pdf_bytes((tmp_path / "out" / "cycle.pdf").read_bytes(), profile="ua1").is_compliant
