# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What provinces are short of their number, ways to divide it, and how even each is; a person chooses (Act 5(2))."""

from luwte.law.remainder.divide import Division, Scope, Way, divide, side_by_side
from luwte.law.remainder.evenness import Evenness, evenness
from luwte.law.remainder.reported import ProvinceShort, Reported, shortfalls

__all__ = [
    "Division",
    "Evenness",
    "ProvinceShort",
    "Reported",
    "Scope",
    "Way",
    "divide",
    "evenness",
    "shortfalls",
    "side_by_side",
]
