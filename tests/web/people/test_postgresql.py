# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The same work with households on PostgreSQL."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
AGAIN = ("test_who_sees_whom.py", "test_editing.py", "test_worklists.py", "test_people_pages.py")


@pytest.mark.postgresql
def test_people_work_the_same_on_postgresql() -> None:
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
