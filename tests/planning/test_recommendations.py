# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Recommendations: what the prices promise, planned again, and kept with the plan."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from luwte.cli.app import app
from luwte.model.dataset import Dataset
from luwte.model.places import PlaceGroup
from luwte.model.progress import silent
from luwte.placement import Policy
from luwte.placement.placement import Worth
from luwte.planning import Placing, Plan, files_of, load_plan, place_all, plan
from luwte.planning.files import Request, plan_from_files
from luwte.planning.scenarios import Housed, MorePlaces
from luwte.planning.scenarios.candidates import Help, candidates
from luwte.planning.scenarios.recommend import recommendations
from luwte.reporting.needed import effects, leading, proof, result, title
from luwte.words import words_in
from planning.country import DAY

DATE = ("--date", DAY.isoformat())


def luwte(*arguments: object) -> int:
    return int(app([str(argument) for argument in arguments], standalone_mode=False) or 0)


@pytest.fixture(scope="module")
def crowded(dataset: Dataset) -> Dataset:
    """The small country with an azc that is half as large, so that families wait for places."""
    smaller = tuple(
        replace(x, family_places=3, flexible_places=0) if x.key == "AZC" else x
        for x in dataset.locations
        if x.key not in ("CLOSING", "SHORT")
    )
    keys = {x.key for x in smaller}
    return replace(
        dataset,
        locations=smaller,
        moves=(),
        households=tuple(replace(h, location=h.location if h.location in keys else None) for h in dataset.households),
    )


@pytest.fixture(scope="module")
def wanting(crowded: Dataset, policy: Policy) -> Plan:
    return plan(crowded, DAY, policy=policy, recommend=4)


def test_a_plan_recommends_as_much_as_was_asked_and_nothing_unasked(wanting: Plan, made: Plan) -> None:
    assert 1 <= len(wanting.needed.recommendations) <= 4
    assert made.needed.recommendations == ()


def test_what_is_recommended_is_what_planning_the_changed_tables_gives(
    wanting: Plan, crowded: Dataset, policy: Policy
) -> None:
    row = next(row for row in wanting.needed.recommendations if row.kind is Help.PLACES)
    assert row.location is not None
    assert row.group is not None
    again = place_all(MorePlaces(row.location, row.group, row.number).applied(crowded, DAY), DAY, policy=policy)
    assert (row.value_1, row.value_2, row.value_3) == tuple(level.value for level in again.placement.levels)


def test_places_never_do_more_for_children_than_their_prices_promise(wanting: Plan) -> None:
    """On the first level with a promise, where every plan of this country is proven best."""
    for row in wanting.needed.recommendations:
        if row.kind is Help.PLACES:
            effect = leading(effects(row, wanting.summary.levels))
            assert 0 <= effect.proven <= effect.came_out
            assert effect.predicted > 0


def test_a_few_recommendations_are_not_all_of_one_sort(placing: Placing) -> None:
    prices = {("AZC", PlaceGroup.FAMILY): 5, ("SHARED", PlaceGroup.FAMILY): 4, ("SMALL", PlaceGroup.AMV): 3}
    worth = tuple(Worth(key, group, Decimal(0), Decimal(two), Decimal(0)) for (key, group), two in prices.items())
    dear = replace(placing, placement=replace(placing.placement, worth=worth))
    found = list(candidates(dear))
    sorts = [(one.kind, one.group) for one in found]
    first = sorts[: len(set(sorts))]
    assert len(set(first)) == len(first) > 1
    assert found[0].predicted == max(one.predicted for one in found)
    assert found[0].predicted.level_2 == 50


def test_homes_are_for_households_with_a_permit(placing: Placing) -> None:
    for one in candidates(placing):
        if isinstance(one.change, Housed):
            assert one.change.households <= {"F-FIT", "Y-SHARED"}
            assert len(one.change.households) == one.number


def test_nothing_is_planned_again_when_nothing_is_asked(placing: Placing) -> None:
    def refuse(dataset: Dataset) -> Placing:
        raise AssertionError(dataset)

    assert recommendations(placing, refuse, 0, silent) == ()


def test_recommendations_come_back_from_the_files_of_a_plan(wanting: Plan) -> None:
    files = files_of(wanting, request=Request(recommend=4), inputs={}, beside={})
    read = plan_from_files(files)
    assert read.needed == wanting.needed
    assert read.request.recommend == 4


def test_a_plan_with_recommendations_is_told_and_stands_when_verified(
    tables: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    assert luwte("plan", tables, *DATE, "--out", out, "--recommend", "2", "--language", "en") == 0
    rows = load_plan(out).needed.recommendations
    assert "What would help most:" in capsys.readouterr().out
    assert 1 <= len(rows) <= 2
    assert luwte("verify", out, "--data", tables, "--language", "en") == 0


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_recommendation_is_said_without_codes(wanting: Plan, crowded: Dataset, language: str) -> None:
    words = words_in(language)
    for row in wanting.needed.recommendations:
        effect = leading(effects(row, wanting.summary.levels))
        for text in (title(row, crowded, words), result(row, words), proof(effect.proven, words)):
            assert "_" not in text
            assert "{" not in text
            assert "PV" not in text
