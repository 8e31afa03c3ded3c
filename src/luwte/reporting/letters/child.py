# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The letter to a child: short, calm, and about what a child can do."""

from collections.abc import Iterator

from luwte.placement.placement import Action
from luwte.reporting.letters.parts import Line, Matter, Section, said
from luwte.reporting.numbers import day
from luwte.words import N_

TITLE, GREETING = N_("About the place where you live"), N_("Hello,")
OPENING = (
    N_("This letter is about the place where you live. You can read it together with somebody."),
    N_("It is an idea. Nothing is certain yet. A person decides about it, not a computer."),
)
THE_IDEA, WHEN, YOUR_SAY = N_("What is the idea?"), N_("And then?"), N_("What may you do?")
GOOD_TO_KNOW = N_("Good to know")
MOVE_AGREED = N_("You move on {day}. That was agreed before.")
MOVE_DAY = N_("If people decide to do this, you move on this day:")
STAYS = N_("You do not have to pack. Nothing changes now.")
SEARCHING = N_("As soon as there is a place, somebody tells you. This is who:")
DAY, WHO = N_("day"), N_("name")
SAY_IT = (
    N_("You may say what you think of this. That is your right. The people who decide take it seriously."),
    N_("You may also write it down or draw it."),
)
TO_PARENTS = N_("Tell your parents, or a grown-up whom you trust at the place where you live.")
TO_GUARDIAN = N_("Tell your guardian, or the person who looks after you at the place where you live.")
SCHOOL = N_("Do you worry about school, your friends or your things? Ask about them. No question is silly.")
HELPLINE = N_("Would you rather talk to somebody who does not know you? The Kindertelefoon is free: 0800-0432.")
CLOSING = N_("Take care,")


def sections(matter: Matter) -> Iterator[Section]:
    """The letter from its first line to what a child can do."""
    text, told = matter.words.text, matter.told
    yield Section("", (tuple(matter.line(message) for message in OPENING),))
    yield Section(text(THE_IDEA), said(told.proposal, told.reasons, told.in_the_way))
    if told.meaning or told.elsewhere:
        yield Section(text(GOOD_TO_KNOW), said(told.meaning, told.elsewhere))
    yield Section(text(WHEN), (tuple(_when(matter)),))
    yield Section(text(YOUR_SAY), tuple(_your_say(matter)))


def _when(matter: Matter) -> Iterator[Line]:
    if matter.moves_on:
        yield matter.line(MOVE_AGREED, day=day(matter.moves_on, matter.words))
    elif matter.changes_place:
        yield from (matter.line(MOVE_DAY), matter.open(DAY))
    elif matter.row.action is Action.UNPLACED:
        yield from (matter.line(SEARCHING), matter.open(WHO))
    else:
        yield matter.line(STAYS)


def _your_say(matter: Matter) -> Iterator[tuple[Line, ...]]:
    yield tuple(matter.line(message) for message in SAY_IT)
    yield (matter.line(TO_PARENTS if matter.is_to_family else TO_GUARDIAN),)
    yield (matter.line(SCHOOL),)
    yield (matter.line(HELPLINE),)
