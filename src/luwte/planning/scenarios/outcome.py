# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What a plan comes to, in few numbers that can be held beside those of another plan."""

from dataclasses import dataclass
from decimal import Decimal

from luwte.model.places import EMERGENCY_KINDS, Fitness
from luwte.placement.placement import LevelResult
from luwte.planning.census import children_by_fitness, children_by_kind, trade
from luwte.planning.place import Placing


@dataclass(frozen=True, slots=True)
class Outcome:
    """Levels with their bounds, and people after the plan.

    `children_emergency` live in emergency or crisis emergency reception; `children_moved` could have stayed;
    `people_over_places` live where more of their group live than there are places.
    """

    levels: tuple[LevelResult, ...]
    children_unfit: int
    children_emergency: int
    children_without_place: int
    children_moved: int
    people_without_place: int
    people_over_places: int


def outcome_of(placing: Placing) -> Outcome:
    """Counted from the plan itself."""
    answer = placing.answer
    traded, by_kind = trade(answer), children_by_kind(answer)
    return Outcome(
        levels=placing.placement.levels,
        children_unfit=children_by_fitness(answer)[Fitness.UNFIT.value].after,
        children_emergency=sum(by_kind[kind.value].after for kind in EMERGENCY_KINDS),
        children_without_place=traded.children_without_place,
        children_moved=traded.moved_who_could_stay,
        people_without_place=traded.people_without_place,
        people_over_places=_over_places(placing),
    )


def _over_places(placing: Placing) -> int:
    after, location = placing.answer.after, placing.question.dataset.location
    return sum(sum(there.over(location[key]).values()) for key, there in after.items())


def proven_fall(before: LevelResult, after: LevelResult) -> Decimal:
    """How far the best possible value of a level falls for certain (negative: rises); nought where gaps may hide it.

    The best value lies between bound and value, before and after; only what lies between the two stretches is proven.
    """
    return max(Decimal(0), before.bound - after.value) + min(Decimal(0), before.value - after.bound)
