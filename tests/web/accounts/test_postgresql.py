# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The same users, roles and sign-ins on PostgreSQL."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
AGAIN = (
    "test_signing_in.py",
    "test_users.py",
    "test_machine_tokens.py",
    "test_demo.py",
    "test_access.py",
    "test_organisation.py",
)


@pytest.mark.postgresql
def test_users_and_roles_are_the_same_on_postgresql() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", *(str(HERE / name) for name in AGAIN)],
        env=os.environ | {"LUWTE_DATABASE_URL": os.environ["LUWTE_TEST_DATABASE"]},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-4000:]
    assert " skipped" not in done.stdout
