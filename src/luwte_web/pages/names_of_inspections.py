# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What the codes of inspections are called on the pages."""

from collections.abc import Mapping
from enum import StrEnum

from luwte.model.quality import AssessedGroup
from luwte.words import N_
from luwte_web.inspections.comparing import Trend

INSPECTIONS: Mapping[type[StrEnum], Mapping[str, str]] = {
    AssessedGroup: {
        AssessedGroup.FAMILY: N_("families"),
        AssessedGroup.AMV: N_("unaccompanied minors"),
        AssessedGroup.ADULT: N_("adults"),
        AssessedGroup.ALL: N_("everybody here"),
    },
    Trend: {
        Trend.BETTER: N_("better"),
        Trend.WORSE: N_("worse"),
        Trend.SAME: N_("the same"),
        Trend.NEW: N_("not asked last time"),
        Trend.GONE: N_("not answered this time"),
        Trend.UNTOLD: N_("cannot be compared"),
    },
}
