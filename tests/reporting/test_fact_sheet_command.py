# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""`luwte law sheet` from a shell."""

import hashlib
import json
from pathlib import Path

import pytest
from page import validate_pdf_bytes
from typer.testing import CliRunner, Result

from luwte.cli.app import app
from luwte.data import write
from luwte.model.dataset import Dataset


def sheet(*arguments: object) -> Result:
    return CliRunner().invoke(app, ["law", "sheet", *(str(argument) for argument in arguments)], prog_name="luwte")


@pytest.fixture(scope="module")
def tables(dataset: Dataset, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sheet") / "tables"
    write(dataset, folder)
    return folder


def test_a_municipality_is_named_as_people_name_it_and_the_account_tells_what_was_asked(
    tables: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    assert sheet(tables, "--municipality", "utrecht", "--small", 25000, "--out", out).exit_code == 0
    account = json.loads((out / "law_sheet.json").read_bytes())
    pdf = (out / "fact-sheet.pdf").read_bytes()
    assert validate_pdf_bytes(pdf, profile="ua1").is_compliant
    assert account["files"]["fact-sheet.pdf"] == hashlib.sha256(pdf).hexdigest()
    asked = {name: account[name] for name in ("municipality", "cycle", "small", "language")}
    assert asked == {"municipality": "GM0344", "cycle": 2026, "small": "25000", "language": "nl"}


def test_the_same_tables_give_the_same_bytes(tables: Path, tmp_path: Path) -> None:
    for name in ("one", "two"):
        assert sheet(tables, "--municipality", "GM0344", "--out", tmp_path / name).exit_code == 0
    assert (tmp_path / "one/fact-sheet.pdf").read_bytes() == (tmp_path / "two/fact-sheet.pdf").read_bytes()


def test_a_name_that_is_nearly_right_is_answered_with_those_close_to_it(tables: Path, tmp_path: Path) -> None:
    result = sheet(tables, "--municipality", "Utrech", "--out", tmp_path / "out", "--language", "en")
    assert result.exit_code == 2
    assert "close to it: Utrecht" in result.stderr
    assert not (tmp_path / "out").exists()


def test_a_small_site_that_costs_nothing_is_refused(tables: Path, tmp_path: Path) -> None:
    assert sheet(tables, "--municipality", "GM0344", "--small", 0, "--out", tmp_path / "out").exit_code == 2
