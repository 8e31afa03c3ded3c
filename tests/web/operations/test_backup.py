# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What is kept can be brought back: on an empty machine, on the other sort of database, and after an upgrade."""

import os
import stat
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from web.installations import LUWTE
from web.registry import few_people
from web.registry.elsewhere import Apart, apart

RELEASE = Path(__file__).parent / "release-0.1.luwte"  # `luwte backup` at the tables of the first release
TOGETHER = Path(__file__).parent / "views-together.luwte"  # before each child had a view of its own
SQLITE = "sqlite"
EACH = [SQLITE, pytest.param("postgresql", marks=pytest.mark.postgresql)]


@contextmanager
def somewhere(home: Path, sort: str) -> Iterator[Apart]:
    """A machine of its own, with an empty database."""
    with apart(home, None if sort == SQLITE else os.environ["LUWTE_TEST_DATABASE"], unused=True) as there:
        yield there


def works(there: Apart, *words: str | Path) -> str:
    done = there.luwte(*map(str, words), "--language", "en")
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def refused(there: Apart, *words: str | Path) -> str:
    done = there.luwte(*map(str, words), "--language", "en")
    assert done.returncode == 1, done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    return done.stderr


def brought(there: Apart, folder: Path, households: int = 4) -> None:
    works(there, "import", few_people.write(folder, few_people.tables(households=households)))


def tables(there: Apart, out: Path) -> dict[str, str]:
    works(there, "export", out)
    return {file.name: file.read_text() for file in sorted(out.iterdir())}


@pytest.fixture(scope="module")
def lived_in(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Apart]:
    """An installation on SQLite with people, a user and a log."""
    folder = tmp_path_factory.mktemp("lived in")
    with somewhere(folder / "home", SQLITE) as there:
        brought(there, folder / "four")
        brought(there, folder / "three", households=3)
        works(there, "user", "add", "first@example.org", "--role", "administrator")
        yield there


@pytest.fixture(scope="module")
def monday(lived_in: Apart, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A backup of it."""
    file = tmp_path_factory.mktemp("backups") / "monday.luwte"
    assert "SHA-256" in works(lived_in, "backup", file)
    return file


@pytest.mark.parametrize("sort", EACH)
def test_on_an_empty_machine_everything_is_there_again(
    lived_in: Apart, monday: Path, tmp_path: Path, sort: str
) -> None:
    assert stat.S_IMODE(monday.stat().st_mode) == 0o600
    with somewhere(tmp_path / "empty", sort) as there:
        works(there, "restore", monday)
        assert tables(there, tmp_path / "after") == tables(lived_in, tmp_path / "before")
        works(there, "log", "check")
        for kept in ("SELECT COUNT(*), COUNT(superseded_by_id) FROM registry_householdfacts",
                     "SELECT email, token, password FROM accounts_user", "SELECT role, scope FROM accounts_appointment",
                     "SELECT number, seal FROM audit_line WHERE number <= 4"):  # fmt: skip
            assert there.rows(kept) == lived_in.rows(kept)
        assert "in use already" in refused(there, "restore", monday)
        with somewhere(tmp_path / "new", sort) as new:
            works(new, "user", "list")
            assert guards(there, sort) == guards(new, sort)
        brought(there, tmp_path / "five", households=5)
        works(there, "backup", tmp_path / "back.luwte")
    with somewhere(tmp_path / "home again", SQLITE) as there:
        works(there, "restore", tmp_path / "back.luwte")
        works(there, "log", "check")
        assert there.rows("SELECT COUNT(*) FROM registry_householdfacts WHERE superseded_by_id IS NULL") == [(15,)]


def guards(there: Apart, sort: str) -> set[tuple[str, ...]]:
    """Every trigger, and on PostgreSQL whether it is on."""
    if sort == SQLITE:
        return set(there.rows("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"))
    return set(
        there.rows("SELECT tgname, tgrelid::regclass::text, tgenabled::text FROM pg_trigger WHERE NOT tgisinternal")
    )


@pytest.mark.parametrize("sort", EACH)
def test_a_backup_made_while_people_work_is_of_one_moment(tmp_path: Path, sort: str) -> None:
    with somewhere(tmp_path / "busy", sort) as busy:
        brought(busy, tmp_path / "4")
        few_people.write(tmp_path / "80", few_people.tables(households=80))
        with busy.begin(LUWTE, "import", tmp_path / "80") as importing:
            works(busy, "backup", tmp_path / "busy.luwte")
            told, _ = importing.communicate()
            assert importing.returncode == 0, told
    with somewhere(tmp_path / "after", SQLITE) as there:
        works(there, "restore", tmp_path / "busy.luwte")
        works(there, "log", "check")
        ((households,),) = there.rows("SELECT COUNT(*) FROM registry_householdfacts WHERE superseded_by_id IS NULL")
        ((persons,),) = there.rows("SELECT COUNT(*) FROM registry_personfacts WHERE superseded_by_id IS NULL")
        assert (households, persons) in {(12, 16), (240, 320)}


@pytest.mark.parametrize("sort", EACH)
def test_the_tables_of_the_first_release_are_upgraded_and_keep_all(tmp_path: Path, sort: str) -> None:
    with somewhere(tmp_path / "upgraded", sort) as there:
        works(there, "restore", RELEASE)
        works(there, "log", "check")
        assert ("first@example.org",) in there.rows("SELECT email FROM accounts_user")
        moving = "SELECT status FROM registry_movefacts WHERE superseded_by_id IS NULL ORDER BY status"
        assert there.rows(moving) == [("accepted",), ("committed",)]
        kept, told = tables(there, tmp_path / "out"), few_people.tables()
        for name in ("households", "persons", "locations"):
            assert len(kept[f"{name}.csv"].splitlines()) - 1 == len(told[name])
        assert "F1,family,L1,2026-01-01,0,permit" in kept["households.csv"]
        brought(there, tmp_path / "more", households=6)


@pytest.mark.parametrize("sort", EACH)
def test_what_an_only_child_said_stays_its_view_and_of_several_nobody_guesses_whose_it_was(
    tmp_path: Path, sort: str
) -> None:
    with somewhere(tmp_path / "upgraded", sort) as there:
        works(there, "restore", TOGETHER)
        said = there.rows(
            "SELECT p.key, v.view, v.stance, v.not_heard_because, v.known_by_id, v.superseded_by_id "
            "FROM workspace_childview v JOIN registry_person p ON p.id = v.person_id ORDER BY v.id"
        )
        assert said == [
            ("F1c", "misses school", "objects", "", 3, 5),
            ("F1c", "stays with friends", "objects", "", 5, None),
            ("M1s", "", None, "ill", 7, None),
        ]
        kept = "SELECT view FROM workspace_bestinterests WHERE superseded_by_id IS NULL ORDER BY id"
        assert there.rows(kept) == [("stays with friends",), ("the eldest wants to go",), ("",)]
        with somewhere(tmp_path / "new", sort) as new:
            works(new, "user", "list")
            assert guards(there, sort) == guards(new, sort)


def test_what_is_no_whole_backup_is_not_restored(monday: Path, tmp_path: Path) -> None:
    spoiled, other = (tmp_path / name for name in ("spoiled.luwte", "other.luwte"))
    with zipfile.ZipFile(monday) as whole, zipfile.ZipFile(spoiled, "w") as into:
        for name in whole.namelist():
            content = whole.read(name)
            into.writestr(name, content.replace(b"family", b"adult") if "HouseholdFacts" in name else content)
    other.write_text("household,group\n")
    with somewhere(tmp_path / "empty", SQLITE) as there:
        assert "HouseholdFacts is not what was written" in refused(there, "restore", spoiled)
        assert "no backup of Luwte" in refused(there, "restore", other)


def test_a_backup_does_not_replace_another(lived_in: Apart, tmp_path: Path) -> None:
    (tmp_path / "monday.luwte").write_text("kept")
    assert lived_in.luwte("backup", str(tmp_path / "monday.luwte")).returncode == 2
    assert (tmp_path / "monday.luwte").read_text() == "kept"
