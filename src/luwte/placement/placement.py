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
    """Why the household is where the proposal puts it: of all causes the one that settles it."""

    # stay
    STAYS = "stays"  # no lawful place is better
    BETTER_IS_FULL = "better_is_full"  # a better place has no room in this plan
    LOCKED = "locked"  # a person decided so
    MOVE_LATER = "move_later"  # the place that people accepted is not open yet
    UNFIT_NO_LOCATION_FITS = "unfit_no_location_fits"  # a child stays in an unfit place: no fit place is lawful
    UNFIT_NO_ROOM = "unfit_no_room"  # the same: every fit place is full
    UNFIT_MOVE_WEIGHS_MORE = "unfit_move_weighs_more"  # the same: where there is room, moving weighs more
    # move
    RESERVED = "reserved"  # a move, or a stay, that people accepted before
    LOCATION_CLOSES = "location_closes"  # the location must be left
    LOCATION_NOT_OPEN = "location_not_open"  # it is registered at a location that is not open
    CLOSES_SOON = "closes_soon"  # the location closes within the notice, and another place is as good or better
    LEAVES_UNFIT_PLACE = "leaves_unfit_place"
    WISH = "wish"
    NEARER = "nearer"  # near the household that it is to be kept near
    LINKED_REGION = "linked_region"  # in the region where its home will be
    SMALLER_SITE = "smaller_site"
    MAKES_ROOM = "makes_room"  # it could stay at less weight, and others come in its place
    LESS_CROWDED = "less_crowded"  # it could stay at less weight, and more people live there than there are places
    BETTER_FIT = "better_fit"
    # first place
    NO_PLACE_YET = "no_place_yet"
    # no place
    NO_LOCATION_FITS = "no_location_fits"
    NO_ROOM = "no_room"
    # any
    NOT_SETTLED = "not_settled"  # the search stopped, within its gap, before a better answer was tried


class Lack(StrEnum):
    """What a place can be short of for a household, in persons; units in whole ones."""

    PLACES = "places"
    ACCESSIBLE = "accessible_places"
    SCHOOL = "school_places"
    UNITS = "units"


@dataclass(frozen=True, slots=True)
class NextBest:
    """The best other place for this household, as if nobody else minded.

    `price` is what it would cost this household's own terms more (negative: less), per level 1, 2, 3;
    `room` tells whether the place has room for the whole household in this plan.
    """

    location: str
    price: tuple[Decimal, Decimal, Decimal]
    room: bool


@dataclass(frozen=True, slots=True)
class InTheWay:
    """What stands between a household and a place, or between a child and a fit place. Counts are of locations,
    then of households.

    *Wanted* is every lawful place elsewhere for who has none, and every lawful and fit one for who lives in a place
    that is not fit. `lawful`, `fit`: locations elsewhere that are lawful for it, and fit among them; `with_room`:
    wanted ones with room for the whole household in this plan. `newcomers`: households that the plan newly brings to
    the wanted places without room; among them `had_none` (would have no place otherwise), and `exchanging`, who leave a
    place that is not unfit to somebody else. Of who does not exchange, `ahead` gain more per place they take, on level
    1 and then level 2, and `level` gain the same. `move` is what each term would add (under nought: take away) at the
    wanted place with room that weighs least. `wanted`, `wanted_group` name the full place that would weigh least,
    `lacks` how much it is short: so much more there, and the household could come. `unit` is how many persons each
    unit that it is short must hold at least; 0 where no unit is short.
    """

    lawful: int = 0
    fit: int = 0
    with_room: int = 0
    newcomers: int = 0
    had_none: int = 0
    exchanging: int = 0
    ahead: int = 0
    level: int = 0
    move: Mapping[str, Decimal] = field(default_factory=dict)
    wanted: str | None = None
    wanted_group: PlaceGroup | None = None
    lacks: Mapping[Lack, int] = field(default_factory=dict)
    unit: int = 0


@dataclass(frozen=True, slots=True)
class Proposal:
    """What is proposed for one household.

    `origin` is where it lives now; `destination` where it lives after (`None` only for `unplaced`); `place_group`
    is the group whose place it takes. `terms` holds every term that is not nought, by its name in the policy;
    `lawful` counts the open locations that may house it, its own included; `excluded` how many locations each rule
    excludes, by rule name (one location can be excluded by several). `in_the_way` is there for who has no place and
    for children in a place that is not fit. `room_for` is who comes where this one makes room, and gains
    most by it.
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
    lawful: int = 0
    in_the_way: InTheWay | None = None
    room_for: str | None = None


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
    """What one more place is worth, per level: how far the level's bound falls (a price, not yet a promise).

    With `unit`: what one more whole family unit of so many places is worth, places included.
    """

    location: str
    group: PlaceGroup
    level_1: Decimal
    level_2: Decimal
    level_3: Decimal
    unit: int | None = None


@dataclass(frozen=True)
class Placement:
    """A whole answer. `terms` sums every term over all households and locations, by name.

    `cut` tells that a limit in seconds, or a person, ended the search: making it again may give another plan.
    """

    date: date
    policy_hash: str
    proposals: tuple[Proposal, ...]
    levels: tuple[LevelResult, ...]
    terms: Mapping[str, Decimal]
    worth: tuple[Worth, ...]
    findings: tuple[Finding, ...]
    solver: str
    cut: bool = False

    @cached_property
    def of(self) -> Mapping[str, Proposal]:
        """Proposals by household key."""
        return {proposal.household: proposal for proposal in self.proposals}
