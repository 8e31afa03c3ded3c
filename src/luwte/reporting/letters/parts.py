# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What letters are made of, and the matter that they are about."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from luwte.model.dataset import Dataset
from luwte.model.people import HouseholdGroup
from luwte.placement.placement import Action
from luwte.placement.present import live_moves
from luwte.planning.outputs import PlacementRow
from luwte.reporting.explained import Explanation, Voice, explain, voice_for
from luwte.words import N_, Words

OPEN = N_("[to be filled in by COA: {what}]")


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence, or an open line: something that the person who decides has to fill in."""

    text: str
    is_open: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with its paragraphs of lines; the first section of a letter has no heading."""

    heading: str
    paragraphs: tuple[tuple[Line, ...], ...]


@dataclass(frozen=True, slots=True)
class Letter:
    """A whole letter in one language; `sources` tell where what it says on rights is written."""

    language: str
    voice: Voice
    title: str
    reference: str
    greeting: str
    sections: tuple[Section, ...]
    closing: tuple[Line, ...]
    sources: Section


@dataclass(frozen=True)
class Matter:
    """What a letter is about: one row of a plan of a day, its tables, and to whom the letter speaks."""

    row: PlacementRow
    dataset: Dataset
    on: date
    words: Words
    voice: Voice

    @property
    def is_to_guardian(self) -> bool:
        """The adult's letter about an unaccompanied minor goes to the guardian, who reads the body to them."""
        return self.voice is Voice.ADULT and voice_for(self.row) is Voice.CHILD

    @property
    def is_to_family(self) -> bool:
        """Whether there are parents or carers with children."""
        return self.row.group == HouseholdGroup.FAMILY

    @property
    def changes_place(self) -> bool:
        """Whether somebody would move, or come."""
        return self.row.action in (Action.MOVE, Action.NEW)

    @cached_property
    def told(self) -> Explanation:
        """The proposal in sentences, in the voice of the household or of its children."""
        voice = Voice.CHILD if self.is_to_guardian else self.voice
        return explain(self.row, self.dataset, self.on, self.words, voice)

    @cached_property
    def closes(self) -> date | None:
        """When the present location closes, if that is known and still to come."""
        location = self.dataset.location.get(self.row.origin or "")
        return location.closes if location and location.is_open(self.on) else None

    @cached_property
    def moves_on(self) -> date | None:
        """The day of a move that people accepted, where the plan keeps to it."""
        move = live_moves(self.dataset).get(self.row.household)
        return move.on if move and move.to == self.row.destination and self.changes_place else None

    def line(self, message: str, **params: str) -> Line:
        """A sentence."""
        return Line(self.words.text(message, **params))

    def open(self, what: str) -> Line:
        """A line to be filled in; `what` is the message id of what is asked."""
        return Line(self.words.text(OPEN, what=self.words.text(what)), is_open=True)


def said(*groups: tuple[str, ...]) -> tuple[tuple[Line, ...], ...]:
    """Paragraphs from groups of sentences; empty groups fall out."""
    return tuple(tuple(Line(sentence) for sentence in group) for group in groups if group)
