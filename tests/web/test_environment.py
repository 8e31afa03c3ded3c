# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What the surroundings set is understood, or refused with the way to mend it."""

import stat
from pathlib import Path

import pytest

from luwte_web.environment import (
    SettingRefused,
    database,
    home,
    hosts,
    is_https,
    listen,
    metrics_token,
    number_of,
    secret_key,
)


def test_the_data_folder_and_its_secret_belong_to_their_owner_alone(tmp_path: Path) -> None:
    folder = home({"LUWTE_HOME": str(tmp_path / "new" / "var")})
    key = secret_key(folder)
    assert secret_key(folder) == key
    assert len(key) >= 50
    assert stat.S_IMODE((folder / "secret_key").stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.stat().st_mode) & 0o077 == 0


def test_without_a_word_the_database_is_a_file_in_the_data_folder(tmp_path: Path) -> None:
    described = database({}, tmp_path)
    assert described["NAME"] == tmp_path / "luwte.sqlite3"
    assert "journal_mode=WAL" in described["OPTIONS"]["init_command"]


def test_a_postgresql_address_is_taken_apart(tmp_path: Path) -> None:
    described = database(
        {"LUWTE_DATABASE_URL": "postgresql://me:p%40ss@127.0.0.1:5433/luwte?sslmode=require"}, tmp_path
    )
    assert described["ENGINE"] == "django.db.backends.postgresql"
    assert (described["USER"], described["PASSWORD"], described["NAME"]) == ("me", "p@ss", "luwte")
    assert (described["HOST"], described["PORT"]) == ("127.0.0.1", 5433)
    assert described["OPTIONS"] == {"sslmode": "require"}


def test_an_address_of_another_kind_is_refused_with_the_way_to_mend_it(tmp_path: Path) -> None:
    with pytest.raises(SettingRefused, match="LUWTE_DATABASE_URL begins with 'mysql:'"):
        database({"LUWTE_DATABASE_URL": "mysql://x/y"}, tmp_path)


def test_only_the_loopback_names_are_answered_unless_others_are_named() -> None:
    assert hosts({}) == ["127.0.0.1", "localhost", "[::1]"]
    assert hosts({"LUWTE_HOSTS": "luwte.example, other.example,"}) == ["luwte.example", "other.example"]


def test_https_is_yes_or_no() -> None:
    assert is_https({"LUWTE_HTTPS": "yes"})
    assert not is_https({})
    with pytest.raises(SettingRefused, match="Write yes or no"):
        is_https({"LUWTE_HTTPS": "1"})


def test_it_listens_beyond_this_machine_only_behind_a_proxy() -> None:
    assert listen({}) == "127.0.0.1"
    behind = {"LUWTE_HTTPS": "yes", "LUWTE_HOSTS": "luwte.example"}
    assert listen({"LUWTE_LISTEN": "0.0.0.0", **behind}) == "0.0.0.0"  # noqa: S104
    for missing in behind:
        given = {name: value for name, value in behind.items() if name != missing}
        with pytest.raises(SettingRefused, match="Put a proxy with HTTPS before it"):
            listen({"LUWTE_LISTEN": "0.0.0.0", **given})  # noqa: S104


def test_numbers_of_processes_are_whole_and_not_too_many() -> None:
    assert number_of({}, "LUWTE_PROCESSES", 2) == 2
    assert number_of({"LUWTE_PROCESSES": "8"}, "LUWTE_PROCESSES", 2) == 8
    for wrong in ("0", "-1", "many", "1000", "2.5"):
        with pytest.raises(SettingRefused, match="LUWTE_PROCESSES is"):
            number_of({"LUWTE_PROCESSES": wrong}, "LUWTE_PROCESSES", 2)


def test_a_token_that_can_be_guessed_is_refused() -> None:
    assert metrics_token({}) == ""
    with pytest.raises(SettingRefused, match="Make a long random one"):
        metrics_token({"LUWTE_METRICS_TOKEN": "secret"})
