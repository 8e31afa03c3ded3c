# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What children say at a location, what there is for them to do, and who is there for them."""

from typing import ClassVar

from django.db import models

from luwte.model.participation import Ages, Period, ProgrammeKind, RunBy, Through
from luwte_web.registry.fields import CodesField, ExactField, MemberField, key, text
from luwte_web.registry.models.places import READ_AT_LOCATION, Location
from luwte_web.registry.models.versions import Thing, Version, about, once


class Feedback(Thing):
    """Something that children raised."""


class Programme(Thing):
    """Something to do for children."""


class FeedbackFacts(Version):
    """What children raised, and what came of it."""

    thing = "feedback"
    access: ClassVar = READ_AT_LOCATION
    feedback = about(Feedback)
    location = about(Location)
    date = models.DateField()
    through = MemberField(Through)
    raised = text()
    ages = MemberField(Ages, null=True)
    children = models.PositiveIntegerField(null=True)
    domain = key()
    done = text()
    done_on = models.DateField(null=True)
    told_back_on = models.DateField(null=True)

    class Meta(Version.Meta):
        """What the database itself holds."""

        constraints = (*Version.Meta.constraints, once("feedback_once", "feedback"))


class ProgrammeFacts(Version):
    """What is known of something to do for children."""

    thing = "programme"
    access: ClassVar = READ_AT_LOCATION
    programme = about(Programme)
    location = about(Location)
    name = text()
    kind = MemberField(ProgrammeKind)
    ages = CodesField()
    since = models.DateField(null=True)
    until = models.DateField(null=True)
    times_a_week = ExactField(null=True)
    hours_a_week = ExactField(null=True)
    places_a_week = models.PositiveIntegerField(null=True)
    reach = models.PositiveIntegerField(null=True)
    counted_on = models.DateField(null=True)
    budget = ExactField(null=True)
    budget_per = MemberField(Period, null=True)
    funded_by = text()
    funded_until = models.DateField(null=True)
    on_site = models.BooleanField(null=True)
    run_by = MemberField(RunBy, null=True)

    class Meta(Version.Meta):
        """What the database itself holds."""

        constraints = (*Version.Meta.constraints, once("programme_once", "programme"))


class Contact(Version):
    """Who is there for the children of a location, by a pseudonym."""

    access: ClassVar = READ_AT_LOCATION
    location = about(Location)
    contact = key()
    since = models.DateField()
    until = models.DateField(null=True)
    hours_a_week = ExactField(null=True)
    known_through = text()

    class Meta(Version.Meta):
        """What the database itself holds."""

        constraints = (*Version.Meta.constraints, once("contact_once", "location", "contact", "since"))
