# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The work as the peers get it: every lawful way to go with its price, who lives where, and how many places there are.

It is arrays alone, in one `.npz` file, so that a peer can run in an environment of its own, without Luwte.
"""

from dataclasses import dataclass, fields, replace
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]

NO_PLACE = -1
NOT_KNOWN = -1
FAMILY, AMV, ADULT = range(3)
LEVEL_1_WEIGHT, LEVEL_3_WEIGHT = 1000, "0.1"  # of the single objective; level 2 has weight 1
TENTHS = 10  # prices of the single objective are whole ten-thousandths of a weighed person
SCALE = 1000 * TENTHS  # of those, one weighed person


@dataclass(frozen=True, eq=False)
class Work:
    """Ways (W) in order of household: household, slot (3 x location + group, -1 is no place) and price (3 levels x W).

    Households (H): persons, accessible and school places taken, `home` slot of who may stay, `only` slot of who cannot
    be moved, `reserved` who has an accepted move, and for a queue `waited` quarters and who is `urgent`. Locations (L):
    places per group (L x 3) and beside them. `bound` marks the locations whose places are counted. Prices are
    thousandths of a weighed person.
    """

    household: Ints
    slot: Ints
    price: Ints
    size: Ints
    access: Ints
    school_age: Ints
    home: Ints
    only: Ints
    reserved: Flags
    waited: Ints
    urgent: Flags
    bound: Flags
    places: Ints
    flexible: Ints
    accessible: Ints
    school: Ints
    over_price: Ints  # of a child above the places (level 2), and of an adult (level 3)

    @cached_property
    def weighed(self) -> Ints:
        """What every way costs on the single objective, in ten-thousandths."""
        first, second, third = self.price.astype(np.int64)
        result: Ints = TENTHS * (LEVEL_1_WEIGHT * first + second) + third
        return result

    @cached_property
    def starts(self) -> Ints:
        """Where the ways of every household begin (H + 1)."""
        return np.searchsorted(self.household, np.arange(len(self.size) + 1))

    @cached_property
    def newly(self) -> Flags:
        """Which ways bring somebody newly to a place."""
        at = self.household
        result: Flags = (self.slot != NO_PLACE) & (self.slot != self.home[at]) & ~self.reserved[at]
        return result

    @property
    def stays(self) -> Ints:
        """The slot of every household when nobody moves who may stay; -1 for who has none."""
        return np.where(self.only >= 0, self.only, self.home)

    def ways_of(self, household: int) -> slice:
        """The ways of one household."""
        return slice(int(self.starts[household]), int(self.starts[household + 1]))

    def way(self, slot: Ints) -> Ints:
        """The way that leads every household (H) to its slot."""
        most = 3 * len(self.flexible) + 1
        wanted = np.arange(len(slot)) * most + slot + 1
        found = np.searchsorted(self.household.astype(np.int64) * most + self.slot + 1, wanted)
        assert (self.slot[found] == slot).all()
        return found

    def with_ways(self, chosen: Flags) -> "Work":
        """The same work with these ways only."""
        return replace(self, household=self.household[chosen], slot=self.slot[chosen], price=self.price[:, chosen])

    def save(self, path: Path) -> None:
        """Write it down."""
        np.savez(path, **{field.name: getattr(self, field.name) for field in fields(self)})


def load(path: Path) -> Work:
    """Read it back."""
    with np.load(path) as arrays:
        return Work(**{name: arrays[name] for name in arrays.files})
