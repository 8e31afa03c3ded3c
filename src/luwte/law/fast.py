# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The key once more, vectorised for many needs at a time; a test holds it equal to `key.py`, always.

Simulations divide thousands of needs. All arithmetic is on whole numbers: with u = weight x iG on a common scale and
U the sum of all u, In cancels and Iv = floor((2 x BO x u + U) / (2 x U)), which is half-up rounding without a fraction.
"""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from math import gcd, lcm

import numpy as np
from numpy.typing import ArrayLike, NDArray

LARGEST = np.iinfo(np.int64).max


def common_scale(weights: Sequence[Decimal | Fraction]) -> list[int]:
    """Weights as the smallest whole numbers with the same ratios; the key depends on nothing else."""
    exact = [Fraction(weight) for weight in weights]
    scale = lcm(*(weight.denominator for weight in exact))
    whole = [int(weight * scale) for weight in exact]
    shared = gcd(*whole) or 1
    return [weight // shared for weight in whole]


def indicative_numbers(need: ArrayLike, inhabitants: Sequence[int], weights: Sequence[int]) -> NDArray[np.int64]:
    """Indicative numbers, one per municipality in the last axis, for one need or for an array of needs.

    `weights` are whole numbers on one scale (`common_scale`). Where a product would not fit in 64 bits Python's own
    whole numbers are used, slower and as exact. Raises ValueError for an input below 0 or with nobody to divide over,
    and OverflowError for a number of places that itself does not fit in 64 bits.
    """
    loads = [people * weight for people, weight in zip(inhabitants, weights, strict=True)]
    total = sum(loads)
    needs = np.asarray(need, dtype=object)
    if total <= 0 or min(loads) < 0 or any(one < 0 for one in needs.flat):
        raise ValueError("needs, inhabitants and weights are 0 or more, and not all 0")
    most = max((int(one) for one in needs.flat), default=0)
    fits = 2 * most * max(loads) + total <= LARGEST and 2 * total <= LARGEST
    kind = np.int64 if fits else object
    load = np.array(loads, dtype=kind)
    rounded: NDArray[np.int64] = ((2 * needs.astype(kind)[..., np.newaxis] * load + total) // (2 * total)).astype(
        np.int64
    )
    return rounded
