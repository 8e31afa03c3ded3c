# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Killed in the middle of an import or a decision, the registry has all of it or nothing.

For more: `python -m benchmarks.killed`.
"""

import logging
import os
import random
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest

from web.installations import LUWTE
from web.registry import few_people
from web.registry.elsewhere import HERE, Apart, apart

KILLS = int(os.environ.get("LUWTE_KILLS", "3"))
BEFORE, AFTER = 40, 400
PRESSING_SECONDS = "60"
LOG = logging.getLogger(__name__)


@pytest.mark.postgresql
def test_a_killed_import_is_all_or_nothing_on_postgresql(tmp_path: Path) -> None:
    with apart(tmp_path / "home", os.environ["LUWTE_TEST_DATABASE"]) as there:
        killed_while_importing(there, tmp_path)


def test_a_killed_import_is_all_or_nothing_on_sqlite(tmp_path: Path) -> None:
    with apart(tmp_path / "home", None) as there:
        killed_while_importing(there, tmp_path)


@pytest.mark.postgresql
def test_a_killed_decision_is_all_or_nothing_on_postgresql(tmp_path: Path) -> None:
    with apart(tmp_path / "home", os.environ["LUWTE_TEST_DATABASE"]) as there:
        killed_while_deciding(there, tmp_path)


def test_a_killed_decision_is_all_or_nothing_on_sqlite(tmp_path: Path) -> None:
    with apart(tmp_path / "home", None) as there:
        killed_while_deciding(there, tmp_path)


def killed_while_importing(there: Apart, folder: Path) -> None:
    """Imports that take the registry from one state to the other and back are killed while they write."""
    states = [few_people.write(folder / str(n), few_people.tables(households=n)) for n in (BEFORE, AFTER)]
    brought = there.luwte("import", str(states[0]))
    assert brought.returncode == 0, brought.stderr
    writes, found = seconds_of_writing(there, states[1]), Counter[int]()
    for kill in range(KILLS):
        importing = begun_to_write(there, states[kill % 2])
        time.sleep(random.Random(kill).uniform(0.0, 1.0) * writes)
        there.kill(importing)
        all_or_nothing(there)
        found[counted(there)[0]] += 1
    LOG.info("%s imports killed while writing; households found then: %s", KILLS, dict(found))
    done = there.luwte("import", str(states[1]))
    assert done.returncode == 0, done.stderr
    assert counted(there) == (3 * AFTER, 4 * AFTER)


def begun_to_write(there: Apart, tables: Path) -> "subprocess.Popen[str]":
    """An import that has told what would change, and now does it; or has nothing to do, after a kill that came late."""
    importing = there.begin(LUWTE, "import", tables)
    assert importing.stdout is not None
    for line in importing.stdout:
        if line.startswith("persons"):
            break
    return importing


def seconds_of_writing(there: Apart, tables: Path) -> float:
    """How long an import writes that nobody kills."""
    importing = begun_to_write(there, tables)
    began = time.monotonic()
    told, _ = importing.communicate()
    assert importing.returncode == 0, told
    return time.monotonic() - began


def killed_while_deciding(there: Apart, folder: Path) -> None:
    """People who accept, commit and cancel moves are killed at any moment; what they were told they got stands."""
    brought = there.luwte("import", str(few_people.write(folder / "tables", few_people.tables(households=20))))
    assert brought.returncode == 0, brought.stderr
    told = Counter[str]()
    for kill in range(KILLS):
        deciding = there.begin(sys.executable, HERE / "pressing.py", "decide", PRESSING_SECONDS, "3", str(kill))
        assert deciding.stdout is not None
        first = deciding.stdout.readline()
        time.sleep(random.Random(kill).uniform(0.0, 1.0))
        lines = [line.split() for line in (first + there.kill(deciding)).splitlines() if line.count(" ") == 1]
        told.update(what for what, _ in lines)
        every_change_is_whole(there)
        nobody_stands_halfway(there, {key for what, key in lines if what == "got"})
    LOG.info("%s processes killed while deciding; told before: %s", KILLS, dict(told))


def every_change_is_whole(there: Apart) -> None:
    """Every change has its line on the log, and the chain holds."""
    ((changes,),) = there.rows("SELECT COUNT(*) FROM registry_change")
    ((lines,),) = there.rows("SELECT COUNT(*) FROM audit_line WHERE act IN ('import', 'decide')")
    assert changes == lines
    checked = there.luwte("log", "check")
    assert checked.returncode == 0, checked.stdout + checked.stderr


def nobody_stands_halfway(there: Apart, got: set[str]) -> None:
    """Each move has one current version; those that somebody was told they got were committed, and are not lost."""
    current = there.rows(
        "SELECT k.key, COUNT(*) FROM registry_movefacts m JOIN registry_move k ON k.id = m.move_id "
        "WHERE m.superseded_by_id IS NULL GROUP BY k.key"
    )
    assert all(count == 1 for _, count in current)
    ((moves,),) = there.rows("SELECT COUNT(*) FROM registry_move")
    assert moves == len(current)
    was_committed = there.rows(
        "SELECT DISTINCT k.key FROM registry_movefacts m JOIN registry_move k ON k.id = m.move_id "
        "WHERE m.status = 'committed'"
    )
    assert got <= {key for (key,) in was_committed}
    people = there.people_who_come()
    assert people["M"] <= int(few_people.FEW["amv_places"])


def all_or_nothing(there: Apart) -> None:
    """One of the two states, one line on the log for every change, and a chain that holds."""
    households, persons = counted(there)
    assert (households, persons) in {(3 * n, 4 * n) for n in (BEFORE, AFTER)}
    every_change_is_whole(there)


def counted(there: Apart) -> tuple[int, int]:
    """Households and persons that are known now."""
    tables = ("registry_householdfacts", "registry_personfacts")
    questions = (f"SELECT COUNT(*) FROM {table} WHERE superseded_by_id IS NULL" for table in tables)  # noqa: S608
    households, persons = (there.rows(question)[0][0] for question in questions)
    return households, persons
