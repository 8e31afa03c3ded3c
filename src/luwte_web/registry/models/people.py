# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""People: households, persons, where they live and lived, where they go, and children who are missing."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from luwte.model.people import HouseholdGroup, Phase, Relation, Sex, WishBy, WishKind
from luwte.model.places import PlaceGroup
from luwte.model.stays import MoveCause, MoveStatus
from luwte_web.accounts.actions import Action
from luwte_web.accounts.things import Lookups
from luwte_web.registry.fields import CodesField, MemberField, MonthField, key, text
from luwte_web.registry.models.municipalities import in_province
from luwte_web.registry.models.places import Location
from luwte_web.registry.models.versions import CURRENT, Thing, Version, about, once

WAITS_FOR = {"waits_for_school": "first_school_day", "waits_for_health_intake": "health_intake_on"}
LIVE = Q(status__in=[MoveStatus.ACCEPTED, MoveStatus.COMMITTED])


def read_with(household: str) -> Lookups:
    """Read by who may read about the household at a look-up: by where it lives now, and by whose ward it is."""
    at = f"{household}location__now__municipality"
    return Lookups(
        Action.READ_PERSON,
        location=f"{household}location__key",
        municipality=at,
        province=in_province(at),
        guardian=f"{household}guardian",
    )


class Household(Thing):
    """People who are placed together."""


class Person(Thing):
    """One person, by a pseudonym."""


class Move(Thing):
    """A move that people accepted."""


class HouseholdFacts(Version):
    """What is known of a household. `on_place` tells whose place it takes where it lives."""

    thing = "household"
    access: ClassVar = read_with("")
    household = about(Household)
    group = MemberField(HouseholdGroup)
    location = about(Location, null=True)
    phase = MemberField(Phase)
    since = models.DateField(null=True)
    forced_moves = models.PositiveIntegerField(default=0)
    guardian = key()
    needs = CodesField()
    wish_kind = MemberField(WishKind, null=True)
    wish = key()
    wish_by = MemberField(WishBy, null=True)
    wish_on = models.DateField(null=True)
    linked_municipality = key()
    keep_near = about(Household, null=True)
    locked = models.BooleanField(null=True)
    lock_reason = text()
    on_place = MemberField(PlaceGroup, null=True)

    class Meta(Version.Meta):
        """What the database itself holds."""

        constraints = (
            *Version.Meta.constraints,
            once("household_once", "household"),
            models.CheckConstraint(
                name="who_lives_somewhere_has_a_place",
                condition=Q(location=None, on_place=None) | Q(location__isnull=False, on_place__isnull=False),
            ),
            models.CheckConstraint(
                name="an_amv_lives_on_an_amv_place", condition=~Q(group="amv") | Q(on_place=None) | Q(on_place="amv")
            ),
        )
        indexes = (
            *Version.Meta.indexes,
            models.Index(name="household_lives_at", fields=["location"], condition=CURRENT),
            models.Index(name="household_is_ward_of", fields=["guardian"], condition=CURRENT),
        )


class PersonFacts(Version):
    """What is known of a person."""

    thing = "person"
    access: ClassVar = read_with("household__now__")
    person = about(Person)
    household = about(Household)
    birth_month = MonthField()
    relation = MemberField(Relation)
    sex = MemberField(Sex, null=True)
    lodged_on = models.DateField(null=True)
    first_school_day = models.DateField(null=True)
    health_intake_on = models.DateField(null=True)
    guardian_since = models.DateField(null=True)
    vulnerable = models.BooleanField(null=True)

    class Meta(Version.Meta):
        """What the database itself holds."""

        constraints = (*Version.Meta.constraints, once("person_once", "person"))
        indexes = (
            *Version.Meta.indexes,
            models.Index(name="person_belongs_to", fields=["household"], condition=CURRENT),
            models.Index(name="person_born_in", fields=["birth_month"], condition=CURRENT),
            *(
                models.Index(name=name, fields=["birth_month", "lodged_on"], condition=CURRENT & Q((field, None)))
                for name, field in WAITS_FOR.items()
            ),
        )


class Stay(Version):
    """One stay of a household; the stays of one household never overlap."""

    access: ClassVar = read_with("household__now__")
    household = about(Household)
    location = about(Location)
    since = models.DateField()
    until = models.DateField(null=True)
    cause = MemberField(MoveCause, null=True)
    forced = models.BooleanField(null=True)

    class Meta(Version.Meta):
        """What the database itself holds."""

        constraints = (
            *Version.Meta.constraints,
            once("stay_once", "household", "since"),
            models.CheckConstraint(
                name="a_stay_begins_before_it_ends", condition=Q(until=None) | Q(until__gte=F("since"))
            ),
        )


class MoveFacts(Version):
    """What is known of a move. `to_place` tells whose place the household takes there."""

    thing = "move"
    access: ClassVar = read_with("household__now__")
    move = about(Move)
    household = about(Household)
    to = about(Location)
    on = models.DateField()
    status = MemberField(MoveStatus)
    cause = MemberField(MoveCause, null=True)
    plan = text()
    to_place = MemberField(PlaceGroup)

    class Meta(Version.Meta):
        """What the database itself holds."""

        constraints = (
            *Version.Meta.constraints,
            once("move_once", "move"),
            models.UniqueConstraint(name="a_household_moves_once", fields=["household"], condition=CURRENT & LIVE),
        )


class Disappearance(Version):
    """A child reported missing: on which day, who was alerted, what was done, and on which day it was found."""

    access: ClassVar = read_with("person__now__household__now__")
    person = about(Person)
    reported_on = models.DateField()
    reported_by = key()
    alerted_on = models.DateField(null=True)
    alerted = text()
    done = text()
    found_on = models.DateField(null=True)

    class Meta(Version.Meta):
        """What the database itself holds."""

        constraints = (
            *Version.Meta.constraints,
            once("disappearance_once", "person", "reported_on"),
            models.CheckConstraint(
                name="found_after_it_was_reported", condition=Q(found_on=None) | Q(found_on__gte=F("reported_on"))
            ),
        )
