# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The tables of the registry: one for every table of a dataset, and children reported missing beside them."""

from luwte_web.registry.models.municipalities import MunicipalityFacts
from luwte_web.registry.models.now import HouseholdNow, LocationNow, PersonNow
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
from luwte_web.registry.models.versions import Change, Forgetting, Thing, Turn, Version

__all__ = [
    "Assessment",
    "Change",
    "Commitment",
    "CommitmentFacts",
    "DatasetFacts",
    "Decision",
    "Disappearance",
    "Exchange",
    "Forgetting",
    "Holiday",
    "Household",
    "HouseholdFacts",
    "HouseholdNow",
    "Improvement",
    "Location",
    "LocationFacts",
    "LocationNow",
    "Move",
    "MoveFacts",
    "MunicipalityFacts",
    "Offer",
    "OfferFacts",
    "Person",
    "PersonFacts",
    "PersonNow",
    "Stay",
    "Thing",
    "Turn",
    "Unit",
    "Version",
]
