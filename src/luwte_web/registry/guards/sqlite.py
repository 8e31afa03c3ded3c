# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The triggers of SQLite. Writers come one after the other there (BEGIN IMMEDIATE), so no row needs to be locked."""

from collections.abc import Iterable, Mapping, Sequence

from luwte_web.registry.guards import views

MONTH = """(12 * CAST(strftime('%Y', NEW."on") AS integer) + CAST(strftime('%m', NEW."on") AS integer))"""

STAYS = """
CREATE TRIGGER registry_stays_overlap AFTER INSERT ON registry_stay WHEN NEW.superseded_by_id IS NULL BEGIN
  SELECT RAISE(ABORT, 'registry_stays_overlap') WHERE EXISTS (SELECT 1 FROM registry_stay s
    WHERE s.household_id = NEW.household_id AND s.superseded_by_id IS NULL AND s.id <> NEW.id
      AND s.since < COALESCE(NEW.until, '9999-12-31') AND NEW.since < COALESCE(s.until, '9999-12-31')
      AND s.since < COALESCE(s.until, '9999-12-31') AND NEW.since < COALESCE(NEW.until, '9999-12-31'));
END
"""

MOVES = f"""
CREATE TRIGGER registry_moves AFTER INSERT ON registry_movefacts WHEN NEW.superseded_by_id IS NULL BEGIN
  SELECT RAISE(ABORT, 'registry_locked') WHERE NEW.status <> 'cancelled' AND {views.LOCKED};
  SELECT RAISE(ABORT, 'registry_not_for_amv') WHERE NEW.status <> 'cancelled' AND {views.amv_elsewhere(MONTH)};
  SELECT RAISE(ABORT, 'registry_other_group') WHERE NEW.status <> 'cancelled' AND {views.OTHER_GROUP};
  SELECT RAISE(ABORT, 'registry_no_place') WHERE NEW.status <> 'cancelled' AND {views.NO_PLACE};
  SELECT RAISE(ABORT, 'registry_place_given_away') WHERE {views.PLACE_GIVEN_AWAY};
END
"""


def lay(tables: Mapping[str, Sequence[str]], things: Iterable[str]) -> Iterable[str]:
    """The statements that lay all guards; `tables` are those of versions with their columns."""
    yield from views.LAY
    yield STAYS
    yield MOVES
    yield from keep(tables)
    for table in things:
        yield f"""CREATE TRIGGER {table}_never_change BEFORE UPDATE ON {table}
            BEGIN SELECT RAISE(ABORT, 'a thing never changes'); END"""
        yield _kept(table)


def keep(tables: Mapping[str, Sequence[str]]) -> Iterable[str]:
    """The statements by which versions in these tables never change, but for being superseded."""
    for table, columns in tables.items():
        yield _written_once(table, columns)
        yield _kept(table)


def let_go(tables: Iterable[str]) -> Iterable[str]:
    """The statements that end it."""
    for table in tables:
        yield f"DROP TRIGGER {table}_never_change"
        yield f"DROP TRIGGER {table}_kept"


def take(tables: Iterable[str], things: Iterable[str]) -> Iterable[str]:
    """The statements that take them away."""
    yield "DROP TRIGGER registry_stays_overlap"
    yield "DROP TRIGGER registry_moves"
    yield from let_go((*tables, *things))
    yield from views.TAKE


def _written_once(table: str, columns: Sequence[str]) -> str:
    same = " AND ".join(f'OLD."{column}" IS NEW."{column}"' for column in columns if column != "superseded_by_id")
    return f"""CREATE TRIGGER {table}_never_change BEFORE UPDATE ON {table}
        WHEN NOT (OLD.superseded_by_id IS NULL AND NEW.superseded_by_id IS NOT NULL AND {same})
        BEGIN SELECT RAISE(ABORT, 'a version never changes but for being superseded'); END"""


def _kept(table: str) -> str:
    return f"""CREATE TRIGGER {table}_kept BEFORE DELETE ON {table}
        WHEN NOT EXISTS (SELECT 1 FROM registry_forgetting)
        BEGIN SELECT RAISE(ABORT, 'what was known is never deleted'); END"""  # noqa: S608
