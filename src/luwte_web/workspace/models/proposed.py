# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What a plan asks people to decide, a line for each household, so that it is found without reading the plan."""

from django.db import models

from luwte.placement.placement import Action, Cause
from luwte_web.registry.fields import MemberField, key
from luwte_web.registry.models import Household
from luwte_web.workspace.models.jobs import PlanJob


class Proposed(models.Model):
    """One proposal of a plan, written with it. It goes with its plan, and with its household when that is forgotten.

    `origin` and `destination` are keys of locations; empty is no place.
    """

    job = models.ForeignKey(PlanJob, on_delete=models.CASCADE, related_name="proposed")
    household = models.ForeignKey(Household, on_delete=models.CASCADE, related_name="+")
    action = MemberField(Action)
    cause = MemberField(Cause)
    size = models.PositiveIntegerField()
    minors = models.PositiveIntegerField()
    origin = key()
    destination = key()

    class Meta:
        """What the database itself holds."""

        constraints = (models.UniqueConstraint(name="a_plan_proposes_once", fields=["job", "household"]),)
