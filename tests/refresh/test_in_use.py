# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Refreshed tables that somebody names once: taken by verbs and maps, told in every account, refused when changed."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from luwte.cli.app import app
from luwte.data import in_use
from luwte.data.in_use import VARIABLE, boundaries_in_use, municipalities_in_use, national_in_use
from luwte.data.national import boundaries, national_municipalities
from luwte.data.refresh import Known, files, refresh
from luwte.data.refresh.online import Online
from luwte.law.estimate import bundled_inflow, inflow_in_use
from luwte.model.findings import InputRefused
from luwte.reporting.share_map import share_map
from luwte.words import words_in
from refresh.services import Served


@pytest.fixture
def folder(served: Served, known: Known, tmp_path: Path) -> Path:
    """What a refresh wrote."""
    found = refresh(Online(), served.contract, known)
    for name, content in files(found, served.contract, software="luwte", on=datetime.now(UTC)).items():
        (tmp_path / "national" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "national" / name).write_bytes(content)
    return tmp_path / "national"


@pytest.fixture
def named(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The same, named in the surroundings."""
    monkeypatch.setenv(VARIABLE, str(folder))
    in_use._read.cache_clear()
    in_use._boundaries.cache_clear()
    return folder


def luwte(*words: object) -> Result:
    return CliRunner().invoke(app, [*map(str, words), "--language", "en"], prog_name="luwte")


def test_without_a_name_everything_is_as_it_comes_with_luwte(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)
    assert national_in_use() is None
    assert municipalities_in_use() == national_municipalities()
    assert boundaries_in_use() is boundaries()
    assert inflow_in_use() == bundled_inflow()


def test_the_tables_that_are_named_are_taken(named: Path) -> None:
    now = national_in_use()
    assert now is not None
    assert now.day is not None
    assert {one.inhabitants.get(now.day) for one in municipalities_in_use()} != {None}
    assert set(boundaries_in_use()) == {one.code for one in municipalities_in_use()}
    assert boundaries_in_use() != boundaries()
    assert inflow_in_use().last == now.editions.requests_to


def test_a_map_is_drawn_with_the_boundaries_that_are_named(named: Path) -> None:
    words = words_in("en")
    assert share_map([], {}, words, outlines=boundaries_in_use()) != share_map([], {}, words)


@pytest.mark.parametrize("verb", [("distribute", "--cycle", 2026), ("law", "housing", "--half-year", "2023-I")])
def test_every_account_tells_which_tables_were_taken(named: Path, tmp_path: Path, verb: tuple[object, ...]) -> None:
    out, now = tmp_path / "out", national_in_use()
    assert now is not None
    told = luwte(*verb, "--out", out)
    assert told.exit_code == 0, told.output
    assert "Refreshed national tables are in use" in " ".join(told.output.split())
    (account,) = out.glob("*.json")
    assert json.loads(account.read_text())["inputs"] == {f"{VARIABLE}/refresh.json": now.receipt}


def test_an_estimate_takes_the_requests_and_tells_it(named: Path, tmp_path: Path) -> None:
    assert luwte("estimate", "--now", 72000, "--stay", 23, "--out", tmp_path / "out").exit_code == 0
    account = json.loads((tmp_path / "out" / "estimate.json").read_text())
    assert set(account["inputs"]) == {f"{VARIABLE}/refresh.json"}


@pytest.mark.parametrize("name", ["municipalities.csv", "beside/boundaries.geojson", "beside/asylum_requests.csv"])
def test_a_file_that_was_changed_is_refused(named: Path, name: str) -> None:
    (named / name).write_bytes((named / name).read_bytes() + b"\n")
    told = luwte("distribute", "--cycle", 2026)
    assert told.exit_code == 1
    assert "as luwte refresh wrote them" in " ".join(told.output.split())


@pytest.mark.parametrize("wrong", ["nowhere", "empty", "broken", "list", "incomplete"])
def test_what_is_no_such_folder_is_refused(folder: Path, monkeypatch: pytest.MonkeyPatch, wrong: str) -> None:
    receipt = folder / "refresh.json"
    match wrong:
        case "nowhere":
            folder = folder / "elsewhere"
        case "empty":
            receipt.unlink()
        case "broken":
            receipt.write_text("{", encoding="utf-8")
        case "list":
            receipt.write_text("[]", encoding="utf-8")
        case _:
            (folder / "municipalities.csv").unlink()
    monkeypatch.setenv(VARIABLE, str(folder))
    with pytest.raises(InputRefused):
        national_in_use()
