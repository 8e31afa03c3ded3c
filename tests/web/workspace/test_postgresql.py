# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The same plans and decisions on PostgreSQL."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
AGAIN = (
    "test_making_a_plan.py",
    "test_deciding.py",
    "test_out_of_date.py",
    "test_best_interests.py",
    "test_review_pages.py",
)


@pytest.mark.postgresql
def test_plans_and_decisions_are_the_same_on_postgresql() -> None:
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
