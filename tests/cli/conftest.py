# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""A runner for the command line, and a small country in a folder."""

from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from luwte.cli.app import app

Run = Callable[..., Result]

TABLE = """code,name,province_code,province,inhabitants_2023_01_01,inhabitants_2025_01_01,ses_woa,key_weight,lon,lat
GM0014,Groningen,PV20,Groningen,300,310,0.0,,6.5,53.2
GM0088,Schiermonnikoog,PV21,Fryslân,100,90,0.5,,6.2,53.4
GM0344,Utrecht,PV26,Utrecht,600,610,-0.25,,5.1,52.0
"""


@pytest.fixture
def run() -> Run:
    """Give a command as a list of arguments; away from a terminal, as a script would."""
    return lambda *args: CliRunner().invoke(app, [str(arg) for arg in args], prog_name="luwte")


@pytest.fixture
def country(tmp_path: Path) -> Path:
    """Three municipalities with scores, counted on two days."""
    folder = tmp_path / "tables"
    folder.mkdir()
    (folder / "municipalities.csv").write_text(TABLE, encoding="utf-8")
    return folder
