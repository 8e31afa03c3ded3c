# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The worker makes plans beside the pages; killed in the middle, its plan is found again and marked."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from web.workspace.elsewhere import START, Apart, installation, run

SLOWLY = (
    START
    + """
import time
from web.workspace.country import DAY
def slow(*_, progress, **__):
    while True:
        time.sleep(0.05)
        progress("Searching", 0.5)
making.plan = slow
print(jobs.ask(officer, jobs.Wanted(DAY)).key, flush=True)
worker.run_until(Event())
"""
)
AFTERWARDS = (
    START
    + """
import time
from datetime import timedelta
from threading import Thread
from web.workspace.country import DAY
time.sleep(0.6)
jobs.LOST_AFTER = timedelta(seconds=0.5)
print(jobs.progress({key!r}).state)
jobs.LOST_AFTER = timedelta(minutes=1)
again, stopped = jobs.ask(officer, jobs.Wanted(DAY)).key, Event()
making_plans = Thread(target=worker.run_until, args=(stopped,))
making_plans.start()
while jobs.progress(again).is_under_way:
    time.sleep(0.05)
stopped.set()
making_plans.join()
print(jobs.progress(again).state)
"""
)
CANCEL = START + "jobs.cancel(officer, {key!r})"
STATE = "SELECT state, stage FROM workspace_planjob WHERE key = '{key}'"


@pytest.fixture(scope="module")
def there(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Apart]:
    with installation(tmp_path_factory.mktemp("worker"), None) as there:
        yield there


@contextmanager
def slowly_at_work(there: Apart) -> Iterator[str]:
    """A worker that asked for a plan and never ends it, killed at the end of the block; the key of the plan."""
    worker = there.begin(sys.executable, "-c", SLOWLY)
    assert worker.stdout is not None
    try:
        key = worker.stdout.readline().strip()
        until(there, key, "running", "Searching")
        yield key
    finally:
        worker.kill()
        worker.communicate()


def until(there: Apart, key: str, *expected: str) -> None:
    for _ in range(600):
        ((state, stage),) = there.rows(STATE.format(key=key))
        if (state, stage)[: len(expected)] == expected:
            return
        time.sleep(0.05)
    raise AssertionError(there.rows(STATE.format(key=key)))


def test_a_killed_worker_does_not_leave_its_plan_running_and_the_next_makes_plans(there: Apart) -> None:
    with slowly_at_work(there) as key:
        pass
    assert run(there, AFTERWARDS.format(key=key)).split() == ["failed", "done"]
    checked = there.luwte("log", "check")
    assert checked.returncode == 0, checked.stdout


def test_a_plan_that_is_cancelled_from_elsewhere_stops(there: Apart) -> None:
    with slowly_at_work(there) as key:
        run(there, CANCEL.format(key=key))
        until(there, key, "cancelled")
