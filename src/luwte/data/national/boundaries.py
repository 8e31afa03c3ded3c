# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Boundaries of the municipalities, decoded from TopoJSON: coarse, for a national map, not for zooming in."""

import json
from collections.abc import Mapping
from functools import cache
from itertools import accumulate
from pathlib import Path
from typing import Any

FILE = Path(__file__).parent / "municipalities.topojson"

Point = tuple[float, float]
Ring = tuple[Point, ...]
Polygon = tuple[Ring, ...]


@cache
def boundaries() -> Mapping[str, tuple[Polygon, ...]]:
    """Per municipality code its polygons; each is an outer ring and its holes, closed, in degrees (lon, lat) WGS84."""
    topology = json.loads(FILE.read_text(encoding="utf-8"))
    arcs = [_decoded(arc, topology.get("transform")) for arc in topology["arcs"]]
    return {shape["id"]: _polygons(shape, arcs) for shape in topology["objects"]["gemeenten"]["geometries"]}


def _decoded(arc: list[list[float]], transform: Mapping[str, Any] | None) -> Ring:
    """The points of an arc; where the topology is quantised they come as steps on a grid."""
    if transform is None:
        return tuple((lon, lat) for lon, lat in arc)
    (scale_x, scale_y), (left, bottom) = transform["scale"], transform["translate"]
    steps = accumulate(arc, lambda point, step: [point[0] + step[0], point[1] + step[1]])
    return tuple((x * scale_x + left, y * scale_y + bottom) for x, y in steps)


def _polygons(shape: Mapping[str, Any], arcs: list[Ring]) -> tuple[Polygon, ...]:
    parts = [shape["arcs"]] if shape["type"] == "Polygon" else shape["arcs"]
    return tuple(tuple(_ring(ring, arcs) for ring in part) for part in parts)


def _ring(numbers: list[int], arcs: list[Ring]) -> Ring:
    """One closed ring out of arcs; a negative number is an arc walked backwards, and neighbours share an end point."""
    points: list[Point] = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        points.extend(arc[1:] if points else arc)
    return tuple(points)
