# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The map of the example: municipalities by province, and random points inside a municipality."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

import numpy as np

from luwte.data.example.dice import Dice, Flags, Floats
from luwte.model.geography import Municipality

DEGREE_DIGITS = 4  # about ten metres; the outlines are coarser
TRIES = 32  # points per attempt; most municipalities fill a third of their bounding box or more

Ring = Sequence[tuple[float, float]]
Rings = Sequence[Ring]


@dataclass(frozen=True)
class Country:
    """Municipalities in the order of their table, and the rings (outer and inner alike) of each outline."""

    municipalities: tuple[Municipality, ...]
    outlines: Mapping[str, Rings]

    @cached_property
    def of_province(self) -> Mapping[str, tuple[Municipality, ...]]:
        """Municipalities by province code."""
        provinces: dict[str, list[Municipality]] = {}
        for municipality in self.municipalities:
            provinces.setdefault(municipality.province_code, []).append(municipality)
        return {code: tuple(members) for code, members in provinces.items()}

    def point_in(self, code: str, dice: Dice) -> tuple[Decimal, Decimal]:
        """A random point (lon, lat) inside a municipality, rounded before it is tested."""
        rings = self.outlines[code]
        corners = np.array([corner for ring in rings for corner in ring])
        low, high = corners.min(axis=0), corners.max(axis=0)
        while True:
            points = np.round(low + (high - low) * dice.uniform(2 * TRIES).reshape(TRIES, 2), DEGREE_DIGITS)
            inside = np.flatnonzero(is_inside(points, rings))
            if len(inside):
                lon, lat = points[inside[0]]
                return _degrees(lon), _degrees(lat)


def is_inside(points: Floats, rings: Rings) -> Flags:
    """Whether each point (rows of lon, lat) lies inside the rings, by counting crossings (even-odd rule)."""
    inside = np.zeros(len(points), dtype=np.bool_)
    x, y = points[:, 0], points[:, 1]
    for ring in rings:
        corners = np.asarray(ring, dtype=np.float64)
        for (x1, y1), (x2, y2) in zip(corners, np.roll(corners, -1, axis=0), strict=True):
            if y1 != y2:
                spans = (y1 > y) != (y2 > y)
                inside ^= spans & (x < (x2 - x1) * (y - y1) / (y2 - y1) + x1)
    return inside


def _degrees(value: float) -> Decimal:
    return Decimal(f"{value:.{DEGREE_DIGITS}f}")


def inhabitants(municipality: Municipality) -> int:
    """The latest count that is given."""
    dated = {day: count for day, count in municipality.inhabitants.items() if day is not None}
    return dated[max(dated)] if dated else municipality.inhabitants[None]
