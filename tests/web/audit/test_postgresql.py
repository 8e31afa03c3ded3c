# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The same log on PostgreSQL."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
AGAIN = ("test_record.py", "test_check.py", "test_terms.py", "test_spans.py", "test_reading.py", "test_log_page.py")


@pytest.mark.postgresql
def test_the_log_is_the_same_on_postgresql() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", *(str(HERE / name) for name in AGAIN)],
        env=os.environ | {"LUWTE_DATABASE_URL": os.environ["LUWTE_TEST_DATABASE"]},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-4000:]
    assert " skipped" not in done.stdout
