# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The letter to grown-ups: the household itself, its parents, or the guardian of an unaccompanied minor."""

from collections.abc import Iterator

from luwte.placement.placement import Action
from luwte.reporting.letters.parts import Line, Matter, Section, said
from luwte.reporting.numbers import day
from luwte.words import N_

TITLE = N_("A proposal about the place where you live")
TITLE_TO_GUARDIAN = N_("A proposal about the place where your ward lives")
GREETING = N_("Dear resident,")
GREETING_TO_PARENTS = N_("Dear parents or carers,")
GREETING_TO_GUARDIAN = N_("Dear guardian,")
NOT_A_DECISION = (
    N_("This letter is about a proposal. It is not a decision."),
    N_("A computer looked at all places in the country together. A person decides."),
)
READ_TO_WARD = N_("Below stands what you can read aloud to the young person, or what they can read with you.")
THE_PROPOSAL, THE_REASONS = N_("What do we propose?"), N_("Why?")
TO_READ_ALOUD = N_("To read aloud")
IN_THE_WAY, MEANING, ELSEWHERE = N_("What stands in the way?"), N_("What else counts?"), N_("Why not somewhere else?")
WHEN, YOUR_SAY = N_("What happens when?"), N_("What can you do?")
CLOSES_ON = N_("The present location closes on {day}.")
MOVE_AGREED = N_("The move was agreed for {day}.")
MOVE_DAY = N_("The day of the move, if it is decided:")
NOTHING_CHANGES = N_("Nothing changes for now. You do not have to do anything.")
WHO_SEARCHES = N_("The person who looks for a place and tells you when there is one:")
SPEAK_FIRST = N_("Before anybody decides, you may say what you think. Please do that before this day:")
SPEAK_TO = N_("You can say it to this person:")
CHILD_SPEAKS = N_("The children may say what they think too. That counts in the decision.")
WARD_SPEAKS = N_("The young person may say what they think, too. That counts in the decision.")
TELL_US = N_(
    "Tell us if something in this letter is wrong, if you need something else, or if you want to live elsewhere."
)
DISAGREE = (
    N_("When a person has decided, you get a letter with the decision. You may disagree with it."),
    N_("In 2019 a court ruled in one case: who asks for another location and does not get it, objects to COA first."),
    N_("The decision tells whether that holds for you. Objection or appeal, with whom, and before which day:"),
)
HELP = N_("You may ask for help: from your lawyer or from VluchtelingenWerk.")
DAY_AND_HOUR, LAST_DAY = N_("day and hour"), N_("day")
NAME_AND_PHONE, ROAD = N_("name and telephone number"), N_("road, address and last day")
CLOSING = N_("Kind regards,")


def title(matter: Matter) -> str:
    """What stands above the letter."""
    return TITLE_TO_GUARDIAN if matter.is_to_guardian else TITLE


def greeting(matter: Matter) -> str:
    """To whom."""
    if matter.is_to_guardian:
        return GREETING_TO_GUARDIAN
    return GREETING_TO_PARENTS if matter.is_to_family else GREETING


def sections(matter: Matter) -> Iterator[Section]:
    """The letter from its first line to what people can do."""
    text, told = matter.words.text, matter.told
    opening = [matter.line(message) for message in NOT_A_DECISION]
    if matter.is_to_guardian:
        yield Section("", (tuple(opening), (matter.line(READ_TO_WARD),)))
        groups = (told.proposal, told.reasons, told.in_the_way, told.meaning, told.elsewhere)
        yield Section(text(TO_READ_ALOUD), said(*groups))
    else:
        yield Section("", (tuple(opening),))
        yield Section(text(THE_PROPOSAL), said(told.proposal))
        yield Section(text(THE_REASONS), said(told.reasons))
        for heading, paragraphs in (
            (IN_THE_WAY, said(told.in_the_way, told.would_help)),
            (MEANING, said(told.meaning)),
            (ELSEWHERE, said(told.elsewhere)),
        ):
            if paragraphs:
                yield Section(text(heading), paragraphs)
    yield Section(text(WHEN), tuple(_when(matter)))
    yield Section(text(YOUR_SAY), tuple(_your_say(matter)))


def _when(matter: Matter) -> Iterator[tuple[Line, ...]]:
    if matter.closes:
        yield (matter.line(CLOSES_ON, day=day(matter.closes, matter.words)),)
    if matter.moves_on:
        yield (matter.line(MOVE_AGREED, day=day(matter.moves_on, matter.words)),)
    elif matter.changes_place:
        yield matter.line(MOVE_DAY), matter.open(DAY_AND_HOUR)
    elif matter.row.action is Action.UNPLACED:
        yield matter.line(WHO_SEARCHES), matter.open(NAME_AND_PHONE)
    else:
        yield (matter.line(NOTHING_CHANGES),)


def _your_say(matter: Matter) -> Iterator[tuple[Line, ...]]:
    yield matter.line(SPEAK_FIRST), matter.open(LAST_DAY)
    yield matter.line(SPEAK_TO), matter.open(NAME_AND_PHONE)
    yield (matter.line(TELL_US),)
    if matter.row.minors:
        yield (matter.line(WARD_SPEAKS if matter.is_to_guardian else CHILD_SPEAKS),)
    yield *(matter.line(message) for message in DISAGREE), matter.open(ROAD)
    yield (matter.line(HELP),)
