# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The rules that bind people together, as rows of a model over all ways: what full models of the peers are made of.

Every row reads: sum of amount x column <= room. Columns are the ways, then the helpers. Written from the statement of
the problem, apart from Luwte's own rows.
"""

from dataclasses import dataclass, field

import numpy as np

from benchmarks.work import ADULT, AMV, FAMILY, NO_PLACE, NOT_KNOWN, TENTHS, Ints, Work

NO_ROW = -1


@dataclass(frozen=True, slots=True)
class Helper:
    """A whole number from nought to `most` that is no household's way, with its prices in thousandths."""

    most: int
    price_2: int
    price_3: int
    parts: tuple[tuple[int, int], ...]

    @property
    def weighed(self) -> int:
        """The price on the single objective, which leaves people above adult places out."""
        return TENTHS * self.price_2


@dataclass(frozen=True, eq=False)
class Model:
    """Triples of row, way and amount, the room of the rows, and the helpers."""

    row: Ints
    way: Ints
    amount: Ints
    room: list[int]
    helpers: list[Helper]


@dataclass(eq=False)
class Rows:
    """Rooms, helpers, and where a slot (3L) or a location (L) has rows: for all who are there, for who is new there."""

    work: Work
    room: list[int] = field(default_factory=list)
    helpers: list[Helper] = field(default_factory=list)

    def __post_init__(self) -> None:
        count = len(self.work.flexible)
        self.beds, self.accessible, self.school = (np.full((2, size), NO_ROW) for size in (3 * count, count, count))

    def add(self, room: int) -> int:
        """A new row."""
        self.room.append(room)
        return len(self.room) - 1

    def help(self, most: int, *parts: tuple[int, int], price_2: int = 0, price_3: int = 0) -> None:
        """A new helper."""
        self.helpers.append(Helper(most, price_2, price_3, parts))


def model_of(work: Work) -> Model:
    """The rules on places, flexible, accessible and school places for all ways of the work."""
    rows = Rows(work)
    beds, access, school = people_at(work, work.stays)
    for location in np.flatnonzero(work.bound).tolist():
        _beds(rows, location, *(int(people) for people in beds[3 * location : 3 * location + 3]))
        _beside(rows, rows.accessible, location, int(work.accessible[location]), int(access[location]))
        if work.school[location] != NOT_KNOWN:
            _beside(rows, rows.school, location, int(work.school[location]), int(school[location]))
    placed = np.flatnonzero(work.slot != NO_PLACE)
    slot, location = work.slot[placed], work.slot[placed] // 3
    triples = []
    for amount, of, at in (
        (work.size, rows.beds, slot),
        (work.access, rows.accessible, location),
        (work.school_age, rows.school, location),
    ):
        taken = amount[work.household[placed]]
        for row, counts in ((of[0][at], taken > 0), (of[1][at], (taken > 0) & work.newly[placed])):
            here = np.flatnonzero((row != NO_ROW) & counts)
            triples.append((row[here], placed[here], taken[here]))
    row, way, amount = (np.concatenate(part) for part in zip(*triples, strict=True))
    return Model(row, way, amount, rows.room, rows.helpers)


def people_at(work: Work, slot: Ints) -> tuple[Ints, Ints, Ints]:
    """Persons per slot (3L), in accessible places and of school age per location (L)."""
    count, there = len(work.flexible), np.flatnonzero(slot != NO_PLACE)
    location = slot[there] // 3
    return (
        np.bincount(slot[there], work.size[there], 3 * count).astype(np.int64),
        np.bincount(location, work.access[there], count).astype(np.int64),
        np.bincount(location, work.school_age[there], count).astype(np.int64),
    )


def value_of(work: Work, slot: Ints) -> int:
    """What a slot for every household is worth on the single objective, in ten-thousandths of a weighed person."""
    people = people_at(work, slot)[0].reshape(-1, 3)
    own = work.places[:, FAMILY] + work.flexible
    above = np.maximum(0, people[:, FAMILY] - own) + np.maximum(0, people[:, AMV] - work.places[:, AMV])
    return int(work.weighed[work.way(slot)].sum() + TENTHS * work.over_price[0] * above[work.bound].sum())


def _beds(rows: Rows, location: int, families: int, amv: int, adults: int) -> None:
    """Own places per group, and flexible ones that serve families first; given are the people there before."""
    work, slots = rows.work, rows.beds[0]
    family_places, amv_places, adult_places = (int(places) for places in work.places[location])
    flexible = int(work.flexible[location])
    used = min(flexible, max(0, families - family_places))
    child, adult = (int(price) for price in work.over_price)
    groups = (
        (FAMILY, family_places, families - family_places - flexible, family_places + flexible, (child, 0)),
        (AMV, amv_places, amv - amv_places, amv_places, (child, 0)),
        (
            ADULT,
            adult_places + flexible,
            adults - adult_places - (flexible - used),
            adult_places + flexible,
            (0, adult),
        ),
    )
    for group, room, *_ in groups:
        slots[3 * location + group] = rows.add(room)
    used_by_families = [(int(slots[3 * location + FAMILY]), -1), (int(slots[3 * location + ADULT]), 1)]
    for group, _, over, most, prices in groups:
        if over > 0:
            opens = _crowded(rows, 3 * location + group, over, most, prices)
            if group == FAMILY and flexible:
                first = rows.add(-flexible)
                used_by_families.append((first, -1))
                opens.append((first, -flexible))
            rows.help(1, *opens)
    if flexible:
        rows.help(flexible, *used_by_families)


def _crowded(rows: Rows, slot: int, over: int, most: int, prices: tuple[int, int]) -> list[tuple[int, int]]:
    """No more above the places than before; the parts of a helper that lets somebody come when there are none."""
    limit, rows.beds[1][slot] = rows.add(over), rows.add(0)
    rows.help(over, (int(rows.beds[0][slot]), -1), (limit, 1), price_2=prices[0], price_3=prices[1])
    return [(limit, over), (int(rows.beds[1][slot]), -most)]


def _beside(rows: Rows, of: Ints, location: int, room: int, there: int) -> None:
    """Accessible or school places: never more people than before, and new ones only within the places."""
    if room == 0:
        return  # no way leads there for who needs one
    of[0][location] = rows.add(max(room, there))
    if there > room:
        of[1][location] = rows.add(0)
        rows.help(1, (int(of[0][location]), there - room), (int(of[1][location]), -room))
