# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What the recount is asked: the tables, the values of the policy, and an answer to check against them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Protocol

from luwte.model.dataset import Dataset
from luwte.model.periods import SchoolRegion
from luwte.model.places import Fitness, PlaceGroup


@dataclass(frozen=True, slots=True)
class TermValues:
    """One term of the policy: its level, weights in thousandths per person, and the amounts it counts with."""

    level: int
    weight: int
    per_quarter: int = 0
    at_most: int = 0
    per_forced_move: int = 0
    own_child: int = 0
    above: int = 0
    per: int = 1


@dataclass(frozen=True, slots=True)
class Values:
    """The values of a policy file: days before closing, and its terms by name."""

    must_leave_days: int
    notice_days: int
    minimum_remaining_days: int
    closing_soon_days: int
    term: Mapping[str, TermValues]


@dataclass(frozen=True, slots=True)
class Question:
    """All that decides whether a plan is lawful and what it is worth.

    `fit` is by location and group, as for a household in the phase that the location is meant for; `shares` is realised
    over task by municipality; `school_regions` gives the holiday region of a municipality.
    """

    dataset: Dataset
    on: date
    values: Values
    fit: Mapping[tuple[str, PlaceGroup], Fitness]
    shares: Mapping[str, Fraction]
    school_regions: Mapping[str, SchoolRegion]


class Proposed(Protocol):
    """What is proposed for one household, as the recount reads it."""

    @property
    def household(self) -> str:
        """The key of the household."""

    @property
    def origin(self) -> str | None:
        """Where it lives by the tables."""

    @property
    def destination(self) -> str | None:
        """Where it lives after; `None` is without a place."""

    @property
    def place_group(self) -> PlaceGroup | None:
        """Whose place it takes."""

    @property
    def action(self) -> str:
        """One of stay, move, new, unplaced."""

    @property
    def size(self) -> int:
        """Persons."""

    @property
    def minors(self) -> int:
        """Persons who are minors on the day."""

    @property
    def terms(self) -> Mapping[str, Decimal]:
        """Every term that is not nought, by name."""


class Valued(Protocol):
    """One level of the answer."""

    @property
    def level(self) -> int:
        """1, 2 or 3."""

    @property
    def value(self) -> Decimal:
        """In weighed persons."""

    @property
    def bound(self) -> Decimal:
        """No plan can be below it."""

    @property
    def gap(self) -> Decimal:
        """(value - bound) / max(1, |bound|)."""
