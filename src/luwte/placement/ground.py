# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What is free at every location, in plain arrays for a search that changes it a hundred million times."""

from typing import NamedTuple

import numpy as np

from luwte.placement.capacity import BEDS, NO_ROW, tables_of
from luwte.placement.columns import UNPLACED, columns_for, parts_in_rows
from luwte.placement.prices import Search
from luwte.placement.sites import Flags, Ints
from luwte.placement.value import people_after


class Ground(NamedTuple):
    """Who takes what where, and what is left. `people` and `left` change, all else stays.

    Households (H): `size`, `home` (slot), and the `amount` that they take of each thing counted beside beds (H x C).
    Slot s has the rows `row[begin[s]:begin[s + 1]]`, each of a `thing`; where the `table` of a thing is not -1,
    `need[table, amount, slot]` is taken.
    Slots (3L): `places` with those above them that may come back, `over` how many those are, `own` places, `people`
    there; `kept_free` of adults. Locations (L): `flexible`. Rows: `left`, of which `beyond` is for who comes back only.

    Where there were more people than room, who lives there may come back; somebody new comes within the room only, and
    where somebody new is, nobody comes back beyond it.
    """

    size: Ints
    home: Ints
    amount: Ints
    begin: Ints
    row: Ints
    thing: Ints
    table: Ints
    need: Ints
    places: Ints
    own: Ints
    over: Ints
    kept_free: Flags
    flexible: Ints
    beyond: Ints
    people: Ints
    left: Ints


def ground_of(search: Search, plan: Ints, kept_free: Flags | None = None) -> Ground:
    """What is left where everybody has the slot of a plan (H).

    At slots `kept_free` (3L) adults get no place for minors, and no flexible one for families.
    """
    problem, capacity = search.problem, search.capacity
    sites, people = problem.sites, problem.people
    slots, counts = sites.places.size, capacity.counts[BEDS + 1 :]
    over, beyond = _over(search, plan)
    left = np.array(capacity.room, dtype=np.int64)
    row, _, amount = parts_in_rows(search, columns_for(search.options, np.arange(len(plan)), plan))
    np.subtract.at(left, row, amount)
    table, tables = tables_of(counts)
    rows = np.stack([count.row for count in counts], axis=1).astype(np.int64)
    slot, thing = np.nonzero(rows != NO_ROW)
    own = sites.places.reshape(-1).astype(np.int64)
    return Ground(
        size=people.size.astype(np.int64),
        home=people.home.astype(np.int64),
        amount=np.stack([count.amount for count in counts], axis=1).astype(np.int64),
        begin=np.searchsorted(slot, np.arange(slots + 1)),
        row=rows[slot, thing],
        thing=thing,
        table=table,
        need=np.stack(tables) if tables else np.zeros((0, 0, slots), dtype=np.int64),
        places=own + over,
        own=own,
        over=over,
        kept_free=np.zeros(slots, dtype=np.bool_) if kept_free is None else kept_free,
        flexible=sites.flexible.astype(np.int64),
        beyond=beyond,
        people=people_after(problem, plan),
        left=left - (_all_beyond(search) - beyond),
    )


def _over(search: Search, plan: Ints) -> tuple[Ints, Ints]:
    """How many more than the room may come back: to slots (3L), and per row of what is counted beside beds."""
    people, counts = search.problem.people, search.capacity.counts
    new = np.flatnonzero((plan != UNPLACED) & (plan != people.home) & ~people.reserved)
    beds, *others = counts
    over, beyond = beds.over.astype(np.int64), _all_beyond(search)
    over[plan[new]] = 0
    for count in others:
        taken = count.taken(new, plan[new]) > 0
        rows = count.row[plan[new]][taken]
        beyond[rows[rows != NO_ROW]] = 0
    return over, beyond


def _all_beyond(search: Search) -> Ints:
    """Per row beside beds, how many more than the room there were before the plan."""
    beyond = np.zeros(len(search.capacity.room), dtype=np.int64)
    for count in search.capacity.counts[BEDS + 1 :]:
        known = count.row != NO_ROW
        beyond[count.row[known]] = count.over[known]
    return beyond
