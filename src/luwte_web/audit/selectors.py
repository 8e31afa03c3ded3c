# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Everything that reads the log."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from django.db import connection, transaction

from luwte.model.findings import Finding
from luwte_web.audit import chain, check
from luwte_web.audit.acts import Act
from luwte_web.audit.check import BEGINNING, Point, Row
from luwte_web.audit.models import Head, Line
from luwte_web.audit.removals import Removal, Removals
from luwte_web.audit.terms import Terms

LINES_AT_ONCE = 2_000


def end() -> Point:
    """Where the log ends."""
    head = Head.objects.get()
    return Point(head.number, head.seal)


def rows() -> Iterator[Row]:
    """Every line, in order."""
    lines = Line.objects.order_by("number").values_list(*Row._fields)
    return (Row(*line) for line in lines.iterator(LINES_AT_ONCE))


def over_term(terms: Terms, now: datetime) -> dict[Act, int]:
    """How many lines of each act still have content although their term is over."""
    with_content = Line.objects.filter(content__isnull=False)
    return {
        act: with_content.filter(act=act, moment__lt=chain.written(term.starts(now))).count() for act, term in terms
    }


def faults(since: Point = BEGINNING) -> Iterator[Finding]:
    """What is wrong with the log as it stands at one moment; lines that are added meanwhile are left for next time."""
    with _one_moment(), _as_stored():
        telling = Line.objects.filter(act__in=(Act.RETAIN, Act.FORGET)).order_by("number")
        removals = Removals.told_by(Removal(*row) for row in telling.values_list(*Removal._fields))
        lines = Line.objects.order_by("number")
        rows = lines if since == BEGINNING else lines.filter(number__gte=since.number)
        stored = (Row(*row) for row in rows.values_list(*Row._fields).iterator(LINES_AT_ONCE))
        yield from check.faults(stored, end(), removals, since)


@contextmanager
def _one_moment() -> Iterator[None]:
    """Read everything as it is at one moment, while others go on writing; inside a transaction, as that sees it."""
    if connection.in_atomic_block:
        yield
    elif connection.vendor == "postgresql":
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
            yield
    else:
        with connection.cursor() as cursor:
            cursor.execute("BEGIN")  # `atomic` would take the lock of who writes
            try:
                yield
            finally:
                cursor.execute("ROLLBACK")


@contextmanager
def _as_stored() -> Iterator[None]:
    """Read each text with the very bytes that are stored: SQLite also keeps bytes that are no text."""
    if connection.vendor != "sqlite":
        yield
        return
    connection.ensure_connection()
    raw = connection.connection
    usual, raw.text_factory = raw.text_factory, lambda stored: stored.decode("utf-8", "surrogateescape")
    try:
        yield
    finally:
        raw.text_factory = usual
