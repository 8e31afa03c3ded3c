# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The triggers of PostgreSQL. The row of the location is locked before its people are counted.

Each statement of a function sees what was committed before it began, so that who waited for the lock counts who came
first. That holds at the isolation level that Django uses (read committed).
"""

from collections.abc import Iterable, Mapping, Sequence

from luwte_web.registry.guards import views

MONTH = """(12 * CAST(to_char(NEW."on", 'YYYY') AS integer) + CAST(to_char(NEW."on", 'MM') AS integer))"""

STAYS = """
ALTER TABLE registry_stay ADD CONSTRAINT registry_stays_overlap EXCLUDE USING gist (
  int8range(household_id, household_id, '[]') WITH &&, daterange(since, until, '[)') WITH &&
) WHERE (superseded_by_id IS NULL)
"""

REFUSE = """
CREATE FUNCTION registry_refuse(why text) RETURNS void LANGUAGE plpgsql AS $$ BEGIN
  RAISE EXCEPTION '%', why USING ERRCODE = 'integrity_constraint_violation';
END $$
"""

MOVES = f"""
CREATE FUNCTION registry_moves() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  PERFORM 1 FROM registry_location l WHERE l.id = NEW.to_id OR l.id = (SELECT h.location_id
    FROM registry_householdfacts h WHERE h.household_id = NEW.household_id AND h.superseded_by_id IS NULL)
    ORDER BY l.id FOR UPDATE;
  IF NEW.status <> 'cancelled' THEN
    IF {views.LOCKED} THEN PERFORM registry_refuse('registry_locked'); END IF;
    IF {views.amv_elsewhere(MONTH)} THEN PERFORM registry_refuse('registry_not_for_amv'); END IF;
    IF {views.OTHER_GROUP} THEN PERFORM registry_refuse('registry_other_group'); END IF;
    IF {views.NO_PLACE} THEN PERFORM registry_refuse('registry_no_place'); END IF;
  END IF;
  IF {views.PLACE_GIVEN_AWAY} THEN PERFORM registry_refuse('registry_place_given_away'); END IF;
  RETURN NULL;
END $$
"""  # noqa: S608

HOLD = """
CREATE FUNCTION registry_hold_location() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  PERFORM 1 FROM registry_location l WHERE l.id = NEW.location_id FOR UPDATE;
  RETURN NEW;
END $$
"""
COUNTED_BY_LOCATION = ("registry_locationfacts", "registry_householdfacts", "registry_unit")

NEVER_CHANGE = """
CREATE FUNCTION registry_never_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF TG_OP = 'DELETE' THEN
    IF EXISTS (SELECT 1 FROM registry_forgetting) THEN RETURN OLD; END IF;
    PERFORM registry_refuse('what was known is never deleted');
  ELSIF to_jsonb(OLD) ->> 'superseded_by_id' IS NULL AND to_jsonb(NEW) ->> 'superseded_by_id' IS NOT NULL
    AND to_jsonb(OLD) - 'superseded_by_id' = to_jsonb(NEW) - 'superseded_by_id' THEN
    RETURN NEW;
  END IF;
  PERFORM registry_refuse('a version never changes but for being superseded');
END $$
"""
FUNCTIONS = ("registry_never_change()", "registry_hold_location()", "registry_moves()", "registry_refuse(text)")


def lay(tables: Mapping[str, Sequence[str]], things: Iterable[str]) -> Iterable[str]:
    """The statements that lay all guards; `tables` are those of versions with their columns."""
    yield from views.LAY
    yield from (STAYS, REFUSE, MOVES, HOLD, NEVER_CHANGE)
    yield """CREATE TRIGGER registry_moves AFTER INSERT ON registry_movefacts
        FOR EACH ROW WHEN (NEW.superseded_by_id IS NULL) EXECUTE FUNCTION registry_moves()"""
    for table in COUNTED_BY_LOCATION:
        yield f"""CREATE TRIGGER registry_hold_location BEFORE INSERT ON {table}
            FOR EACH ROW EXECUTE FUNCTION registry_hold_location()"""
    yield from keep((*tables, *things))


def keep(tables: Iterable[str]) -> Iterable[str]:
    """The statements by which what stands in these tables never changes."""
    for table in tables:
        yield f"""CREATE TRIGGER registry_never_change BEFORE UPDATE OR DELETE ON {table}
            FOR EACH ROW EXECUTE FUNCTION registry_never_change()"""


def let_go(tables: Iterable[str]) -> Iterable[str]:
    """The statements that end it."""
    return (f"DROP TRIGGER registry_never_change ON {table}" for table in tables)


def take(tables: Iterable[str], things: Iterable[str]) -> Iterable[str]:
    """The statements that take them away."""
    yield "DROP TRIGGER registry_moves ON registry_movefacts"
    yield from (f"DROP TRIGGER registry_hold_location ON {table}" for table in COUNTED_BY_LOCATION)
    yield from let_go((*tables, *things))
    yield from (f"DROP FUNCTION {function}" for function in FUNCTIONS)
    yield "ALTER TABLE registry_stay DROP CONSTRAINT registry_stays_overlap"
    yield from views.TAKE
