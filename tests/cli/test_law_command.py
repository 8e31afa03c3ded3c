# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What people do with `luwte law`."""

import hashlib
import json
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from cli.conftest import Run
from luwte.data import write
from luwte.law.counting import Reason, Verdict
from luwte.law.cycle import Standing, Status, Step
from luwte.law.parameters import rules_hash
from luwte.law.remainder import Scope, Way
from luwte.model.cycles import CycleStep, HousingBalance, MunicipalStatus
from luwte.model.marks import Mark
from luwte.model.pledges import Exchange, Offer, OfferStatus
from luwte.planning.cells import from_csv
from luwte.planning.law.rows import (
    AssignedRow,
    CountingRow,
    GrantRow,
    GrantShareRow,
    HousingRow,
    QuantityRow,
    RegimeRow,
    RemainderRow,
    StatusRow,
    StepRow,
)
from luwte.words import words_in
from planning.country import AMSTERDAM, GRONINGEN, UTRECHT
from planning.country import country as few

OFFERS = (
    Offer("O1", AMSTERDAM, 200, OfferStatus.DECIDED, available_from=date(2027, 3, 1), funded_until=date(2027, 1, 1)),
    Offer("O2", UTRECHT, 150, OfferStatus.VIABLE, viable_because=frozenset("4")),
    Offer("O3", UTRECHT, 70, OfferStatus.INTENTION),
)


@pytest.fixture
def tables(tmp_path: Path) -> Path:
    """The small country, with three offers."""
    write(few(offers=OFFERS), tmp_path / "tables")
    return tmp_path / "tables"


def test_what_counts_is_told_place_by_place_with_its_article(run: Run, tables: Path, tmp_path: Path) -> None:
    result = run("law", "counting", tables, "--language", "en", "--out", tmp_path / "out")
    assert result.exit_code == 0
    # 200 of O1 come. 150 of O2 may, and beside them 18 in Utrecht and 8 in Amsterdam of which no end is known. Not: 70
    # of O3, 20 that close, 5 for crises, 9 for minors, and 20 + 12 + 4 where places are too few.
    assert "200 places count towards what provinces have to make, 176 may count, and 140 do not." in result.stdout
    lines = from_csv(CountingRow, (tmp_path / "out" / "counting.csv").read_bytes())
    offers = {line.key: (line.verdict, line.reason, line.provision) for line in lines if line.key.startswith("O")}
    assert offers == {
        "O1": (Verdict.YES, Reason.COMING, "Act 2(3)"),
        "O2": (Verdict.UNKNOWN, Reason.ONLY_VIABLE, "Act 2(3)"),
        "O3": (Verdict.NO, Reason.NOT_DECIDED, "Act 2(3)"),
    }
    rows = {row.municipality: row for row in from_csv(QuantityRow, (tmp_path / "out/quantities.csv").read_bytes())}
    here = rows[AMSTERDAM]
    assert (here.binding, here.realised, here.durable, here.deducted, here.viable) == (4000, 17, 0, 200, 200)


def test_another_reading_of_five_years_can_be_chosen(run: Run, tables: Path) -> None:
    shown = run("law", "counting", tables, "--language", "en", "--five-years-from", "counting")
    assert "Counted from the day of counting: 200 places count" in shown.stderr


def test_the_first_cycle_is_followed_with_its_real_days(run: Run, tmp_path: Path) -> None:
    result = run("law", "cycle", "--cycle", "2024", "--date", "2026-11-22", "--language", "en", "--out", tmp_path / "o")
    assert "Places made available: 509 days overdue, as far as is known here." in result.stdout
    assert "Of the 101,500 places that the decisions ask, 74,500 were there on 1 July 2025" in result.stdout
    assert "about 6,000" in result.stdout
    steps = {row.step: row for row in from_csv(StepRow, (tmp_path / "o" / "cycle.csv").read_bytes())}
    assert steps[Step.DECISION].done == date(2024, 12, 23)
    assert (steps[Step.DECISION].days, steps[Step.DECISION].standing) == (-7, Standing.IN_TIME)


def test_how_late_a_cycle_is_comes_first(run: Run) -> None:
    shown = run("law", "cycle", "--cycle", "2026", "--date", "2026-11-22").stdout.splitlines()
    assert shown[:2] == ["Cyclus 2026 op 22 november 2026", "Raming van de behoefte: 27 dagen te laat."]


def test_what_the_tables_know_of_a_cycle_is_told_beside_what_is_bundled(run: Run, tmp_path: Path) -> None:
    steps = (
        CycleStep(2026, Step.ESTIMATE, date(2026, 2, 27), "bundled as well", Mark.PUBLISHED),
        CycleStep(2026, Step.ESTIMATE, date(2026, 9, 1), "Letter of the minister", Mark.PUBLISHED, 90_000),
        CycleStep(2026, Step.CONSULTATION, date(2026, 3, 15), "The table itself", Mark.PUBLISHED),
        CycleStep(2026, Step.REPORT, date(2026, 11, 10), "The report itself", Mark.PUBLISHED),
    )
    statuses = (
        MunicipalStatus(2026, UTRECHT, Status.INDICATIVE, date(2026, 2, 27)),
        MunicipalStatus(2026, UTRECHT, Status.IN_CONSULTATION, date(2026, 3, 15)),
    )
    write(few(steps=steps, statuses=statuses), tmp_path / "tables")
    result = run("law", "cycle", tmp_path / "tables", "--language", "en", "--out", tmp_path / "out")
    assert "Commissioners' reports: 10 days late." in result.stdout
    assert "late; changed 1 time since" in result.stdout
    assert "Utrecht       in consultation  15 March 2026" in result.stdout
    held = from_csv(StatusRow, (tmp_path / "out" / "municipal_status.csv").read_bytes())
    assert [(row.status, row.now) for row in held] == [(Status.INDICATIVE, False), (Status.IN_CONSULTATION, True)]


def test_a_status_that_is_not_on_the_ladder_is_refused_with_the_article(run: Run, tmp_path: Path) -> None:
    statuses = (
        MunicipalStatus(2026, UTRECHT, Status.INDICATIVE, date(2026, 2, 27)),
        MunicipalStatus(2026, UTRECHT, Status.REALISED, date(2026, 3, 15)),
        MunicipalStatus(2026, GRONINGEN, Status.AGREED, date(2026, 3, 15)),
    )
    write(few(statuses=statuses), tmp_path / "tables")
    result = run("law", "cycle", tmp_path / "tables", "--language", "en")
    assert result.exit_code == 1
    assert "GM0344: What is 'has an indicative number' cannot become 'realised' (Act 7(1))." in result.stderr
    assert "GM0014: A municipality begins a cycle with an indicative number" in result.stderr


def test_the_remainder_is_divided_side_by_side_and_nobody_chooses_for_people(
    run: Run, tables: Path, tmp_path: Path
) -> None:
    result = run("law", "remainder", tables, "--language", "en", "--out", tmp_path / "out")
    assert "names no measure: people choose" in result.stdout
    short = from_csv(RemainderRow, (tmp_path / "out" / "remainder.csv").read_bytes())
    assigned = from_csv(AssignedRow, (tmp_path / "out" / "assigned.csv").read_bytes())
    for scope in Scope:
        for way in Way:
            own = [row.assigned for row in assigned if (row.scope, row.way) == (scope, way)]
            assert sum(own) == sum(row.remainder for row in short) > 0


def test_an_exchange_of_more_than_there_is_is_refused_with_the_article(run: Run, tmp_path: Path) -> None:
    write(few(exchanges=(Exchange(GRONINGEN, "GM1895", 900_000, 0),)), tmp_path / "tables")
    result = run("law", "remainder", tmp_path / "tables", "--language", "en", "--out", tmp_path / "out")
    assert result.exit_code == 1
    assert "would hand over 900000 places" in result.stderr
    assert not (tmp_path / "out").exists()


def test_a_grant_has_no_money_until_somebody_gives_the_amount(run: Run, tables: Path, tmp_path: Path) -> None:
    result = run("law", "grants", tables, "--language", "en", "--out", tmp_path / "out")
    assert "no money is computed" in result.stdout
    assert {row.money for row in from_csv(GrantRow, (tmp_path / "out" / "grants.csv").read_bytes())} == {None}


def test_a_grant_is_computed_with_what_was_given(run: Run, tmp_path: Path) -> None:
    provinces = {"PV20": "Groningen"}
    one = [place for place in few().municipalities if place.province_code in provinces][:1]
    write(few(municipalities=tuple(one), locations=(), households=(), persons=(), moves=(), exchanges=(),
              decisions=()), tmp_path / "tables")  # fmt: skip
    given = ("--amount", "1500", "--province-part", "0.2", "--granted", "PV20=0", "--cycle", "2024")
    result = run("law", "grants", tmp_path / "tables", *given, "--out", tmp_path / "out")
    assert result.exit_code == 0
    (row,) = from_csv(GrantRow, (tmp_path / "out" / "grants.csv").read_bytes())
    assert (row.above, row.money) == (0, Decimal("0.00"))
    shares = from_csv(GrantShareRow, (tmp_path / "out" / "grant_shares.csv").read_bytes())
    assert [share.met_task for share in shares] == [None]
    assert json.loads((tmp_path / "out" / "law_grants.json").read_text())["amount"] == "1500"


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--amount", "1,5"), "'1,5' is no number"),
        (("--granted", "PV20"), "'PV20' does not tell"),
        (("--granted", "PV99=3"), "There is no province PV99"),
    ],
)
def test_what_cannot_be_understood_is_told_at_once(run: Run, tables: Path, options: tuple[str, ...], said: str) -> None:
    result = run("law", "grants", tables, *options, "--language", "en")
    assert result.exit_code == 2
    assert said in result.stderr


def test_regimes_are_compared_line_by_line(run: Run, tables: Path, tmp_path: Path) -> None:
    result = run("law", "regimes", tables, "--language", "en", "--out", tmp_path / "out")
    # Amsterdam's decision asks 4,000: 17 are there, 200 decided, 3,783 offered by nobody; 220 are offers of Utrecht.
    assert "The Act repealed: 4,003 of" in result.stdout
    assert "What it does to children, people write." in result.stdout
    rows = from_csv(RegimeRow, (tmp_path / "out" / "regimes.csv").read_bytes())
    asked = [row for row in rows if row.municipality == AMSTERDAM and not row.key]
    assert {(row.places, row.regime.value, row.holds.value) for row in asked} == {
        (3783, "in_force", "stands"),
        (3783, "repealed", "exposed"),
        (3783, "loose_parts", "exposed"),
    }


def test_a_housing_task_that_is_not_known_is_asked_for(run: Run) -> None:
    refused = run("law", "housing", "--half-year", "2026-II", "--language", "en")
    assert refused.exit_code == 1
    assert "The national housing task of 2026-II is not known here." in refused.stderr


def test_a_housing_task_is_divided_by_inhabitants(run: Run, tmp_path: Path) -> None:
    result = run("law", "housing", "--half-year", "2023-I", "--language", "en", "--out", tmp_path / "out")
    assert "21,200 people have to be housed in the whole country." in result.stdout
    rows = from_csv(HousingRow, (tmp_path / "out" / "housing_tasks.csv").read_bytes())
    assert len(rows) == 342
    assert abs(sum(row.task for row in rows) - 21_200) <= 171
    assert {row.due for row in rows} == {None}


def test_arrears_and_lead_come_from_the_tables(run: Run, tmp_path: Path) -> None:
    housing = (HousingBalance("2026-I", UTRECHT, 40, 0), HousingBalance("2026-II", GRONINGEN, 7, 0))
    write(few(housing=housing), tmp_path / "tables")
    given = ("--half-year", "2026-I", "--national", "10000", "--out", tmp_path / "out")
    assert run("law", "housing", tmp_path / "tables", *given).exit_code == 0
    rows = {row.municipality: row for row in from_csv(HousingRow, (tmp_path / "out/housing_tasks.csv").read_bytes())}
    assert rows[UTRECHT].due == rows[UTRECHT].task + 40
    assert rows[GRONINGEN].due is None


@pytest.mark.parametrize("verb", ["counting", "remainder", "grants", "regimes"])
@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_verb_writes_tables_report_and_account(
    run: Run, tables: Path, tmp_path: Path, verb: str, language: str
) -> None:
    result = run("law", verb, tables, "--language", language, "--out", tmp_path / "out")
    assert result.exit_code == 0
    account = json.loads((tmp_path / "out" / f"law_{verb}.json").read_text(encoding="utf-8"))
    assert account["parameters"] == {"law": rules_hash()}
    assert account["cycle"] == 2026
    hashes = {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in (tmp_path / "out").iterdir()
        if path.name != f"law_{verb}.json"
    }
    assert account["files"] == hashes
    assert {"findings.csv", "report.html"} < set(hashes)
    page = (tmp_path / "out" / "report.html").read_text(encoding="utf-8")
    assert f'<html lang="{language}">' in page
    assert "https://wetten.overheid.nl/" in page
    assert words_in(language).text("Made-up data: these are no real people and no real locations.") in page


def test_the_same_tables_give_the_same_bytes(run: Run, tables: Path, tmp_path: Path) -> None:
    for name in ("one", "two"):
        run("law", "remainder", tables, "--out", tmp_path / name)
    once, again = ({path.name: path.read_bytes() for path in (tmp_path / name).iterdir()} for name in ("one", "two"))
    assert once == again


def test_a_folder_with_other_files_is_left_alone(run: Run, tables: Path, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter.txt").write_text("dear")
    result = run("law", "counting", tables, "--out", tmp_path / "mine")
    assert result.exit_code == 1
    assert [path.name for path in (tmp_path / "mine").iterdir()] == ["letter.txt"]
