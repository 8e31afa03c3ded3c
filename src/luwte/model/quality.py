# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Answers about a location and what is being done about its gaps."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from luwte.model.participation import Day


class AssessedGroup(StrEnum):
    """The group an answer is about."""

    FAMILY = "family"
    AMV = "amv"
    ADULT = "adult"
    ALL = "all"


class Answer(StrEnum):
    """How a norm is met."""

    MET = "met"
    PARTLY = "partly"
    NOT_MET = "not_met"
    NOT_APPLICABLE = "not_applicable"
    UNKNOWN = "unknown"


class Method(StrEnum):
    """How the answer was found."""

    SELF = "self"
    VISIT = "visit"
    DOCUMENT = "document"
    CHILD_SURVEY = "child_survey"


@dataclass(frozen=True, slots=True)
class Assessment:
    """One answer about one norm at one location."""

    location: str
    group: AssessedGroup
    indicator: str
    answer: Answer
    date: date
    method: Method
    value: str | None = None
    assessor: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Improvement:
    """An agreed action for a gap, with owner, due date and cost in EUR."""

    location: str
    indicator: str
    action: str
    owner: str | None = None
    due: date | None = None
    cost: Decimal | None = None
    done_on: date | None = None


@dataclass(frozen=True, slots=True)
class SelfCheck:
    """What a municipality says of itself about one norm, and what it does about a gap; `respondent` is a role."""

    municipality: str
    indicator: str
    answer: Answer
    date: Day
    respondent: str
    value: str | None = None
    note: str | None = None
    action: str | None = None
    owner: str | None = None
    due: Day | None = None
