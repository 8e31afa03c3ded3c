# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""`luwte log` as people give it: what it says, how it ends, and what it leaves."""

import json
import sqlite3
import subprocess
from pathlib import Path

import pytest

from web.installations import LUWTE, installed, prepared, surroundings

WRITE = """
from luwte_web.start import start
start()
from luwte_web.accounts.actors import SYSTEM
from luwte_web.audit.acts import Act
from luwte_web.audit.services import record
for number in range(6):
    record(SYSTEM, Act.READ_PERSON, f"household:H{number % 2}", {"at": number})
"""


def run(home: Path, *words: str) -> subprocess.CompletedProcess[str]:
    command = [LUWTE, "log", *words, "--language", "en"]
    return subprocess.run(command, env=surroundings(home), capture_output=True, text=True, check=False)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """An installation with six lines on its log."""
    prepared(installed(tmp_path), WRITE)
    return tmp_path


def tampered(home: Path, *statements: str) -> None:
    with sqlite3.connect(home / "luwte.sqlite3") as database:
        for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            database.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            database.execute(statement)


def test_a_whole_log_is_said_to_be_whole_and_its_end_is_kept(home: Path) -> None:
    kept = home / "checkpoint.json"
    done = run(home, "check", "--save", str(kept))
    assert (done.returncode, done.stdout) == (0, "The log is whole from line 1 to line 6.\n")
    assert json.loads(kept.read_text())["number"] == 6
    again = run(home, "check", "--since", str(kept))
    assert (again.returncode, again.stdout) == (0, "The log is whole from line 6 to line 6.\n")


def test_a_changed_line_is_named_with_what_to_do(home: Path) -> None:
    kept = home / "checkpoint.json"
    tampered(home, "UPDATE audit_line SET actor = 'nobody' WHERE number = 4")
    done = run(home, "check", "--save", str(kept))
    assert done.returncode == 1
    assert "Line 4 is not what was written" in done.stderr
    assert "go on from a backup" in done.stderr
    assert not kept.exists()


def test_a_log_cut_short_with_its_end_is_found_by_a_checkpoint(home: Path) -> None:
    kept = home / "checkpoint.json"
    run(home, "check", "--save", str(kept))
    tampered(
        home,
        "DELETE FROM audit_line WHERE number > 4",
        "UPDATE audit_head SET number = 4, seal = (SELECT seal FROM audit_line WHERE number = 4)",
    )
    assert run(home, "check").returncode == 0
    done = run(home, "check", "--since", str(kept))
    assert done.returncode == 1
    assert "not the line that the checkpoint remembers" in done.stderr


def test_what_is_no_checkpoint_is_refused(home: Path) -> None:
    other = home / "other.json"
    other.write_text("[]")
    done = run(home, "check", "--since", str(other))
    assert done.returncode == 2
    assert "is no checkpoint" in done.stderr


def test_the_log_is_handed_over_and_that_is_on_the_log(home: Path) -> None:
    out = home / "spans.jsonl"
    done = run(home, "export", str(out), "--register", "https://register.example.nl")
    assert done.returncode == 0, done.stderr
    spans = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    assert [span["name"] for span in spans] == ["read_person"] * 6
    assert run(home, "check").stdout == "The log is whole from line 1 to line 7.\n"
    assert run(home, "export", str(out), "--register", "https://register.example.nl").returncode == 2


def test_a_register_without_an_address_is_refused(home: Path) -> None:
    done = run(home, "export", str(home / "spans.jsonl"), "--register", "ours")
    assert done.returncode == 2
    assert not (home / "spans.jsonl").exists()


def test_terms_are_shown_and_nothing_young_is_removed(home: Path) -> None:
    shown = run(home, "retain", "--preview")
    assert shown.returncode == 0
    assert "Stcrt. 2019, 38007" in shown.stdout
    assert "Nothing was changed." in shown.stdout
    assert "Content removed from 0 lines" in run(home, "retain").stdout


def test_a_household_is_forgotten_and_the_log_stays_whole(home: Path) -> None:
    done = run(home, "forget", "household:H1", "--reason", "term over")
    assert done.stdout == "Forgotten: 3 lines tell of nobody now, and their content is gone.\n"
    assert run(home, "check").returncode == 0
    assert run(home, "forget", "household:H1", "--reason", "again").returncode == 2
