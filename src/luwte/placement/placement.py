# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The answer of `place`: a proposal per household, levels with bounds, and what one more place is worth."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cached_property

from luwte.model.findings import Finding
from luwte.model.places import PlaceGroup


class Action(StrEnum):
    """What is proposed for a household."""

    STAY = "stay"
    MOVE = "move"
    NEW = "new"
    UNPLACED = "unplaced"


class Cause(StrEnum):
    """Why the household is where the proposal puts it."""

    STAYS = "stays"
    LOCKED = "locked"
    RESERVED = "reserved"
    NO_PLACE_YET = "no_place_yet"
    LOCATION_CLOSES = "location_closes"
    LEAVES_UNFIT_PLACE = "leaves_unfit_place"
    MAKES_ROOM = "makes_room"
    WISH = "wish"
    BETTER_FIT = "better_fit"
    NO_LOCATION_FITS = "no_location_fits"
    NO_ROOM = "no_room"


@dataclass(frozen=True, slots=True)
class NextBest:
    """The best other place for this household, as if nobody else minded.

    `price` is what it would cost this household's own terms more (negative: less), per level 1, 2, 3;
    `room` tells whether the place has free room in this plan.
    """

    location: str
    price: tuple[Decimal, Decimal, Decimal]
    room: bool


@dataclass(frozen=True, slots=True)
class Proposal:
    """What is proposed for one household.

    `origin` is where it lives now; `destination` where it lives after (`None` only for `unplaced`); `place_group`
    is the group whose place it takes. `terms` holds every term that is not nought, by its name in the policy;
    `excluded` how many locations each rule excludes for this household, by rule name.
    """

    household: str
    group: str
    size: int
    minors: int
    origin: str | None
    destination: str | None
    place_group: PlaceGroup | None
    action: Action
    cause: Cause
    terms: Mapping[str, Decimal] = field(default_factory=dict)
    next_best: NextBest | None = None
    excluded: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class LevelResult:
    """One level of the answer: its value, the proven bound (no plan can be below it), and the gap between them.

    gap = (value - bound) / max(1, |bound|). Values are in weighed persons (level 1: persons).
    """

    level: int
    value: Decimal
    bound: Decimal
    gap: Decimal
    seconds: float
    stopped_by: str

    @property
    def is_optimal(self) -> bool:
        """Claimed only where it is proven: the value equals the bound."""
        return self.value == self.bound


@dataclass(frozen=True, slots=True)
class Worth:
    """What one more place is worth, per level: how far the level's bound falls (a price, not yet a promise)."""

    location: str
    group: PlaceGroup
    level_1: Decimal
    level_2: Decimal
    level_3: Decimal


@dataclass(frozen=True)
class Placement:
    """A whole answer. `terms` sums every term over all households and locations, by name."""

    date: date
    policy_hash: str
    proposals: tuple[Proposal, ...]
    levels: tuple[LevelResult, ...]
    terms: Mapping[str, Decimal]
    worth: tuple[Worth, ...]
    findings: tuple[Finding, ...]
    solver: str

    @cached_property
    def of(self) -> Mapping[str, Proposal]:
        """Proposals by household key."""
        return {proposal.household: proposal for proposal in self.proposals}
