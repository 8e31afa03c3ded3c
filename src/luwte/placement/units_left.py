# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Family units left at every location, for who is placed one household after another (reading 36 of decision 3)."""

from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from luwte.model.places import PlaceGroup, Unit
from luwte.placement.sites import Flags, Ints


class UnitsLeft:
    """How many units of every size or larger are left at each location that is divided for families.

    A household takes one unit of the smallest size that holds it, or as many of the largest as it needs; a unit counts
    for its own size and for every smaller one, because it could have served there.
    """

    def __init__(self, units: Iterable[Unit], locations: Sequence[str]) -> None:
        places: dict[str, list[int]] = {}
        for unit in units:
            if unit.group is PlaceGroup.FAMILY and not unit.out_of_use and unit.places > 0:
                places.setdefault(unit.location, []).append(unit.places)
        at = {key: index for index, key in enumerate(locations)}
        self._left: Mapping[int, dict[int, int]] = {
            at[key]: {size: sum(one >= size for one in sizes) for size in sorted(set(sizes))}
            for key, sizes in places.items()
        }
        self._divided = np.isin(np.arange(len(locations)), list(self._left))

    def change(self, location: int, persons: int, sign: int) -> None:
        """A family of so many persons comes (+1) or goes (-1)."""
        if location in self._left:
            left = self._left[location]
            for size, number in _taken(tuple(left), persons):
                left[size] -= sign * number

    def room_for(self, persons: int, location: Ints) -> Flags:
        """Which locations have whole units for a family of so many persons; all that are not divided have."""
        room = ~self._divided[location]
        for index in np.flatnonzero(~room):
            left = self._left[int(location[index])]
            room[index] = all(left[size] >= number for size, number in _taken(tuple(left), persons))
        return room


def _taken(sizes: tuple[int, ...], persons: int) -> list[tuple[int, int]]:
    """What a household takes, by size; `sizes` from small to large."""
    own = next((size for size in sizes if size >= persons), sizes[-1])
    return [(size, -(-persons // sizes[-1])) for size in sizes if size <= own]
