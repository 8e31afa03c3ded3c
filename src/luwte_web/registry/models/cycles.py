# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The steps of cycles, how far municipalities are with their task, and what they bring along of housing."""

from typing import ClassVar

from django.db import models

from luwte.model.cycles import Status, Step
from luwte.model.marks import Mark
from luwte_web.accounts.actions import Action
from luwte_web.accounts.things import Lookups
from luwte_web.registry.fields import MemberField, key, text
from luwte_web.registry.models.pledges import READ_AT_MUNICIPALITY
from luwte_web.registry.models.versions import Version, once


class CycleStep(Version):
    """A step of a cycle that was done on a day; figures of the country."""

    access: ClassVar = Lookups(Action.READ_FIGURES)
    cycle = models.PositiveIntegerField()
    step = MemberField(Step)
    on = models.DateField()
    source = text()
    mark = MemberField(Mark)
    places = models.PositiveIntegerField(null=True)
    far_reaching = models.BooleanField(null=True)

    class Meta(Version.Meta):
        """What the database itself holds."""

        constraints = (*Version.Meta.constraints, once("cycle_step_once", "cycle", "step", "on"))


class MunicipalStatus(Version):
    """The status that a municipality has in a cycle from a day on."""

    access: ClassVar = READ_AT_MUNICIPALITY
    cycle = models.PositiveIntegerField()
    municipality = key()
    status = MemberField(Status)
    since = models.DateField()
    note = text()

    class Meta(Version.Meta):
        """What the database itself holds."""

        constraints = (*Version.Meta.constraints, once("status_once", "cycle", "municipality", "since", "status"))


class HousingBalance(Version):
    """What a municipality brings into a half-year of permit holders housed too few or too many."""

    access: ClassVar = READ_AT_MUNICIPALITY
    half_year = key()
    municipality = key()
    backlog = models.PositiveIntegerField()
    lead = models.PositiveIntegerField()

    class Meta(Version.Meta):
        """What the database itself holds."""

        constraints = (*Version.Meta.constraints, once("housing_once", "half_year", "municipality"))
