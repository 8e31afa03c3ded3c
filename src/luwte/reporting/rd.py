# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""From degrees WGS84 to metres RD New (EPSG:28992), good to about a quarter of a metre over the Netherlands.

The polynomial and its coefficients are those of F.H. Schreutelkamp and G.L. Strang van Hees, "Benaderingsformules voor
de transformatie tussen RD- en WGS84-kaartcoördinaten", 2001; more than enough for a map.
"""

from collections.abc import Mapping

AMERSFOORT_LON, AMERSFOORT_LAT = 5.38720621, 52.15517440  # degrees
FALSE_EASTING, FALSE_NORTHING = 155_000.0, 463_000.0  # metres
PER_DEGREE = 0.36  # ten thousands of seconds of arc

EASTING: Mapping[tuple[int, int], float] = {
    (0, 1): 190094.945,
    (1, 1): -11832.228,
    (2, 1): -114.221,
    (0, 3): -32.391,
    (1, 0): -0.705,
    (3, 1): -2.340,
    (1, 3): -0.608,
    (0, 2): -0.008,
    (2, 3): 0.148,
}
NORTHING: Mapping[tuple[int, int], float] = {
    (1, 0): 309056.544,
    (0, 2): 3638.893,
    (2, 0): 73.077,
    (1, 2): -157.984,
    (3, 0): 59.788,
    (0, 1): 0.433,
    (2, 2): -6.439,
    (1, 1): -0.032,
    (0, 4): 0.092,
    (1, 4): -0.054,
}


def rd_new(lon: float, lat: float) -> tuple[float, float]:
    """Easting and northing in metres."""
    north, east = PER_DEGREE * (lat - AMERSFOORT_LAT), PER_DEGREE * (lon - AMERSFOORT_LON)
    return FALSE_EASTING + _sum(EASTING, north, east), FALSE_NORTHING + _sum(NORTHING, north, east)


def _sum(coefficients: Mapping[tuple[int, int], float], north: float, east: float) -> float:
    return sum(factor * north**p * east**q for (p, q), factor in coefficients.items())
