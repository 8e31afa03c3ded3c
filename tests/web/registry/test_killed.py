# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Killed in the middle of an import, the registry has all of it or nothing. For more: LUWTE_KILLS=50."""

import os
import random
import signal
import time
from pathlib import Path

import pytest

from web.registry import few_people
from web.registry.elsewhere import LUWTE, Apart, apart

KILLS = int(os.environ.get("LUWTE_KILLS", "4"))
BEFORE, AFTER = 40, 400


@pytest.mark.postgresql
def test_a_killed_import_is_all_or_nothing_on_postgresql(tmp_path: Path) -> None:
    with apart(tmp_path / "home", os.environ["LUWTE_TEST_DATABASE"]) as there:
        killed_again_and_again(there, tmp_path)


def test_a_killed_import_is_all_or_nothing_on_sqlite(tmp_path: Path) -> None:
    with apart(tmp_path / "home", None) as there:
        killed_again_and_again(there, tmp_path)


def killed_again_and_again(there: Apart, folder: Path) -> None:
    """Imports that take the registry from one state to the other and back are killed at any moment."""
    states = [few_people.write(folder / str(n), few_people.tables(households=n)) for n in (BEFORE, AFTER)]
    began = time.monotonic()
    brought = there.luwte("import", str(states[0]))
    assert brought.returncode == 0, brought.stderr
    takes = time.monotonic() - began
    for kill in range(KILLS):
        importing = there.begin(LUWTE, "import", states[(kill + 1) % 2])
        time.sleep(random.Random(kill).uniform(0.3, 1.2) * takes)
        importing.send_signal(signal.SIGKILL)
        importing.communicate()
        all_or_nothing(there)
    done = there.luwte("import", str(states[1]))
    assert done.returncode == 0, done.stderr
    assert counted(there) == (3 * AFTER, 4 * AFTER)


def all_or_nothing(there: Apart) -> None:
    """One of the two states, one line on the log for every change, and a chain that holds."""
    households, persons = counted(there)
    assert (households, persons) in {(3 * n, 4 * n) for n in (BEFORE, AFTER)}
    ((changes,),) = there.rows("SELECT COUNT(*) FROM registry_change")
    ((lines,),) = there.rows("SELECT COUNT(*) FROM audit_line WHERE act = 'import'")
    assert changes == lines
    checked = there.luwte("log", "check")
    assert checked.returncode == 0, checked.stdout + checked.stderr


def counted(there: Apart) -> tuple[int, int]:
    """Households and persons that are known now."""
    tables = ("registry_householdfacts", "registry_personfacts")
    questions = (f"SELECT COUNT(*) FROM {table} WHERE superseded_by_id IS NULL" for table in tables)  # noqa: S608
    households, persons = (there.rows(question)[0][0] for question in questions)
    return households, persons
