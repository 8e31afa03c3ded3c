# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""One letter: what is proposed and why, what happens when, what the reader can do. Levels and weights are not in it."""

from datetime import date

from luwte.model.dataset import Dataset
from luwte.planning.outputs import PlacementRow
from luwte.reporting.explained import Voice
from luwte.reporting.letters import adult, child
from luwte.reporting.letters.parts import Letter, Line, Matter, Section
from luwte.reporting.letters.rights import TO_ADULTS, TO_CHILDREN, Norm
from luwte.reporting.numbers import day
from luwte.words import N_, Words

REFERENCE = N_("Household {household}, plan of {day}")
NAME_AND_POST = N_("name and post")
SOURCES = N_("Where this is written")
SOURCE = N_("{cited}: {tells} ({mark})")
MARKS = {
    "published": N_("published"),
    "secondary": N_("secondary"),
    "reconstructed": N_("reconstructed"),
    "assumption": N_("assumption"),
}


def letter(row: PlacementRow, dataset: Dataset, on: date, words: Words, voice: Voice) -> Letter:
    """The letter to a household (`Voice.ADULT`; to the guardian of an amv) or to its children (`Voice.CHILD`).

    `on` is the day of the plan. Nothing is in it but what the household and its place need. Raises ValueError for a
    letter to children where there are none.
    """
    if voice is Voice.CHILD and not row.minors:
        raise ValueError(f"household {row.household} has no children")
    matter, is_child = Matter(row, dataset, on, words, voice), voice is Voice.CHILD
    return Letter(
        language=words.language,
        voice=voice,
        title=words.text(child.TITLE if is_child else adult.title(matter)),
        reference=words.text(REFERENCE, household=row.household, day=day(on, words)),
        greeting=words.text(child.GREETING if is_child else adult.greeting(matter)),
        sections=tuple((child if is_child else adult).sections(matter)),
        closing=(matter.line(child.CLOSING if is_child else adult.CLOSING), matter.open(NAME_AND_POST)),
        sources=Section(
            words.text(SOURCES), tuple((_source(norm, matter),) for norm in (TO_CHILDREN if is_child else TO_ADULTS))
        ),
    )


def _source(norm: Norm, matter: Matter) -> Line:
    text = matter.words.text
    return matter.line(SOURCE, cited=text(norm.cited), tells=text(norm.tells), mark=text(MARKS[norm.mark]))
