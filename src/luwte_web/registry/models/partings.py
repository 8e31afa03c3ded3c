# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Persons who are not in their household any more. What was known of them is kept as superseded."""

from enum import StrEnum
from typing import ClassVar

from django.db import models

from luwte_web.registry.fields import MemberField
from luwte_web.registry.models.people import Household, Person, read_with
from luwte_web.registry.models.versions import Version, about, once


class PartedFor(StrEnum):
    """Why a person is not in the household any more."""

    OTHER_PARENT = "other_parent"
    ON_THEIR_OWN = "on_their_own"
    ELSEWHERE = "elsewhere"
    DIED = "died"
    NEVER = "never"


class Parting(Version):
    """A person left a household, or never was in it: why, and from which day on."""

    access: ClassVar = read_with("household__now__")
    person = about(Person)
    household = about(Household)
    parted_for = MemberField(PartedFor)
    on = models.DateField()

    class Meta(Version.Meta):
        """What the database itself holds."""

        constraints = (*Version.Meta.constraints, once("parting_once", "person"))
