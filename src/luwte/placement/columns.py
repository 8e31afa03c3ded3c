# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Chosen ways to go: pairs of household and slot, with their prices and their part in every row."""

from dataclasses import dataclass

import numpy as np

from luwte.placement.capacity import NO_ROW
from luwte.placement.options import Options
from luwte.placement.prices import Search
from luwte.placement.sites import Flags, Ints

UNPLACED = -1  # the slot of who is left without a place


@dataclass(frozen=True, eq=False)
class Columns:
    """Households and slots (C each; -1 is no place) and what each costs per level in thousandths (3 x C)."""

    household: Ints
    slot: Ints
    price: Ints

    def __len__(self) -> int:
        return len(self.household)

    def joined(self, other: "Columns") -> "Columns":
        """Both, without doubles, in order of household and slot."""
        pairs = np.stack([np.r_[self.household, other.household], np.r_[self.slot, other.slot]])
        _, first = np.unique(pairs, axis=1, return_index=True)
        return Columns(pairs[0][first], pairs[1][first], np.hstack([self.price, other.price])[:, first])

    def and_then(self, other: "Columns") -> "Columns":
        """These, and the others behind them; no way is in both."""
        both = (self, other)
        return Columns(
            np.concatenate([c.household for c in both]),
            np.concatenate([c.slot for c in both]),
            np.hstack([c.price for c in both]),
        )

    def without(self, other: "Columns") -> "Columns":
        """The columns that the other does not have."""
        return self.where(~holds(other, self.household, self.slot))

    def where(self, chosen: Flags) -> "Columns":
        """The columns for which `chosen` (C) is true."""
        return Columns(self.household[chosen], self.slot[chosen], self.price[:, chosen])


def holds(columns: Columns, household: Ints, slot: Ints) -> Flags:
    """Which pairs of household and slot are among the columns."""
    most = int(max(slot.max(initial=0), columns.slot.max(initial=0))) + 2
    return np.isin(household * most + slot, columns.household * most + columns.slot)


def columns_for(options: Options, household: Ints, slot: Ints) -> Columns:
    """Look up what these ways to go cost."""
    price = np.stack([np.where(slot == UNPLACED, unplaced[household], 0) for unplaced in options.unplaced_prices])
    panel_of, position = options.where
    for index, panel in enumerate(options.panels):
        here = np.flatnonzero((slot != UNPLACED) & (panel_of[household] == index))
        at, column = panel.at[position[household[here]]], panel.columns_of(slot[here])
        price[1, here], price[2, here] = panel.packed.prices(at, column)
    return Columns(household, slot, price)


def parts_in_rows(search: Search, columns: Columns) -> tuple[Ints, Ints, Ints]:
    """The part of columns in the rows of capacity, as triples: row, column, amount."""
    people = search.problem.people
    placed = np.flatnonzero(columns.slot != UNPLACED)
    household, slot = columns.household[placed], columns.slot[placed]
    newcomer = (slot != people.home[household]) & ~people.reserved[household]
    triples = []
    for count in search.capacity.counts:
        taken = count.taken(household, slot)
        for rows, counts in ((count.row[slot], taken > 0), (count.newly[slot], (taken > 0) & newcomer)):
            here = np.flatnonzero((rows != NO_ROW) & counts)
            triples.append((rows[here], placed[here], taken[here]))
    row, column, amount = (np.concatenate(kind) for kind in zip(*triples, strict=True))
    return row, column, amount
