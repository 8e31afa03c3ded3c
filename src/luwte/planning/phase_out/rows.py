# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The tables of the phase-out; `phase_out_*.csv` have these columns. Counts are children, unless they say otherwise."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from luwte.model.places import CoaCategory, Fitness, LocationKind, PlaceGroup
from luwte.planning.phase_out.parts import By
from luwte.quality.triage import Layer


@dataclass(frozen=True, slots=True)
class QuarterRow:
    """phase_out_quarters.csv: one part of emergency reception in one quarter, up to `last_day`.

    before + new + again + born + from_other_site + unknown_since + another_part + not_kept - to_regular - eighteen -
    to_other_site - away = children. `not_kept` (who came less who left, of those whom the tables do not hold any more)
    is empty where nobody counted at both ends, and then a number that is not `known` is the least that there were.
    """

    quarter: str
    last_day: date
    by: By
    part: str
    before: int
    before_known: bool
    new: int
    again: int
    born: int
    from_other_site: int
    unknown_since: int
    another_part: int
    to_regular: int
    eighteen: int
    to_other_site: int
    away: int
    not_kept: int | None
    children: int
    children_known: bool


@dataclass(frozen=True, slots=True)
class SitesRow:
    """phase_out_sites.csv: how many sites of a kind opened and closed in a quarter, and how many changed fitness.

    `became_fit` and `no_longer_fit` count a site once for each group of children, by assessments up to the day.
    """

    quarter: str
    last_day: date
    kind: LocationKind
    open: int
    opened: int
    closed: int
    became_fit: int
    no_longer_fit: int


@dataclass(frozen=True, slots=True)
class PaceRow:
    """phase_out_pace.csv: the pace over so many quarters and the days since; `last_leaves` is empty for never.

    With `is_floor` nobody counted the children of the first day, and it went at least as fast.
    """

    quarters: int
    since: date
    days: int
    fell: int
    a_day: Decimal
    is_floor: bool
    children: int
    days_left: int | None
    last_leaves: date | None
    best_last_leaves: date | None
    worst_last_leaves: date | None
    has_band: bool


@dataclass(frozen=True, slots=True)
class PlacesRow:
    """phase_out_places.csv: the places in regular reception that a group needs by a day. Persons, not weighed.

    `people` live in emergency reception with a child, `without` wait for a place, `closing` live in regular reception
    that closes before the day; against these are places `free` now that stay, and those `opening`. `opening_unknown`
    are places of planned sites without a day; they do not count. `short` is what is missing.
    """

    group: PlaceGroup
    children: int
    households: int
    people: int
    without: int
    closing: int
    free: int
    opening: int
    opening_unknown: int
    short: int


@dataclass(frozen=True, slots=True)
class SiteRow:
    """phase_out_conditions.csv: a site of emergency reception for one group of children, and what is known of it.

    `gates_met`, `term_long_enough`, `permit_feasible` and `regional_support` are yes, no, or open (empty): the last
    three are said by people. `measures` are agreed and not done yet, `next_due` the first of them.
    """

    location: str
    group: PlaceGroup
    kind: LocationKind
    children: int
    layer: Layer
    coa_category: CoaCategory | None
    fit: Fitness
    gates_met: bool | None
    failed_gates: tuple[str, ...]
    open_gates: int
    term_long_enough: bool | None
    permit_feasible: bool | None
    regional_support: bool | None
    closes: date | None
    intake_stopped_on: date | None
    measures: int
    next_due: date | None


@dataclass(frozen=True, slots=True)
class MeasureRow:
    """phase_out_measures.csv: what is agreed for a site until it is left, and not done yet."""

    location: str
    indicator: str
    action: str
    owner: str | None
    due: date | None
    cost: Decimal | None
    is_late: bool
