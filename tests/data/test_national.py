# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The bundled tables are the country: its municipalities, boundaries, neighbours and school holidays."""

import csv
import shutil
from collections import Counter
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

import luwte.data.national
from luwte.data import boundaries, holiday_region, national_holidays, national_municipalities, neighbours, read
from luwte.data.national import first_requests_by_month, holiday_regions, requests_by_year
from luwte.model.periods import SchoolRegion

HERE = Path(luwte.data.national.__file__).parent
CODES = {municipality.code for municipality in national_municipalities()}


def test_municipalities_add_up_to_the_country() -> None:
    totals = {2023: 17_811_291, 2024: 17_942_942, 2025: 18_044_027}  # CBS, 1 January
    assert len(CODES) == 342
    for year, total in totals.items():
        assert sum(m.inhabitants[date(year, 1, 1)] for m in national_municipalities()) == total


def test_the_bundled_tables_can_be_copied_without_a_finding(tmp_path: Path) -> None:
    for name in ("municipalities.csv", "holidays.csv"):
        shutil.copy(HERE / name, tmp_path / name)
    dataset = read(tmp_path)
    assert dataset.findings == ()
    assert dataset.bundled == frozenset()
    assert dataset.municipalities == national_municipalities()
    assert dataset.holidays == national_holidays()


def test_a_copy_has_the_hash_of_the_bundled_tables(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "dataset.csv").write_text("title\nLand\n", encoding="utf-8")
    shutil.copy(HERE / "municipalities.csv", tmp_path / "b" / "municipalities.csv")
    assert read(tmp_path / "a").content_hash == read(tmp_path / "b").content_hash


def test_every_municipality_has_a_closed_boundary_around_its_point() -> None:
    shapes = boundaries()
    assert set(shapes) == CODES
    for municipality in national_municipalities():
        rings = [ring for polygon in shapes[municipality.code] for ring in polygon]
        assert all(ring[0] == ring[-1] and len(ring) >= 4 for ring in rings)
        assert municipality.lon is not None
        assert municipality.lat is not None
        point = (float(municipality.lon), float(municipality.lat))
        assert sum(crosses(ring, point) for ring in rings) % 2 == 1, municipality.name


def crosses(ring: tuple[tuple[float, float], ...], point: tuple[float, float]) -> int:
    """How often a ray from a point to the east crosses a ring."""
    x, y = point
    return sum(
        (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1 for (x1, y1), (x2, y2) in pairwise(ring)
    )


def test_neighbours_are_pairs_of_municipalities() -> None:
    assert len(neighbours()) == 876
    assert all(a < b and {a, b} <= CODES for a, b in neighbours())


def test_holidays_are_whole_weeks_of_four_school_years() -> None:
    assert Counter(holiday.region for holiday in national_holidays()) == dict.fromkeys(SchoolRegion, 20)
    for holiday in national_holidays():
        assert (holiday.first_day.weekday(), holiday.last_day.weekday()) == (5, 6), holiday
        assert (holiday.last_day - holiday.first_day).days + 1 in (9, 16, 44), holiday


def test_summer_holidays_differ_by_region_and_the_may_holiday_does_not() -> None:
    by_name = Counter((h.name, h.first_day) for h in national_holidays())
    assert {count for (name, _), count in by_name.items() if name == "Zomervakantie"} == {1}
    assert {count for (name, _), count in by_name.items() if name in ("Meivakantie", "Kerstvakantie")} == {3}


@pytest.mark.parametrize(
    ("code", "region"),
    [
        ("GM0014", "north"),
        ("GM0050", "middle"),
        ("GM0034", "north"),
        ("GM0317", "north"),
        ("GM0344", "middle"),
        ("GM0244", "north"),
        ("GM0200", "middle"),
        ("GM0202", "south"),
        ("GM1959", "middle"),
        ("GM0855", "south"),
        ("GM0935", "south"),
        ("GM0687", "south"),
        ("GM0599", "middle"),
    ],
)
def test_a_municipality_follows_its_region(code: str, region: str) -> None:
    assert holiday_region(code) == region


def test_every_municipality_has_a_holiday_region_with_source_and_mark() -> None:
    assert set(holiday_regions()) == CODES
    assert all(entry.source and entry.mark for entry in holiday_regions().values())


@pytest.mark.parametrize("name", sorted(path.name for path in HERE.glob("*.csv")))
def test_every_national_table_says_whose_it_is(name: str) -> None:
    assert (HERE / f"{name}.license").exists()
    assert f"| {name} |" in (HERE / "LICENCES.md").read_text(encoding="utf-8")


def test_every_holiday_row_has_source_and_mark() -> None:
    with (HERE / "holidays.csv").open(encoding="utf-8", newline="") as file:
        assert all(row["source"] and row["mark"] for row in csv.DictReader(file))


def test_every_month_of_eleven_years_has_requests_of_seven_nationalities() -> None:
    months = first_requests_by_month()
    assert list(months) == [f"{year}-{month:02}" for year in range(2015, 2026) for month in range(1, 13)]
    assert months["2015-10"] == 7_900
    assert all(number >= 0 for number in months.values())


def test_seven_nationalities_never_asked_more_often_than_all_together() -> None:
    for year in requests_by_year():
        seven = sum(n for month, n in first_requests_by_month().items() if month.startswith(str(year.year)))
        assert 0 < seven < year.first_requests


def test_the_last_year_of_requests_is_preliminary() -> None:
    assert [(one.year, one.together) for one in requests_by_year() if one.preliminary] == [(2025, 40_610)]
