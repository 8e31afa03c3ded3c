# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Divide a whole number exactly: largest remainder. The Decree's key does not do so; dividing what is left must."""

from collections.abc import Mapping
from fractions import Fraction
from math import floor


def apportion(total: int, weights: Mapping[str, Fraction | int]) -> Mapping[str, int]:
    """Whole parts in proportion to weights of 0 or more, adding up to the total.

    Everybody gets the whole part of their share; what is left goes one by one to the largest fractions, of equal ones
    to the first by key. Raises ValueError where there is something to divide and nobody has weight.
    """
    whole = sum(weights.values(), Fraction(0))
    if total < 0 or (total and whole <= 0):
        raise ValueError(f"{total} cannot be divided over weights that add up to {whole}")
    if not whole:
        return dict.fromkeys(weights, 0)
    exact = {key: total * Fraction(weight) / whole for key, weight in weights.items()}
    parts = {key: floor(share) for key, share in exact.items()}
    by_fraction = sorted(exact, key=lambda key: (parts[key] - exact[key], key))
    for key in by_fraction[: total - sum(parts.values())]:
        parts[key] += 1
    return parts
