# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""People ask who is worse off than others: every class is counted, once, and the worst is held against everybody."""

from collections.abc import Sequence
from dataclasses import fields, replace
from decimal import Decimal
from fractions import Fraction

import pytest

from luwte.placement import Policy
from luwte.planning import Placing, Plan
from luwte.planning.fairness import Contrast, contrasts, everybody
from luwte.planning.fairness.queue import Better, compare, queue_answer
from luwte.planning.outputs import FairnessRow

DIMENSIONS = ("group", "size", "region", "forced_moves", "phase")
COUNTED = tuple(column.name for column in fields(FairnessRow) if column.type is int)
NOBODY = FairnessRow(dimension="", code="", level_2=Decimal(0), **dict.fromkeys(COUNTED, 0))


def row(dimension: str, code: str, **counts: int) -> FairnessRow:
    return replace(NOBODY, dimension=dimension, code=code, **counts)


def regions(*unfit_of_a_hundred: int, households: int = 20) -> list[FairnessRow]:
    """Regions of a hundred children each, and everybody together."""
    rows = [
        row("region", f"PV{20 + at}", households_with_children=households, children=100, children_unfit_after=unfit)
        for at, unfit in enumerate(unfit_of_a_hundred)
    ]
    together = {"children": 100 * len(rows), "children_unfit_after": sum(unfit_of_a_hundred)}
    return [row("everybody", "everybody", **together), *rows]


def of(found: Sequence[Contrast], measure: str, dimension: str) -> Contrast | None:
    return next((one for one in found if (one.measure.name, one.dimension) == (measure, dimension)), None)


@pytest.mark.parametrize("dimension", DIMENSIONS)
@pytest.mark.parametrize("column", COUNTED)
def test_the_classes_of_a_dimension_count_everybody_once(made: Plan, dimension: str, column: str) -> None:
    classes = [getattr(row, column) for row in made.fairness if row.dimension == dimension]
    assert sum(classes) == getattr(everybody(made.fairness), column)


def test_everybody_is_what_the_summary_says(made: Plan) -> None:
    all_of_them, summary = everybody(made.fairness), made.summary
    unfit, unknown = summary.children_by_fitness["unfit"], summary.children_by_fitness["unknown"]
    assert all_of_them.households == len(made.placements)
    assert all_of_them.people == sum(row.size for row in made.placements)
    assert (all_of_them.children_unfit_before, all_of_them.children_unfit_after) == (unfit.before, unfit.after)
    assert (all_of_them.children_unknown_before, all_of_them.children_unknown_after) == (unknown.before, unknown.after)
    assert all_of_them.children_who_could_stay == summary.trade.moved_who_could_stay
    assert all_of_them.people_without_place == summary.trade.people_without_place
    assert all_of_them.better_in_queue == summary.queue.better_in_queue
    assert all_of_them.level_2 == sum(row.level_2 for row in made.placements if row.minors)


def test_where_children_live_adds_up_to_the_children(made: Plan) -> None:
    for one in made.fairness:
        for when in ("before", "after"):
            fitness = ("fit", "unknown", "unfit", "no_place")
            assert sum(getattr(one, f"children_{fit}_{when}") for fit in fitness) == one.children


def test_a_household_is_better_off_at_one_side_at_most(placing: Placing, made: Plan, policy: Policy) -> None:
    queue = queue_answer(placing.answer.situation, policy)
    here, there = compare(placing.answer, queue), compare(queue, placing.answer)
    turned = {Better.IN_PLAN: Better.IN_QUEUE, Better.IN_QUEUE: Better.IN_PLAN, Better.THE_SAME: Better.THE_SAME}
    assert {key: turned[side] for key, side in here.items()} == there
    counted = made.summary.queue
    assert counted.better_in_plan + counted.better_in_queue + counted.the_same == len(here)


def test_the_worst_class_is_held_against_everybody() -> None:
    found = of(contrasts(regions(10, 40, 10)), "unfit", "region")
    assert found is not None
    assert (found.worst.code, found.value, found.mean) == ("PV21", Fraction(2, 5), Fraction(1, 5))
    assert (found.difference, found.ratio) == (Fraction(1, 5), 2)


def test_a_wish_is_worst_where_fewest_are_met() -> None:
    rows = [
        row("everybody", "everybody", wishes=40, wishes_met=20),
        row("phase", "permit", wishes=20, wishes_met=5),
        row("phase", "return", wishes=20, wishes_met=15),
    ]
    found = of(contrasts(rows), "wish_met", "phase")
    assert found is not None
    assert (found.worst.code, found.difference, found.ratio) == ("permit", Fraction(-1, 4), Fraction(1, 2))


def test_a_class_of_a_few_households_is_not_ranked() -> None:
    rows = [*regions(10, 20), row("region", "PV30", households_with_children=9, children=9, children_unfit_after=9)]
    found = of(contrasts(rows), "unfit", "region")
    assert found is not None
    assert found.worst.code == "PV21"


def test_one_class_alone_is_compared_with_nothing() -> None:
    assert of(contrasts(regions(10)), "unfit", "region") is None


def test_nothing_is_so_many_times_nothing() -> None:
    found = of(contrasts(regions(0, 0)), "unfit", "region")
    assert found is not None
    assert (found.difference, found.ratio) == (0, None)
