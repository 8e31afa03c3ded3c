# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Children in emergency reception on earlier days, as people counted them then."""

from typing import ClassVar

from django.db import models

from luwte.model.marks import Mark
from luwte.model.places import LocationKind
from luwte_web.accounts.actions import Action
from luwte_web.accounts.things import Lookups
from luwte_web.registry.fields import MemberField, text
from luwte_web.registry.models.versions import Version, once


class Headcount(Version):
    """The children at one kind of site at the end of an earlier day; figures of the country."""

    access: ClassVar = Lookups(Action.READ_FIGURES)
    on = models.DateField()
    kind = MemberField(LocationKind)
    children = models.PositiveIntegerField()
    source = text()
    mark = MemberField(Mark)
    amv = models.PositiveIntegerField(null=True)

    class Meta(Version.Meta):
        """What the database itself holds."""

        constraints = (*Version.Meta.constraints, once("headcount_once", "on", "kind"))
