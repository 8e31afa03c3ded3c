# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What children say at a location, what there is for them to do, and who is there for them."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TypeAlias

from luwte.model.periods import lies_within

Day: TypeAlias = date  # for a record that has a field of the name date


class Through(StrEnum):
    """How children were heard."""

    COUNCIL = "council"
    ROUND = "round"
    SURVEY = "survey"
    OTHER = "other"


class Ages(StrEnum):
    """How old children are; spreadsheets make a date of 8-11, so no dash."""

    UP_TO_THREE = "0_to_3"
    FOUR_TO_SEVEN = "4_to_7"
    EIGHT_TO_ELEVEN = "8_to_11"
    TWELVE_TO_FIFTEEN = "12_to_15"
    SIXTEEN_AND_SEVENTEEN = "16_to_17"
    MIXED = "mixed"


class FeedbackState(StrEnum):
    """How far something that children raised is; it follows from the days and is never stored."""

    OPEN = "open"
    DONE = "done"
    TOLD_BACK = "told_back"


class ProgrammeKind(StrEnum):
    """What sort of thing there is to do."""

    PLAY = "play"
    PLAY_FOR_WELLBEING = "play_for_wellbeing"
    ART = "art"
    SPORT = "sport"
    HOMEWORK = "homework"
    PEER_SUPPORT = "peer_support"
    PARENTS = "parents"
    LOCAL_CLUB = "local_club"
    OTHER = "other"


class RunBy(StrEnum):
    """Who makes it happen."""

    RESIDENTS = "residents"
    SITE_TEAM = "site_team"
    MUNICIPALITY = "municipality"
    ORGANISATION = "organisation"
    OTHER = "other"


class Period(StrEnum):
    """The period that an amount is for."""

    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    WHOLE = "whole"


@dataclass(frozen=True, slots=True)
class Feedback:
    """One thing that children raised, and what came of it. What several raised on one day is one line each."""

    key: str
    location: str
    date: Day
    through: Through
    raised: str
    ages: Ages | None = None
    children: int | None = None
    domain: str | None = None
    done: str | None = None
    done_on: Day | None = None
    told_back_on: Day | None = None

    @property
    def state(self) -> FeedbackState:
        """How far it is."""
        return state_of(self.done_on, self.told_back_on)


def state_of(done_on: date | None, told_back_on: date | None) -> FeedbackState:
    """Told back to the children, else done, else open."""
    if told_back_on:
        return FeedbackState.TOLD_BACK
    return FeedbackState.DONE if done_on else FeedbackState.OPEN


@dataclass(frozen=True, slots=True)
class Programme:
    """Something to do for children of a location; `reach` is how many came in the month up to `counted_on`.

    `until` is the first day without it, `budget` in EUR. No `since` means that it runs already.
    """

    key: str
    location: str
    name: str
    kind: ProgrammeKind
    ages: frozenset[str] = frozenset()
    since: date | None = None
    until: date | None = None
    times_a_week: Decimal | None = None
    hours_a_week: Decimal | None = None
    places_a_week: int | None = None
    reach: int | None = None
    counted_on: date | None = None
    budget: Decimal | None = None
    budget_per: Period | None = None
    funded_by: str | None = None
    funded_until: date | None = None
    on_site: bool | None = None
    run_by: RunBy | None = None

    def runs_on(self, day: date) -> bool:
        """Whether it is there on a day."""
        return lies_within(day, self.since, self.until)


@dataclass(frozen=True, slots=True)
class Contact:
    """Who is there for the children of a location (contactpersoon kind), by a pseudonym; `until` is not included."""

    location: str
    contact: str
    since: date
    until: date | None = None
    hours_a_week: Decimal | None = None
    known_through: str | None = None

    def is_there_on(self, day: date) -> bool:
        """Whether this person is the contact on a day."""
        return lies_within(day, self.since, self.until)
