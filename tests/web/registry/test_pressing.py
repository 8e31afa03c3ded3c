# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Many press for the last places at the same instant: none over, none lost, none double; the log stays whole.

For longer, and with more: LUWTE_PRESS_SECONDS and LUWTE_PRESS_PROCESSES.
"""

import os
import sys
from pathlib import Path

import pytest

from web.registry import few_people
from web.registry.elsewhere import HERE, Apart, apart

SECONDS = os.environ.get("LUWTE_PRESS_SECONDS", "4")
MANY = int(os.environ.get("LUWTE_PRESS_PROCESSES", "6"))


@pytest.mark.postgresql
@pytest.mark.parametrize("how", ["decide", "by_hand"])
def test_many_press_for_the_last_places_on_postgresql(tmp_path: Path, how: str) -> None:
    with apart(tmp_path / "home", os.environ["LUWTE_TEST_DATABASE"]) as there:
        pressed(there, tmp_path, how, MANY)


@pytest.mark.parametrize("how", ["decide", "by_hand"])
def test_a_few_press_for_the_last_places_on_sqlite(tmp_path: Path, how: str) -> None:
    with apart(tmp_path / "home", None) as there:
        pressed(there, tmp_path, how, 3)


def pressed(there: Apart, folder: Path, how: str, many: int) -> None:
    brought = there.luwte("import", str(few_people.write(folder / "tables", few_people.tables(households=20))))
    assert brought.returncode == 0, brought.stderr
    people = [there.begin(sys.executable, HERE / "pressing.py", how, SECONDS, str(seed)) for seed in range(many)]
    told = [person.communicate()[0].splitlines() for person in people]
    assert [person.returncode for person in people] == [0] * many, told
    asked = sum(int(line.split()[1]) for lines in told for line in lines if line.startswith("asked"))
    got = [line.split()[1] for lines in told for line in lines if line.startswith("got")]
    committed = there.rows(
        "SELECT k.key FROM registry_movefacts m JOIN registry_move k ON k.id = m.move_id "
        "WHERE m.superseded_by_id IS NULL AND m.status = 'committed'"
    )
    assert asked > len(got) > 0
    assert sorted(got) == sorted(key for (key,) in committed)
    nobody_is_over(there)
    checked = there.luwte("log", "check")
    assert checked.returncode == 0, checked.stdout + checked.stderr


def nobody_is_over(there: Apart) -> None:
    """All places are taken, and none twice."""
    people = there.people_who_come()
    assert people["M"] == int(few_people.FEW["amv_places"])
    over = [
        max(0, people[who] - int(few_people.FEW[f"{group}_places"])) for who, group in (("F", "family"), ("A", "adult"))
    ]
    assert sum(over) == int(few_people.FEW["flexible_places"])
