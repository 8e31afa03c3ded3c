# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""To whom a text speaks."""

from enum import StrEnum

from luwte.model.people import HouseholdGroup
from luwte.planning.outputs import PlacementRow


class Voice(StrEnum):
    """To a grown-up (Dutch *u*), or to a child (Dutch *je*) in shorter words and without what a child need not know."""

    ADULT = "adult"
    CHILD = "child"


def voice_for(row: PlacementRow) -> Voice:
    """The voice that a household is spoken to in: a guardian reads to the unaccompanied minor, not about them."""
    return Voice.CHILD if row.group == HouseholdGroup.AMV and row.minors else Voice.ADULT
