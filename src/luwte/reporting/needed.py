# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What it would take, in words: recommendations, what their prices promise and what came out, and counts of people."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from luwte.model.dataset import Dataset
from luwte.planning.scenarios.candidates import Help
from luwte.planning.scenarios.outcome import Outcome
from luwte.planning.scenarios.recommend import RecommendationRow
from luwte.planning.summary import LevelRow
from luwte.reporting import labels, numbers
from luwte.words import N_, Words

COUNTS: Mapping[str, str] = {
    "children_unfit": N_("children in unfit places"),
    "children_emergency": N_("children in emergency or crisis emergency reception"),
    "children_without_place": N_("children without a place"),
    "children_moved": N_("children moved who could have stayed"),
    "people_without_place": N_("people without a place"),
    "people_over_places": N_("people above the places of their location"),
}
NOT_PROVEN = N_("no change is proven")


@dataclass(frozen=True, slots=True)
class Effect:
    """One level of a recommendation: how far it falls at most by the prices, in the new plan, and for certain."""

    level: int
    predicted: Decimal
    came_out: Decimal
    proven: Decimal


def title(row: RecommendationRow, dataset: Dataset, words: Words) -> str:
    """What is recommended, where and for whom."""
    number = numbers.whole(row.number, words)
    province = province_name(row.province_code, dataset, words)
    location = dataset.location.get(row.location or "")
    if row.kind is Help.HOMES and row.province_code is None:
        return words.text(
            N_("A municipality and a home for {number} households with a permit that have neither"), number=number
        )
    if row.kind is Help.HOMES:
        return words.text(
            N_("{number} homes in {province} for households with a permit that are linked there"),
            number=number,
            province=province,
        )
    if row.kind is Help.CONVERSION:
        return words.text(
            N_("{number} adult places that stand empty at {location} in {province} become family places"),
            number=number,
            location=location.name if location else row.location,
            province=province,
        )
    return words.text(
        N_("{number} more places for {group} in {province}, at {location}"),
        number=number,
        group=words.text(labels.GROUPS[row.group.value]) if row.group else "",
        province=province,
        location=location.name if location else row.location,
    )


def effects(row: RecommendationRow, before: tuple[LevelRow, ...]) -> tuple[Effect, ...]:
    """Per level, what was promised beside what came out; `before` are the levels of the plan as it is."""
    predicted = (row.predicted_1, row.predicted_2, row.predicted_3)
    after = (row.value_1, row.value_2, row.value_3)
    proven = (row.proven_1, row.proven_2, row.proven_3)
    return tuple(
        Effect(level.level, *amounts)
        for level, *amounts in zip(
            before,
            predicted,
            (level.value - value for level, value in zip(before, after, strict=True)),
            proven,
            strict=True,
        )
    )


def leading(of: tuple[Effect, ...]) -> Effect:
    """The effect that a recommendation is made for: that on the first level where the prices promise anything."""
    return next((effect for effect in of if effect.predicted > 0), of[-1])


def proof(fall: Decimal, words: Words) -> str:
    """How far the best possible value of a level falls or rises for certain."""
    if fall > 0:
        return words.text(N_("falls by at least {number}"), number=numbers.decimal(fall, words))
    if fall < 0:
        return words.text(N_("rises by at least {number}"), number=numbers.decimal(-fall, words))
    return words.text(NOT_PROVEN)


def result(row: RecommendationRow, words: Words) -> str:
    """What came out for children, in one sentence."""
    change = row.children_unfit
    if change < 0:
        return numbers.counted(
            N_("{n} child fewer in an unfit place"), N_("{n} children fewer in unfit places"), -change, words
        )
    if change > 0:
        return numbers.counted(
            N_("{n} child more in an unfit place"), N_("{n} children more in unfit places"), change, words
        )
    return words.text(N_("as many children in unfit places as now planned"))


def counts(outcome: Outcome) -> Iterator[tuple[str, int]]:
    """The counts of people of an outcome by their message id."""
    for name, label in COUNTS.items():
        yield label, getattr(outcome, name)


def province_name(code: str | None, dataset: Dataset, words: Words) -> str:
    """The name of a province; of none: not linked yet."""
    if code is None:
        return words.text(N_("not linked to a municipality yet"))
    return next((m.province for m in dataset.municipalities if m.province_code == code), code)
