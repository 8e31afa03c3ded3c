# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The five quantities of the country in words, and who is short after a term: the same for report, paper and page."""

from collections.abc import Mapping, Sequence

from luwte.law.cycle.ladder import STATUSES
from luwte.law.explain import MARKS
from luwte.model.cycles import Status
from luwte.planning.law.country import Beside, Five, ShortAfterTerm
from luwte.reporting.law.told import UNKNOWN, listed, number
from luwte.reporting.listed import Listed
from luwte.reporting.numbers import day, whole
from luwte.words import N_, Words

FIVE: Mapping[Five, str] = {
    Five.INDICATIVE: N_("Indicative: by the key"),
    Five.AGREED: N_("Agreed: after exchanges"),
    Five.BINDING: N_("Binding: what the decisions ask"),
    Five.REALISED: N_("Realised: places that are open"),
    Five.DURABLE: N_("Realised and durable"),
}
FIVE_TITLE = N_("Five quantities, kept apart (places)")
FIVE_HEADINGS = (N_("quantity"), N_("by the tables"), N_("published"), N_("where that comes from"))
UNSURE = N_("{number}, and {unsure} unsure")
OF_SOME = N_("{number}, of {of} municipalities")
ABOUT = N_("about {number}")
KNOWN_ON = N_("{source} ({day}; {mark})")
FROM = N_("{source} ({mark})")
SHORT_TITLE = N_("The term is over, and places are missing")
SHORT = (
    N_("municipality"), N_("due on"), N_("reported (Act 8)"), N_("status"), N_("asked"), N_("realised"), N_("short"),
)  # fmt: skip
NOT_REPORTED = N_("no report is known")


def five(rows: Sequence[Beside], words: Words) -> Listed:
    """The five quantities, by the tables and as published."""
    shown = [
        (words.text(FIVE[one.quantity]), ours(one, words), published(one, words), origin(one, words)) for one in rows
    ]
    table = listed(FIVE_TITLE, FIVE_HEADINGS, shown, 1, words)
    return Listed(table.title, table.headings, table.rows, frozenset({1, 2}))


def ours(one: Beside, words: Words) -> str:
    """The number of the tables, with what is unsure of it."""
    if one.ours is None:
        return words.text(UNKNOWN)
    told = whole(one.ours, words)
    if one.unsure:
        return words.text(UNSURE, number=told, unsure=whole(one.unsure, words))
    if one.quantity is Five.BINDING:
        return words.text(OF_SOME, number=told, of=whole(one.of, words))
    return told


def published(one: Beside, words: Words) -> str:
    """The published number, roughly where its source is rough."""
    told = number(one.published, words)
    return words.text(ABOUT, number=told) if one.about else told


def origin(one: Beside, words: Words) -> str:
    """Where the published number comes from and how sure it is; nothing where none was published."""
    if one.mark is None:
        return ""
    source, mark = words.text(one.source), words.text(MARKS[one.mark])
    if one.known_on is None:
        return words.text(FROM, source=source, mark=mark)
    return words.text(KNOWN_ON, source=source, day=day(one.known_on, words), mark=mark)


def short_after_term(rows: Sequence[ShortAfterTerm], names: Mapping[str, str], words: Words) -> Listed:
    """Who has fewer places than asked on the day after the term, and whether that was reported."""
    shown = [
        (
            names.get(one.municipality, one.municipality),
            day(one.available_by, words),
            day(one.reported, words) if one.reported else words.text(NOT_REPORTED),
            status(one.status, words),
            *(whole(count, words) for count in (one.asked, one.realised, one.short)),
        )
        for one in rows
    ]
    return listed(SHORT_TITLE, SHORT, shown, 4, words)


def status(held: Status | None, words: Words) -> str:
    """A rung of the ladder, or that nobody knows it."""
    return words.text(STATUSES[held] if held else UNKNOWN)
