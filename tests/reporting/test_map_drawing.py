# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The map: every municipality once, classes told apart without colour, and nothing that a strict policy forbids."""

import re
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest

from luwte.data import boundaries, national_municipalities
from luwte.planning.outputs import TaskRow
from luwte.reporting.map import Area, MapClass, draw, swatch
from luwte.reporting.outlines import METRES_PER_UNIT, Polygons, border_path, sheet_for
from luwte.reporting.share_map import class_of, classes, share_map
from luwte.words import words_in

SVG = "{http://www.w3.org/2000/svg}"
MUNICIPALITIES = {m.code: m for m in national_municipalities()}
ENGLISH = words_in("en")


def row(code: str, task: int, realised: int) -> TaskRow:
    """A municipality with a task and what it realised."""
    return TaskRow(code, task, None, task, None, None, realised, task - realised)


@pytest.fixture(scope="module")
def svg() -> str:
    rows = [row(code, 100, 35 * (number % 4)) for number, code in enumerate(MUNICIPALITIES)]
    return share_map(rows, MUNICIPALITIES, ENGLISH)


def parsed(svg: str) -> ET.Element:
    """The drawing as a tree; it is our own, not somebody's input."""
    return ET.fromstring(svg)  # noqa: S314


def square(left: float) -> Polygons:
    """A square of a tenth of a degree near Utrecht."""
    right, low, high = left + 0.1, 52.0, 52.1
    return ((((left, low), (right, low), (right, high), (left, high), (left, low)),),)


def test_every_municipality_is_drawn_once_with_its_words(svg: str) -> None:
    titles = [title.text or "" for path in parsed(svg).iter(f"{SVG}path") for title in path.iter(f"{SVG}title")]
    assert len(titles) == 342
    assert {title.split(":")[0] for title in titles} == {m.name for m in MUNICIPALITIES.values()}


def test_the_map_has_a_name_a_description_and_a_role(svg: str) -> None:
    root = parsed(svg)
    assert root.attrib["role"] == "img"
    named = {element.attrib.get("id"): element.text for element in root.iter()}
    assert all(named[name] for name in root.attrib["aria-labelledby"].split())


def test_the_map_is_taller_than_wide_and_of_the_right_size() -> None:
    """The country measures about 265 by 311 km in RD New, from Sluis to Bad Nieuweschans, from Eijsden to Rottum."""
    sheet = sheet_for(boundaries())
    assert sheet.width * METRES_PER_UNIT == pytest.approx(268_000, abs=8_000)
    assert sheet.height * METRES_PER_UNIT == pytest.approx(315_000, abs=10_000)


def test_nothing_in_the_map_needs_script_or_style(svg: str) -> None:
    assert not re.search(
        r"<(script|style|image|foreignObject)|\s(style|on\w+)=|javascript:|https?://(?!www\.w3\.org)", svg
    )


def test_the_map_stays_small(svg: str) -> None:
    assert len(svg) < 150_000


def test_classes_differ_in_pattern_and_words_where_they_are_neighbours_in_colour() -> None:
    made = classes(ENGLISH)
    assert len({one.label for one in made}) == len(made)
    assert all(one.lines != other.lines for one, other in pairwise(made))
    assert "<pattern" in swatch(made[1], name="x")


@pytest.mark.parametrize(
    ("task", "realised", "expected"),
    [(90, 0, 0), (90, 29, 1), (90, 30, 2), (90, 59, 2), (90, 60, 3), (90, 89, 3), (90, 90, 4), (90, 200, 4),
     (0, 5, 4), (0, 0, 4)],
)  # fmt: skip
def test_a_share_falls_in_its_class(task: int, realised: int, expected: int) -> None:
    assert class_of(row("GM0344", task, realised)) == expected


def test_almost_all_is_never_written_as_all() -> None:
    drawn = share_map([row("GM0344", 1000, 999)], MUNICIPALITIES, ENGLISH)
    assert "Utrecht: 999 of 1,000 places (99%)" in drawn


def test_areas_link_to_their_page_beside_the_keyboard() -> None:
    drawn = share_map([row("GM0344", 10, 5)], MUNICIPALITIES, ENGLISH, link=lambda code: f"/m/{code}?a=1&b=2")
    root = parsed(drawn)
    [link] = root.iter(f"{SVG}a")
    assert (link.attrib["href"], link.attrib["tabindex"]) == ("/m/GM0344?a=1&b=2", "-1")
    assert root.attrib["role"] == "group"


def test_words_cannot_break_out_of_the_map() -> None:
    areas = {"A": Area(0, '<script>alert("x")</script>')}
    drawn = draw(areas, {"A": square(5.0)}, [MapClass("all", "#fff")], title="<b>", description="&")
    assert "<script" not in drawn
    assert "<b>" not in drawn


def test_two_neighbours_share_no_border_but_their_outline() -> None:
    sheet = sheet_for({"A": square(5.0), "B": square(5.1)})
    alone, both = (border_path(areas, sheet) for areas in ([square(5.0)], [square(5.0), square(5.1)]))
    assert alone.count("M") == both.count("M") == 1
    assert len(re.findall(r"-?\d+", both)) == 2 * 7  # six corners and back to the first
