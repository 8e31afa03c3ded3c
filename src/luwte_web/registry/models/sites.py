# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What municipalities agreed for sites, and who is responsible for what there."""

from typing import ClassVar

from django.db import models

from luwte.model.marks import Mark
from luwte.model.places import Scheme
from luwte.model.sites import ConditionKind, ConditionState, OperationTask, Responsible
from luwte_web.accounts.actions import Action
from luwte_web.accounts.things import Lookups
from luwte_web.registry.fields import MemberField, key, text
from luwte_web.registry.models.municipalities import in_province
from luwte_web.registry.models.places import READ_AT_LOCATION, Location
from luwte_web.registry.models.pledges import Offer
from luwte_web.registry.models.versions import Version, about, once


class Condition(Version):
    """What a municipality asks of an offer or a location, by when, and whether it is met."""

    access: ClassVar = Lookups(
        Action.READ_LOCATION,
        location="location__key",
        municipality="municipality",
        province=in_province("municipality"),
    )
    condition = key()
    municipality = key()
    kind = MemberField(ConditionKind)
    what = text()
    state = MemberField(ConditionState)
    source = text()
    mark = MemberField(Mark)
    offer = about(Offer, null=True)
    location = about(Location, null=True)
    owner = text()
    agreed_on = models.DateField(null=True)
    due = models.DateField(null=True)
    until = models.DateField(null=True)
    state_on = models.DateField(null=True)

    class Meta(Version.Meta):
        """What the database itself holds."""

        constraints = (*Version.Meta.constraints, once("condition_once", "condition"))


class Operation(Version):
    """Who is responsible for one thing at a location."""

    access: ClassVar = READ_AT_LOCATION
    location = about(Location)
    task = MemberField(OperationTask)
    responsible = MemberField(Responsible)
    since = models.DateField()
    source = text()
    mark = MemberField(Mark)
    organisation = text()
    scheme = MemberField(Scheme, null=True)
    until = models.DateField(null=True)

    class Meta(Version.Meta):
        """What the database itself holds."""

        constraints = (
            *Version.Meta.constraints,
            once("operation_once", "location", "task", "responsible", "organisation", "since"),
        )
