# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The tables of worth that `plan` writes beside worth.csv; columns are described in `data/tables/outputs/*.yaml`.

Worth is in weighed persons (level 1: persons): how far the proven bound of a level falls.
"""

from dataclasses import dataclass
from decimal import Decimal

from luwte.model.places import PlaceGroup
from luwte.planning.worth.levels import PerLevel


@dataclass(frozen=True, slots=True)
class ProvinceWorthRow:
    """worth_provinces.csv: one more place for a group in a province; of families its part of a whole unit where
    they take these.

    `level_1` to `level_3` hold at `location`, where it is worth most; `mean_1` to `mean_3` on average over the
    `locations` that are open, lasting and fit for the group. All are `None` where there is no such location.
    """

    province_code: str
    group: PlaceGroup
    locations: int
    location: str | None
    level_1: Decimal | None
    level_2: Decimal | None
    level_3: Decimal | None
    mean_1: Decimal | None
    mean_2: Decimal | None
    mean_3: Decimal | None

    @property
    def worth(self) -> PerLevel | None:
        """What one more place is worth at the best location."""
        return _together(self.level_1, self.level_2, self.level_3)

    @property
    def mean(self) -> PerLevel | None:
        """What one more place is worth on average."""
        return _together(self.mean_1, self.mean_2, self.mean_3)


@dataclass(frozen=True, slots=True)
class ConversionWorthRow:
    """worth_conversions.csv: one adult place that becomes a family place; `empty` adult places are left by the plan."""

    location: str
    adult_places: int
    empty: int
    level_1: Decimal
    level_2: Decimal
    level_3: Decimal

    @property
    def worth(self) -> PerLevel:
        """What turning one place is worth."""
        return PerLevel(self.level_1, self.level_2, self.level_3)


@dataclass(frozen=True, slots=True)
class HomeWorthRow:
    """worth_homes.csv: one home for a household with a permit, by the province of the municipality it is linked to.

    `None` is for households that are not linked yet. The worth is that of the household whose leaving helps most;
    `size` are its persons, so the places that come free.
    """

    province_code: str | None
    households: int
    people: int
    children: int
    size: int
    level_1: Decimal
    level_2: Decimal
    level_3: Decimal


def _together(first: Decimal | None, second: Decimal | None, third: Decimal | None) -> PerLevel | None:
    return None if first is None or second is None or third is None else PerLevel(first, second, third)
