# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What people decided about a proposal and weighed for a child: versions, like everything in the registry.

A proposal is a household in a plan; a move is a household and the location it would go to. What was weighed belongs to
the move, so that a new plan that proposes the same move finds it again.
"""

from enum import StrEnum

from django.db import models
from django.db.models import Q

from luwte_web.artefacts.models import Artefact
from luwte_web.registry.fields import CodesField, MemberField, text
from luwte_web.registry.models import Household, Location, Move, Person, Version
from luwte_web.registry.models.versions import about, once


class Stance(StrEnum):
    """What somebody thinks of a move."""

    AGREES = "agrees"
    NEUTRAL = "neutral"
    OBJECTS = "objects"


class Heard(StrEnum):
    """Who heard the child, by what they are: no names are kept."""

    GUARDIAN = "guardian"
    SITE_TEAM = "site_team"
    PLACEMENT_OFFICER = "placement_officer"
    SCHOOL = "school"
    OTHER = "other"


class Hold(Version):
    """A proposal that waits for a reason, until a day; it is withdrawn when somebody lets it go on earlier."""

    household = about(Household)
    plan = models.ForeignKey(Artefact, on_delete=models.PROTECT, related_name="+")
    until = models.DateField()

    class Meta(Version.Meta):
        """What the database itself holds."""

        constraints = (*Version.Meta.constraints, once("a_proposal_is_held_once", "household", "plan"))


class BestInterests(Version):
    """What was weighed for the children of a household in one move: Directive (EU) 2024/1346, art. 26(2).

    `family`, `wellbeing` and `safety` are factors a to c; then the hand-over of school and care. Factor d is in
    `ChildView`. `view` to `not_heard_because` hold what was written of all children together before that.
    """

    household = about(Household)
    to = about(Location)
    family = text()
    wellbeing = text()
    safety = text()
    view = text()
    view_stance = MemberField(Stance, null=True)
    heard_by = MemberField(Heard, null=True)
    heard_on = models.DateField(null=True)
    not_heard_because = text()
    school_on = models.DateField(null=True)
    care_on = models.DateField(null=True)

    class Meta(Version.Meta):
        """What the database itself holds."""

        constraints = (
            *Version.Meta.constraints,
            once("best_interests_once", "household", "to"),
            models.CheckConstraint(name="heard_or_why_not", condition=Q(heard_on=None) | Q(not_heard_because="")),
        )


class ChildView(Version):
    """What one child thinks of one move, in its own words; who heard it and on which day, or why nobody did.

    `differs` is what family, well-being and safety mean otherwise for this child than for the household.
    """

    household = about(Household)
    person = about(Person)
    to = about(Location)
    view = text()
    stance = MemberField(Stance, null=True)
    heard_by = MemberField(Heard, null=True)
    heard_on = models.DateField(null=True)
    not_heard_because = text()
    differs = text()

    class Meta(Version.Meta):
        """What the database itself holds."""

        constraints = (
            *Version.Meta.constraints,
            once("child_view_once", "household", "to", "person"),
            models.CheckConstraint(name="child_heard_or_why_not", condition=Q(heard_on=None) | Q(not_heard_because="")),
        )


class GuardianView(Version):
    """What the guardian of an unaccompanied minor thinks of one move."""

    household = about(Household)
    to = about(Location)
    stance = MemberField(Stance)
    view = text()
    given_on = models.DateField()

    class Meta(Version.Meta):
        """What the database itself holds."""

        constraints = (*Version.Meta.constraints, once("guardian_view_once", "household", "to"))


class Urgency(Version):
    """Why a child moved before everything was written down that must be; `missing` are the codes of what was not."""

    move = about(Move)
    because = text()
    missing = CodesField()

    class Meta(Version.Meta):
        """What the database itself holds."""

        constraints = (
            *Version.Meta.constraints,
            once("urgency_once", "move"),
            models.CheckConstraint(name="urgency_has_a_reason", condition=~Q(because="")),
        )
