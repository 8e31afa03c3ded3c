# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Many write the log at once, some are killed meanwhile: it has no gap, no fork, and every line that was promised."""

import os
import secrets
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg
import pytest

WRITER = Path(__file__).parent / "writer.py"
CHECK = """
from luwte_web.start import start
start()
from luwte_web.audit import selectors
from luwte_web.audit.models import Line, Token
print(*(fault.kind.code for fault in selectors.faults()))
print(Line.objects.count(), Token.objects.count())
for line in Line.objects.order_by("number").values_list("number", "seal"):
    print(*line)
"""
SECONDS = 3.0
KILLED_AFTER = 1.0


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
def surroundings(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[dict[str, str]]:
    """A new installation on a database of its own."""
    dropped = ("DJANGO_SETTINGS_MODULE", "LUWTE_DATABASE_URL")
    clean = {name: value for name, value in os.environ.items() if name not in dropped} | {"LUWTE_HOME": str(tmp_path)}
    if request.param == "sqlite":
        yield clean
        return
    server = os.environ["LUWTE_TEST_DATABASE"]
    name = f"luwte_log_{secrets.token_hex(4)}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    yield clean | {"LUWTE_DATABASE_URL": urlunsplit(urlsplit(server)._replace(path=f"/{name}"))}
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


def started(surroundings: dict[str, str], writers: int) -> list[subprocess.Popen[str]]:
    """Writers that wait for each other at the start."""
    made = []
    for number in range(writers):
        command = [sys.executable, str(WRITER), f"writer{number}", str(SECONDS)]
        made.append(
            subprocess.Popen(command, env=surroundings, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        )
        assert made[-1].stdout
        assert made[-1].stdout.readline() == "ready\n"
    for process in made:
        assert process.stdin
        process.stdin.write("go\n")
        process.stdin.flush()
    return made


def promised(process: subprocess.Popen[str]) -> list[str]:
    """The lines that a writer told of, whole lines only: one that was killed may have been cut off."""
    told, _ = process.communicate(timeout=60)
    return [line for line in told.split("\n")[:-1] if len(line.split()) == 2]


def checked(surroundings: dict[str, str]) -> tuple[str, int, int, list[str]]:
    done = subprocess.run([sys.executable, "-c", CHECK], env=surroundings, capture_output=True, text=True, check=True)
    faults, counts, *lines = done.stdout.splitlines()
    count, tokens = counts.split()
    return faults, int(count), int(tokens), lines


def test_lines_of_many_writers_make_one_chain_and_none_is_lost(surroundings: dict[str, str]) -> None:
    writers = started(surroundings, 4)
    told = [line for process in writers for line in promised(process)]
    assert [process.returncode for process in writers] == [0, 0, 0, 0]
    faults, count, tokens, lines = checked(surroundings)
    assert faults == ""
    assert sorted(told) == sorted(lines)
    assert count == tokens == len(told) > 20
    assert [int(line.split()[0]) for line in lines] == list(range(1, count + 1))


def test_writers_that_are_killed_leave_a_whole_log_with_all_that_was_promised(surroundings: dict[str, str]) -> None:
    writers = started(surroundings, 4)
    time.sleep(KILLED_AFTER)
    for process in writers[:3]:
        process.send_signal(signal.SIGKILL)
        time.sleep(0.2)
    told = [line for process in writers for line in promised(process)]
    faults, count, tokens, lines = checked(surroundings)
    assert faults == ""
    assert set(told) <= set(lines)
    assert count == tokens
    assert len(lines) - len(told) <= 3  # what was kept but could not be told any more
