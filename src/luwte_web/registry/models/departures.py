# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Households that left reception. What was known of them is kept in the versions that the leaving superseded."""

from enum import StrEnum
from typing import ClassVar

from django.db import models

from luwte_web.accounts.actions import Action
from luwte_web.accounts.things import Lookups
from luwte_web.registry.fields import MemberField
from luwte_web.registry.models.municipalities import in_province
from luwte_web.registry.models.people import Household
from luwte_web.registry.models.places import Location
from luwte_web.registry.models.versions import Version, about, once

AT = "location__now__municipality"


class LeftFor(StrEnum):
    """Where a household went when it left reception."""

    HOME = "home"
    FAMILY = "family"
    ABROAD = "abroad"
    UNKNOWN = "unknown"
    DIED = "died"


class Departure(Version):
    """A household left reception: for where, on which day, and from which location."""

    access: ClassVar = Lookups(Action.WRITE_PERSON, location="location__key", municipality=AT, province=in_province(AT))
    household = about(Household)
    left_for = MemberField(LeftFor)
    on = models.DateField()
    location = about(Location, null=True)

    class Meta(Version.Meta):
        """What the database itself holds."""

        constraints = (*Version.Meta.constraints, once("departure_once", "household"))
