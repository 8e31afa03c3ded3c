# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Places: locations, their units, what was answered about them, and what is done about it."""

from typing import ClassVar

from django.db import models

from luwte.model.places import Building, CoaCategory, LocationKind, Operator, PlaceGroup, Scheme, StatedFitness
from luwte.model.quality import Answer, AssessedGroup, Method
from luwte_web.accounts.actions import Action
from luwte_web.accounts.things import Lookups
from luwte_web.registry.fields import CodesField, ExactField, MemberField, key, text
from luwte_web.registry.models.municipalities import in_province
from luwte_web.registry.models.versions import Thing, Version, about, once

AT = "location__now__municipality"
READ_AT_LOCATION = Lookups(Action.READ_LOCATION, location="location__key", municipality=AT, province=in_province(AT))


class Location(Thing):
    """A reception location."""


class LocationFacts(Version):
    """What is known of a location."""

    thing = "location"
    access: ClassVar = READ_AT_LOCATION
    location = about(Location)
    name = text()
    municipality = key()
    kind = MemberField(LocationKind)
    operator = MemberField(Operator)
    building = MemberField(Building)
    family_places = models.PositiveIntegerField()
    amv_places = models.PositiveIntegerField()
    adult_places = models.PositiveIntegerField()
    opens = models.DateField(null=True)
    closes = models.DateField(null=True)
    supervisor = text()
    scheme = MemberField(Scheme, null=True)
    contractor = text()
    flexible_places = models.PositiveIntegerField(default=0)
    accessible_places = models.PositiveIntegerField(default=0)
    school_places = models.PositiveIntegerField(null=True)
    provides = CodesField()
    only = CodesField()
    family_fit = MemberField(StatedFitness, null=True)
    amv_fit = MemberField(StatedFitness, null=True)
    adult_fit = MemberField(StatedFitness, null=True)
    stays_until_age = models.PositiveIntegerField(default=18)
    own_amv_team = models.BooleanField(null=True)
    cost_per_place_day = ExactField(null=True)
    lon = ExactField(null=True)
    lat = ExactField(null=True)
    school_km = ExactField(null=True)
    gp_km = ExactField(null=True)
    coa_category = MemberField(CoaCategory, null=True)
    term_long_enough = models.BooleanField(null=True)
    permit_feasible = models.BooleanField(null=True)
    intake_stopped_on = models.DateField(null=True)
    regional_support = models.BooleanField(null=True)

    class Meta(Version.Meta):
        """What the database itself holds."""

        constraints = (*Version.Meta.constraints, once("location_once", "location"))


class Unit(Version):
    """A part of a location that is handed out whole."""

    access: ClassVar = READ_AT_LOCATION
    location = about(Location)
    unit = key()
    group = MemberField(PlaceGroup)
    places = models.PositiveIntegerField()
    rooms = models.PositiveIntegerField(null=True)
    team = text()
    out_of_use = models.BooleanField(null=True)

    class Meta(Version.Meta):
        """What the database itself holds."""

        constraints = (*Version.Meta.constraints, once("unit_once", "location", "unit"))


class Assessment(Version):
    """One answer about one norm at one location."""

    access: ClassVar = READ_AT_LOCATION
    location = about(Location)
    group = MemberField(AssessedGroup)
    indicator = key()
    answer = MemberField(Answer)
    date = models.DateField()
    method = MemberField(Method)
    value = text()
    assessor = key()
    note = text()

    class Meta(Version.Meta):
        """What the database itself holds."""

        constraints = (
            *Version.Meta.constraints,
            once("assessment_once", "location", "group", "indicator", "date", "method", "assessor"),
        )


class Improvement(Version):
    """An agreed action for a gap, with its cost in EUR."""

    access: ClassVar = READ_AT_LOCATION
    location = about(Location)
    indicator = key()
    action = text()
    owner = text()
    due = models.DateField(null=True)
    cost = ExactField(null=True)
    done_on = models.DateField(null=True)
