# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Everything that reads the log."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import overload

from django.db import connection

from luwte.model.findings import Finding
from luwte_web.audit import chain, check, tokens
from luwte_web.audit.acts import Act
from luwte_web.audit.check import BEGINNING, Point, Row
from luwte_web.audit.models import Head, Line
from luwte_web.audit.moments import one_moment
from luwte_web.audit.removals import Removal, Removals
from luwte_web.audit.terms import Terms
from luwte_web.audit.tokens import NOTHING, Named

LINES_AT_ONCE = 2_000


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which lines are looked for; what is None or empty does not matter."""

    act: Act | None = None
    between: tuple[datetime, datetime] | None = None
    about: Named | None = None
    who: str = ""
    day: date | None = None


class Found(Sequence[Line]):
    """The lines that are wanted, newest first, read from the database only as far as they are looked at."""

    def __init__(self, wanted: Wanted) -> None:
        lines = Line.objects.order_by("-number")
        if wanted.act:
            lines = lines.filter(act=wanted.act)
        if wanted.between:
            first, after = (chain.written(moment) for moment in wanted.between)
            lines = lines.filter(moment__gte=first, moment__lt=after)
        if wanted.about:
            lines = lines.filter(kind=wanted.about.kind, thing=wanted.about.thing)
        if wanted.who:
            lines = lines.filter(actor=wanted.who)
        self._lines = lines

    @cached_property
    def _count(self) -> int:
        return self._lines.count()

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[Line]:
        return self._lines.iterator(LINES_AT_ONCE)

    @overload
    def __getitem__(self, at: int) -> Line: ...

    @overload
    def __getitem__(self, at: slice) -> Sequence[Line]: ...

    def __getitem__(self, at: int | slice) -> Line | Sequence[Line]:
        return list(self._lines[at]) if isinstance(at, slice) else self._lines[at]


def asked_about(thing: str) -> Named:
    """What somebody looks for by `kind:key` or `kind:token`; nothing where no line is about it, so that what is typed
    by mistake is not kept by logging the search.
    """
    kind, _, key = thing.partition(":")
    about = tokens.known(thing) or Named(kind, key)
    return about if Line.objects.filter(kind=about.kind, thing=about.thing).exists() else NOTHING


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
    with one_moment(), _as_stored():
        telling = Line.objects.filter(act__in=(Act.RETAIN, Act.FORGET)).order_by("number")
        removals = Removals.told_by(Removal(*row) for row in telling.values_list(*Removal._fields))
        lines = Line.objects.order_by("number")
        rows = lines if since == BEGINNING else lines.filter(number__gte=since.number)
        stored = (Row(*row) for row in rows.values_list(*Row._fields).iterator(LINES_AT_ONCE))
        yield from check.faults(stored, end(), removals, since)


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
