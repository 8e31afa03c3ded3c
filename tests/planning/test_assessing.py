# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What assessments do to a plan and what `luwte assess` tells, on a country small enough to redo by hand."""

import csv
import json
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
import yaml
from typer.testing import CliRunner

from luwte.cli.app import app
from luwte.data import write
from luwte.model.dataset import Dataset
from luwte.model.describe import describe
from luwte.model.places import CoaCategory, Fitness, PlaceGroup
from luwte.model.quality import Answer, AssessedGroup, Assessment, Improvement, Method
from luwte.placement import Policy
from luwte.planning import plan
from luwte.planning.assessing import Assessing, assessing
from luwte.planning.outputs import SuitabilityRow
from luwte.planning.suitability import assessed_in, rows_of
from luwte.quality.catalogue import load_catalogue
from luwte.quality.catalogue.load import BUNDLED
from luwte.quality.norm import Level
from luwte.quality.yardstick import yardstick
from luwte.words import words_in
from planning.country import DAY, country

FAMILY = PlaceGroup.FAMILY
CATALOGUE = load_catalogue()
GATES = [norm.id for norm in CATALOGUE.norms if norm.is_gate and norm.level is Level.LOCATION]


def visited(location: str, **otherwise: str) -> list[Assessment]:
    """A visit ten days ago that found every gate met, but for those named (`HOU_001="not_met"`)."""
    says = dict.fromkeys(GATES, "met") | {key.replace("_", "-"): answer for key, answer in otherwise.items()}
    on = DAY - timedelta(days=10)
    return [
        Assessment(location, AssessedGroup.ALL, gate, Answer(answer), on, Method.VISIT, assessor="B01")
        for gate, answer in says.items()
    ]


def assessed_country(*answers: Assessment, actions: tuple[Improvement, ...] = ()) -> Dataset:
    return country(assessments=answers, improvements=actions)


def told(dataset: Dataset, policy: Policy) -> Assessing:
    return assessing(dataset, DAY, policy=policy, catalogue=CATALOGUE)


def test_assessments_change_who_counts_as_badly_placed_and_who_is_moved(policy: Policy) -> None:
    """The hall is found fit for families, the azc fails a gate, at the small home a gate is being mended."""
    action = Improvement("SMALL", "CAR-001", "hire night staff", "site manager", DAY + timedelta(days=84))
    seen = assessed_country(
        *visited("HALL"), *visited("AZC", HOU_003="not_met"), *visited("SMALL", CAR_001="not_met"), actions=(action,)
    )
    before, after = plan(country(), DAY, policy=policy), plan(seen, DAY, policy=policy)
    fit = {(row.location, row.group): (row.layer, row.fit, row.failed_gates) for row in after.suitability}
    assert fit["HALL", FAMILY][1:] == (Fitness.FIT_ASSESSED, ())
    assert fit["AZC", FAMILY] == ("critical", Fitness.UNFIT, ("HOU-003",))
    assert fit["SMALL", PlaceGroup.AMV] == ("critical", Fitness.UNKNOWN, ("CAR-001",))
    once, seen_as = before.summary.children_by_fitness, after.summary.children_by_fitness
    assert (once["unfit"].before, once["unfit"].after) == (3, 0)
    assert (seen_as["unfit"].before, seen_as["unfit"].after) == (2, 2)  # those of the azc, one household is locked
    assert (seen_as["fit_assessed"].before, seen_as["unknown"].before) == (3, 1)
    moved = {row.household for row in after.placements if row.action == "move"}
    assert "F-HALL" not in moved


def test_where_nobody_answered_everything_is_as_before(policy: Policy) -> None:
    def suitability(dataset: Dataset) -> list[SuitabilityRow]:
        return list(rows_of(dataset.locations, assessed_in(dataset, DAY)))

    assert suitability(assessed_country(*visited("HALL")))[3:] == suitability(country())[3:]
    assert "catalogue" not in plan(country(), DAY, policy=policy).receipt.parameters
    assert (
        plan(assessed_country(*visited("HALL")), DAY, policy=policy).receipt.parameters["catalogue"] == CATALOGUE.hash
    )


def test_the_ranking_is_children_times_days_times_gates(policy: Policy) -> None:
    two, one = visited("HALL", HOU_003="not_met", SAN_006="not_met"), visited("AZC", PLA_001="not_met")
    found = told(assessed_country(*two, *one), policy)
    rows = {row.location: row for row in found.critical}
    days = {key: [(DAY - day).days for day in _since(country(), key)] for key in ("HALL", "AZC")}
    for location, gates in (("HALL", 2), ("AZC", 1)):
        row = rows[location]
        assert (row.children, row.child_days, row.failed_gates) == (len(days[location]), sum(days[location]), gates)
        assert row.weight == sum(days[location]) * gates
    assert [row.rank for row in found.critical] == [1, 2]
    assert found.critical[0].weight >= found.critical[1].weight


def _since(dataset: Dataset, location: str) -> list[date]:
    """The day of arrival of every child at a location."""
    return [
        household.since or DAY
        for household in dataset.households
        if household.location == location
        for person in dataset.persons_of[household.key]
        if DAY.year - person.birth_month.year < 18
    ]


def test_both_counts_count_every_child_once(policy: Policy) -> None:
    found = told(assessed_country(*visited("HALL")), policy)
    assert sum(found.children_by_kind.values()) == sum(found.children_by_fitness.values())
    assert found.children_by_kind["no_place"] == found.children_by_fitness["no_place"]
    at_places = sum(found.children_by_kind.values()) - found.children_by_kind["no_place"]
    assert sum(found.children_by_layer.values()) == at_places


def test_people_are_told_what_fails_what_is_lost_and_who_disagrees(policy: Policy) -> None:
    year_before = [replace(each, date=each.date - timedelta(days=365)) for each in visited("HALL")]
    own_word = [replace(each, method=Method.SELF) for each in visited("AZC")]
    answers = [*year_before, *visited("HALL", PLA_001="not_met", SAF_009="unknown"), *own_word]
    high = Assessment("HALL", AssessedGroup.ALL, "LOC-001", Answer.NOT_MET, DAY, Method.VISIT)
    good = [replace(at, coa_category=CoaCategory.GOOD) if at.key == "HALL" else at for at in country().locations]
    found = told(country(assessments=(*answers, high), locations=tuple(good)), policy)
    codes = {finding.kind.code for finding in found.findings}
    assert {
        "quality.gate_failed",
        "quality.facility_lost",
        "quality.gate_unanswered",
        "quality.gap_without_action",
        "quality.own_word_only",
        "quality.coa_disagrees",
        "quality.not_assessed",
    } <= codes
    lost = [finding.params for finding in found.findings if finding.kind.code == "quality.facility_lost"]
    assert {(params["location"], params["indicator"]) for params in lost} == {("HALL", "PLA-001")}


def test_what_only_the_site_itself_called_met_is_no_loss(policy: Policy) -> None:
    own = [replace(each, method=Method.SELF, date=DAY - timedelta(days=40)) for each in visited("HALL")]
    found = told(assessed_country(*own, *visited("HALL", PLA_001="not_met")), policy)
    codes = [finding.kind.code for finding in found.findings]
    assert "quality.facility_lost" not in codes
    assert "quality.disagreement" in codes


def test_a_failed_gate_is_ranked_and_counted_apart_while_another_has_no_answer(policy: Policy) -> None:
    found = told(assessed_country(*visited("HALL", HOU_003="not_met", SAF_009="unknown")), policy)
    (row,) = [row for row in found.critical if row.group is FAMILY]
    assert (row.location, row.layer, row.gates) == ("HALL", "unknown", ("HOU-003",))
    assert row.weight == row.child_days > 0
    assert found.children_by_layer["unknown_failing"] == row.children
    assert found.children_by_layer["critical"] == 0


@pytest.fixture
def weaker(tmp_path: Path) -> Path:
    """A catalogue without PLA-001, in which HOU-001 is no gate any more and asks for three square metres."""
    data = yaml.safe_load(BUNDLED.read_text("utf-8"))
    data["norms"] = [norm for norm in data["norms"] if norm["id"] != "PLA-001"]
    room = next(norm for norm in data["norms"] if norm["id"] == "HOU-001")
    room["gate"], room["measure"]["bar"] = False, "3"
    file = tmp_path / "weaker.yaml"
    file.write_text(yaml.safe_dump(data, allow_unicode=True), "utf-8")
    return file


def test_the_verb_writes_its_tables_with_a_receipt_and_tells_of_a_weaker_catalogue(
    tmp_path: Path, weaker: Path
) -> None:
    tables, out = tmp_path / "tables", tmp_path / "out"
    write(assessed_country(*visited("HALL", PLA_001="not_met")), tables)
    asked = ["assess", str(tables), "--date", DAY.isoformat(), "--out", str(out), "--language", "en"]
    ran = CliRunner().invoke(app, [*asked, "--catalogue", str(weaker), "--before", str(BUNDLED)])
    assert ran.exit_code == 0, ran.output
    for line in ("Children by kind of site", "Children by fitness of their place", "Children by layer"):
        assert line in ran.output
    receipt = json.loads((out / "assess.json").read_text("utf-8"))
    assert receipt["parameters"]["catalogue"] == load_catalogue(weaker).hash
    assert receipt["parameters"]["yardstick"] == yardstick().hash
    assert set(receipt["files"]) == {file.name for file in out.iterdir()} - {"assess.json"}
    with (out / "findings.csv").open(encoding="utf-8") as lines:
        codes = {(row["code"], row["subject"]) for row in csv.DictReader(lines)}
    assert {("quality.norm_lost", "PLA-001"), ("quality.norm_weaker", "HOU-001")} <= codes
    assert ("quality.answer_stands_alone", "PLA-001") in codes
    with (out / "suitability.csv").open(encoding="utf-8") as lines:
        hall = next(row for row in csv.DictReader(lines) if (row["location"], row["group"]) == ("HALL", "family"))
    assert (hall["fit"], hall["failed_gates"]) == ("fit_assessed", "")


def test_the_verb_refuses_a_catalogue_with_faults_and_writes_nothing(tmp_path: Path) -> None:
    tables, out, broken = tmp_path / "tables", tmp_path / "out", tmp_path / "broken.yaml"
    write(assessed_country(*visited("HALL")), tables)
    broken.write_text("norms: 5\n", "utf-8")
    ran = CliRunner().invoke(app, ["assess", str(tables), "--out", str(out), "--catalogue", str(broken)])
    assert ran.exit_code == 1
    assert not out.exists()


@pytest.mark.parametrize(
    ("language", "told_as"),
    [
        ("en", "answers differ: a visit (2026-11-06): met; the team itself (2026-11-10): not met"),
        (
            "nl",
            "verschillen de antwoorden: een bezoek (2026-11-06): gehaald; het team zelf (2026-11-10): niet aan voldaan",
        ),
    ],
)
def test_findings_say_no_codes(policy: Policy, language: str, told_as: str) -> None:
    later = Assessment("HALL", AssessedGroup.ALL, "PLA-001", Answer.NOT_MET, DAY - timedelta(days=6), Method.SELF)
    good = [replace(at, coa_category=CoaCategory.GOOD) if at.key == "HALL" else at for at in country().locations]
    answers = (*visited("HALL", HOU_003="not_met", SAF_009="unknown"), later)
    found = told(country(assessments=answers, locations=tuple(good)), policy)
    said = [describe(finding, words_in(language))[0] for finding in found.findings]
    assert any(told_as in sentence for sentence in said), said
    assert any(words_in(language).text("unknown, and gates are known to fail") in sentence for sentence in said)
    assert not any(code in sentence for sentence in said for code in ("not_met", "child_survey", "unknown_failing"))
