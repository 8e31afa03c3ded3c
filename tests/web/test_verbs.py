# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""`luwte demo` and `luwte serve` start, say where, keep what they made, and end quietly."""

import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from web.installations import LUWTE, installed, surroundings
from web.small_country import Folders

READY = "Open http://127.0.0.1:"


@pytest.fixture
def taken() -> Iterator[int]:
    """A port on which another program listens."""
    with socket.create_server(("127.0.0.1", 0)) as other:
        yield other.getsockname()[1]


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return int(probe.getsockname()[1])


def run(home: Path, *words: str, **named: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([LUWTE, *words], env=surroundings(home) | named, capture_output=True, text=True, check=False)


@contextmanager
def started(home: Path, *words: str) -> Iterator[subprocess.Popen[str]]:
    with subprocess.Popen(
        [LUWTE, *words, "--language", "en"],
        env=surroundings(home),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        preexec_fn=heeds_interrupts,
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def heeds_interrupts() -> None:
    """Ctrl-C is ignored by what a shell starts in the background, and by all that it starts in turn."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


def page_once_ready(process: subprocess.Popen[str], port: int) -> str:
    assert process.stdout is not None
    for line in process.stdout:
        if READY in line:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/en/") as answer:
                return str(answer.read().decode())
    raise AssertionError("it ended before it was ready")


def stopped(process: subprocess.Popen[str]) -> tuple[int, str]:
    assert process.stdout is not None
    process.send_signal(signal.SIGINT)
    rest = process.stdout.read()
    return process.wait(timeout=60), rest


def test_the_demo_makes_plans_and_shows_and_a_second_start_keeps_it(tmp_path: Path) -> None:
    port = free_port()
    with started(tmp_path, "demo", "--scale", "0.005", "--port", str(port)) as first:
        page = page_once_ready(first, port)
        assert "Reception on 16 November 2026" in page
        assert stopped(first) == (0, "Stopped. The data is kept.\n")
    assert (tmp_path / "example-plan" / "report.html").exists()
    before = {path: path.stat().st_mtime_ns for path in tmp_path.glob("example*/*")}
    with started(tmp_path, "demo", "--port", str(port)) as second:
        assert page_once_ready(second, port) == page
        assert stopped(second)[0] == 0
    assert {path: path.stat().st_mtime_ns for path in tmp_path.glob("example*/*")} == before
    again = run(tmp_path, "import", str(tmp_path / "example"), "--language", "en")
    assert "The registry already says what these tables say" in again.stdout, again.stderr


def test_a_plan_of_ones_own_is_shown(tmp_path: Path, folders: Folders) -> None:
    installed(tmp_path)
    port = free_port()
    own = ("--data", str(folders.tables), "--plan", str(folders.plan))
    with started(tmp_path, "serve", *own, "--port", str(port)) as process:
        assert "Synthetic example country" in page_once_ready(process, port)
        assert stopped(process)[0] == 0


def test_a_taken_port_is_said_in_one_line_with_the_next_step(tmp_path: Path, taken: int) -> None:
    done = run(tmp_path, "demo", "--port", str(taken), "--language", "en")
    assert done.returncode == 2
    assert f"luwte demo --port {taken + 1}" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "example").exists()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("serve",), "start with: luwte demo"),
        (("serve", "--plan", "x"), "Give --data and --plan together"),
        (("serve", "--data", "nowhere", "--plan", "nothing"), "nowhere"),
        (("demo", "--scale", "0"), "--scale must be a number"),
    ],
)
def test_what_cannot_be_shown_says_why(tmp_path: Path, words: tuple[str, ...], told: str) -> None:
    installed(tmp_path)
    done = run(tmp_path, *words, "--port", str(free_port()), "--language", "en")
    assert done.returncode in (1, 2)
    assert told in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("database", "told"),
    [
        ("mysql://x/y", "LUWTE_DATABASE_URL begins with 'mysql:'"),
        ("postgresql://u:secret@127.0.0.1:1/x", "The database cannot be used"),
    ],
)
def test_a_database_that_cannot_be_used_is_said_in_one_line(tmp_path: Path, database: str, told: str) -> None:
    done = run(tmp_path, "serve", "--port", str(free_port()), "--language", "en", LUWTE_DATABASE_URL=database)
    assert done.returncode == 2
    assert told in done.stderr
    assert "Traceback" not in done.stderr
    assert "secret" not in done.stderr


def test_other_verbs_do_not_wait_for_django() -> None:
    code = "import sys; import luwte_web.verbs; import luwte.cli.app; sys.exit('django' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
