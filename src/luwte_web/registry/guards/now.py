# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Views of what holds now, one row for each thing; the same words for SQLite and PostgreSQL. See `models/now.py`."""

COLUMNS = {
    "location": ("name", "municipality", "kind", "closes", "stays_until_age"),
    "household": ("location_id", "group", "guardian", "since"),
    "person": ("household_id", "birth_month"),
}


def _view(thing: str, columns: tuple[str, ...]) -> str:
    listed = ", ".join(f'"{column}"' for column in (f"{thing}_id", *columns))
    return f"""CREATE VIEW registry_{thing}now AS
        SELECT {listed} FROM registry_{thing}facts WHERE superseded_by_id IS NULL"""  # noqa: S608 - the names above


LAY = tuple(_view(thing, columns) for thing, columns in COLUMNS.items())
TAKE = tuple(f"DROP VIEW registry_{thing}now" for thing in COLUMNS)
