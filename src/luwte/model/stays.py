# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Where households have lived, and the moves that are accepted but not yet made."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


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
