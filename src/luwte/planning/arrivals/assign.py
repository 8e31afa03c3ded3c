# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Households of several weeks to free places: a small model in which places that are not taken stay free.

Every sort of place at every location keeps a stock from week to week: what was free, what comes free, less what is
taken. Flexible places turn into places for families or for adults. Weeks may branch: after this week several futures
can follow, each with its chance, and what is done this week serves them all.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import highspy
import numpy as np

from luwte.placement.sites import ADULT, FAMILY, GROUPS, Flags, Ints
from luwte.planning.arrivals.kinds import Kinds
from luwte.planning.arrivals.room import Amounts, Room

RESOURCES = len(GROUPS) + 3  # per location: places of each group, flexible, accessible and school places
THOUSANDTHS = 1000
USED = 1e-9
HALF = 0.5
GAP = 1e-4  # of the gain: at which a search over whole households stops
FIRST = 1000.0  # weighed persons per person, above all else: who is there goes before who is expected


@dataclass(frozen=True, eq=False)
class Week:
    """A week: the kinds that come, what comes free, its chance, and the week before it (-1: none, the first)."""

    batch: Ints
    free: Room
    before: int = -1
    chance: float = 1.0


@dataclass(frozen=True, eq=False)
class Assigned:
    """Who of the first week goes where: kind, slot and how many (N each); and what everything together gains, in
    weighed persons.
    """

    kind: Ints
    slot: Ints
    number: Amounts
    gain: float


@dataclass(frozen=True, eq=False)
class _Ways:
    """Columns: the group of like households of a week, its kind and week, and the slot it may go to."""

    group: Ints
    kind: Ints
    week: Ints
    slot: Ints
    count: Ints


def assign(kinds: Kinds, weeks: Sequence[Week], *, whole: int = 0) -> Assigned:
    """The assignment that gains most over all weeks, each at its chance.

    In the first `whole` weeks households are not divided, and as many people as can be are given a place before what
    comes later counts.
    """
    sizes, ways = _groups(kinds, weeks)
    gain = kinds.gain[ways.kind, ways.slot] / THOUSANDTHS
    chance = np.array([week.chance for week in weeks])[ways.week]
    is_whole = ways.week < whole
    first = FIRST * kinds.size[ways.kind] * (is_whole & (len(weeks) > whole))
    solver = _model(kinds, weeks, sizes, ways, gain * chance + first)
    if whole:
        integers = np.flatnonzero(is_whole).astype(np.int32)
        solver.changeColsIntegrality(len(integers), integers, np.full(len(integers), highspy.HighsVarType.kInteger))
        solver.setOptionValue("mip_rel_gap", GAP)
    solver.run()
    number = np.array(solver.getSolution().col_value[: len(gain)])
    number = np.where(is_whole, np.floor(number + HALF), number)
    now = np.flatnonzero((number > USED) & (ways.week == 0))
    return Assigned(ways.kind[now], ways.slot[now], number[now], float((gain * chance * number).sum()))


def prices(kinds: Kinds, weeks: Sequence[Week]) -> Room:
    """What one more place of the first week would gain, households divisible, in weighed persons per place."""
    sizes, ways = _groups(kinds, weeks)
    gain = kinds.gain[ways.kind, ways.slot] / THOUSANDTHS
    chance = np.array([week.chance for week in weeks])[ways.week]
    solver = _model(kinds, weeks, sizes, ways, gain * chance)
    solver.run()
    locations = len(weeks[0].free.flexible)
    rows = slice(len(sizes), len(sizes) + RESOURCES * locations)
    return _room(np.maximum(0.0, -np.array(solver.getSolution().row_dual[rows])), locations)


def taken_by(kinds: Kinds, chosen: Assigned) -> Room:
    """The places that an assignment takes in its first week."""
    location, slots = chosen.slot // len(GROUPS), kinds.lawful.shape[1]
    locations = slots // len(GROUPS)

    def counted(at: Ints, persons: Ints, most: int) -> Amounts:
        return np.bincount(at, persons[chosen.kind] * chosen.number, most).astype(np.float64)

    return Room(
        counted(chosen.slot, kinds.size, slots),
        np.zeros(locations),
        counted(location, kinds.access, locations),
        counted(location, kinds.school, locations),
    )


def _groups(kinds: Kinds, weeks: Sequence[Week]) -> tuple[Ints, _Ways]:
    """How many each group of like households of a week counts, and every lawful way for each."""
    week = np.repeat(np.arange(len(weeks)), [len(one.batch) for one in weeks])
    kind = np.concatenate([one.batch for one in weeks]).astype(np.int64)
    groups, count = np.unique(np.stack([week, kind]), axis=1, return_counts=True)
    group, slot = np.nonzero(kinds.lawful[groups[1]] & _large_enough(kinds, weeks, *groups))
    return count.astype(np.int64), _Ways(group, groups[1][group], groups[0][group], slot, count[group])


def _large_enough(kinds: Kinds, weeks: Sequence[Week], week: Ints, kind: Ints) -> Flags:
    """Where a household can fit, whole, if nobody else comes (groups x 3L): what is free by that week is enough."""
    there: list[Room] = []
    for one in weeks:
        there.append(one.free if one.before < 0 else one.free.plus(there[one.before]))
    most = np.stack([room.most for room in there]) + USED
    return np.asarray(kinds.size[kind][:, None] <= most[week])


def _model(kinds: Kinds, weeks: Sequence[Week], sizes: Ints, ways: _Ways, wanted: Amounts) -> highspy.Highs:
    """Columns: ways, stocks kept, flexible places turned to families and to adults. Rows: how many there are of every
    group, then every stock in every week.
    """
    locations = len(weeks[0].free.flexible)
    stocks, turns = RESOURCES * locations * len(weeks), 2 * locations * len(weeks)
    parts = [*_taken(kinds, len(sizes), locations, ways), *_kept(weeks, len(sizes), locations, len(wanted))]
    parts += _turned(len(weeks), len(sizes), locations, len(wanted) + stocks)
    row, column, value = (np.concatenate(columns) for columns in zip(*parts, strict=True))
    entries = np.flatnonzero(value)
    order = entries[np.lexsort((row[entries], column[entries]))]
    supply = np.concatenate([_flat(week.free) for week in weeks])
    lp = highspy.HighsLp()
    lp.num_col_, lp.num_row_ = len(wanted) + stocks + turns, len(sizes) + stocks
    lp.col_cost_ = np.r_[-wanted, np.zeros(stocks + turns)]
    lp.col_lower_ = np.zeros(lp.num_col_)
    lp.col_upper_ = np.r_[ways.count.astype(np.float64), np.full(stocks + turns, highspy.kHighsInf)]
    lp.row_lower_ = np.r_[np.zeros(len(sizes)), supply]
    lp.row_upper_ = np.r_[sizes.astype(np.float64), supply]
    lp.a_matrix_.format_ = highspy.MatrixFormat.kColwise
    lp.a_matrix_.start_ = np.searchsorted(column[order], np.arange(lp.num_col_ + 1)).astype(np.int32)
    lp.a_matrix_.index_ = row[order].astype(np.int32)
    lp.a_matrix_.value_ = value[order].astype(np.float64)
    solver = highspy.Highs()  # type: ignore[no-untyped-call]
    for option, chosen in (("output_flag", False), ("threads", 1), ("random_seed", 0)):
        solver.setOptionValue(option, chosen)
    solver.passModel(lp)
    return solver


Entries = tuple[Ints, Ints, Amounts | Ints]


def _taken(kinds: Kinds, groups: int, locations: int, ways: _Ways) -> Iterator[Entries]:
    """What households take: one of their group, places where they go."""
    number, location = np.arange(len(ways.group)), ways.slot // len(GROUPS)
    stock = groups + RESOURCES * locations * ways.week
    _, _, accessible, school = _begins(locations)
    yield ways.group, number, np.ones(len(number))
    yield stock + ways.slot, number, kinds.size[ways.kind]
    yield stock + accessible + location, number, kinds.access[ways.kind]
    yield stock + school + location, number, kinds.school[ways.kind]


def _kept(weeks: Sequence[Week], groups: int, locations: int, first: int) -> Iterator[Entries]:
    """What is left of every stock is kept, and is there in the weeks that follow."""
    size = RESOURCES * locations
    stock = np.arange(size)
    for number, week in enumerate(weeks):
        row = groups + size * number + stock
        yield row, first + size * number + stock, np.ones(size)
        if week.before >= 0:
            yield row, first + size * week.before + stock, -np.ones(size)


def _turned(weeks: int, groups: int, locations: int, first: int) -> Iterator[Entries]:
    """Flexible places become places for families, or for adults."""
    turn = np.arange(locations * weeks)
    week, location = np.divmod(turn, locations)
    row = groups + RESOURCES * locations * week
    _, flexible, _, _ = _begins(locations)
    for number, group in enumerate((FAMILY, ADULT)):
        column = first + number * len(turn) + turn
        yield row + flexible + location, column, np.ones(len(turn))
        yield row + len(GROUPS) * location + group, column, -np.ones(len(turn))


def _begins(locations: int) -> tuple[int, int, int, int]:
    groups = len(GROUPS)
    return 0, groups * locations, (groups + 1) * locations, (groups + 2) * locations


def _flat(room: Room) -> Amounts:
    return np.concatenate([room.beds, room.flexible, room.accessible, room.school])


def _room(flat: Amounts, locations: int) -> Room:
    _, flexible, accessible, school = _begins(locations)
    return Room(flat[:flexible], flat[flexible:accessible], flat[accessible:school], flat[school:])
