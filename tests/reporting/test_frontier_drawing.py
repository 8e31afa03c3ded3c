# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The drawing of the frontier: every point where its numbers say, named once, the default marked, nothing cut off."""

import re
from decimal import Decimal
from itertools import pairwise
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from luwte.placement.rates import RATES
from luwte.planning.outputs import FrontierRow
from luwte.reporting.frontier import HEIGHT, WARM, WIDTH, axis_for, draw
from luwte.words import LANGUAGES, words_in

SVG = "{http://www.w3.org/2000/svg}"
NOUGHT = Decimal(0)


def rows(*points: tuple[int, int], dominated: frozenset[int] = frozenset()) -> list[FrontierRow]:
    """A point for every rate, as (children moved, children in unfit places); the last one goes on."""
    places = [*points, *[points[-1]] * (len(RATES) - len(points))]
    return [
        FrontierRow(
            rate.key, rate.times, rate.is_default, unfit, 0, moved, 0, 0, 0, 0, *[NOUGHT] * 6, at in dominated, rate.key
        )
        for at, (rate, (moved, unfit)) in enumerate(zip(RATES, places, strict=True))
    ]  # fmt: skip


def drawn(points: list[FrontierRow], language: str = "en") -> ElementTree.Element:
    return ElementTree.fromstring(draw(points, words_in(language), link=lambda row: f"/{row.point}/", name="f"))  # noqa: S314 - our own


def texts(svg: ElementTree.Element) -> list[str]:
    return [element.text or "" for element in svg.iter(f"{SVG}text")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_named_and_described(language: str) -> None:
    svg = drawn(rows((90, 10), (40, 20), (4, 30)), language)
    ids = {element.get("id"): element.text for element in svg.iter() if element.get("id")}
    assert ids[svg.get("aria-labelledby")]
    assert ids[svg.get("aria-describedby")]


def test_the_default_is_marked_and_named() -> None:
    svg = drawn(rows(*((100 - 10 * at, 10 * at) for at in range(9))))
    assert [element.get("fill") for element in svg.iter(f"{SVG}circle") if element.get("r") == "8"] == [WARM]
    assert "1 × (default)" in texts(svg)


def test_points_that_fall_together_share_one_name() -> None:
    svg = drawn(rows((90, 10), (40, 20), (4, 30)))
    assert {"places first", "0 ×", "0.25 × to nobody moved, with the default"} <= set(texts(svg))


def test_the_curve_leaves_out_where_another_point_is_better() -> None:
    [curve] = drawn(rows((90, 10), (95, 20), (4, 30), dominated=frozenset({1}))).iter(f"{SVG}polyline")
    assert len(set((curve.get("points") or "").split())) == 2


def test_every_point_leads_to_its_plan() -> None:
    svg = drawn(rows(*((100 - 10 * at, 10 * at) for at in range(9))))
    assert {link.get("href") for link in svg.iter(f"{SVG}a")} == {f"/{rate.key}/" for rate in RATES}


@settings(deadline=None, max_examples=60)
@given(st.lists(st.tuples(st.integers(0, 5000), st.integers(0, 20_000)), min_size=1, max_size=9))
def test_nothing_lies_outside_the_drawing(points: list[tuple[int, int]]) -> None:
    content = draw(rows(*points), words_in("en"), link=lambda _: "", name="f")
    for x, y in re.findall(r'c?x="([-\d.]+)" c?y="([-\d.]+)"', content):
        assert 0 <= float(x) <= WIDTH
        assert 0 <= float(y) <= HEIGHT


@given(st.lists(st.integers(0, 10**6), min_size=1))
def test_an_axis_holds_all_values_between_even_marks(values: list[int]) -> None:
    axis = axis_for(values)
    marks = list(axis.marks)
    assert marks[0] <= min(values)
    assert max(values) <= marks[-1] == axis.most
    assert {after - before for before, after in pairwise(marks)} == {axis.step}
    assert 2 <= len(marks) <= 8
