# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Where a household lived, lives and goes: one line from the first stay to the last decided move."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse

from luwte.model.stays import MoveStatus
from luwte.words import N_
from luwte_web.accounts.actions import Action
from luwte_web.pages.people.case import Case
from luwte_web.pages.reader import Reader

FORCED = {True: N_("forced"), False: N_("not forced"), None: N_("not known whether forced")}


@dataclass(frozen=True, slots=True)
class Step:
    """One stay or move: when, where, what kind of place it is, why, and where it is corrected."""

    when: str
    place: str
    kind: str
    why: str
    correct: str
    is_now: bool = False
    is_ahead: bool = False


def timeline(case: Case) -> Iterator[Step]:
    """The stays in their order, then the moves that are still to be made."""
    reader = case.desk.reader
    may = case.may(Action.WRITE_PERSON)
    for stay in case.stays:
        since = reader.day(stay.since)
        when = reader.text("{since} to {until}", since=since, until=reader.day(stay.until)) if stay.until else ""
        link = reverse("household_stay", args=[case.key, stay.line]) if may else ""
        yield Step(
            when=when or reader.text("since {day}", day=since),
            place=stay.location.now.name,
            kind=reader.name(stay.location.now.kind),
            why=_why(reader, stay.cause and reader.name(stay.cause), reader.text(FORCED[stay.forced])),
            correct=link,
            is_now=stay.until is None,
        )
    if not case.stays and case.facts.location:
        yield _here(case, reader)
    for move in case.moves:
        if move.status is not MoveStatus.CANCELLED:
            yield Step(
                when=reader.text("from {day}", day=reader.day(move.on)),
                place=move.to.now.name,
                kind=reader.name(move.to.now.kind),
                why=_why(reader, reader.text("move"), reader.name(move.status), move.cause and reader.name(move.cause)),
                correct="",
                is_ahead=True,
            )


def _here(case: Case, reader: Reader) -> Step:
    """Where it lives, of a household whose stays were not written down."""
    here = case.facts.location
    assert here is not None  # noqa: S101 - asked by the caller
    when = reader.text("since {day}", day=reader.day(case.facts.since))
    return Step(when, here.now.name, reader.name(here.now.kind), "", "", is_now=True)


def _why(reader: Reader, *parts: str | None) -> str:
    return ", ".join(part for part in parts if part)
