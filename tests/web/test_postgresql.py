# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The same pages and artefacts on PostgreSQL."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
REGISTRY = ("test_moves.py", "test_previews.py", "test_there_and_back.py", "test_what_was_known_when.py")
API = ("test_deciding.py", "test_reading.py", "test_tables.py", "test_whatever_is_asked.py")
AGAIN = (
    "test_artefacts.py",
    "test_pages.py",
    "test_counts.py",
    *(f"registry/{name}" for name in REGISTRY),
    *(f"api/{name}" for name in API),
)


@pytest.mark.postgresql
def test_pages_and_artefacts_are_the_same_on_postgresql() -> None:
    surroundings = os.environ | {"LUWTE_DATABASE_URL": os.environ["LUWTE_TEST_DATABASE"]}
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", *(str(HERE / name) for name in AGAIN)],
        env=surroundings,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-4000:]
    assert " skipped" not in done.stdout
