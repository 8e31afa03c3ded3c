# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Recommendations: the most promising changes, each planned again, with what was predicted beside what came out."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from itertools import islice

from luwte.model.dataset import Dataset
from luwte.model.places import PlaceGroup
from luwte.model.progress import Progress
from luwte.planning.place import Placing
from luwte.planning.scenarios.candidates import Candidate, Help, candidates
from luwte.planning.scenarios.outcome import Outcome, outcome_of, proven_fall
from luwte.planning.worth.levels import PerLevel
from luwte.words import N_

CHECKING = N_("Checking recommendations")
Again = Callable[[Dataset], Placing]


@dataclass(frozen=True, slots=True)
class RecommendationRow:
    """recommendations.csv: a change, what its prices promise at most, and what planning again gives.

    `location`, `group` are None for homes; `province_code` is None for homes of households not linked yet. Per level:
    `predicted` number x price, `value` and `bound` of the new plan, `proven` how far the best possible falls for
    certain (0: not proven, the gaps may hide it). Then people after the new plan less people after the plan as it is.
    """

    kind: Help
    number: int
    group: PlaceGroup | None
    province_code: str | None
    location: str | None
    predicted_1: Decimal
    predicted_2: Decimal
    predicted_3: Decimal
    value_1: Decimal
    value_2: Decimal
    value_3: Decimal
    bound_1: Decimal
    bound_2: Decimal
    bound_3: Decimal
    proven_1: Decimal
    proven_2: Decimal
    proven_3: Decimal
    children_unfit: int
    children_emergency: int
    children_without_place: int
    children_moved: int
    people_without_place: int
    people_over_places: int


def recommendations(
    placing: Placing, again: Again, count: int, progress: Progress, stopped: Callable[[], bool] = lambda: False
) -> tuple[RecommendationRow, ...]:
    """The first `count` candidates, each planned again by `again`, in the order of what they promise.

    Once a person has `stopped` the search no further candidate is tried.
    """
    if not count:
        return ()
    dataset, on = placing.question.dataset, placing.question.on
    base = outcome_of(placing)
    rows = []
    for number, candidate in enumerate(islice(candidates(placing), count)):
        if stopped():
            break
        progress(CHECKING, number / count)
        rows.append(_row(candidate, base, outcome_of(again(candidate.change.applied(dataset, on)))))
    return tuple(rows)


def _row(candidate: Candidate, before: Outcome, after: Outcome) -> RecommendationRow:
    return RecommendationRow(
        candidate.kind,
        candidate.number,
        candidate.group,
        candidate.province_code,
        candidate.location,
        *candidate.predicted,
        *PerLevel(*(level.value for level in after.levels)),
        *PerLevel(*(level.bound for level in after.levels)),
        *PerLevel(*(proven_fall(old, new) for old, new in zip(before.levels, after.levels, strict=True))),
        after.children_unfit - before.children_unfit,
        after.children_emergency - before.children_emergency,
        after.children_without_place - before.children_without_place,
        after.children_moved - before.children_moved,
        after.people_without_place - before.people_without_place,
        after.people_over_places - before.people_over_places,
    )
