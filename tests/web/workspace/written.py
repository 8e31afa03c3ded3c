# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What somebody writes down for a child who agrees to a move."""

from dataclasses import replace
from datetime import date
from typing import Any

from luwte_web.accounts.actors import Actor
from luwte_web.registry.days import today
from luwte_web.workspace import best_interests, children
from luwte_web.workspace.best_interests import Weighed
from luwte_web.workspace.children import Said
from luwte_web.workspace.models import Heard, Stance

WHOLE = Weighed(
    family="an aunt lives in the same town",
    wellbeing="the same school year, a place with a playground",
    safety="a quiet site with an own team",
    school_on=date(2026, 11, 30),
    care_on=date(2026, 11, 30),
)

WANTS = Said(view="wants to go", stance=Stance.AGREES, heard_by=Heard.SITE_TEAM, heard_on=date(2026, 11, 20))


def weighed(**otherwise: Any) -> Weighed:
    """A complete record of the household, but for what is given."""
    return replace(WHOLE, **otherwise)


def heard(**otherwise: Any) -> Said:
    """A child that was heard and wants to go, but for what is given."""
    return replace(WANTS, **otherwise)


def write_all(actor: Actor, household: str, to: str, **otherwise: Any) -> None:
    """Write down a complete record of a household, with each of its children heard, but for what is given."""
    best_interests.record(actor, household, to, weighed())
    for child in children.children_of(household, today()).minors:
        children.record_child_view(actor, household, to, child, heard(**otherwise))
