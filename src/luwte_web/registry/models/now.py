# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Where things are now. Views of the database with one row for each thing of which something is known at present.

They let a query follow things by what holds now: `household__now__location__now__municipality`. `guards/now.py` lays
them; nothing is written here.
"""

from typing import Any

from django.db import models

from luwte.model.people import HouseholdGroup
from luwte.model.places import LocationKind
from luwte_web.registry.fields import MemberField, MonthField, key, text
from luwte_web.registry.models.people import Household, Person
from luwte_web.registry.models.places import Location


def _of(kind: type[models.Model]) -> "models.OneToOneField[Any, Any]":
    return models.OneToOneField(kind, primary_key=True, on_delete=models.DO_NOTHING, related_name="now")


class LocationNow(models.Model):
    """What is known now of a location, as far as others are looked up by it."""

    location = _of(Location)
    name = text()
    municipality = key()
    kind = MemberField(LocationKind)
    closes = models.DateField(null=True)
    stays_until_age = models.PositiveIntegerField()

    class Meta:
        """A view."""

        managed = False
        db_table = "registry_locationnow"


class HouseholdNow(models.Model):
    """Where a household lives now, and whose ward it is."""

    household = _of(Household)
    location = models.ForeignKey(Location, null=True, on_delete=models.DO_NOTHING, related_name="+")
    group = MemberField(HouseholdGroup)
    guardian = key()
    since = models.DateField(null=True)

    class Meta:
        """A view."""

        managed = False
        db_table = "registry_householdnow"


class PersonNow(models.Model):
    """With whom a person is placed now."""

    person = _of(Person)
    household = models.ForeignKey(Household, on_delete=models.DO_NOTHING, related_name="+")
    birth_month = MonthField()

    class Meta:
        """A view."""

        managed = False
        db_table = "registry_personnow"
