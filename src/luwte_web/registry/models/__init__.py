# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The tables of the registry: one for every table of a dataset, and beside them what people do for a household."""

from luwte_web.registry.models.care import Answer, AtEighteen, EighteenPlan, Relative, Tie, WishAnswer
from luwte_web.registry.models.cycles import CycleStep, HousingBalance, MunicipalStatus
from luwte_web.registry.models.departures import Departure, LeftFor
from luwte_web.registry.models.headcounts import Headcount
from luwte_web.registry.models.municipalities import MunicipalityFacts
from luwte_web.registry.models.now import HouseholdNow, LocationNow, PersonNow
from luwte_web.registry.models.participation import Contact, Feedback, FeedbackFacts, Programme, ProgrammeFacts
from luwte_web.registry.models.partings import PartedFor, Parting
from luwte_web.registry.models.people import (
    Disappearance,
    Household,
    HouseholdFacts,
    Move,
    MoveFacts,
    Person,
    PersonFacts,
    Stay,
)
from luwte_web.registry.models.places import Assessment, Improvement, Location, LocationFacts, Unit
from luwte_web.registry.models.pledges import (
    Commitment,
    CommitmentFacts,
    DatasetFacts,
    Decision,
    Exchange,
    Holiday,
    Offer,
    OfferFacts,
)
from luwte_web.registry.models.regimes import RegimeStatement
from luwte_web.registry.models.selfchecks import SelfCheck
from luwte_web.registry.models.sites import Condition, Operation
from luwte_web.registry.models.versions import Change, Forgetting, Thing, Turn, Version

__all__ = [
    "Answer",
    "Assessment",
    "AtEighteen",
    "Change",
    "Commitment",
    "CommitmentFacts",
    "Condition",
    "Contact",
    "CycleStep",
    "DatasetFacts",
    "Decision",
    "Departure",
    "Disappearance",
    "EighteenPlan",
    "Exchange",
    "Feedback",
    "FeedbackFacts",
    "Forgetting",
    "Headcount",
    "Holiday",
    "Household",
    "HouseholdFacts",
    "HouseholdNow",
    "HousingBalance",
    "Improvement",
    "LeftFor",
    "Location",
    "LocationFacts",
    "LocationNow",
    "Move",
    "MoveFacts",
    "MunicipalStatus",
    "MunicipalityFacts",
    "Offer",
    "OfferFacts",
    "Operation",
    "PartedFor",
    "Parting",
    "Person",
    "PersonFacts",
    "PersonNow",
    "Programme",
    "ProgrammeFacts",
    "RegimeStatement",
    "Relative",
    "SelfCheck",
    "Stay",
    "Thing",
    "Tie",
    "Turn",
    "Unit",
    "Version",
    "WishAnswer",
]
