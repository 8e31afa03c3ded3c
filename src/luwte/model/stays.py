# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Where households have lived, the moves that are accepted but not yet made, and children counted on earlier days."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from luwte.model.marks import Mark
from luwte.model.places import LocationKind


class MoveCause(StrEnum):
    """Why a household changed place."""

    PROCEDURE = "procedure"
    CLOSURE = "closure"
    CAPACITY = "capacity"
    EIGHTEEN = "eighteen"
    OWN_WISH = "own_wish"
    FAMILY = "family"
    MEDICAL = "medical"


class MoveStatus(StrEnum):
    """How far an accepted move is; accepted and committed moves reserve their places."""

    ACCEPTED = "accepted"
    COMMITTED = "committed"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Stay:
    """One stay of a household; `cause` is why it began. `until` is the day of leaving, `None` while it lasts."""

    household: str
    location: str
    since: date
    until: date | None = None
    cause: MoveCause | None = None
    forced: bool | None = None


@dataclass(frozen=True, slots=True)
class Move:
    """A move that people accepted and that is not yet made."""

    key: str
    household: str
    to: str
    on: date
    status: MoveStatus
    cause: MoveCause | None = None
    plan: str | None = None


@dataclass(frozen=True, slots=True)
class Headcount:
    """The children whom people counted at one kind of site at the end of an earlier day; `amv` of them came alone."""

    on: date
    kind: LocationKind
    children: int
    source: str
    mark: Mark
    amv: int | None = None
