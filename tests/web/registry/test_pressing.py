# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Many press for the last places at the same instant: none over, none lost, none double; the log stays whole.

For longer, and with more: `python -m benchmarks.pressing`.
"""

import logging
import os
import sys
from pathlib import Path

import pytest

from web.registry import few_people
from web.registry.elsewhere import HERE, Apart, apart

SECONDS = os.environ.get("LUWTE_PRESS_SECONDS", "3")
MANY = int(os.environ.get("LUWTE_PRESS_CLIENTS", "6"))
FEW = int(os.environ.get("LUWTE_PRESS_CLIENTS_SQLITE", "3"))
MOST_IN_A_PROCESS = 10
LOG = logging.getLogger(__name__)


@pytest.mark.postgresql
@pytest.mark.parametrize("how", ["decide", "by_hand"])
def test_many_press_for_the_last_places_on_postgresql(tmp_path: Path, how: str) -> None:
    with apart(tmp_path / "home", os.environ["LUWTE_TEST_DATABASE"]) as there:
        pressed(there, tmp_path, how, MANY)


@pytest.mark.parametrize("how", ["decide", "by_hand"])
def test_a_few_press_for_the_last_places_on_sqlite(tmp_path: Path, how: str) -> None:
    with apart(tmp_path / "home", None) as there:
        pressed(there, tmp_path, how, FEW)


def pressed(there: Apart, folder: Path, how: str, many: int) -> None:
    brought = there.luwte("import", str(few_people.write(folder / "tables", few_people.tables(households=20))))
    assert brought.returncode == 0, brought.stderr
    told = [line.split() for line in "".join(press(there, how, many)).splitlines()]
    asked = sum(int(number) for what, number in told if what == "asked")
    got, gave, late = ([key for what, key in told if what == each] for each in ("got", "gave", "late"))
    committed = there.rows(
        "SELECT k.key FROM registry_movefacts m JOIN registry_move k ON k.id = m.move_id "
        "WHERE m.superseded_by_id IS NULL AND m.status = 'committed'"
    )
    LOG.info("%s clients, %s s, %s: asked %s times, got %s, gave back %s, %s stand; %s waited too long", many, SECONDS,
             how, asked, len(got), len(gave), len(committed), len(late))  # fmt: skip
    assert asked > len(got) > 0
    assert len(got) == len(set(got))
    assert sorted(set(got) - set(gave)) == sorted(key for (key,) in committed)
    nobody_is_over(there)
    checked = there.luwte("log", "check")
    assert checked.returncode == 0, checked.stdout + checked.stderr


def press(there: Apart, how: str, many: int) -> list[str]:
    """All press at once, a few of them in each process; what they tell."""
    processes = max(2, -(-many // MOST_IN_A_PROCESS))
    shares = [many // processes + (number < many % processes) for number in range(processes)]
    people = [
        there.begin(sys.executable, HERE / "pressing.py", how, SECONDS, str(share), str(seed))
        for seed, share in enumerate(shares)
    ]
    told = [person.communicate()[0] for person in people]
    assert [person.returncode for person in people] == [0] * processes, told
    return told


def nobody_is_over(there: Apart) -> None:
    """No group has more people than places, flexible ones shared."""
    people = there.people_who_come()
    assert people["M"] <= int(few_people.FEW["amv_places"])
    over = [
        max(0, people[who] - int(few_people.FEW[f"{group}_places"])) for who, group in (("F", "family"), ("A", "adult"))
    ]
    assert sum(over) <= int(few_people.FEW["flexible_places"])
