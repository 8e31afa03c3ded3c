# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Whom a location may take in, apart from its room."""

from luwte.model.people import Household, HouseholdGroup, Phase
from luwte.model.places import Location, LocationKind
from luwte.planning.recount.situation import Situation, meets_needs


def may_take_in(situation: Situation, household: Household, at: Location) -> bool:
    """Whether nothing but room and the group of its places can keep a household from a location."""
    return (
        meets_needs(household, at)
        and is_meant_for(household, at)
        and may_register(household, at)
        and may_host_amv(situation, household, at)
    )


def is_meant_for(household: Household, at: Location) -> bool:
    """A location kept for residents with certain codes takes who has them all."""
    return at.only <= household.needs


def may_register(household: Household, at: Location) -> bool:
    """A registration location takes only households in that phase."""
    return at.kind is not LocationKind.REGISTRATION or household.phase is Phase.REGISTRATION


def may_host_amv(situation: Situation, household: Household, at: Location) -> bool:
    """Unaccompanied minors share a site with families only where they have an own team (16, 37)."""
    if household.group is not HouseholdGroup.AMV or situation.has_grown_up(household):
        return True
    return situation.has_own_amv_team(at) or not (at.family_places or at.flexible_places)
