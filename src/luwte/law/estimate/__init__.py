# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""How many places the country needs: the estimate of Act 2(1) from residents expected, with what it rests on."""

from luwte.law.estimate.estimate import Estimate, Need, entered, from_inflow, published_beside
from luwte.law.estimate.residents import Assumptions
from luwte.law.estimate.series import Series, bundled_inflow, inflow_in_use, read_series, seven_nationalities

__all__ = [
    "Assumptions",
    "Estimate",
    "Need",
    "Series",
    "bundled_inflow",
    "entered",
    "from_inflow",
    "inflow_in_use",
    "published_beside",
    "read_series",
    "seven_nationalities",
]
