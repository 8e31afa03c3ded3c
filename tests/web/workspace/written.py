# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What somebody writes down for a child who agrees to a move."""

from dataclasses import replace
from datetime import date
from typing import Any

from luwte_web.workspace.best_interests import Weighed
from luwte_web.workspace.models import Heard, Stance

WHOLE = Weighed(
    family="an aunt lives in the same town",
    wellbeing="the same school year, a place with a playground",
    safety="a quiet site with an own team",
    view="wants to go",
    view_stance=Stance.AGREES,
    heard_by=Heard.SITE_TEAM,
    heard_on=date(2026, 11, 20),
    school_on=date(2026, 11, 30),
    care_on=date(2026, 11, 30),
)


def weighed(**otherwise: Any) -> Weighed:
    """A complete record, but for what is given."""
    return replace(WHOLE, **otherwise)
