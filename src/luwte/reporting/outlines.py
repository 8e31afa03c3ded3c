# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Boundaries as SVG paths on a sheet in RD New: whole units, relative steps, north up."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from luwte.reporting.rd import rd_new

METRES_PER_UNIT = 100
MARGIN = 20  # units around the country

Point = tuple[int, int]
Degrees = tuple[float, float]
Polygons = tuple[tuple[tuple[Degrees, ...], ...], ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The paper: its corner in RD New and its size, in units of `METRES_PER_UNIT`."""

    left: int
    top: int
    width: int
    height: int

    def place(self, lon: float, lat: float) -> Point:
        """Where a point lies on the sheet; y runs down."""
        x, y = _units(lon, lat)
        return x - self.left, self.top - y


def sheet_for(boundaries: Mapping[str, Polygons]) -> Sheet:
    """The smallest sheet that holds all boundaries, with a margin."""
    points = [
        _units(*point) for polygons in boundaries.values() for rings in polygons for ring in rings for point in ring
    ]
    left, right = min(x for x, _ in points), max(x for x, _ in points)
    bottom, top = min(y for _, y in points), max(y for _, y in points)
    return Sheet(left - MARGIN, top + MARGIN, right - left + 2 * MARGIN, top - bottom + 2 * MARGIN)


def area_path(polygons: Polygons, sheet: Sheet) -> str:
    """The `d` of one area, holes included."""
    return "".join(_closed([sheet.place(*point) for point in ring]) for rings in polygons for ring in rings)


def border_path(areas: Iterable[Polygons], sheet: Sheet) -> str:
    """The `d` of the outer border of areas together: the edges that only one of them has."""
    edges: Counter[tuple[Point, Point]] = Counter()
    for polygons in areas:
        for rings in polygons:
            for ring in rings:
                placed = _without_repeats([sheet.place(*point) for point in ring])
                edges.update((min(a, b), max(a, b)) for a, b in pairwise(placed))
    return "".join(_open(line) for line in _chained([edge for edge, times in edges.items() if times == 1]))


@cache
def _units(lon: float, lat: float) -> Point:
    x, y = rd_new(lon, lat)
    return round(x / METRES_PER_UNIT), round(y / METRES_PER_UNIT)


def _closed(ring: Sequence[Point]) -> str:
    points = _without_repeats(ring)
    return f"{_open(points[:-1])}z" if len(points) > 3 else ""


def _open(points: Sequence[Point]) -> str:
    (x, y), steps = points[0], pairwise(points)
    moved = " ".join(f"{b[0] - a[0]} {b[1] - a[1]}" for a, b in steps)
    return f"M{x} {y}l{moved}".replace(" -", "-")


def _without_repeats(points: Sequence[Point]) -> list[Point]:
    return [point for at, point in enumerate(points) if at == 0 or point != points[at - 1]]


def _chained(edges: Sequence[tuple[Point, Point]]) -> list[list[Point]]:
    """Edges as lines that are as long as they get."""
    at: dict[Point, list[Point]] = {}
    for a, b in edges:
        at.setdefault(a, []).append(b)
        at.setdefault(b, []).append(a)
    lines = []
    for start in sorted(at, key=lambda point: (len(at[point]) % 2 == 0, point)):
        while at[start]:
            line = [start]
            while at[line[-1]]:
                here = line[-1]
                there = at[here].pop()
                at[there].remove(here)
                line.append(there)
            lines.append(line)
    return lines
