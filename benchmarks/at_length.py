# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""A test of the suite at length, on every database that is here; it tells its figures as it goes."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
TOLD = ("-o", "log_cli=true", "-o", "log_cli_level=INFO", "-o", "log_cli_format=%(message)s")


def at_length(test: str, **settings: str) -> int:
    """Run one file of tests with larger settings; the exit code of pytest."""
    beside = (sys.executable, str(ROOT / "tools" / "postgresql.py"))
    pytest = (sys.executable, "-m", "pytest", "-q", *TOLD, str(ROOT / "tests" / "web" / test))
    return subprocess.run([*beside, *pytest], env=os.environ | settings, cwd=ROOT, check=False).returncode
