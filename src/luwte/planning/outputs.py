# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The tables that `plan` writes, as records; their columns are described in `data/tables/outputs/*.yaml`.

A column is named after its field; `origin` and `destination` of a placement or a move are written as `from` and `to`.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from luwte.model.findings import Severity
from luwte.model.places import CoaCategory, Fitness, PlaceGroup
from luwte.placement.placement import Action, Cause


@dataclass(frozen=True, slots=True)
class TaskRow:
    """tasks.csv. Places; `None` is unknown. gap = (binding, else agreed, else indicative) - realised."""

    municipality: str
    indicative: int
    indicative_amv: int | None
    agreed: int
    binding: int | None
    counted_durable: int | None
    realised: int
    gap: int


@dataclass(frozen=True, slots=True)
class ProvinceRow:
    """provinces.csv."""

    province_code: str
    province: str
    indicative: int
    indicative_amv: int | None


@dataclass(frozen=True, slots=True)
class PlacementRow:
    """placements.csv: one household. `terms`, `excluded`, `in_the_way` are written as lists `name:value|name:value`.

    The name of a term begins with its level: `l2_stays_unfit`. `level_1` to `level_3` sum the terms of a level.
    `in_the_way`, `wanted`, `wanted_group` are an `InTheWay` (`placement_rows.in_the_way_of` reads it back).
    """

    household: str
    group: str
    size: int
    minors: int
    origin: str | None
    destination: str | None
    place_group: PlaceGroup | None
    action: Action
    cause: Cause
    level_1: Decimal
    level_2: Decimal
    level_3: Decimal
    terms: tuple[tuple[str, Decimal], ...]
    next_best: str | None
    next_best_room: bool | None
    next_best_level_1: Decimal | None
    next_best_level_2: Decimal | None
    next_best_level_3: Decimal | None
    excluded: tuple[tuple[str, int], ...]
    lawful: int = 0
    in_the_way: tuple[tuple[str, Decimal], ...] = ()
    wanted: str | None = None
    wanted_group: PlaceGroup | None = None
    room_for: str | None = None


@dataclass(frozen=True, slots=True)
class SuitabilityRow:
    """suitability.csv. `layer` stays `unknown` until a location is assessed; `reason` is a code."""

    location: str
    group: PlaceGroup
    layer: str
    fit: Fitness
    reason: str
    failed_gates: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LayerRow:
    """layers.csv: the layer of an assessed location for a group, and why; `coa` is COA's own category beside ours.

    `because` is written as a list `reason:norm|reason:norm`; `met_share` is the share of the weighted norms met.
    """

    location: str
    group: PlaceGroup
    layer: str
    rolled_up: CoaCategory | None
    coa: CoaCategory | None
    met_share: Decimal | None
    because: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class CriticalRow:
    """critical.csv: what is critical or fails a gate, most pressing first: `weight` = children x days x failed gates.

    `days` is the mean of the days that the children who live there have been there, so that children x days are the
    `child_days`; children of whom that is not known count for no days, and are told.
    """

    rank: int
    location: str
    group: PlaceGroup
    layer: str
    children: int
    days: Decimal
    failed_gates: int
    weight: int
    child_days: int
    children_since_unknown: int
    gates: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WorthRow:
    """worth.csv: what one more place is worth per level; with `unit` a whole family unit of so many places."""

    location: str
    group: PlaceGroup
    level_1: Decimal
    level_2: Decimal
    level_3: Decimal
    unit: int | None = None


@dataclass(frozen=True, slots=True)
class FairnessRow:
    """fairness.csv: one class of households of a dimension; `everybody` is all of them.

    Counts are people, children or households, as the names say; `level_2` sums the terms of households with a child.
    """

    dimension: str
    code: str
    households: int
    households_with_children: int
    people: int
    children: int
    moved: int
    children_who_could_stay: int
    children_fit_before: int
    children_fit_after: int
    children_unknown_before: int
    children_unknown_after: int
    children_unfit_before: int
    children_unfit_after: int
    children_no_place_before: int
    children_no_place_after: int
    people_without_place: int
    level_2: Decimal
    wishes: int
    wishes_met: int
    better_in_plan: int
    better_in_queue: int


@dataclass(frozen=True, slots=True)
class FrontierRow:
    """frontier.csv: one rate and the plan it gives; `rate` is `None` where one side goes strictly first.

    Counts are persons, but for `households_moved`. `dominated`: another point is as good on both sides and better on
    one. `plan` is the address of the plan of the point, `None` for the plan that the table lies with.
    """

    point: str
    rate: Decimal | None
    is_default: bool
    children_in_unfit: int
    out_of_unfit: int
    moved_who_could_stay: int
    moved_as_asked: int
    people_without_place: int
    children_without_place: int
    households_moved: int
    level_1: Decimal
    level_1_bound: Decimal
    level_2: Decimal
    level_2_bound: Decimal
    level_3: Decimal
    level_3_bound: Decimal
    dominated: bool
    plan: str | None


@dataclass(frozen=True, slots=True)
class AheadRow:
    """ahead.csv: one move in one week of the horizon."""

    week: date
    household: str
    origin: str | None
    destination: str
    size: int
    minors: int
    cause: Cause
    forced: bool


@dataclass(frozen=True, slots=True)
class AheadWeekRow:
    """ahead_weeks.csv: one week, what happens in it, and where it leaves people, looking ahead and week by week.

    Counts are persons, but for `moved`, which are households.
    """

    week: date
    opens: tuple[str, ...]
    closes: tuple[str, ...]
    moved: int
    children_moved: int
    children_unfit: int
    people_without_place: int
    moved_week_by_week: int
    children_moved_week_by_week: int
    children_unfit_week_by_week: int
    people_without_place_week_by_week: int


@dataclass(frozen=True, slots=True)
class AheadCountRow:
    """ahead_counts.csv: one count over the whole horizon, looking ahead and week by week."""

    count: str
    ahead: int
    week_by_week: int


@dataclass(frozen=True, slots=True)
class ArrivalRow:
    """arrivals.csv: where a household without a place goes by the plan, and with expected arrivals in mind."""

    household: str
    size: int
    minors: int
    by_plan: str | None
    expecting: str | None


@dataclass(frozen=True, slots=True)
class ExpectedPriceRow:
    """arrivals_prices.csv: what one more place would gain for who is there and who is expected; `free` as the plan
    leaves it to newcomers.
    """

    location: str
    group: PlaceGroup
    free: int
    price: Decimal


@dataclass(frozen=True, slots=True)
class FindingRow:
    """findings.csv: one finding as codes; `params` is JSON text, the last four tell where in the input."""

    severity: Severity
    subject: str
    code: str
    norm: str | None
    params: str
    file: str | None
    row: int | None
    column: str | None
    value: str | None
