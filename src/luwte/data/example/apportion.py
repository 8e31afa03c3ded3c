# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Divide a whole number over parts so that the sum is exact (largest remainder)."""

from collections.abc import Sequence

import numpy as np

from luwte.data.example.dice import Ints


def apportion(total: int, weights: Sequence[float], limits: Sequence[int] | None = None) -> Ints:
    """Whole parts of `total`, proportional to the weights and never above the limits.

    Where all limits together are less than the total, every part that has weight is at its limit. Ties go to the first.
    """
    weight = np.asarray(weights, dtype=np.float64)
    limit = np.full(len(weight), total) if limits is None else np.where(weight > 0, np.asarray(limits), 0)
    parts = np.zeros(len(weight), dtype=np.int64)
    if len(weight) == 0 or total <= 0 or weight.max() <= 0:
        return parts
    total = min(total, int(limit.sum()))
    free = weight > 0
    while True:
        left = total - int(limit[~free & (weight > 0)].sum())
        share = np.where(free, weight, 0.0)
        quota = left * share / max(float(np.cumsum(share)[-1]), np.finfo(np.float64).tiny)
        full = free & (quota > limit)
        if not full.any():
            break
        free &= ~full
    parts = np.where(free, np.floor(quota), np.where(weight > 0, limit, 0)).astype(np.int64)
    rest = np.where(free & (parts < limit), quota - np.floor(quota), -1.0)
    for at in np.argsort(-rest, kind="stable")[: total - int(parts.sum())]:
        parts[at] += 1
    return parts


def halves(total: int, parts: int, differences: Sequence[float]) -> Ints:
    """Split a total evenly, then make neighbours differ by a share of their size: the sum and the mean are kept."""
    base, extra = divmod(total, parts)
    sizes = np.array([base + (at < extra) for at in range(parts)], dtype=np.int64)
    for at in range(0, parts - 1, 2):
        shift = int(sizes[at + 1] * differences[at])
        sizes[at] += shift
        sizes[at + 1] -= shift
    return sizes
