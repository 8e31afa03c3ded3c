# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""An installation of its own with the small country in it, worked upon by other processes."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from web.registry import few_people
from web.registry.elsewhere import Apart, apart
from web.workspace import country

__all__ = ["START", "Apart", "installation", "run"]

START = """
from luwte_web.start import start
start()
from threading import Event
from luwte_web.accounts.actors import Actor, Membership, Role, Scope
from luwte_web.workspace import jobs, making, pulse, worker
officer = Actor("u-officer", (Membership(Role.PLACEMENT_OFFICER, Scope.COUNTRY),))
pulse.EVERY_SECONDS = 0.05
"""


@contextmanager
def installation(folder: Path, server: str | None) -> Iterator[Apart]:
    """The small country on SQLite, or in a new database of a PostgreSQL server."""
    with apart(folder / "home", server) as there:
        there.surroundings["PYTHONPATH"] = str(Path(few_people.__file__).parents[2])
        brought = there.luwte("import", str(few_people.write(folder / "tables", country.tables())))
        assert brought.returncode == 0, brought.stderr
        yield there


def run(there: Apart, program: str) -> str:
    """Run a program to its end; what it told."""
    done = subprocess.run(
        [sys.executable, "-c", program], env=there.surroundings, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()
