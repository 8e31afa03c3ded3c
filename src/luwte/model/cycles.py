# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""How a cycle went: the steps that were done, how far municipalities are, and what they bring along of housing."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from luwte.model.marks import Mark


class Step(StrEnum):
    """The steps of a cycle, in the order of the Act."""

    ESTIMATE = "estimate"
    INDICATIVE = "indicative"
    CONSULTATION = "consultation"
    REPORT = "report"
    DECISION = "decision"
    REALISATION = "realisation"
    END = "end"


class Status(StrEnum):
    """How far a municipality is with its task, from the indicative number to realised or general supervision."""

    INDICATIVE = "indicative"
    IN_CONSULTATION = "in_consultation"
    AGREED = "agreed"
    NOT_AGREED = "not_agreed"
    NAMED = "named"
    NOT_NAMED = "not_named"
    REALISING = "realising"
    REALISED = "realised"
    LATE_REPORTED = "late_reported"
    LATE_UNREPORTED = "late_unreported"
    SUPERVISION = "supervision"


@dataclass(frozen=True, slots=True)
class CycleStep:
    """A step of a cycle that was done on a day; done again, it changed, and the earlier line stays.

    `places` where it set a number. `far_reaching`: people say that a change of the decision is so (Act 5(3)).
    """

    cycle: int
    step: Step
    on: date
    source: str
    mark: Mark
    places: int | None = None
    far_reaching: bool | None = None


@dataclass(frozen=True, slots=True)
class MunicipalStatus:
    """The status that a municipality has in a cycle from a day on."""

    cycle: int
    municipality: str
    status: Status
    since: date
    note: str | None = None


@dataclass(frozen=True, slots=True)
class HousingBalance:
    """What a municipality brings into a half-year (2026-I) of permit holders housed too few or too many, in people."""

    half_year: str
    municipality: str
    backlog: int
    lead: int
