# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Views that count who takes places where and when; the same words for SQLite and PostgreSQL.

A resident takes a place until its committed move; who has an accepted or committed move takes one from the day of it.
A move that is only accepted keeps the place at the old location too: it may yet be cancelled.
"""

PERSONS = """(SELECT COUNT(*) FROM registry_personfacts p
    WHERE p.household_id = x.household_id AND p.superseded_by_id IS NULL)"""


def _people(group: str) -> str:
    """The people of a group at the location of a move `m` on its day: who lives there still, and who has come."""
    return f"""(SELECT COALESCE(SUM({PERSONS}), 0) FROM registry_householdfacts x
        WHERE x.location_id = m.to_id AND x.on_place = '{group}' AND x.superseded_by_id IS NULL
          AND NOT EXISTS (SELECT 1 FROM registry_movefacts away WHERE away.household_id = x.household_id
            AND away.superseded_by_id IS NULL AND away.status = 'committed' AND away."on" <= m."on"))
      + (SELECT COALESCE(SUM({PERSONS}), 0) FROM registry_movefacts x
        WHERE x.to_id = m.to_id AND x.to_place = '{group}' AND x.superseded_by_id IS NULL
          AND x.status IN ('accepted', 'committed') AND x."on" <= m."on")"""  # noqa: S608 - the groups are named below


def _places(group: str) -> str:
    """The places of a group: the sum of its units in use where these are given."""
    return f"""COALESCE((SELECT SUM(CASE WHEN u.out_of_use THEN 0 ELSE u.places END) FROM registry_unit u
        WHERE u.location_id = f.location_id AND u."group" = '{group}' AND u.superseded_by_id IS NULL),
        f.{group}_places)"""  # noqa: S608 - the groups are named below


ROOM = f"""
CREATE VIEW registry_room AS
SELECT f.location_id, {_places("family")} AS family, {_places("amv")} AS amv, {_places("adult")} AS adult,
       f.flexible_places AS flexible
  FROM registry_locationfacts f WHERE f.superseded_by_id IS NULL
"""  # noqa: S608

CROWD = f"""
CREATE VIEW registry_crowd AS
SELECT m.to_id AS location_id, m."on" AS day, {_people("family")} AS family, {_people("amv")} AS amv,
       {_people("adult")} AS adult
  FROM registry_movefacts m WHERE m.superseded_by_id IS NULL AND m.status IN ('accepted', 'committed')
"""  # noqa: S608

FLEXIBLE_USED = """(CASE WHEN c.family > r.family THEN c.family - r.family ELSE 0 END
   + CASE WHEN c.adult > r.adult THEN c.adult - r.adult ELSE 0 END)"""

OVER = f"""
CREATE VIEW registry_over AS
SELECT c.location_id, c.day, 'amv' AS place FROM registry_crowd c JOIN registry_room r
    ON r.location_id = c.location_id WHERE c.amv > r.amv
UNION ALL
SELECT c.location_id, c.day, 'family' FROM registry_crowd c JOIN registry_room r
    ON r.location_id = c.location_id WHERE c.family > r.family AND {FLEXIBLE_USED} > r.flexible
UNION ALL
SELECT c.location_id, c.day, 'adult' FROM registry_crowd c JOIN registry_room r
    ON r.location_id = c.location_id WHERE c.adult > r.adult AND {FLEXIBLE_USED} > r.flexible
"""  # noqa: S608

LAY = (ROOM, CROWD, OVER)
TAKE = tuple(f"DROP VIEW registry_{name}" for name in ("over", "crowd", "room"))

LOCKED = """EXISTS (SELECT 1 FROM registry_householdfacts h
  WHERE h.household_id = NEW.household_id AND h.superseded_by_id IS NULL AND h.locked)"""

GROUP = """(SELECT h."group" FROM registry_householdfacts h
  WHERE h.household_id = NEW.household_id AND h.superseded_by_id IS NULL)"""

NO_PLACE = """EXISTS (SELECT 1 FROM registry_over o
  WHERE o.location_id = NEW.to_id AND o.day >= NEW."on" AND o.place = NEW.to_place)"""

# A committed move that ends or is put off, after its place at the old location was promised to somebody else.
PLACE_GIVEN_AWAY = """EXISTS (SELECT 1 FROM registry_movefacts m
  JOIN registry_householdfacts h ON h.household_id = m.household_id AND h.superseded_by_id IS NULL
  JOIN registry_over o ON o.location_id = h.location_id AND o.place = h.on_place AND o.day >= m."on"
  WHERE m.move_id = NEW.move_id AND m.superseded_by_id = NEW.known_by_id AND m.status = 'committed'
    AND (NEW.status <> 'committed' OR NEW."on" > o.day))"""


def amv_elsewhere(month_of_the_move: str) -> str:
    """A household that came as amv, with a minor in it on the day of the move, and a place that is not for amv.

    Who turns eighteen in the month of the move is a minor until it ends; so is who nothing is known of.
    """
    return f"""NEW.to_place <> 'amv' AND {GROUP} = 'amv' AND (
      NOT EXISTS (SELECT 1 FROM registry_personfacts p
        WHERE p.household_id = NEW.household_id AND p.superseded_by_id IS NULL)
      OR EXISTS (SELECT 1 FROM registry_personfacts p
        WHERE p.household_id = NEW.household_id AND p.superseded_by_id IS NULL
          AND {month_of_the_move} - 12 * CAST(substr(p.birth_month, 1, 4) AS integer)
            - CAST(substr(p.birth_month, 6, 2) AS integer) <= 12 * 18))"""  # noqa: S608


OTHER_GROUP = f"{GROUP} IN ('family', 'adult') AND {GROUP} <> NEW.to_place"
