# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Amounts per level, compared level by level: a little help on a lower level goes before any help on a higher one."""

from collections.abc import Mapping
from datetime import timedelta
from decimal import Decimal
from typing import NamedTuple

from luwte.model.places import Location, PlaceGroup
from luwte.placement.placement import Placement
from luwte.planning.recount import Question


class PerLevel(NamedTuple):
    """Weighed persons on levels 1, 2 and 3 (level 1: persons); ordered by level 1, then 2, then 3."""

    level_1: Decimal
    level_2: Decimal
    level_3: Decimal

    def plus(self, other: "PerLevel", times: int = 1) -> "PerLevel":
        """This and so many times the other."""
        return PerLevel(*(mine + times * theirs for mine, theirs in zip(self, other, strict=True)))

    def times(self, number: int) -> "PerLevel":
        """So many times this."""
        return NOTHING.plus(self, number)


NOTHING = PerLevel(Decimal(0), Decimal(0), Decimal(0))
Prices = Mapping[tuple[str, PlaceGroup], PerLevel]


def prices_of(placement: Placement) -> Prices:
    """What one more place is worth, by location and group; a place that is not scarce is left out."""
    return {(w.location, w.group): PerLevel(w.level_1, w.level_2, w.level_3) for w in placement.worth if w.unit is None}


def lasting_and_fit(question: Question, location: Location, group: PlaceGroup) -> bool:
    """Whether a place added there is one that anybody of the group may have, and keep.

    Open, taking people in, not closing within the days that the policy calls soon, fit for the group, and kept for
    nobody in particular (no registration, no `only`).
    """
    soon = question.on + timedelta(days=question.values.closing_soon_days)
    comes_in = location.is_open(question.on) and location.takes_in(question.on)
    lasts = comes_in and (location.closes is None or location.closes > soon)
    fit = question.fit.get((location.key, group))
    return lasts and location.is_for_anybody and fit is not None and fit.is_fit
