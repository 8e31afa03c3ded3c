# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What people do with `luwte refresh`: fetch, check, bring files from elsewhere, and keep what they had."""

from collections.abc import Callable
from pathlib import Path

import pytest
import requests
import yaml
from typer.testing import CliRunner, Result

from luwte.cli.app import app
from luwte.data.refresh import online
from refresh.services import Served, half

Run = Callable[..., Result]


@pytest.fixture
def run(served: Served, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Give the command, with a contract that points to this machine, and a data folder of its own."""
    contract = tmp_path / "contract.yaml"
    contract.write_text(yaml.safe_dump(served.contract.model_dump()), encoding="utf-8")
    monkeypatch.setenv("LUWTE_HOME", str(tmp_path / "home"))
    monkeypatch.setattr(online, "FIRST_PAUSE", 0.0)

    def given(*args: object) -> Result:
        words = ["refresh", "--contract", str(contract), "--language", "en", *map(str, args)]
        return CliRunner().invoke(app, words, prog_name="luwte")

    return given


def content(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_newest_tables_are_written_and_can_be_used(run: Run, tmp_path: Path) -> None:
    result = run()
    assert result.exit_code == 0, result.output
    assert "2026-01-01" in result.stdout
    assert "Values that changed: 684." in result.stdout
    assert "These tables have SES-WOA itself" in result.stdout
    national = tmp_path / "home" / "national"
    assert set(content(national)) == {
        "municipalities.csv",
        "refresh.json",
        "beside/asylum_requests.csv",
        "beside/boundaries.geojson",
        "beside/changes.csv",
    }
    words = ["distribute", str(national), "--cycle", "2026", "--language", "en"]
    used = CliRunner().invoke(app, words, prog_name="luwte")
    assert used.exit_code == 0
    assert "Key: SES-WOA score of each municipality, inhabitants of 2025-01-01." in used.stdout


def test_a_second_time_nothing_changed(run: Run) -> None:
    run()
    again = run().stdout
    assert "No value changed." in again
    assert "SES-WOA itself" not in again


def test_scores_in_use_are_not_replaced_by_older_ones(run: Run, served: Served) -> None:
    run()
    for row in served.services.rows["86296NED"]:
        row["GemiddeldeScore_29"] = None if row["Perioden"] == "2024JJ00" else row["GemiddeldeScore_29"]
    result = run()
    assert result.exit_code == 1
    assert "CBS gives no SES-WOA score of 2024 for 342 municipalities" in result.stderr
    assert "are of 2023, and here those of 2024 are in use" in result.stderr


def test_a_check_writes_nothing(run: Run, tmp_path: Path) -> None:
    result = run("--check")
    assert result.exit_code == 0
    assert "The services answer as agreed." in result.stderr
    assert not (tmp_path / "home").exists()


def test_a_failure_keeps_what_was_there_to_the_byte(run: Run, served: Served, tmp_path: Path) -> None:
    run()
    before = content(tmp_path / "home")
    served.faults["86296NED/TypedDataSet"] = half
    result = run()
    assert result.exit_code == 1
    assert (
        "Nothing was replaced: the national tables stay as they were, with inhabitants of 2026-01-01." in result.stderr
    )
    assert "broke off before its end" in result.stderr
    assert "Traceback" not in result.output
    assert content(tmp_path / "home") == before


def test_stopping_halfway_keeps_what_was_there(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run()
    before = content(tmp_path / "home")

    def stop(*args: object, **kwargs: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(requests.Session, "get", stop)
    assert run().exit_code == 130
    assert content(tmp_path / "home") == before


def test_who_has_no_connection_brings_files(run: Run, served: Served, tmp_path: Path) -> None:
    saved = tmp_path / "saved"
    saved.mkdir()
    for name, address in served.contract.addresses():
        page, following = 1, address
        while following:
            answer = requests.get(following, timeout=5)
            (saved / (name if page == 1 else name.replace(".json", f".{page}.json"))).write_bytes(answer.content)
            links = answer.json().get("links", [])
            following = answer.json().get("odata.nextLink") or next(
                (link["href"] for link in links if link["rel"] == "next"), ""
            )
            page += 1
    asked = len(served.asked)
    result = run("--from", saved)
    assert result.exit_code == 0, result.output
    assert len(served.asked) == asked
    assert (tmp_path / "home" / "national" / "municipalities.csv").exists()


def test_a_file_that_was_not_brought_is_asked_for_with_its_address(run: Run, tmp_path: Path) -> None:
    result = run("--from", tmp_path)
    assert result.exit_code == 1
    assert "error 86247NED.DataProperties.json: This file is not in the folder." in result.stderr
    assert "/odata/86247NED/DataProperties?$format=json" in result.stderr


def test_the_addresses_are_shown_without_asking(run: Run, served: Served) -> None:
    result = run("--addresses")
    assert result.exit_code == 0
    assert len(result.stdout.splitlines()) == 13
    assert served.asked == []


def test_a_folder_of_something_else_is_left_alone(run: Run, served: Served, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter.txt").write_text("keep me")
    result = run("--into", tmp_path / "mine")
    assert result.exit_code == 1
    assert served.asked == []
    assert content(tmp_path / "mine") == {"letter.txt": b"keep me"}


def test_a_receipt_that_was_damaged_is_told_and_nothing_is_asked(run: Run, served: Served, tmp_path: Path) -> None:
    run()
    (tmp_path / "home" / "national" / "refresh.json").write_text("{")
    served.asked.clear()
    result = run()
    assert result.exit_code == 1
    assert "The receipt of the earlier refresh cannot be read" in result.stderr
    assert served.asked == []


def test_a_contract_that_is_none_is_refused(tmp_path: Path) -> None:
    (tmp_path / "other.yaml").write_text("cbs: 3\n")
    words = ["refresh", "--contract", str(tmp_path / "other.yaml"), "--language", "en"]
    result = CliRunner().invoke(app, words, prog_name="luwte")
    assert result.exit_code == 1
    assert "error other.yaml: This is no description of what to ask of CBS and PDOK." in result.stderr
