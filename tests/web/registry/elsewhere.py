# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""A registry of its own, with a database of its own, worked upon by other processes."""

import atexit
import os
import signal
import sqlite3
import subprocess
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import psycopg

from web.installations import LUWTE, installed, prepared, surroundings

HERE = Path(__file__).parent
STILL_THERE = """SELECT COUNT(*) FROM pg_stat_activity WHERE datname = current_database()
    AND backend_type = 'client backend' AND pid <> pg_backend_pid()"""


@dataclass(frozen=True)
class Apart:
    """Where it is, seen from the surroundings of a process."""

    surroundings: dict[str, str]

    def luwte(self, *words: str) -> "subprocess.CompletedProcess[str]":
        """Run a verb to its end."""
        return subprocess.run([LUWTE, *words], env=self.surroundings, capture_output=True, text=True, check=False)

    def begin(self, *words: str | Path) -> "subprocess.Popen[str]":
        """Start something beside this process."""
        return subprocess.Popen(list(words), env=self.surroundings, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                                text=True)  # fmt: skip

    def kill(self, process: "subprocess.Popen[str]") -> str:
        """End a process without a word, wait until its database has noticed, and give what it told before."""
        process.send_signal(signal.SIGKILL)
        told = process.communicate()[0]
        while "LUWTE_DATABASE_URL" in self.surroundings and self.rows(STILL_THERE) != [(0,)]:
            time.sleep(0.05)
        return told

    def rows(self, question: str) -> list[tuple[Any, ...]]:
        """Ask the database itself."""
        address = self.surroundings.get("LUWTE_DATABASE_URL")
        if address:
            with psycopg.connect(address) as there:
                return there.execute(question).fetchall()  # type: ignore[arg-type]
        here = sqlite3.connect(Path(self.surroundings["LUWTE_HOME"]) / "luwte.sqlite3")
        try:
            return here.execute(question).fetchall()
        finally:
            here.close()

    def people_who_come(self) -> Counter[str]:
        """Persons in moves that are not cancelled, by the first letter of their household."""
        moving = self.rows(
            "SELECT h.key FROM registry_movefacts m JOIN registry_household h ON h.id = m.household_id "
            "WHERE m.superseded_by_id IS NULL AND m.status <> 'cancelled'"
        )
        assert len(moving) == len(set(moving)), "somebody moves twice"
        return Counter(key[0] for (key,) in moving for _ in range(2 if key[0] == "F" else 1))


@contextmanager
def apart(home: Path, server: str | None, *, unused: bool = False) -> Iterator[Apart]:
    """On SQLite in `home`, or in a new database of a PostgreSQL server; `unused`: nothing was ever done there."""
    settings = {"DJANGO_SETTINGS_MODULE": "luwte_web.settings"}
    if server is None:
        yield Apart((surroundings(home) if unused else installed(home)) | settings)
        return
    name = f"luwte_apart_{os.getpid()}_{abs(hash(home)) % 10**6}"
    model = "template1" if unused else _in_its_present_form(server)
    with psycopg.connect(server, autocommit=True) as there:
        there.execute(f"CREATE DATABASE {name} TEMPLATE {model}")
        try:
            yield Apart(surroundings(home) | settings | {"LUWTE_DATABASE_URL": _address(server, name)})
        finally:
            there.execute(f"DROP DATABASE {name} WITH (FORCE)")


@cache
def _in_its_present_form(server: str) -> str:
    """An empty database in its present form, made once in a process: others are copied from it."""
    name = f"luwte_model_{os.getpid()}"
    with psycopg.connect(server, autocommit=True) as there:
        there.execute(f"CREATE DATABASE {name}")
    atexit.register(_drop, server, name)
    with TemporaryDirectory(prefix="luwte-model-") as home:
        where = surroundings(Path(home)) | {"LUWTE_DATABASE_URL": _address(server, name)}
        prepared(where, "from luwte_web.start import start; start()")
    return name


def _drop(server: str, name: str) -> None:
    with psycopg.connect(server, autocommit=True) as there:
        there.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")


def _address(server: str, name: str) -> str:
    return urlunsplit(urlsplit(server)._replace(path=f"/{name}"))
