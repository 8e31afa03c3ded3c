# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What people do with `luwte distribute`."""

import csv
import json
from decimal import Decimal
from pathlib import Path

import pytest

from cli.conftest import TABLE, Run
from luwte.data import national_municipalities
from luwte.law import distribute


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_a_cycle_without_a_folder_divides_over_the_bundled_country(run: Run) -> None:
    result = run("distribute", "--cycle", 2024, "--language", "en")
    assert result.exit_code == 0
    assert "derived weight" in result.stdout
    assert "Together" in result.stdout
    assert "96,001 places; the need is 96,000" in result.stdout
    assert "Of these 8,135" in result.stdout


def test_the_first_cycle_stands_beside_the_twelve_published_figures(run: Run) -> None:
    lines = run("distribute", "--cycle", 2024, "--language", "en").stdout.splitlines()
    limburg = next(line.split() for line in lines if line.startswith("Limburg"))
    assert limburg[1:] == ["5,624", "477", "5,662", "−38", "−0.67"]
    assert any("figures of provinces: 12" in line and "+0.74 % (Flevoland)" in line for line in lines)


def test_the_second_cycle_says_that_agreement_proves_nothing(run: Run) -> None:
    result = run("distribute", "--cycle", 2026, "--language", "en")
    assert "proves nothing" in result.stderr
    assert "Other published figures: 342, of which 342 equal" in result.stdout


def test_dutch_is_spoken_unless_another_language_is_asked_for(run: Run) -> None:
    dutch, english = run("distribute", "--cycle", 2024), run("distribute", "--cycle", 2024, "--language", "en")
    assert "Noord-Holland   16.257" in dutch.stdout
    assert "Noord-Holland  16,257" in english.stdout
    assert "afgeleid gewicht" in dutch.stdout


def test_a_table_of_ones_own_with_scores(run: Run, country: Path) -> None:
    result = run("distribute", country, "--need", 100, "--need-amv", 10, "--language", "en")
    assert result.exit_code == 0
    assert "SES-WOA score of each municipality, inhabitants of 2025-01-01" in result.stdout
    assert "GM0088" in result.stdout, "a small table is shown whole"
    assert "derived weight" not in result.output


def test_the_files_hold_what_the_law_gives(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert run("distribute", "--cycle", 2024, "--out", out).exit_code == 0
    tasks = distribute(national_municipalities(), cycle=2024)
    assert [(row["municipality"], int(row["indicative"])) for row in rows(out / "tasks.csv")] == [
        (task.municipality, task.indicative) for task in tasks.municipalities
    ]
    assert {row["province_code"]: int(row["indicative_amv"]) for row in rows(out / "provinces.csv")} == {
        one.province_code: one.indicative_amv for one in tasks.provinces
    }


def test_every_rounding_can_be_redone_from_the_files(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run("distribute", "--cycle", 2024, "--out", out)
    receipt = json.loads((out / "distribute.json").read_text(encoding="utf-8"))
    table = rows(out / "tasks.csv")
    weighted = {row["municipality"]: Decimal(row["weight"]) * int(row["inhabitants"]) for row in table}
    assert sum(weighted.values()) == Decimal(receipt["weight_times_inhabitants"])
    for row in table:
        exact = receipt["need"] * weighted[row["municipality"]] / sum(weighted.values())
        assert int(exact + Decimal("0.5")) == int(row["indicative"])
        assert int(receipt["need"] * Decimal(row["share"]) + Decimal("0.5")) == int(row["indicative"])


def test_an_unknown_need_for_minors_leaves_cells_empty(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run("distribute", "--cycle", 2026, "--out", out)
    assert {row["indicative_amv"] for row in rows(out / "tasks.csv")} == {""}


def test_the_same_question_gives_the_same_bytes(run: Run, tmp_path: Path, country: Path) -> None:
    for name in ("one", "two"):
        run("distribute", country, "--need", 77, "--out", tmp_path / name)
    for path in (tmp_path / "one").iterdir():
        assert path.read_bytes() == (tmp_path / "two" / path.name).read_bytes()


def test_a_later_run_replaces_an_earlier_result(run: Run, tmp_path: Path, country: Path) -> None:
    out = tmp_path / "out"
    run("distribute", country, "--need", 77, "--out", out)
    assert run("distribute", country, "--need", 78, "--out", out).exit_code == 0
    assert json.loads((out / "distribute.json").read_text(encoding="utf-8"))["need"] == 78
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out", "tables"]


def test_a_folder_with_other_files_is_left_alone(run: Run, tmp_path: Path, country: Path) -> None:
    result = run("distribute", country, "--need", 77, "--out", country, "--language", "en")
    assert result.exit_code == 1
    assert "holds other files" in result.stderr
    assert result.stdout == ""
    assert [path.name for path in country.iterdir()] == ["municipalities.csv"]


def test_explaining_one_municipality(run: Run) -> None:
    result = run("distribute", "--cycle", 2024, "--explain", "GM0344", "--language", "en")
    assert result.exit_code == 0
    assert "Utrecht (GM0344)" in result.stdout
    assert "⌊1,988.673499420867950… + 0.5⌋ = 1,989" in result.stdout
    assert "https://wetten.overheid.nl/BWBR0049310/2024-03-30#Artikel2.1" in result.stdout
    assert "computed back from other figures" in result.stdout


def test_explaining_a_municipality_that_is_not_there(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "out"
    result = run("distribute", "--cycle", 2024, "--explain", "Utrecht", "--out", out, "--language", "en")
    assert result.exit_code == 1
    assert "There is no municipality Utrecht" in result.stderr
    assert not out.exists()


@pytest.mark.parametrize(
    ("args", "code", "said"),
    [
        ((), 2, "--cycle"),
        (("--cycle", 2024, "--need", 5), 2, "--need"),
        (("--need", "many"), 2, "--need"),
        (("--need", -5), 2, "--need"),
        (("--need", 5, "--inhabitants-on", "1-1-2025"), 2, "--inhabitants-on"),
        (("--need", 5, "--language", "fy"), 2, "--language"),
        (("--cycle", 2025), 1, "2024, 2026"),
        (("--cycle", 2024, "--inhabitants-on", "2022-01-01"), 1, "2023-01-01, 2024-01-01, 2025-01-01"),
    ],
)
def test_a_question_that_cannot_be_answered_is_answered_in_a_line(
    run: Run, tmp_path: Path, args: tuple[object, ...], code: int, said: str
) -> None:
    out = tmp_path / "out"
    result = run("distribute", *args, "--out", out)
    assert result.exit_code == code
    assert said in result.stderr
    assert result.stdout == ""
    assert "Traceback" not in result.output
    assert not out.exists()


def test_a_table_with_faults_names_each_of_them_and_computes_nothing(run: Run, country: Path, tmp_path: Path) -> None:
    (country / "municipalities.csv").write_text(TABLE.replace("0.5", "").replace("300", "-3"), encoding="utf-8")
    result = run("distribute", country, "--cycle", 2024, "--out", tmp_path / "out")
    assert result.exit_code == 1
    assert "municipalities.csv:2 inhabitants_2023_01_01 '-3'" in result.stderr
    assert not (tmp_path / "out").exists()


def test_a_municipality_without_a_weight_is_named_with_its_row(run: Run, country: Path) -> None:
    (country / "municipalities.csv").write_text(TABLE.replace("0.5,", ","), encoding="utf-8")
    result = run("distribute", country, "--cycle", 2024, "--language", "en")
    assert result.exit_code == 1
    assert "municipalities.csv:3 ses_woa: GM0088 has neither" in result.stderr
