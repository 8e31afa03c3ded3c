# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What people do for a household beside placing it: answer its wish, keep it near its own, plan what comes at eighteen.

No table of a dataset has these; they stand in the registry only.
"""

from enum import StrEnum
from typing import ClassVar

from django.db import models
from django.db.models import Q

from luwte.model.people import WishBy, WishKind
from luwte_web.registry.fields import MemberField, key, text
from luwte_web.registry.models.people import Household, Person, read_with
from luwte_web.registry.models.places import Location
from luwte_web.registry.models.versions import Version, about, once


class Answer(StrEnum):
    """What came of a wish."""

    GRANTED = "granted"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


class Tie(StrEnum):
    """What somebody is to the household."""

    PARENT = "parent"
    CHILD = "child"
    SIBLING = "sibling"
    PARTNER = "partner"
    RELATIVE = "relative"
    CLOSE_PERSON = "close_person"


class AtEighteen(StrEnum):
    """Where a young person goes on after the eighteenth birthday."""

    STAY = "stay"
    RECEPTION = "reception"
    HOME = "home"
    FAMILY = "family"


class WishAnswer(Version):
    """What came of one wish, which stands here as it was heard: granted, refused or withdrawn, when and why."""

    access: ClassVar = read_with("household__now__")
    household = about(Household)
    wish_kind = MemberField(WishKind)
    wish = key()
    wish_by = MemberField(WishBy, null=True)
    wish_on = models.DateField(null=True)
    answer = MemberField(Answer)
    on = models.DateField()
    why = text()

    class Meta(Version.Meta):
        """What the database itself holds."""

        constraints = (
            *Version.Meta.constraints,
            models.CheckConstraint(name="a_wish_is_answered_with_a_reason", condition=~Q(why="")),
        )


class Relative(Version):
    """Somebody whom the household should live near to: another household here, or in a municipality."""

    access: ClassVar = read_with("household__now__")
    household = about(Household)
    tie = MemberField(Tie)
    other = about(Household, null=True)
    municipality = key()

    class Meta(Version.Meta):
        """What the database itself holds."""

        constraints = (
            *Version.Meta.constraints,
            models.CheckConstraint(
                name="a_relative_lives_in_one_place",
                condition=Q(other=None) ^ Q(municipality=""),
            ),
            models.CheckConstraint(
                name="nobody_is_a_relative_of_themselves", condition=~Q(other=models.F("household"))
            ),
        )


class EighteenPlan(Version):
    """What an unaccompanied minor and those around it agreed for after the eighteenth birthday."""

    access: ClassVar = read_with("person__now__household__now__")
    person = about(Person)
    where = MemberField(AtEighteen)
    location = about(Location, null=True)
    guidance = text()
    school = text()
    housing = text()
    daytime = text()
    made_on = models.DateField()
    made_by = text()
    made_with = text()
    view = text()

    class Meta(Version.Meta):
        """What the database itself holds."""

        constraints = (
            *Version.Meta.constraints,
            once("eighteen_plan_once", "person"),
            models.CheckConstraint(
                name="an_eighteen_plan_is_whole",
                condition=~(
                    Q(guidance="") | Q(school="") | Q(housing="") | Q(daytime="") | Q(made_with="") | Q(view="")
                ),
            ),
        )
