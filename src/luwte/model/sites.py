# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What a municipality agreed for a site, and who is responsible for what there."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from luwte.model.marks import Mark
from luwte.model.periods import lies_within
from luwte.model.places import Scheme


class ConditionKind(StrEnum):
    """What a condition is about."""

    PLACES = "places"
    TERM = "term"
    GROUPS = "groups"
    SAFETY = "safety"
    SCHOOL = "school"
    CARE = "care"
    GUIDANCE = "guidance"
    BUILDING = "building"
    NEIGHBOURS = "neighbours"
    MONEY = "money"
    OTHER = "other"


class ConditionState(StrEnum):
    """Whether a condition is met; unknown until somebody looked."""

    MET = "met"
    NOT_MET = "not_met"
    UNKNOWN = "unknown"


class OperationTask(StrEnum):
    """What somebody has to be responsible for at a site."""

    GUIDANCE = "guidance"
    CARE = "care"
    SCHOOL = "school"
    SAFETY = "safety"
    SUPERVISION = "supervision"
    MATERIAL = "material"


class Responsible(StrEnum):
    """Which kind of organisation is responsible."""

    MUNICIPALITY = "municipality"
    COA = "coa"
    NIDOS = "nidos"
    CONTRACTOR = "contractor"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Condition:
    """What a municipality asks of an offer or a location; `owner` is a role or an organisation that sees to it.

    It has to be met by `due` and holds through `until`. `state` is how it stood on `state_on`, the day somebody looked.
    """

    condition: str
    municipality: str
    kind: ConditionKind
    what: str
    state: ConditionState
    source: str
    mark: Mark
    offer: str | None = None
    location: str | None = None
    owner: str | None = None
    agreed_on: date | None = None
    due: date | None = None
    until: date | None = None
    state_on: date | None = None


@dataclass(frozen=True, slots=True)
class Operation:
    """Who is responsible for one thing at a location, from a day on; `until` is the first day it is so no more."""

    location: str
    task: OperationTask
    responsible: Responsible
    since: date
    source: str
    mark: Mark
    organisation: str | None = None
    scheme: Scheme | None = None
    until: date | None = None

    def holds_on(self, day: date) -> bool:
        """Whether it is so on a day."""
        return lies_within(day, self.since, self.until)
