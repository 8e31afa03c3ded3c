# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The worst class against everybody: per measure and dimension, in share or weight, as difference and as ratio."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from luwte.planning.fairness.classes import DIMENSIONS, EVERYBODY
from luwte.planning.outputs import FairnessRow

FEW = 10  # households; a class with fewer is shown and not ranked: one family decides its share (ours, assumption)


@dataclass(frozen=True, slots=True)
class Measure:
    """One outcome: a column as a part of another, and the column that counts the households it is about.

    `is_share` tells shares from weights; `high_is_worse` which end is the worst.
    """

    name: str
    part: str
    whole: str
    among: str
    is_share: bool = True
    high_is_worse: bool = True

    def of(self, row: FairnessRow) -> Fraction | None:
        """The value for a class, exactly; `None` where the class has nobody whom it is about."""
        whole = getattr(row, self.whole)
        return Fraction(getattr(row, self.part)) / whole if whole else None

    def ranks(self, row: FairnessRow) -> bool:
        """Whether a class has households enough to be held against everybody."""
        return bool(getattr(row, self.among) >= FEW)


MEASURES: Sequence[Measure] = (
    Measure("unfit", "children_unfit_after", "children", "households_with_children"),
    Measure("could_stay", "children_who_could_stay", "children", "households_with_children"),
    Measure("level_2", "level_2", "children", "households_with_children", is_share=False),
    Measure("without", "people_without_place", "people", "households"),
    Measure("moved", "moved", "people", "households"),
    Measure("wish_met", "wishes_met", "wishes", "wishes", high_is_worse=False),
    Measure("queue", "better_in_queue", "households", "households"),
)


@dataclass(frozen=True, slots=True)
class Contrast:
    """The worst class of a dimension for a measure, beside everybody; `ratio` is `None` where everybody has nought."""

    measure: Measure
    dimension: str
    worst: FairnessRow
    value: Fraction
    mean: Fraction

    @property
    def difference(self) -> Fraction:
        """How far the worst class is from everybody."""
        return self.value - self.mean

    @property
    def ratio(self) -> Fraction | None:
        """How many times the value of everybody the worst class has."""
        return self.value / self.mean if self.mean else None


def everybody(rows: Iterable[FairnessRow]) -> FairnessRow:
    """The row of all households."""
    return next(row for row in rows if row.dimension == EVERYBODY)


def contrasts(rows: Sequence[FairnessRow]) -> list[Contrast]:
    """The worst class for every measure and dimension in which at least two classes are large enough to compare."""
    all_of_them = everybody(rows)
    found = []
    for measure in MEASURES:
        mean = measure.of(all_of_them)
        for dimension in DIMENSIONS:
            ranked = [row for row in rows if row.dimension == dimension and measure.ranks(row)]
            if mean is not None and len(ranked) > 1:
                found.append(_worst(measure, dimension, ranked, mean))
    return found


def _worst(measure: Measure, dimension: str, ranked: Sequence[FairnessRow], mean: Fraction) -> Contrast:
    valued = [(measure.of(row) or Fraction(0), row) for row in ranked]
    choose = max if measure.high_is_worse else min
    value, worst = choose(valued, key=lambda pair: pair[0])
    return Contrast(measure, dimension, worst, value, mean)
