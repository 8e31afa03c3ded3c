# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Officers who press for the same proposals at the same instant: each is decided once, the others are told."""

import os
import sys
from pathlib import Path

import pytest

from web.workspace.elsewhere import START, Apart, installation, run

MAKE = (
    START
    + """
from web.workspace.country import DAY
from luwte_web.workspace.pulse import Pulse
job = jobs.ask(officer, jobs.Wanted(DAY))
making.make(job.key, Pulse(job.key))
print(job.key)
"""
)
PRESS = (
    START
    + """
import time
from pathlib import Path
from luwte_web.registry.refusals import ChangeRefused
from luwte_web.workspace import review
job = jobs.progress({key!r})
print("ready", flush=True)
while not Path({go!r}).exists():
    time.sleep(0.001)
for household in ("F1", "F2", "F3", "F5", "M1", "M2", "M3"):
    try:
        review.accept(officer, job, household, "pressed")
        print("got", household, flush=True)
    except ChangeRefused as why:
        print("not", household, why, flush=True)
"""
)
MOVES = """
SELECT h.key FROM registry_movefacts m JOIN registry_household h ON h.id = m.household_id
WHERE m.superseded_by_id IS NULL AND m.status = 'accepted'
"""
ALL = ["F1", "F2", "F3", "F5", "M1", "M2", "M3"]


def test_a_few_officers_press_at_once_on_sqlite(tmp_path: Path) -> None:
    with installation(tmp_path, None) as there:
        pressed(there, tmp_path / "go", 3)


@pytest.mark.postgresql
def test_officers_press_at_once_on_postgresql(tmp_path: Path) -> None:
    with installation(tmp_path, os.environ["LUWTE_TEST_DATABASE"]) as there:
        pressed(there, tmp_path / "go", 4)


def pressed(there: Apart, go: Path, many: int) -> None:
    key = run(there, MAKE)
    officers = [there.begin(sys.executable, "-c", PRESS.format(key=key, go=str(go))) for _ in range(many)]
    for officer in officers:
        assert officer.stdout is not None
        assert officer.stdout.readline() == "ready\n"
    go.touch()
    told = [officer.communicate()[0].splitlines() for officer in officers]
    got = sorted(line.split()[1] for lines in told for line in lines if line.startswith("got"))
    others = [line for lines in told for line in lines if line.startswith("not")]
    assert got == ALL, told
    assert {line.split()[2] for line in others} == {"workspace.not_open"}
    assert len(got) + len(others) == many * len(ALL)
    assert sorted(key for (key,) in there.rows(MOVES)) == ALL
    checked = there.luwte("log", "check")
    assert checked.returncode == 0, checked.stdout
