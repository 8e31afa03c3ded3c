# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Whether the log is whole: every line is what its seal says, follows the one before, and none is missing.

Who may do everything in the database can seal all lines anew from some line on. A checkpoint that is kept elsewhere
tells that too: the number and the seal of a line as they once were.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from luwte.model.findings import Finding, FindingKind, Severity
from luwte.words import N_
from luwte_web.audit import chain
from luwte_web.audit.removals import Removals

MEND = N_(
    "Keep this database as it is, find out who could write in it, and go on from a backup whose log is whole. "
    "The lines before line {number} stand."
)


def _fault(code: str, what: str, mend: str = MEND) -> FindingKind:
    return FindingKind(code=f"log.{code}", severity=Severity.ERROR, what=what, mend=mend)


CHANGED = _fault("changed", N_("Line {number} is not what was written: its seal does not fit."))
TORN = _fault("torn", N_("Line {number} does not follow the line before it."))
MISSING = _fault("missing", N_("Lines are missing before line {number}: the one before it is line {last}."))
OTHER_CONTENT = _fault("other_content", N_("The content of line {number} is not what was written."))
CONTENT_GONE = _fault("content_gone", N_("The content of line {number} is gone, and no later line says why."))
OTHER_END = _fault("other_end", N_("The log should end at line {end}, and its last line is {number}."))
OTHER_PAST = _fault(
    "other_past",
    N_("Line {number} is not the line that the checkpoint remembers: the log was made anew from some line on."),
    N_("Compare with an earlier checkpoint or a backup, to see from which line on; then go on from that backup."),
)


class Point(NamedTuple):
    """A place in the log: the number and the seal of a line."""

    number: int
    seal: str


BEGINNING = Point(0, chain.START)


class Row(NamedTuple):
    """A line as it is stored."""

    number: int
    moment: str
    actor: str
    act: str
    kind: str
    thing: str
    content_hash: str
    previous: str
    seal: str
    salt: str | None
    content: str | None

    @property
    def sealed(self) -> chain.Sealed:
        """What the seal covers."""
        return chain.Sealed(*self[: len(chain.Sealed._fields)])

    @property
    def is_text(self) -> bool:
        """Whether every value is of the sort that a line has: SQLite keeps what it is given, a heap of bytes too."""
        return all(isinstance(value, str) for value in self[1:-2]) and all(
            value is None or isinstance(value, str) for value in self[-2:]
        )


def faults(rows: Iterable[Row], end: Point, removals: Removals, since: Point = BEGINNING) -> Iterator[Finding]:
    """What is wrong, at most one thing of each line. `rows` are in the order of their numbers; where `since` is not
    the beginning they start with its line.
    """
    last = BEGINNING
    if since != BEGINNING:
        rows = iter(rows)
        last = since
        first = next(rows, None)
        if first is None or Point(first.number, first.seal) != since or _fault_in(first, removals):
            yield Finding(OTHER_PAST, params={"number": str(since.number)})
            return
    for row in rows:
        if kind := _fault_of(row, last, removals):
            yield Finding(kind, params={"number": str(row.number), "last": str(last.number)})
        last = Point(row.number, row.seal)
    if last != end:
        yield Finding(OTHER_END, params={"number": str(last.number), "end": str(end.number)})


def _fault_of(row: Row, last: Point, removals: Removals) -> FindingKind | None:
    if fault := _fault_in(row, removals):
        return fault
    if row.number > last.number + 1:
        return MISSING
    return None if (row.number, row.previous) == (last.number + 1, last.seal) else TORN


def _fault_in(row: Row, removals: Removals) -> FindingKind | None:
    if not row.is_text or chain.seal(row.sealed) != row.seal:
        return CHANGED
    if row.content is None or row.salt is None:
        return None if removals.tell_of(row.sealed) else CONTENT_GONE
    return None if chain.content_hash(row.salt, row.content) == row.content_hash else OTHER_CONTENT
