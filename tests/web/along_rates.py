# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""A country of a few households planned along the frontier, made once for all tests that need it."""

import atexit
import shutil
import tempfile
from functools import cache
from pathlib import Path

from luwte.cli.app import app
from luwte.data import write
from planning.country import country
from web.small_country import Folders


@cache
def along_rates() -> Folders:
    """Tables, and a plan of them with a point for every rate."""
    folder = Path(tempfile.mkdtemp(prefix="luwte-along-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    folders = Folders(folder / "tables", folder / "plan")
    write(country(), folders.tables)
    assert not app(["plan", str(folders.tables), "--out", str(folders.plan), "--frontier"], standalone_mode=False)
    return folders
