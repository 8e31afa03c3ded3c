# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The frontier: plans along a range of rates, so that the choice is seen before it is made.

Every point is a plan as any other: made by its own policy, counted again, and to be verified by itself.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from luwte.model.dataset import Dataset
from luwte.model.places import Fitness
from luwte.model.progress import Progress, silent
from luwte.placement import Limits, Policy
from luwte.placement.rates import RATES, Rate, at_rate
from luwte.planning.outputs import FrontierRow
from luwte.planning.plan import Plan, plan
from luwte.words import N_


@dataclass(frozen=True)
class Point:
    """One rate, the policy at that rate, and the plan that it gives."""

    rate: Rate
    policy: Policy
    plan: Plan


def frontier(
    dataset: Dataset,
    on: date,
    policy: Policy,
    default: Plan,
    *,
    cycle: int | None = None,
    need_amv: int | None = None,
    progress: Progress = silent,
    limits: Limits | None = None,
) -> tuple[Point, ...]:
    """A plan for every rate, from places first to nobody moved; `default` is the plan made with the policy as it is.

    `limits` hold for each plan that is made.
    """
    again = partial(plan, dataset, on, cycle=cycle, need_amv=need_amv, limits=limits)
    points = []
    for number, rate in enumerate(RATES):
        progress(N_("Planning along the frontier"), number / len(RATES))
        own = at_rate(policy, rate)
        made = default if rate.is_default else again(policy=own)
        points.append(Point(rate, own, made))
    return tuple(points)


def frontier_rows(points: Iterable[Point], addresses: Mapping[str, str]) -> tuple[FrontierRow, ...]:
    """frontier.csv; `addresses` are those of the points' plans by the key of their rate."""
    rows = [_row(point, addresses.get(point.rate.key)) for point in points]
    return tuple(replace(row, dominated=is_dominated(row, rows)) for row in rows)


def is_dominated(row: FrontierRow, rows: Sequence[FrontierRow]) -> bool:
    """Whether another point is as good for children on both sides and better on one: noise inside the gap.

    Points that leave other people without a place are not compared.
    """
    mine = _sides(row)
    return any(
        other.people_without_place == row.people_without_place
        and _sides(other) != mine
        and all(theirs <= own for theirs, own in zip(_sides(other), mine, strict=True))
        for other in rows
    )


def _sides(row: FrontierRow) -> tuple[int, int]:
    return row.children_in_unfit, row.moved_who_could_stay


def _row(point: Point, address: str | None) -> FrontierRow:
    summary = point.plan.summary
    trade, level = summary.trade, {one.level: one for one in summary.levels}
    return FrontierRow(
        point=point.rate.key,
        rate=point.rate.times,
        is_default=point.rate.is_default,
        children_in_unfit=summary.children_by_fitness[Fitness.UNFIT.value].after,
        out_of_unfit=trade.out_of_unfit,
        moved_who_could_stay=trade.moved_who_could_stay,
        moved_as_asked=trade.moved_as_asked,
        people_without_place=trade.people_without_place,
        children_without_place=trade.children_without_place,
        households_moved=summary.households.get("move", 0),
        level_1=level[1].value,
        level_1_bound=level[1].bound,
        level_2=level[2].value,
        level_2_bound=level[2].bound,
        level_3=level[3].value,
        level_3_bound=level[3].bound,
        dominated=False,
        plan=address,
    )
