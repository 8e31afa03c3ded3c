# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What is asked of the tables for each norm of participation, play and the contact person: one norm, one function.

Where nothing is written down the answer is `unknown`: nobody knows whether there was nothing or nobody wrote.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Any

from luwte.model.participation import Contact, Feedback, Programme, ProgrammeKind, RunBy, Through
from luwte.model.periods import MONTHS, months_later
from luwte.model.quality import Answer
from luwte.words import N_

RECENT = 3  # months over which "monthly" is looked at: one month says little, a year hides a silence (chosen by us)
HUNDREDTHS = Decimal("0.01")
PARENTS_MEET = "PAR-007"
BY_PARENTS = (ProgrammeKind.PARENTS, RunBy.RESIDENTS)
AGES_OF_THE_NORM: Mapping[str, frozenset[str]] = {  # as PLA-006 names them
    "0-4": frozenset({"0_to_3"}),
    "4-12": frozenset({"4_to_7", "8_to_11"}),
    "12-17": frozenset({"12_to_15", "16_to_17"}),
}

NOTHING_HEARD = N_("Nothing is written down of what children said.")
HEARD = N_("Children were heard in {months} of the last three months.")
TOLD = N_("Children were told back in {months} of the last three months. Waiting longer than a month: {waiting}.")
NO_SURVEY = N_("No survey among children is written down.")
SURVEY = N_("The last survey among children was on {day}.")
NO_CONTACT = N_("It is not written down who is there for the children.")
CONTACT_GONE = N_("The last contact person left on {day}.")
CONTACT_UNKNOWN = N_("There is a contact person; how children know them is not written down.")
CONTACT_KNOWN = N_("There is a contact person, and it is written down how children know them.")
NO_PROGRAMME = N_("No programme of this kind is written down.")
PROGRAMME_GONE = N_("The last programme of this kind ended on {day}.")
OFTEN = N_("Together {times} times a week: {names}.")
HOW_OFTEN = N_("It is not written down how often there is something: {names}.")
NO_AGES = N_("It is not written down for which ages there is something.")
ALL_AGES = N_("There is something for every age.")
SOME_AGES = N_("Nothing is written down for these ages: {ages}.")
PARENTS = N_("Parents meet: {names}.")


@dataclass(frozen=True, slots=True)
class Said:
    """What one norm is answered; `value` is what was counted, in the unit of the norm."""

    answer: Answer
    why: str
    params: Mapping[str, Any] = field(default_factory=dict)
    value: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """What is written down of one location up to a day."""

    on: date
    feedback: Sequence[Feedback]
    programmes: Sequence[Programme]
    contacts: Sequence[Contact]

    def months_with(self, days: Collection[date]) -> int:
        """In how many of the last months there is such a day; the last month ends on the day itself."""
        ends = [months_later(self.on, -back) for back in range(RECENT + 1)]
        return sum(any(before < day <= end for day in days) for end, before in pairwise(ends))

    def times_a_month(self, times: Iterable[date]) -> Decimal:
        """How many of these days lie in the last months, by month."""
        first = months_later(self.on, -RECENT)
        return (Decimal(sum(first < day <= self.on for day in times)) / RECENT).quantize(HUNDREDTHS)


def is_heard(known: Known) -> Said:
    """Children can speak safely at least once a month: a council, a round, a survey or otherwise."""
    if not known.feedback:
        return Said(Answer.UNKNOWN, NOTHING_HEARD)
    rounds = {(said.date, said.through) for said in known.feedback}
    return _monthly(known, [day for day, _ in rounds], HEARD)


def is_told_back(known: Known) -> Said:
    """Children are told at least once a month what came of it; nobody waits for that longer than a month."""
    if not known.feedback:
        return Said(Answer.UNKNOWN, NOTHING_HEARD)
    told = [said.told_back_on for said in known.feedback if said.told_back_on]
    long_ago = months_later(known.on, -1)
    waiting = sum(
        said.date < long_ago and (said.told_back_on is None or said.told_back_on > known.on) for said in known.feedback
    )
    said = _monthly(known, set(told), TOLD, waiting=waiting)
    return replace(said, answer=Answer.PARTLY) if waiting and said.answer is Answer.MET else said


def is_surveyed(known: Known) -> Said:
    """A survey among children was held in the last twelve months."""
    surveys = [said.date for said in known.feedback if said.through is Through.SURVEY]
    if not surveys:
        return Said(Answer.UNKNOWN, NO_SURVEY)
    last = max(surveys)
    answer = Answer.MET if last >= months_later(known.on, -MONTHS) else Answer.NOT_MET
    return Said(answer, SURVEY, {"day": last})


def has_contact(known: Known) -> Said:
    """There is a contact person whom children and parents know."""
    if not known.contacts:
        return Said(Answer.UNKNOWN, NO_CONTACT)
    here = [contact for contact in known.contacts if contact.is_there_on(known.on)]
    if not here:
        left = max(contact.until for contact in known.contacts if contact.until)
        return Said(Answer.NOT_MET, CONTACT_GONE, {"day": left})
    if any(contact.known_through for contact in here):
        return Said(Answer.MET, CONTACT_KNOWN)
    return Said(Answer.PARTLY, CONTACT_UNKNOWN)


def weekly(*kinds: ProgrammeKind) -> Callable[[Known], Said]:
    """Programmes of these kinds are there at least once a week together."""

    def ask(known: Known) -> Said:
        of_kind = [each for each in known.programmes if each.kind in kinds]
        running = [each for each in of_kind if each.runs_on(known.on)]
        if not running:
            return _gone(known, of_kind)
        names = {"names": ", ".join(each.name for each in running)}
        counted = [each.times_a_week for each in running if each.times_a_week is not None]
        times = sum(counted, Decimal(0))
        if times < 1 and len(counted) < len(running):
            return Said(Answer.UNKNOWN, HOW_OFTEN, names)
        return Said(Answer.MET if times >= 1 else Answer.NOT_MET, OFTEN, {"times": times, **names}, times)

    return ask


def every_age(known: Known) -> Said:
    """There is something to do for each of the ages that the norm names."""
    offered = {age for each in known.programmes if each.runs_on(known.on) for age in each.ages}
    if not offered:
        return Said(Answer.UNKNOWN, NO_AGES)
    without = [named for named, ages in AGES_OF_THE_NORM.items() if not ages <= offered]
    if without:
        return Said(Answer.PARTLY, SOME_AGES, {"ages": ", ".join(without)})
    return Said(Answer.MET, ALL_AGES)


def parents_meet(known: Known) -> Said:
    """A council of residents or a group of parents is active: residents run it themselves."""
    groups = [each for each in known.programmes if (each.kind, each.run_by) == BY_PARENTS]
    running = [each.name for each in groups if each.runs_on(known.on)]
    return Said(Answer.MET, PARENTS, {"names": ", ".join(running)}) if running else _gone(known, groups)


def _monthly(known: Known, days: Collection[date], why: str, **params: object) -> Said:
    """At least once in each of the last months; less than once a month on average is not met."""
    times, months = known.times_a_month(days), known.months_with(days)
    answer = Answer.MET if months == RECENT else Answer.PARTLY if times >= 1 else Answer.NOT_MET
    return Said(answer, why, {"months": months, **params}, times)


def _gone(known: Known, programmes: Iterable[Programme]) -> Said:
    """Nothing runs: known not to be there where one ended, and unknown where none was ever written down."""
    ended = [each.until for each in programmes if each.until and each.until <= known.on]
    return Said(Answer.NOT_MET, PROGRAMME_GONE, {"day": max(ended)}) if ended else Said(Answer.UNKNOWN, NO_PROGRAMME)


QUESTIONS: Mapping[str, Callable[[Known], Said]] = {
    "SAF-001": has_contact,
    "PLA-004": weekly(ProgrammeKind.PLAY_FOR_WELLBEING),
    "PLA-005": weekly(ProgrammeKind.ART),
    "PLA-006": every_age,
    "PAR-001": is_heard,
    "PAR-002": is_told_back,
    "PAR-004": is_surveyed,
    PARENTS_MEET: parents_meet,
}
