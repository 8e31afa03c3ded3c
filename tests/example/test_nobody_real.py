# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Nobody and no place in the example is real, and it says so."""

import re
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import pytest

import luwte.data.example
from luwte.data.national import Polygon, boundaries
from luwte.model.dataset import Dataset

NAME = re.compile(r"Voorbeeldlocatie (?P<municipality>.+) (?P<number>[1-9]\d*) \(synthetisch\)")
KEYS = {
    "households": re.compile(r"H\d+"),
    "persons": re.compile(r"P\d+"),
    "locations": re.compile(r"L\d+"),
}
ADDRESSES = re.compile(r"\b[1-9]\d{3} [A-Z]{2}\b|\w(straat|laan|weg|plein|kade) \d+|\w@\w|www\.")
FOLDER = Path(luwte.data.example.__file__).parent


def crossings(ring: Sequence[tuple[float, float]], lon: float, lat: float) -> int:
    """How often a ray to the east crosses a ring."""
    count = 0
    for (x1, y1), (x2, y2) in pairwise(ring):
        if min(y1, y2) <= lat < max(y1, y2):
            count += x1 + (lat - y1) / (y2 - y1) * (x2 - x1) > lon
    return count


def contains(polygons: Sequence[Polygon], lon: float, lat: float) -> bool:
    """Inside the outer ring of some polygon and inside none of its holes."""
    return any(
        crossings(outer, lon, lat) % 2 == 1 and all(crossings(hole, lon, lat) % 2 == 0 for hole in holes)
        for outer, *holes in polygons
    )


def test_every_location_lies_inside_its_municipality(example: Dataset) -> None:
    outside = [
        location.key
        for location in example.locations
        if location.lon is None
        or location.lat is None
        or not contains(boundaries()[location.municipality], float(location.lon), float(location.lat))
    ]
    assert outside == []


def test_locations_do_not_stand_at_one_known_point(country: Dataset) -> None:
    points = {(location.lon, location.lat) for location in country.locations}
    labels = {(municipality.lon, municipality.lat) for municipality in country.municipalities}
    assert len(points) == len(country.locations)
    assert points.isdisjoint(labels)


def test_every_location_says_that_it_is_synthetic(example: Dataset) -> None:
    assert example.synthetic
    assert "synthetisch" in example.title
    for location in example.locations:
        match = NAME.fullmatch(location.name)
        assert match, location.name
        assert match["municipality"] == example.municipality[location.municipality].name
    assert len({location.name for location in example.locations}) == len(example.locations)


def test_keys_carry_no_meaning(country: Dataset) -> None:
    """Neither their form nor their order tells where or who a household is."""
    for table, form in KEYS.items():
        assert all(form.fullmatch(record.key) for record in getattr(country, table))
    groups = [household.group for household in sorted(country.households, key=lambda household: household.key)]
    half = len(groups) // 2
    families = [part.count("family") / len(part) for part in (groups[:half], groups[half:])]
    assert families[0] == pytest.approx(families[1], abs=0.03)


@pytest.mark.parametrize("file", sorted(FOLDER.glob("*.*")), ids=lambda file: file.name)
def test_nothing_bundled_looks_like_an_address(file: Path) -> None:
    found = ADDRESSES.search(file.read_text(encoding="utf-8"))
    assert found is None, found


def test_what_looks_like_an_address_is_found() -> None:
    for text in ("1234 AB", "Dorpsstraat 12", "desk@example.org", "www.example.org"):
        assert ADDRESSES.search(text)
