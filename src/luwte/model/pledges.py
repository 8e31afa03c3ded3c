# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What was offered, exchanged, decided and promised."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from luwte.model.marks import Mark
from luwte.model.places import LocationKind


class OfferStatus(StrEnum):
    """How far a municipality's offer is."""

    IDEA = "idea"
    INTENTION = "intention"
    VIABLE = "viable"
    DECIDED = "decided"
    REALISED = "realised"
    REFUSED = "refused"


class CommitmentKind(StrEnum):
    """What sort of promise or demand it is."""

    MOTION = "motion"
    AMENDMENT = "amendment"
    COURT_ORDER = "court_order"
    UNDERTAKING = "undertaking"
    QUESTION = "question"
    INSPECTION_FINDING = "inspection_finding"
    RECOMMENDATION = "recommendation"
    ACTION_POINT = "action_point"
    OWN_GOAL = "own_goal"


class CommitmentState(StrEnum):
    """Where the promise stands."""

    OPEN = "open"
    RUNNING = "running"
    MET = "met"
    MISSED = "missed"
    WITHDRAWN = "withdrawn"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Offer:
    """Places that a municipality offers; `viable_because` holds grounds 1 to 4 of a viable initiative."""

    key: str
    municipality: str
    places: int
    status: OfferStatus
    amv_places: int = 0
    kind: LocationKind | None = None
    available_from: date | None = None
    available_until: date | None = None
    viable_because: frozenset[str] = frozenset()
    funded_until: date | None = None
    conditions: str | None = None
    location: str | None = None


@dataclass(frozen=True, slots=True)
class Exchange:
    """A part of a task that one municipality hands to another of the same province."""

    giver: str
    taker: str
    places: int
    amv_places: int
    agreed_on: date | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """What the distribution decision (verdeelbesluit) of a cycle asks of a named municipality."""

    cycle: int
    municipality: str
    places: int
    amv_places: int | None = None
    decided_on: date | None = None
    available_by: date | None = None


@dataclass(frozen=True, slots=True)
class Commitment:
    """A promise or demand, tracked like an obligation."""

    key: str
    kind: CommitmentKind
    title: str
    made_by: str | None = None
    made_on: date | None = None
    owner: str | None = None
    measure: str | None = None
    target: str | None = None
    due: date | None = None
    state: CommitmentState | None = None
    answer: str | None = None
    evidence: str | None = None
    reported_on: date | None = None
    source: str | None = None
    mark: Mark | None = None
