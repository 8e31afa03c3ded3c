# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The tables of the page of a cycle."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from luwte.law.cycle import Held, Step, StepSeen
from luwte.law.cycle.ladder import STATUSES
from luwte.law.cycle.steps import TITLES
from luwte.law.explain import MARKS, cite
from luwte.model.cycles import Status
from luwte.planning.law.country import Beside, ShortAfterTerm
from luwte.reporting.law import country as in_words
from luwte.reporting.law.cycle import stands
from luwte.words import N_
from luwte_web.pages import columns
from luwte_web.pages.law.cycle_seen import CycleSeen
from luwte_web.pages.links import to_municipality
from luwte_web.pages.reader import NONE, UNKNOWN, Reader
from luwte_web.pages.tables import Column, Table


class Rung(NamedTuple):
    """One rung of the ladder, with how many municipalities stand on it; `status` is `None` for who stands on none."""

    status: Status | None
    municipalities: int


class Standing(NamedTuple):
    """Where a municipality stands, and what it held before."""

    municipality: str
    now: Held
    before: Sequence[Held]


def steps_table(reader: Reader, steps: Sequence[StepSeen]) -> Table[Any]:
    """Every step with its last day in time, its day, how late it is, and how that is known."""
    shown: tuple[Column[StepSeen], ...] = (
        columns.words(reader.text("Step"), lambda one: _step(reader, one.rule.step)),
        columns.words(reader.text("Article"), lambda one: cite(one.rule.rests_on, reader.words), _link),
        columns.days(reader, reader.text("In time until"), lambda one: one.due, NONE),
        Column(reader.text("Done"), lambda one: one.first.on if one.first else None, lambda one: _done(reader, one)),
        columns.words(reader.text("How it stands"), lambda one: stands(one, reader.words)),
        Column(
            reader.text("Days after (before: −)"),
            lambda one: one.days,
            lambda one: NONE if one.days is None else reader.signed(one.days),
            numeric=True,
        ),
        columns.words(reader.text("Where that comes from"), lambda one: _origin(reader, one.first or one.expected)),
    )
    return Table.of("steps", reader.text("The steps, their last day and their day"), shown, steps)


def versions_table(reader: Reader, steps: Sequence[StepSeen]) -> Table[Any]:
    """Every time that a step was done anew, beside the first; nothing of it is ever taken away."""
    rows = [event for seen in steps if seen.changes for event in (seen.first, *seen.changes) if event]
    shown = (
        columns.words(reader.text("Step"), lambda one: _step(reader, one.step)),
        columns.days(reader, reader.text("Day"), lambda one: one.on),
        columns.counts(reader, reader.text("Places"), lambda one: one.places),
        columns.words(reader.text("Far-reaching"), lambda one: reader.yes(one.far_reaching)),
        columns.words(reader.text("Where that comes from"), lambda one: _origin(reader, one)),
    )
    return Table.of("versions", reader.text("What was changed, with what was before"), shown, rows)


def five_table(reader: Reader, rows: Sequence[Beside]) -> Table[Any]:
    """The five quantities by the tables, beside what was published."""
    words = reader.words
    shown: tuple[Column[Beside], ...] = (
        columns.words(reader.text("Quantity"), lambda one: reader.text(in_words.FIVE[one.quantity])),
        Column(reader.text("By the tables"), lambda one: one.ours, lambda one: in_words.ours(one, words), numeric=True),
        Column(
            reader.text("Published"), lambda one: one.published, lambda one: in_words.published(one, words),
            numeric=True,
        ),
        columns.words(reader.text("Where that comes from"), lambda one: in_words.origin(one, words)),
    )  # fmt: skip
    return Table.of("five", reader.text(in_words.FIVE_TITLE), shown, rows)


def rungs_table(reader: Reader, statuses: Mapping[str, Sequence[Held]], all_of_them: int) -> Table[Any]:
    """How many municipalities stand on each rung."""
    now = [history[-1].status for history in statuses.values()]
    rows = [Rung(status, number) for status in Status if (number := now.count(status))]
    rows += [Rung(None, all_of_them - len(now))] if len(now) < all_of_them else []
    shown = (
        columns.words(reader.text("Status"), lambda one: in_words.status(one.status, reader.words)),
        columns.counts(reader, reader.text("Municipalities"), lambda one: one.municipalities),
    )
    return Table.of("rungs", reader.text("How many municipalities stand where"), shown, rows)


def ladder_table(reader: Reader, seen: CycleSeen) -> Table[Any]:
    """Every municipality of which a status is known, the latest change first."""
    rows = [Standing(code, history[-1], history[:-1]) for code, history in seen.statuses.items()]
    rows.sort(key=lambda one: (-one.now.since.toordinal(), seen.names.get(one.municipality, one.municipality)))
    shown = (
        _municipality(reader, seen.names),
        columns.words(reader.text("Status"), lambda one: reader.text(STATUSES[one.now.status])),
        columns.days(reader, reader.text("Since"), lambda one: one.now.since),
        columns.words(reader.text("Before"), lambda one: "; ".join(_before(reader, one.before)) or NONE),
    )
    return Table.of("ladder", reader.text("Where each municipality stands"), shown, rows)


def short_table(reader: Reader, seen: CycleSeen) -> Table[Any]:
    """Whose term is over with fewer places than the decision asks, and whether that was reported."""
    shown: tuple[Column[ShortAfterTerm], ...] = (
        _municipality(reader, seen.names),
        columns.days(reader, reader.text("Due on"), lambda one: one.available_by),
        columns.counts(reader, reader.text("Days since"), lambda one: one.days),
        columns.days(reader, reader.text("Reported (Act 8)"), lambda one: one.reported, in_words.NOT_REPORTED),
        columns.words(reader.text("Status"), lambda one: in_words.status(one.status, reader.words)),
        columns.counts(reader, reader.text("Asked"), lambda one: one.asked),
        columns.counts(reader, reader.text("Realised"), lambda one: one.realised),
        columns.counts(reader, reader.text("Places short"), lambda one: one.short),
    )
    return Table.of("short", reader.text(in_words.SHORT_TITLE), shown, seen.short)


def _municipality(reader: Reader, names: Mapping[str, str]) -> Column[Any]:
    return columns.words(
        reader.text("Municipality"),
        lambda one: names.get(one.municipality, one.municipality),
        lambda one: to_municipality(one.municipality),
    )


def _step(reader: Reader, step: Step) -> str:
    title = reader.text(TITLES[step])
    return title[:1].upper() + title[1:]


def _link(one: StepSeen) -> str:
    return one.rule.rests_on.link


def _done(reader: Reader, one: StepSeen) -> str:
    if one.first and isinstance(one.first.on, date):
        return reader.day(one.first.on)
    if one.first:
        return reader.text(UNKNOWN)
    return reader.text(N_("about: {said}"), said=reader.text(str(one.expected.known))) if one.expected else NONE


def _origin(reader: Reader, told: Any) -> str:
    """The source of an event, or of what is expected, with how sure it is."""
    if told is None or told.mark is None:
        return NONE
    source = reader.text(told.source) if told.source else NONE
    return reader.text(in_words.FROM, source=source.rstrip("."), mark=reader.text(MARKS[told.mark]))


def _before(reader: Reader, history: Sequence[Held]) -> Iterator[str]:
    return (f"{reader.text(STATUSES[held.status])} ({reader.day(held.since)})" for held in reversed(history))
