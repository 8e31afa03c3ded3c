# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What the tables themselves say about norms of participation, play and the contact person of children.

The answers are on paper (method `document`): what a visit found or children said is never set aside for them.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from luwte.model.dataset import Dataset
from luwte.model.participation import Contact, Feedback, Programme
from luwte.model.places import Location
from luwte.model.quality import Answer, AssessedGroup, Assessment, Method
from luwte.quality.participation_norms import PARENTS_MEET, QUESTIONS, Known, Said

Record = TypeVar("Record", Feedback, Programme, Contact)


@dataclass(frozen=True, slots=True)
class TableAnswer:
    """An answer that follows from the tables, and why: a message with what it fills in."""

    assessment: Assessment
    why: str
    params: Mapping[str, Any]


def answers_from(dataset: Dataset, on: date) -> tuple[TableAnswer, ...]:
    """For every location that is open on a day, one answer about each norm of which its tables can speak."""
    return tuple(
        TableAnswer(_assessment(known, location.key, norm, said), said.why, said.params)
        for location, known in _open_locations(dataset, on)
        for norm, ask in QUESTIONS.items()
        for said in (ask(known),)
    )


def with_tables(given: Sequence[Assessment], answers: Iterable[TableAnswer], on: date) -> tuple[Assessment, ...]:
    """The answers that were given, and what the tables say where nobody but the location itself answered.

    The tables speak only of locations that somebody looked at, and never where a visit, a document or children spoke:
    they set none of these aside, and put none in doubt. What they do not know is not said.
    """
    until = [answer for answer in given if answer.date <= on]
    looked_at = {answer.location for answer in until}
    spoken = {(answer.location, answer.indicator) for answer in until if answer.method is not Method.SELF}
    told = (each.assessment for each in answers)
    return (
        *given,
        *(
            each
            for each in told
            if each.answer is not Answer.UNKNOWN
            and each.location in looked_at
            and (each.location, each.indicator) not in spoken
        ),
    )


def _open_locations(dataset: Dataset, on: date) -> Iterator[tuple[Location, Known]]:
    feedback = _by_location(said for said in dataset.feedback if said.date <= on)
    programmes = _by_location(dataset.programmes)
    contacts = _by_location(contact for contact in dataset.contacts if contact.since <= on)
    for location in dataset.locations:
        if location.is_open(on):
            key = location.key
            yield location, Known(on, feedback[key], programmes[key], contacts[key])


def _by_location(records: Iterable[Record]) -> defaultdict[str, list[Record]]:
    found: defaultdict[str, list[Record]] = defaultdict(list)
    for record in records:
        found[record.location].append(record)
    return found


def _assessment(known: Known, location: str, norm: str, said: Said) -> Assessment:
    group = AssessedGroup.FAMILY if norm == PARENTS_MEET else AssessedGroup.ALL
    value = None if said.value is None else str(said.value)
    return Assessment(location, group, norm, said.answer, known.on, Method.DOCUMENT, value)
