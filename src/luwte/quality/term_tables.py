# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Terms as tables: how many stand how, and a line for each that is running or overdue."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from luwte.model.marks import Mark
from luwte.quality.clocks import Clock, Standing, bundled_clocks
from luwte.quality.norm import Force
from luwte.quality.terms import Term

WAITING = (Standing.OVERDUE, Standing.SOON, Standing.RUNNING)  # nothing has met them, the most urgent first


@dataclass(frozen=True, slots=True)
class TermCountRow:
    """terms_counts.csv: one term, and how many children stand how; those nearly over are `running` too."""

    term: str
    norm: str
    force: Force
    mark: Mark
    met: int
    late: int
    running: int
    soon: int
    overdue: int
    unknown: int
    not_applicable: int


@dataclass(frozen=True, slots=True)
class TermRow:
    """terms.csv: one term of one child that is running or overdue; `days_left` is below zero once it is over."""

    person: str
    household: str
    location: str | None
    term: str
    standing: Standing
    started: date | None
    due: date | None
    days_left: int | None
    norm: str
    force: Force
    mark: Mark


def count_rows(terms: Iterable[Term]) -> tuple[TermCountRow, ...]:
    """Every term once, in the order in which people read them."""
    found = Counter((term.clock.code, term.standing) for term in terms)
    return tuple(
        count_row(clock, Counter({standing: found[clock.code, standing] for standing in Standing}))
        for clock in bundled_clocks()
    )


def count_row(clock: Clock, found: Counter[Standing]) -> TermCountRow:
    """One term with its counts."""
    return TermCountRow(
        term=clock.code,
        norm=clock.norm["en"],
        force=clock.force,
        mark=clock.mark,
        met=found[Standing.MET],
        late=found[Standing.LATE],
        running=found[Standing.RUNNING] + found[Standing.SOON],
        soon=found[Standing.SOON],
        overdue=found[Standing.OVERDUE],
        unknown=found[Standing.UNKNOWN],
        not_applicable=found[Standing.NOT_APPLICABLE],
    )


def term_rows(terms: Iterable[Term], on: date) -> Iterator[TermRow]:
    """Those that are running or overdue: whose time was up first before all others."""
    waiting = [term for term in terms if term.standing in WAITING]
    for term in sorted(waiting, key=lambda term: (term.due or date.max, term.clock.code, term.child.key)):
        yield TermRow(
            person=term.child.key,
            household=term.child.household,
            location=term.child.location,
            term=term.clock.code,
            standing=term.standing,
            started=term.start,
            due=term.due,
            days_left=term.days_left(on),
            norm=term.clock.norm["en"],
            force=term.clock.force,
            mark=term.clock.mark,
        )
