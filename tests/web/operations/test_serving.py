# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""A server of several processes: it starts empty for its first user, and outlives a process of its own."""

import os
import re
import signal
import socket
import subprocess
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import waitress

from luwte_web.server import finish
from web.test_verbs import free_port, run, started, stopped

SECONDS = 60.0  # until a machine with much else to do must have answered


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """An installation with nothing but its first administrator."""
    added = run(tmp_path, "user", "add", "first@example.org", "--role", "administrator", "--language", "en")
    assert added.returncode == 0, added.stderr
    return tmp_path


def ask(port: int, path: str) -> tuple[int, str]:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=SECONDS) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as refused:
        return refused.code, refused.read().decode()


def until(holds: Callable[[], bool]) -> None:
    by = time.monotonic() + SECONDS
    while not holds():
        assert time.monotonic() < by
        time.sleep(0.1)


def wait_until_ready(process: "subprocess.Popen[str]") -> None:
    assert process.stdout is not None
    told = []
    for line in process.stdout:
        told.append(line)
        if "Luwte is ready" in line:
            return
    raise AssertionError(told)


def children(process: "subprocess.Popen[str]") -> list[int]:
    """The processes that answer and plan."""
    under = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
    return [int(pid) for pid in under if b"spawn_main" in Path(f"/proc/{pid}/cmdline").read_bytes()]


def test_a_first_installation_starts_outlives_a_process_and_stops(home: Path) -> None:
    port = free_port()
    with started(home, "serve", "--port", str(port)) as process:
        wait_until_ready(process)
        assert ask(port, "/health") == (200, "ok")
        until(lambda: ask(port, "/ready") == (200, "database: ok\nmigrations: ok\nplans: ok\n"))
        status, page = ask(port, "/en/")
        assert (status, "No plan yet" in page) == (200, True)
        sheet = re.findall(r'href="(/static/[^"]+pages\.[0-9a-f]{12}\.css)"', page)
        assert ask(port, sheet[0])[0] == 200
        running = children(process)
        assert len(running) == 3
        for each in running:
            os.kill(each, signal.SIGKILL)
        until(lambda: len(set(children(process)) - set(running)) == 3)
        until(lambda: ask(port, "/health") == (200, "ok"))
        ended, told = stopped(process)
        assert ended == 0
        assert told.splitlines()[-1] == "Stopped. The data is kept."
        assert "Traceback" not in told


def test_when_the_parent_is_killed_nothing_is_left_running(home: Path) -> None:
    port = free_port()
    with started(home, "serve", "--port", str(port)) as process:
        wait_until_ready(process)
        running = children(process)
        process.kill()
        process.wait()
        until(lambda: not any(Path(f"/proc/{each}").exists() for each in running))


def test_who_is_being_answered_is_answered_before_it_stops() -> None:
    begun = threading.Event()

    def slow(surroundings: object, start: Callable[[str, list[tuple[str, str]]], object]) -> list[bytes]:
        begun.set()
        time.sleep(0.5)
        start("200 OK", [])
        return [b"the whole answer"]

    with socket.create_server(("127.0.0.1", 0)) as claimed, ThreadPoolExecutor(1) as people:
        port = claimed.getsockname()[1]
        server = waitress.create_server(slow, sockets=[claimed], threads=2)
        running = threading.Thread(target=server.run, daemon=True)
        running.start()
        answer = people.submit(ask, port, "/")
        assert begun.wait(SECONDS)
        finish(server)
        assert answer.result() == (200, "the whole answer")
        server.close()
        running.join(SECONDS)
