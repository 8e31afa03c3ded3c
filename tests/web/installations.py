# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Installations of their own: a data folder, the environment of who works with it, and a server that shows it.

Bringing an empty database to its present form takes seconds, so that it is done once in a process, and copied.
"""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from web.small_country import Folders

LUWTE = Path(sys.executable).parent / "luwte"
DATABASE = "luwte.sqlite3"
NOT_OURS = ("DJANGO_SETTINGS_MODULE", "LUWTE_DATABASE_URL")


def surroundings(home: Path) -> dict[str, str]:
    """The environment of a process that works with the data in a folder, on SQLite."""
    return {name: value for name, value in os.environ.items() if name not in NOT_OURS} | {"LUWTE_HOME": str(home)}


def installed(home: Path) -> dict[str, str]:
    """Put an empty database into a data folder; gives the environment of who works with it."""
    home.mkdir(parents=True, exist_ok=True)
    (home / DATABASE).write_bytes(_empty_database())
    return surroundings(home)


def prepared(where: Mapping[str, str], code: str, *words: str | Path) -> str:
    """What a program says that runs in an installation; a failure shows what it complained of."""
    done = subprocess.run([sys.executable, "-c", code, *words], env=where, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


@contextmanager
def serving(where: Mapping[str, str], shown: Folders, host: str = "localhost") -> Iterator[str]:
    """The address of a server of an installation that shows tables with a plan."""
    with socket.create_server((host, 0)) as probe:
        port = probe.getsockname()[1]
    words = ["serve", "--data", shown.tables, "--plan", shown.plan, "--port", str(port)]
    with subprocess.Popen([LUWTE, *words], env=where, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        assert f"127.0.0.1:{port}" in server.stdout.readline()
        yield f"http://{host}:{port}"
        server.terminate()


@cache
def _empty_database() -> bytes:
    with TemporaryDirectory(prefix="luwte-empty-") as folder:
        prepared(surroundings(Path(folder)), "from luwte_web.start import start; start()")
        return Path(folder, DATABASE).read_bytes()
