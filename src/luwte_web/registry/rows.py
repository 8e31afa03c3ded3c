# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Write many rows of one table at once, column by column: a country has hundreds of thousands.

Every value is stored as its field stores it, worked out once for each value that a column has. The guards of the
database see every row, as they see one that is written by itself.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import connection, models

Columns = Mapping[str, Sequence[Any]]


def insert(kind: type[models.Model], columns: Columns) -> None:
    """Write rows given as columns by the names of their fields; a field that is not given has its default.

    Where no keys are given, the database makes them.
    """
    fields = [field for field in kind._meta.concrete_fields if field.attname in columns or not field.primary_key]
    count = len(next(iter(columns.values())))
    given = [columns.get(field.attname) or [field.get_default()] * count for field in fields]
    rows = list(zip(*map(_stored, fields, given), strict=True))
    quote = connection.ops.quote_name
    into = f"{quote(kind._meta.db_table)} ({', '.join(quote(str(field.column)) for field in fields)})"
    with connection.cursor() as cursor, connection.wrap_database_errors:
        if connection.vendor == "postgresql":
            with cursor.copy(f"COPY {into} FROM STDIN") as copy:
                for row in rows:
                    copy.write_row(row)
        else:
            marks = ", ".join(["%s"] * len(fields))
            cursor.executemany(f"INSERT INTO {into} VALUES ({marks})", rows)  # noqa: S608 - names of our own tables


def _stored(field: "models.Field[Any, Any]", values: Sequence[Any]) -> Sequence[Any]:
    """The values of a column as the database keeps them."""
    if isinstance(field, models.JSONField):  # what it holds has no hash
        return [field.get_db_prep_save(value, connection) for value in values]
    stored = {value: field.get_db_prep_save(value, connection) for value in set(values)}
    return [stored[value] for value in values]


def count_anew() -> None:
    """Let the database learn how many rows of what sort it has: after many came in, it chooses its ways by that."""
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
