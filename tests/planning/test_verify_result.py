# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""An assessment, a phase-out and terms of children that nobody touched stand; what is changed is found and named."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from luwte.cli.app import app
from luwte.quality.catalogue import load
from web.small_country import small_country

MADE = {
    "assess.json": ("assess", "layers.csv"),
    "phase_out.json": ("phase-out", "phase_out_quarters.csv"),
    "terms.json": ("terms", "terms_counts.csv"),
}


def run(*words: str | Path) -> tuple[int, str]:
    told = CliRunner().invoke(app, [*map(str, words), "--language", "en"])
    return told.exit_code, told.output


@pytest.fixture(scope="module")
def results(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Each result of the small country, by the name of its account."""
    folder, tables = tmp_path_factory.mktemp("results"), small_country().tables
    made = {}
    for account, (verb, _) in MADE.items():
        made[account] = folder / verb
        code, output = run(verb, tables, "--date", "2026-11-16", "--out", made[account])
        assert code == 0, output
    return made


@pytest.fixture(params=MADE)
def result(request: pytest.FixtureRequest, results: dict[str, Path], tmp_path: Path) -> tuple[str, Path]:
    """One of them, to change."""
    account = str(request.param)
    copy = tmp_path / "result"
    copy.mkdir()
    for file in results[account].iterdir():
        (copy / file.name).write_bytes(file.read_bytes())
    return account, copy


def test_a_result_that_nobody_touched_stands_and_finds_its_tables_itself(results: dict[str, Path]) -> None:
    for folder in results.values():
        assert run("verify", folder) == (0, "The result stands: its hashes and a second count agree.\n")


def test_one_changed_number_is_named_with_both_values(result: tuple[str, Path]) -> None:
    account, folder = result
    table = folder / MADE[account][1]
    head, first, *rest = table.read_text().splitlines(keepends=True)
    value = first.rstrip("\n").split(",")[-1]
    table.write_text("".join([head, first.removesuffix(f"{value}\n") + "changed\n", *rest]))
    code, told = run("verify", folder, "--data", small_country().tables)
    assert code == 1
    assert f"{table.name} is not the file that was written" in told
    assert f"{table.name}:2" in told
    assert "changed; the second run gives" in told
    assert "The result does not stand" in told


def test_a_number_of_the_account_that_was_changed_is_found_though_no_hash_covers_it(result: tuple[str, Path]) -> None:
    account, folder = result
    told = json.loads((folder / account).read_text())
    told["seed"] = 7
    (folder / account).write_text(json.dumps(told))
    code, output = run("verify", folder, "--data", small_country().tables)
    assert code == 1
    assert "seed" in output


@pytest.mark.parametrize("name", ["dataset", "parameters"])
def test_other_tables_or_norms_end_the_comparison(result: tuple[str, Path], name: str) -> None:
    account, folder = result
    told = json.loads((folder / account).read_text())
    told[name] = "0" * 64 if name == "dataset" else dict.fromkeys(told[name], "0" * 64)
    (folder / account).write_text(json.dumps(told))
    code, output = run("verify", folder, "--data", small_country().tables)
    assert code == 1
    expected = "are not those that this was made from" if name == "dataset" else "are not those that this was made with"
    assert expected in " ".join(output.split())
    assert "second run gives" not in output


def test_another_version_of_the_software_is_said(result: tuple[str, Path]) -> None:
    account, folder = result
    (folder / account).write_text((folder / account).read_text().replace('"software": "', '"software": "older '))
    _, output = run("verify", folder, "--data", small_country().tables)
    assert "It was made with older" in output


def test_a_missing_and_a_strange_file_are_named(result: tuple[str, Path]) -> None:
    account, folder = result
    (folder / MADE[account][1]).unlink()
    (folder / "notes.txt").write_text("mine")
    code, output = run("verify", folder, "--data", small_country().tables)
    assert code == 1
    assert f"{MADE[account][1]} is missing from the folder" in output
    assert "notes.txt lies in the folder" in output


@pytest.mark.parametrize("content", [b"", b"{}", b"[]", b'{"software": 1}', b"\xff"])
def test_an_account_that_does_not_read_is_refused_in_one_line(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "assess.json").write_bytes(content)
    code, output = run("verify", tmp_path, "--data", small_country().tables)
    assert code == 1
    assert "assess.json is no account of a result" in output
    assert "Traceback" not in output


def test_an_assessment_that_was_held_against_an_earlier_catalogue_asks_for_it_again(tmp_path: Path) -> None:
    tables, earlier = small_country().tables, tmp_path / "earlier.yaml"
    earlier.write_bytes(load.BUNDLED.read_bytes() + b"# earlier\n")
    made = run("assess", tables, "--date", "2026-11-16", "--before", earlier, "--out", tmp_path / "assessed")
    assert made[0] == 0, made[1]
    assert run("verify", tmp_path / "assessed", "--data", tables)[0] == 1
    assert run("verify", tmp_path / "assessed", "--data", tables, "--before", earlier)[0] == 0
