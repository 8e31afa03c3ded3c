# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What every way costs, in as few bytes as hold it: a continent has a thousand million ways."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from luwte.placement.sites import Flags, Ints

Narrow = NDArray[np.unsignedinteger[Any]]
SHORT, LONG = np.uint16, np.uint32


@dataclass(eq=False)
class Packed:
    """Prices of households (N) at slots (m): level 2 in steps of `unit` thousandths, level 3 in thousandths.

    A way that is not lawful has the greatest number there is on level 3.
    """

    unit: int
    level_2: Narrow
    level_3: Narrow

    @classmethod
    def empty(cls, households: int, slots: int, unit: int) -> "Packed":
        """Room for the prices of so many, to be put there."""
        shape = (households, slots)
        return cls(unit, np.empty(shape, SHORT), np.empty(shape, SHORT))

    @classmethod
    def of(cls, lawful: Flags, level_2: Ints, level_3: Ints, unit: int = 1) -> "Packed":
        """Prices in thousandths, packed."""
        packed = cls(unit, _narrow(level_2 // unit), _narrow(level_3))
        packed.level_3[~lawful] = packed.never
        return packed

    @property
    def never(self) -> int:
        """What stands on level 3 where a way is not lawful."""
        return int(np.iinfo(self.level_3.dtype).max)

    def put(self, begin: int, part: "Packed") -> None:
        """Put the prices of some households in their rows, from `begin` on."""
        rows = slice(begin, begin + len(part.level_2))
        if part.level_2.dtype.itemsize > self.level_2.dtype.itemsize:
            self.level_2 = self.level_2.astype(LONG)
        if part.level_3.dtype.itemsize > self.level_3.dtype.itemsize:
            longer = self.level_3.astype(LONG)
            longer[self.level_3 == self.never] = np.iinfo(LONG).max
            self.level_3 = longer
        self.level_2[rows], self.level_3[rows] = part.level_2, part.level_3
        if part.never < self.never:
            self.level_3[rows][part.level_3 == part.never] = self.never

    def lawful(self, row: Ints, column: Ints | slice) -> Flags:
        """Which ways are lawful."""
        return np.asarray(self.level_3[row, column] != self.never)

    def prices(self, row: Ints, column: Ints | slice) -> tuple[Ints, Ints]:
        """What ways cost on level 2 and 3, in thousandths; of a way that is not lawful no sensible number."""
        return self.level_2[row, column] * np.int64(self.unit), self.level_3[row, column].astype(np.int64)


def _narrow(values: Ints) -> Narrow:
    """The same numbers in the shorter type that holds them, and a greater one."""
    return values.astype(SHORT) if values.max(initial=0) < np.iinfo(SHORT).max else values.astype(LONG)
