# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Which places of a municipality count for the law, which do not, and of which nobody can tell from the tables."""

from luwte.law.counting.count import Counting, count, count_realised
from luwte.law.counting.durable import FiveYearsFrom
from luwte.law.counting.places import Nature, Places
from luwte.law.counting.verdicts import Reason, Verdict
from luwte.law.counting.viable import Doubt, Ground, Initiative, initiatives

__all__ = [
    "Counting",
    "Doubt",
    "FiveYearsFrom",
    "Ground",
    "Initiative",
    "Nature",
    "Places",
    "Reason",
    "Verdict",
    "count",
    "count_realised",
    "initiatives",
]
