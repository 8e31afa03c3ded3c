# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What would help, at the prices of a placement: one more place in a province, another use of a place, a home.

A price tells how fast the proven bound of a level falls with the first place. With more places the bound falls by at
most so much for each: what is worth doing first is gone first. What a number of places really does is found by solving
again (`luwte.planning.scenarios`).
"""

from luwte.planning.worth.conversions import conversion_worth
from luwte.planning.worth.homes import HomeWorth, home_worth, homes
from luwte.planning.worth.levels import NOTHING, PerLevel, Prices, prices_of
from luwte.planning.worth.provinces import province_worth
from luwte.planning.worth.rows import ConversionWorthRow, HomeWorthRow, ProvinceWorthRow
from luwte.planning.worth.units import Worths, new_units, worths_of

__all__ = [
    "NOTHING",
    "ConversionWorthRow",
    "HomeWorth",
    "HomeWorthRow",
    "PerLevel",
    "Prices",
    "ProvinceWorthRow",
    "Worths",
    "conversion_worth",
    "home_worth",
    "homes",
    "new_units",
    "prices_of",
    "province_worth",
    "worths_of",
]
