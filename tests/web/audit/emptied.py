# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The log without its guards, for what only tests do: empty a database after a test, and tamper with lines."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import Any

from django.db import connection

GUARDS = import_module("luwte_web.audit.migrations.0002_lines_do_not_change")


@contextmanager
def without_guards() -> Iterator[None]:
    """The tables as somebody finds them who may do everything in the database."""
    forward, backward = (list(each[connection.vendor]) for each in (GUARDS.FORWARD, GUARDS.BACKWARD))
    with connection.cursor() as cursor:
        for statement in backward[:-1]:  # the head stays
            cursor.execute(statement)
        yield
        for statement in forward[1:]:
            cursor.execute(statement)


def also_the_log(sql_flush: Callable[..., list[str]]) -> Callable[..., list[str]]:
    """Django's own emptying of the tables, with the guards of the log away meanwhile."""

    def emptied(self: Any, style: Any, tables: Any, **named: Any) -> list[str]:
        statements = sql_flush(self, style, tables, **named)
        forward, backward = (each[connection.vendor] for each in (GUARDS.FORWARD, GUARDS.BACKWARD))
        return [*backward, *statements, *forward] if "audit_line" in tables else statements

    return emptied
