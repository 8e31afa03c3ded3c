# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""`luwte user` adds the first administrator, lists who there is, and ends somebody."""

import subprocess
from pathlib import Path

from web.installations import LUWTE, installed, surroundings


def user(home: Path, *words: str) -> subprocess.CompletedProcess[str]:
    where = surroundings(home) | {"COLUMNS": "200"}
    return subprocess.run([LUWTE, "user", *words], env=where, capture_output=True, text=True, check=False, timeout=120)


def test_users_are_managed_on_the_machine_itself(tmp_path: Path) -> None:
    installed(tmp_path)
    assert "luwte user add" in user(tmp_path, "list", "--language", "en").stderr
    added = user(tmp_path, "add", "first@example.org", "--role", "administrator", "--language", "en")
    assert added.returncode == 0, added.stderr
    assert "/en/welcome/" in added.stdout
    assert "/welkom/" in user(tmp_path, "add", "second@example.org", "--role", "administrator").stdout
    listed = user(tmp_path, "list").stdout
    assert "first@example.org" in listed
    assert "beheerder van gebruikers (het hele land)" in listed
    assert user(tmp_path, "end", "first@example.org").returncode == 0
    assert "beëindigd" in user(tmp_path, "list").stdout
    last = user(tmp_path, "end", "second@example.org", "--language", "en")
    assert (last.returncode, "last administrator" in last.stderr) == (1, True)


def test_all_that_is_wrong_is_told_at_once(tmp_path: Path) -> None:
    installed(tmp_path)
    refused = user(tmp_path, "add", "nobody", "--role", "guardian", "--language", "en")
    assert refused.returncode == 1
    assert "not an e-mail address" in refused.stderr
    assert "another scope" in refused.stderr
    unknown = user(tmp_path, "end", "nobody@example.org")
    assert (unknown.returncode, "nobody@example.org" in unknown.stderr) == (1, True)


def test_help_speaks_the_language_of_the_reader(tmp_path: Path) -> None:
    assert "toevoegen, tonen en beëindigen" in user(tmp_path, "--help").stdout
    assert "Voeg iemand met een rol toe" in user(tmp_path, "add", "--help").stdout
