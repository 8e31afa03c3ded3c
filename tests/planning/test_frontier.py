# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""People see the choice before it is made: a plan for every rate, each whole, each to be verified."""

from dataclasses import replace
from pathlib import Path

import pytest

from luwte.cli.app import app
from luwte.model.dataset import Dataset
from luwte.placement import Policy, load_policy
from luwte.placement.rates import RATES
from luwte.planning import Plan, load_plan
from luwte.planning.files import address_of, read_files
from luwte.planning.frontier import Point, frontier, frontier_rows, is_dominated
from luwte.planning.outputs import FrontierRow
from planning.country import DAY

DATE = ("--date", "2026-11-16")
OTHERS = [rate.key for rate in RATES if not rate.is_default]


def luwte(*arguments: object) -> int:
    """Run the command line; the exit code."""
    code = app([str(argument) for argument in arguments], standalone_mode=False)
    return int(code or 0)


@pytest.fixture(scope="module")
def points(dataset: Dataset, policy: Policy, made: Plan) -> tuple[Point, ...]:
    return frontier(dataset, DAY, policy, made)


@pytest.fixture(scope="module")
def planned(tables: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A plan with its frontier."""
    out = tmp_path_factory.mktemp("frontier") / "out"
    assert luwte("plan", tables, *DATE, "--out", out, "--frontier", "--language", "en") == 0
    return out


def row(points: tuple[Point, ...], unfit: int, moved: int, without: int = 0) -> FrontierRow:
    first = frontier_rows(points[:1], {})[0]
    counts = {"children_in_unfit": unfit, "moved_who_could_stay": moved, "people_without_place": without}
    return replace(first, **counts)


def test_every_point_is_a_plan_of_its_own_policy(points: tuple[Point, ...]) -> None:
    assert [point.rate for point in points] == list(RATES)
    for point in points:
        assert point.plan.receipt.parameters["policy"] == point.policy.hash
        assert point.plan.summary.on == DAY


def test_the_default_point_is_the_plan_that_was_asked_for(points: tuple[Point, ...], made: Plan) -> None:
    assert [point.plan for point in points if point.rate.is_default] == [made]


def test_protection_is_the_same_at_every_rate(points: tuple[Point, ...]) -> None:
    assert len({point.plan.summary.trade.people_without_place for point in points}) == 1


def test_a_row_says_what_its_plan_says(points: tuple[Point, ...]) -> None:
    for point, one in zip(points, frontier_rows(points, {}), strict=True):
        summary = point.plan.summary
        assert one.children_in_unfit == summary.children_by_fitness["unfit"].after
        assert one.moved_who_could_stay == summary.trade.moved_who_could_stay
        assert (one.level_2, one.level_2_bound) == (summary.levels[1].value, summary.levels[1].bound)


def test_a_point_that_is_worse_on_one_side_and_no_better_on_the_other_is_told(points: tuple[Point, ...]) -> None:
    rows = [row(points, 10, 5), row(points, 10, 6), row(points, 9, 7), row(points, 10, 5)]
    assert [is_dominated(one, rows) for one in rows] == [False, True, False, False]


def test_points_that_leave_other_people_without_a_place_are_not_compared(points: tuple[Point, ...]) -> None:
    rows = [row(points, 10, 5, without=1), row(points, 10, 6)]
    assert not any(is_dominated(one, rows) for one in rows)


def test_every_point_has_a_folder_that_opens_by_its_address(planned: Path) -> None:
    rows = {one.point: one for one in load_plan(planned).frontier}
    assert sorted(rows) == sorted(rate.key for rate in RATES)
    assert sorted(folder.name for folder in (planned / "frontier").iterdir()) == sorted(OTHERS)
    for key in OTHERS:
        assert rows[key].plan == address_of(read_files(planned / "frontier" / key))
        assert load_plan(planned / "frontier" / key).summary.trade.out_of_unfit == rows[key].out_of_unfit
    assert rows["1"].plan is None


@pytest.mark.parametrize("folder", ["", "frontier/4", "frontier/places-first"])
def test_a_plan_with_its_frontier_is_verified_and_so_is_a_point(planned: Path, folder: str) -> None:
    assert luwte("verify", planned / folder) == 0


def test_a_changed_frontier_is_found(planned: Path, tables: Path, tmp_path: Path) -> None:
    assert luwte("plan", tables, *DATE, "--out", tmp_path / "out", "--frontier") == 0
    file = tmp_path / "out" / "frontier.csv"
    file.write_text(file.read_text().replace("places-first", "places-last"))
    assert luwte("verify", tmp_path / "out") == 1


def test_a_point_is_what_its_policy_gives(planned: Path, tables: Path, tmp_path: Path) -> None:
    policy = planned / "frontier" / "2" / "policy.yaml"
    assert luwte("plan", tables, *DATE, "--out", tmp_path / "out", "--policy", policy) == 0
    point = planned / "frontier" / "2" / "placements.csv"
    assert (tmp_path / "out" / "placements.csv").read_bytes() == point.read_bytes()


def test_the_rates_are_told_with_the_default_among_them(
    tables: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert luwte("place", tables, *DATE, "--out", tmp_path / "out", "--frontier", "--language", "en") == 0
    said = capsys.readouterr().out
    for words in ("places first", "0.25 ×", "1 × (default)", "nobody moved", "frontier/4", "this plan"):
        assert words in said
    assert (tmp_path / "out" / "frontier" / "4" / "place.json").is_file()


def test_without_the_option_there_is_no_frontier(made: Plan, planned: Path, tables: Path, tmp_path: Path) -> None:
    assert luwte("plan", tables, *DATE, "--out", tmp_path / "out") == 0
    assert load_plan(tmp_path / "out").frontier == ()
    assert not (tmp_path / "out" / "frontier").exists()


def test_the_policy_at_the_default_rate_has_the_hash_of_its_file(points: tuple[Point, ...]) -> None:
    assert next(point for point in points if point.rate.is_default).policy.hash == load_policy().hash
