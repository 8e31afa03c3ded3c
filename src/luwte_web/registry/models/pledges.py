# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What the tables are about, holidays, and what was offered, exchanged, decided and promised."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from luwte.model.marks import Mark
from luwte.model.periods import SchoolRegion
from luwte.model.places import LocationKind
from luwte.model.pledges import CommitmentKind, CommitmentState, OfferStatus
from luwte_web.accounts.actions import Action
from luwte_web.accounts.things import Lookups
from luwte_web.registry.fields import CodesField, MemberField, key, text
from luwte_web.registry.models.municipalities import in_province
from luwte_web.registry.models.places import Location
from luwte_web.registry.models.versions import Thing, Version, about, once

READ_AT_MUNICIPALITY = Lookups(Action.READ_FIGURES, municipality="municipality", province=in_province("municipality"))


def giver_or_taker(municipality: str) -> Q:
    """An exchange is read at both its ends."""
    return Q(giver=municipality) | Q(taker=municipality)


class Offer(Thing):
    """Places that a municipality offers."""


class Commitment(Thing):
    """A promise or demand."""


class DatasetFacts(Version):
    """What the tables as a whole say of themselves; a single line."""

    reference_date = models.DateField(null=True)
    title = text()
    synthetic = models.BooleanField(default=False)
    seed = models.BigIntegerField(null=True)


class Holiday(Version):
    """A school holiday as given; where none are, those that come with the package hold."""

    region = MemberField(SchoolRegion)
    name = text()
    first_day = models.DateField()
    last_day = models.DateField()

    class Meta(Version.Meta):
        """What the database itself holds."""

        constraints = (*Version.Meta.constraints, once("holiday_once", "region", "first_day"))


class OfferFacts(Version):
    """What is known of an offer."""

    thing = "offer"
    access: ClassVar = READ_AT_MUNICIPALITY
    offer = about(Offer)
    municipality = key()
    places = models.PositiveIntegerField()
    status = MemberField(OfferStatus)
    amv_places = models.PositiveIntegerField(default=0)
    kind = MemberField(LocationKind, null=True)
    available_from = models.DateField(null=True)
    available_until = models.DateField(null=True)
    viable_because = CodesField()
    funded_until = models.DateField(null=True)
    conditions = text()
    location = about(Location, null=True)

    class Meta(Version.Meta):
        """What the database itself holds."""

        constraints = (*Version.Meta.constraints, once("offer_once", "offer"))


class Exchange(Version):
    """A part of a task that one municipality hands to another."""

    access: ClassVar = Lookups(Action.READ_FIGURES, municipality=giver_or_taker, province=in_province("giver"))
    giver = key()
    taker = key()
    places = models.PositiveIntegerField()
    amv_places = models.PositiveIntegerField()
    agreed_on = models.DateField(null=True)


class Decision(Version):
    """What the distribution decision (verdeelbesluit) of a cycle asks of a municipality."""

    access: ClassVar = READ_AT_MUNICIPALITY
    cycle = models.PositiveIntegerField()
    municipality = key()
    places = models.PositiveIntegerField()
    amv_places = models.PositiveIntegerField(null=True)
    decided_on = models.DateField(null=True)
    available_by = models.DateField(null=True)

    class Meta(Version.Meta):
        """What the database itself holds."""

        constraints = (*Version.Meta.constraints, once("decision_once", "cycle", "municipality"))


class CommitmentFacts(Version):
    """What is known of a promise or demand."""

    thing = "commitment"
    access: ClassVar = Lookups(Action.READ_COMMITMENT)
    commitment = about(Commitment)
    kind = MemberField(CommitmentKind)
    title = text()
    made_by = text()
    made_on = models.DateField(null=True)
    owner = text()
    measure = text()
    target = text()
    due = models.DateField(null=True)
    state = MemberField(CommitmentState, null=True)
    answer = text()
    evidence = text()
    reported_on = models.DateField(null=True)
    source = text()
    mark = MemberField(Mark, null=True)

    class Meta(Version.Meta):
        """What the database itself holds."""

        constraints = (*Version.Meta.constraints, once("commitment_once", "commitment"))
