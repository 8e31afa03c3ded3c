# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The worker makes plans beside the pages; killed in the middle, its plan is found again and marked."""

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from web.registry import few_people
from web.registry.elsewhere import Apart, apart
from web.workspace import country

START = """
from luwte_web.start import start
start()
from threading import Event
from luwte_web.accounts.actors import Actor, Membership, Role, Scope
from luwte_web.workspace import jobs, making, pulse, worker
officer = Actor("u-officer", (Membership(Role.PLACEMENT_OFFICER, Scope.COUNTRY),))
pulse.EVERY_SECONDS = 0.05
"""
ASK = START + "from web.workspace.country import DAY\nprint(jobs.ask(officer, jobs.Wanted(DAY)).key)"
WORK = START + "worker.run_until(Event())"
WORK_SLOWLY = (
    START
    + """
import time
def slow(*_, progress, **__):
    while True:
        time.sleep(0.05)
        progress("Searching", 0.5)
making.plan = slow
worker.run_until(Event())
"""
)
CANCEL = START + "jobs.cancel(officer, {key!r})"
LOOK_LATER = (
    START
    + """
from datetime import timedelta
jobs.LOST_AFTER = timedelta(seconds=0.5)
print(jobs.progress({key!r}).state)
"""
)
STATE = "SELECT state, stage FROM workspace_planjob"


@contextmanager
def at_work(there: Apart, program: str) -> Iterator["subprocess.Popen[str]"]:
    worker = there.begin(sys.executable, "-c", program)
    try:
        yield worker
    finally:
        worker.kill()
        worker.communicate()


def run(there: Apart, program: str) -> str:
    done = subprocess.run([sys.executable, "-c", program], env=there.surroundings, capture_output=True, text=True,
                          check=True)  # fmt: skip
    return done.stdout.strip()


def until(there: Apart, *states: str) -> tuple[str, str]:
    for _ in range(600):
        ((state, stage),) = there.rows(STATE)
        if state in states or stage in states:
            return state, stage
        time.sleep(0.1)
    raise AssertionError(there.rows(STATE))


@contextmanager
def installation(home: Path, tables: Path) -> Iterator[Apart]:
    with apart(home, None) as there:
        there.surroundings["PYTHONPATH"] = str(Path(few_people.__file__).parents[2])
        brought = there.luwte("import", str(few_people.write(tables, country.tables())))
        assert brought.returncode == 0, brought.stderr
        yield there


def test_a_worker_makes_the_plan_and_a_killed_one_does_not_leave_it_running(tmp_path: Path) -> None:
    with installation(tmp_path / "home", tmp_path / "tables") as there:
        key = run(there, ASK)
        with at_work(there, WORK_SLOWLY):
            assert until(there, "Searching") == ("running", "Searching")
        time.sleep(0.6)
        assert run(there, LOOK_LATER.format(key=key)) == "failed"
        there_again = run(there, ASK)
        assert there_again != key
        with at_work(there, WORK):
            for _ in range(600):
                if ("done",) in there.rows("SELECT state FROM workspace_planjob"):
                    break
                time.sleep(0.1)
        assert sorted(there.rows("SELECT state FROM workspace_planjob")) == [("done",), ("failed",)]
        checked = there.luwte("log", "check")
        assert checked.returncode == 0, checked.stdout


def test_a_plan_that_is_cancelled_from_elsewhere_stops(tmp_path: Path) -> None:
    with installation(tmp_path / "home", tmp_path / "tables") as there:
        key = run(there, ASK)
        with at_work(there, WORK_SLOWLY):
            until(there, "Searching")
            run(there, CANCEL.format(key=key))
            assert until(there, "cancelled")[0] == "cancelled"
