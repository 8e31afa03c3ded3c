# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Degrees become the metres of the national grid, at points whose coordinates are published."""

import pytest

from luwte.reporting.rd import rd_new

POINTS = {
    "Amersfoort, Onze Lieve Vrouwetoren": ((5.38720621, 52.15517440), (155_000.0, 463_000.0)),
    "Amsterdam, Westertoren": ((4.88352559, 52.37453253), (120_700.723, 487_525.502)),
    "Groningen, Martinitoren": ((6.56820053, 53.21938317), (233_883.131, 582_065.168)),
}


@pytest.mark.parametrize(("degrees", "metres"), POINTS.values(), ids=POINTS)
def test_a_tower_stands_where_the_land_registry_has_it(
    degrees: tuple[float, float], metres: tuple[float, float]
) -> None:
    assert rd_new(*degrees) == pytest.approx(metres, abs=0.5)
