# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Chance, the same on every machine: plain arithmetic on the raw numbers of a seeded generator."""

from collections.abc import Iterable, Mapping
from typing import TypeVar
from zlib import crc32

import numpy as np
from numpy.typing import ArrayLike, NDArray

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]
Thing = TypeVar("Thing")

UNUSED_BITS = np.uint64(11)  # a double holds 53 of the 64 bits
UNIT = 2.0**-53
HALF = 0.5


class Dice:
    """A stream of chance for one purpose; a change in one purpose leaves the others as they were.

    Only the raw 64-bit numbers of PCG64 are used, which NumPy promises to keep the same from version to version.
    """

    def __init__(self, seed: int, purpose: str) -> None:
        self._bits = np.random.PCG64(np.random.SeedSequence([seed, crc32(purpose.encode())]))

    def _raw(self, n: int) -> NDArray[np.uint64]:
        return np.asarray(self._bits.random_raw(n), dtype=np.uint64)

    def uniform(self, n: int) -> Floats:
        """`n` numbers from 0 up to, not including, 1."""
        return (self._raw(n) >> UNUSED_BITS).astype(np.float64) * UNIT

    def between(self, n: int, span: tuple[int, int]) -> Ints:
        """`n` whole numbers in a range, both ends included."""
        lowest, highest = span
        return lowest + np.floor(self.uniform(n) * (highest - lowest + 1)).astype(np.int64)

    def order(self, n: int) -> Ints:
        """The numbers 0 to `n` in random order."""
        return np.argsort(self._raw(n), kind="stable").astype(np.int64)

    def chance(self, n: int, share: ArrayLike) -> Flags:
        """`n` flags, each up with its chance."""
        return self.uniform(n) < np.asarray(share)

    def some(self, n: int, share: float) -> Flags:
        """`n` flags of which the share, rounded, is up: for figures that must come out, not only on average."""
        flags = np.zeros(n, dtype=np.bool_)
        flags[self.order(n)[: half_up(n * share)]] = True
        return flags

    def picks(self, n: int, weights: Iterable[float]) -> Ints:
        """`n` positions drawn by weight."""
        edges = np.cumsum(np.fromiter(weights, dtype=np.float64))
        return np.asarray(np.searchsorted(edges, self.uniform(n) * edges[-1], side="right"), dtype=np.int64)

    def draws(self, n: int, weights: Mapping[Thing, float]) -> list[Thing]:
        """`n` things drawn by weight."""
        things = list(weights)
        return [things[at] for at in self.picks(n, weights.values()).tolist()]

    def values(self, n: int, weights: Mapping[int, float]) -> Ints:
        """`n` whole numbers drawn by weight."""
        return np.fromiter(weights, dtype=np.int64)[self.picks(n, weights.values())]

    def up_to(self, n: int, steps: Mapping[int, float]) -> Floats:
        """`n` numbers spread evenly between the step drawn by weight and the step before it."""
        upper = np.fromiter(steps, dtype=np.float64)
        lower = np.concatenate(([0.0], upper[:-1]))
        at = self.picks(n, steps.values())
        return lower[at] + self.uniform(n) * (upper[at] - lower[at])

    def draw(self, weights: Mapping[Thing, float]) -> Thing:
        """One thing drawn by weight."""
        return self.draws(1, weights)[0]

    def number(self, span: tuple[int, int]) -> int:
        """One whole number in a range, both ends included."""
        return int(self.between(1, span)[0])

    def happens(self, share: float) -> bool:
        """One flag."""
        return bool(self.chance(1, share)[0])


def half_up(number: float) -> int:
    """The nearest whole number; halves go up."""
    return int(np.floor(number + HALF))
