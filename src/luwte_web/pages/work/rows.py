# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Worklists as people read them: each entry in a sentence, with the day, and a link to where one acts."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from django.urls import reverse

from luwte.model.periods import Month
from luwte.words import N_
from luwte_web.accounts.actions import Action
from luwte_web.accounts.actors import Actor
from luwte_web.accounts.policy import can_somewhere
from luwte_web.pages.reader import Reader
from luwte_web.worklists.found import Entry
from luwte_web.worklists.lists import Worklist

SINCE, UNTIL, LATE = N_("since {day}"), N_("by {day}"), N_("was due on {day}")


@dataclass(frozen=True, slots=True)
class Row:
    """One entry: whom or what it is about, what is so, where, when, and where one acts."""

    who: str
    link: str
    what: str
    where: str
    when: str
    late: bool
    urgent: bool


@dataclass(frozen=True, slots=True)
class Section:
    """A list on the screen: its title, what to do, how many wait, are late or urgent, its first rows, and its plan."""

    code: str
    title: str
    act: str
    empty: str
    norm: str
    count: int
    late: int
    urgent: int
    rows: Sequence[Row]
    plan: str = ""

    @property
    def more(self) -> int:
        """How many wait that are not shown here."""
        return self.count - len(self.rows)


def section(worklist: Worklist, actor: Actor, reader: Reader, on: date, shown: slice) -> Section:
    """One list with some of its rows."""
    found = worklist.find(actor, on)
    clock, may = worklist.clock, can_somewhere(actor, Action.WRITE_PERSON)
    return Section(
        code=worklist.code,
        title=clock.title[reader.language] if clock else reader.text(worklist.title),
        act=reader.text(worklist.act if may or not worklist.ask else worklist.ask),
        empty=reader.text(worklist.empty),
        norm=f"{clock.norm[reader.language]} ({reader.name(clock.mark)})" if clock else "",
        count=len(found),
        late=found.late,
        urgent=found.urgent,
        rows=list(rows(worklist, found[shown], actor, reader)) if found else [],
        plan=reverse("plan_in_review", args=[found[0].other]) if found and worklist.code in OF_A_PLAN else "",
    )


def rows(worklist: Worklist, entries: Sequence[Entry], actor: Actor, reader: Reader) -> Iterator[Row]:
    """Entries as people read them."""
    to = _where_to_act(worklist, actor)
    for entry in entries:
        said = {name: _said(value, reader) for name, value in entry.params.items()}
        yield Row(
            who=entry.person or entry.household or entry.place or entry.other,
            link=to(entry),
            what=reader.text(entry.what, **said) if entry.what else "",
            where=entry.place if entry.household or entry.person else "",
            when=_when(entry, reader),
            late=entry.late,
            urgent=entry.urgent,
        )


def _when(entry: Entry, reader: Reader) -> str:
    if entry.due:
        return reader.text(LATE if entry.late else UNTIL, day=reader.day(entry.due))
    return reader.text(SINCE, day=reader.day(entry.since)) if entry.since else ""


def _said(value: Any, reader: Reader) -> str:
    """A value in a sentence."""
    if isinstance(value, Month):
        return reader.month(value)
    if isinstance(value, StrEnum):
        return reader.name(value)
    return reader.number(value) if isinstance(value, int) else str(value)


def _household(entry: Entry) -> str:
    return reverse("household", args=[entry.household])


def _location(entry: Entry) -> str:
    return reverse("site", args=[entry.location])


def _proposal(entry: Entry) -> str:
    """Where it is reviewed; of a move that came with the tables, the page of the household."""
    return reverse("proposal_in_review", args=[entry.other, entry.household]) if entry.other else _household(entry)


OF_A_PLAN = ("proposals", "out-of-date")
LINKS: Mapping[str, Callable[[Entry], str]] = {
    "missing": lambda entry: reverse("household_missing", args=[entry.household, entry.person]),
    "eighteen": lambda entry: reverse("household_eighteen", args=[entry.household, entry.person]),
    "proposals": _proposal,
    "out-of-date": _proposal,
    "views": _proposal,
    "in-haste": _proposal,
    "closing": _location,
    "unfit-sites": _location,
    "inspections": lambda entry: reverse("inspection", args=[entry.other]),
    "own-actions": _location,
    "improvements": _location,
    "not-told": lambda entry: reverse("feedback_change", args=[entry.location, int(entry.other)]),
    "money-ends": lambda entry: reverse("programme_change", args=[entry.location, int(entry.other)]),
    "self-check": lambda entry: reverse("selfcheck_fill_in", args=[entry.other]),
    "conditions": lambda entry: reverse("condition_look", args=[entry.other]),
    "offers": lambda entry: reverse("municipality", args=[entry.other]),
    "commitments": lambda entry: "",
    "without-role": lambda entry: reverse("user", args=[entry.other]),
}


def _where_to_act(worklist: Worklist, actor: Actor) -> Callable[[Entry], str]:
    """The page on which one does what a list asks for."""
    if can_somewhere(actor, Action.WRITE_PERSON):
        if worklist.clock and worklist.clock.ends.is_a_day:
            return lambda entry: reverse("household_who", args=[entry.household])
        if worklist.code == "wishes":
            return lambda entry: reverse("household_answer", args=[entry.household])
    return LINKS.get(worklist.code, _household)
