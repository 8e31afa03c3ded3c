# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""`luwte place --explain` and `luwte letters` from a shell."""

import csv
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from luwte.cli.app import app
from luwte.data import write
from luwte.model.dataset import Dataset
from luwte.planning import load_plan


def luwte(*arguments: object) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments], prog_name="luwte")


@pytest.fixture(scope="module")
def tables(dataset: Dataset, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("letters") / "tables"
    write(dataset, folder)
    return folder


@pytest.fixture(scope="module")
def planned(tables: Path) -> Path:
    out = tables.parent / "plan"
    assert luwte("plan", tables, "--out", out).exit_code == 0
    return out


def household(planned: Path, **wanted: object) -> str:
    rows = load_plan(planned).placements
    return next(row.household for row in rows if all(getattr(row, name) == value for name, value in wanted.items()))


@pytest.mark.parametrize(("language", "said"), [("nl", "Het voorstel is dat u"), ("en", "The proposal is that you")])
def test_place_explains_the_households_that_are_asked_for(
    language: str, said: str, tables: Path, planned: Path, tmp_path: Path
) -> None:
    first, second = household(planned, group="family"), household(planned, group="adult")
    told = luwte(
        "place", tables, "--out", tmp_path / "out", "--explain", first, "--explain", second, "--language", language
    )
    assert told.exit_code == 0
    assert told.stdout.index(first) < told.stdout.index(second)
    assert told.stdout.count(said) == 2


def test_place_refuses_a_household_that_is_not_there_before_any_work(tables: Path, tmp_path: Path) -> None:
    told = luwte("place", tables, "--out", tmp_path / "out", "--explain", "NOBODY", "--language", "en")
    assert told.exit_code == 2
    assert told.stderr.strip() == "There is no household NOBODY in these tables. Nothing was computed."
    assert not (tmp_path / "out").exists()


def test_one_letter_is_read_on_the_screen(planned: Path) -> None:
    told = luwte("letters", planned, "--household", household(planned, group="family"), "--for", "child")
    assert told.exit_code == 0
    assert told.stdout.startswith("OVER DE PLEK WAAR JE WOONT\n")


def test_letters_go_to_everybody_who_changes_place(planned: Path, tmp_path: Path) -> None:
    assert luwte("letters", planned, "--out", tmp_path / "letters").exit_code == 0
    with (tmp_path / "letters" / "letters.csv").open(newline="", encoding="utf-8") as file:
        listed = list(csv.DictReader(file))
    changing = [row.household for row in load_plan(planned).placements if row.action != "stay"]
    assert [line["household"] for line in listed] == changing
    for line in listed:
        assert (tmp_path / "letters" / line["file"]).is_file()
        assert (tmp_path / "letters" / line["file"]).with_suffix(".html").is_file()


def test_letters_are_about_the_tables_of_the_plan_and_no_others(planned: Path, tables: Path, tmp_path: Path) -> None:
    other = tmp_path / "tables"
    other.mkdir()
    for file in tables.iterdir():
        (other / file.name).write_bytes(file.read_bytes())
    people = (other / "persons.csv").read_text(encoding="utf-8")
    (other / "persons.csv").write_text(people.replace("2018", "2017"), encoding="utf-8")
    assert people.replace("2018", "2017") != people
    key = household(planned, group="family")
    assert luwte("letters", planned, "--data", other, "--household", key).exit_code == 1


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        (["--household", "NOBODY"], "There is no household NOBODY in these tables."),
        ([], "Give --household to read a letter here, or --out for a folder"),
    ],
)
def test_what_cannot_be_written_is_said_in_one_line(wanted: list[str], said: str, planned: Path) -> None:
    told = luwte("letters", planned, *wanted, "--language", "en")
    assert told.exit_code == 2
    assert told.stderr.startswith(said)
    assert told.stderr.count("\n") == 1


def test_a_household_without_children_gets_no_letter_to_a_child(planned: Path) -> None:
    key = household(planned, minors=0)
    told = luwte("letters", planned, "--household", key, "--for", "child", "--language", "en")
    assert (told.exit_code, told.stderr.strip()) == (
        2,
        f"Household {key} has no children: there is no letter for a child.",
    )
