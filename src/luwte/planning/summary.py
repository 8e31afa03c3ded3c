# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What `plan.json` tells of a plan beside its tables: levels, counts of children, what was traded, the receipt."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from luwte.model.receipt import Receipt

NO_PLACE = "no_place"


@dataclass(frozen=True, slots=True)
class LevelRow:
    """One level: its value, the proven bound, the gap between them, and what ended the search.

    `stopped_by` is `optimal` (value and bound are equal), `gap` (near enough), `work` (the search had done all it does)
    or `time` (a limit in seconds, or a person).
    """

    level: int
    value: Decimal
    bound: Decimal
    gap: Decimal
    stopped_by: str


@dataclass(frozen=True, slots=True)
class Count:
    """The same thing counted before and after the plan."""

    before: int
    after: int


@dataclass(frozen=True, slots=True)
class Trade:
    """What the plan trades, in persons.

    `out_of_unfit` are children who come from an unfit place to a fit one; `moved_who_could_stay` children moved from
    a place that is not known to be unfit and stays open, for the sake of others; `moved_as_asked` those of whom the
    move brings what was asked: the wish, nearness, or with a permit the linked region. Moves that people accepted
    earlier are not in it.
    """

    out_of_unfit: int
    moved_who_could_stay: int
    brought_to_not_fit: int
    children_without_place: int
    people_without_place: int
    moved_as_asked: int = 0


@dataclass(frozen=True, slots=True)
class Evenness:
    """The part of a group that would have to live elsewhere to be spread as the tasks are (0 is even), by group.

    Half the sum over municipalities of |share of the people - share of the task| (index of dissimilarity; Duncan and
    Duncan 1955). It informs: heeding evenness is for the minister (Act 5(2)).
    """

    before: Decimal
    after: Decimal


@dataclass(frozen=True, slots=True)
class Queue:
    """The plan beside a queue by arrival: households by who would have done better, and what the queue comes to.

    Better is by what weighs for the household itself, level 1 before 2 before 3. Counts of the queue are persons.
    """

    better_in_plan: int
    better_in_queue: int
    the_same: int
    out_of_unfit: int
    children_in_unfit: int
    children_without_place: int
    people_without_place: int


@dataclass(frozen=True)
class Summary:
    """A plan in numbers. Counts are persons, by code; `NO_PLACE` counts who has none."""

    on: date
    title: str
    synthetic: bool
    cycle: int | None
    need: int
    need_amv: int | None
    inhabitants_on: date | None
    levels: tuple[LevelRow, ...]
    terms: Mapping[str, Decimal]
    households: Mapping[str, int]
    persons: Mapping[str, int]
    children_by_kind: Mapping[str, Count]
    children_by_fitness: Mapping[str, Count]
    trade: Trade
    evenness: Mapping[str, Evenness]
    receipt: Receipt
    queue: Queue
