# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What stands out is told in a sentence; what differs by a hair is not; every class has a name."""

from dataclasses import fields
from decimal import Decimal

import pytest

from luwte.planning.fairness import MEASURES
from luwte.planning.fairness.classes import LARGEST_SIZE, MOST_MOVES, OR_MORE
from luwte.planning.outputs import FairnessRow
from luwte.reporting.fairness import class_in_words, titled, what_stands_out
from luwte.reporting.labels import GROUPS
from luwte.words import LANGUAGES, words_in

COUNTED = [column.name for column in fields(FairnessRow) if column.type is int]
PROVINCES = {"PV26": "Utrecht", "PV31": "Limburg"}
CODES = {
    "group": list(GROUPS),
    "size": [*map(str, range(1, LARGEST_SIZE)), f"{LARGEST_SIZE}{OR_MORE}"],
    "region": [*PROVINCES, "no_place"],
    "forced_moves": [*map(str, range(MOST_MOVES)), f"{MOST_MOVES}{OR_MORE}"],
    "phase": ["registration", "procedure", "permit", "return"],
}


def row(dimension: str, code: str, **counts: int) -> FairnessRow:
    numbers = dict.fromkeys(COUNTED, 0) | counts
    return FairnessRow(dimension=dimension, code=code, level_2=Decimal(0), **numbers)


def regions(*unfit: int) -> list[FairnessRow]:
    """Regions of a thousand children each, and everybody."""
    rows = [
        row("region", code, households_with_children=50, children=1000, children_unfit_after=number)
        for code, number in zip(PROVINCES, unfit, strict=True)
    ]
    return [row("everybody", "everybody", children=2000, children_unfit_after=sum(unfit)), *rows]


def test_a_class_that_is_far_from_everybody_is_told() -> None:
    told = list(what_stands_out(regions(300, 100), words_in("en"), PROVINCES))
    assert told == [
        "In a place that is not fit after the plan: 20.0% of all children; the highest part: Utrecht, 30.0%."
    ]


@pytest.mark.parametrize("unfit", [(210, 190), (2, 0), (0, 0)])
def test_a_class_that_differs_by_a_hair_is_not(unfit: tuple[int, int]) -> None:
    assert list(what_stands_out(regions(*unfit), words_in("en"), PROVINCES)) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_class_and_every_measure_has_a_name_of_its_own(language: str) -> None:
    words = words_in(language)
    for dimension, codes in CODES.items():
        names = [class_in_words(row(dimension, code), words, PROVINCES) for code in codes]
        assert len(set(names)) == len(codes)
        assert not any("_" in name or OR_MORE in name for name in names)
    assert len({titled(measure, words) for measure in MEASURES}) == len(MEASURES)
