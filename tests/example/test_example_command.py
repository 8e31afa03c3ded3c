# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""`luwte example` at the command line."""

from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from luwte.cli.app import app
from luwte.data import read
from luwte.data.example import make_example

Run = Callable[..., Result]


@pytest.fixture
def run() -> Run:
    return lambda *args: CliRunner().invoke(app, [str(arg) for arg in args], prog_name="luwte")


def test_write_an_example(run: Run, tmp_path: Path) -> None:
    result = run("example", tmp_path / "land", "--scale", "0.005", "--seed", "3")
    assert result.exit_code == 0, result.stderr
    assert "Voorbeeldland in" in result.stdout
    assert read(tmp_path / "land").content_hash == make_example(scale=0.005, seed=3).content_hash


def test_show_target_beside_outcome(run: Run) -> None:
    result = run("example", "--describe", "--scale", "1/100", "--language", "en")
    assert result.exit_code == 0, result.stderr
    line = next(line for line in result.stdout.splitlines() if line.startswith("Children in reception"))
    assert line.split()[3:5] == ["166", "166"]
    assert "secondary" in line


def test_write_empty_tables(run: Run, tmp_path: Path) -> None:
    result = run("example", "--empty", tmp_path / "empty")
    assert result.exit_code == 0, result.stderr
    assert (tmp_path / "empty" / "households.csv").read_text(encoding="utf-8").startswith("household,group,")
    assert (tmp_path / "empty" / "README.md").exists()


def test_refuse_a_folder_with_something_else(run: Run, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("mine")
    for extra in ([], ["--force"], ["--empty"], ["--empty", "--force"]):
        result = run("example", tmp_path, "--scale", "0.005", "--language", "en", *extra)
        assert result.exit_code == 1
        assert "something other than an example" in result.stderr
    assert [file.name for file in tmp_path.iterdir()] == ["letter.txt"]


def test_replace_an_earlier_example_only_when_told(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "land"
    assert run("example", folder, "--scale", "0.005").exit_code == 0
    refused = run("example", folder, "--scale", "0.005", "--language", "en")
    assert refused.exit_code == 1
    assert "--force" in refused.stderr
    assert run("example", folder, "--scale", "0.005", "--seed", "9", "--force").exit_code == 0
    assert read(folder).seed == 9


@pytest.mark.parametrize(
    "options",
    [
        [],
        ["land", "--scale", "0"],
        ["land", "--scale", "21"],
        ["land", "--scale", "nan"],
        ["land", "--scale", "1/0"],
        ["land", "--scale", "groot"],
        ["land", "--seed", "-1"],
        ["land", "--seed", "1000001"],
        ["land", "--empty", "--describe"],
    ],
)
def test_options_that_make_no_sense_are_a_usage_error(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, options: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    result = run("example", *options)
    assert result.exit_code == 2
    assert result.stderr
    assert list(tmp_path.iterdir()) == []
