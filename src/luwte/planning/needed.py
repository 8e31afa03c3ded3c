# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What it would take: the tables of a plan that tell what more places, other places and homes are worth."""

from dataclasses import dataclass

from luwte.planning.scenarios.recommend import RecommendationRow
from luwte.planning.worth.rows import ConversionWorthRow, HomeWorthRow, ProvinceWorthRow


@dataclass(frozen=True, slots=True)
class Needed:
    """The tables beside worth.csv; recommendations only where they were asked for."""

    provinces: tuple[ProvinceWorthRow, ...] = ()
    conversions: tuple[ConversionWorthRow, ...] = ()
    homes: tuple[HomeWorthRow, ...] = ()
    recommendations: tuple[RecommendationRow, ...] = ()
