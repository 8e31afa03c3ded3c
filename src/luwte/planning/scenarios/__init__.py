# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What if: the tables changed on purpose, planned again, and held beside the plan as it is."""

from luwte.planning.scenarios.changes import Change, Closed, Converted, Housed, MorePlaces, Opened, changed
from luwte.planning.scenarios.outcome import Outcome, outcome_of, proven_fall
from luwte.planning.scenarios.what_if import Elsewhere, WhatIf, what_if

__all__ = [
    "Change",
    "Closed",
    "Converted",
    "Elsewhere",
    "Housed",
    "MorePlaces",
    "Opened",
    "Outcome",
    "WhatIf",
    "changed",
    "outcome_of",
    "proven_fall",
    "what_if",
]
