# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Whether a place is what a household asked for, near whom it should be, and where its home is to come."""

from luwte.model.people import Household, Phase, WishKind
from luwte.model.places import Location, LocationKind, PlaceGroup
from luwte.planning.recount.answer import Placed
from luwte.planning.recount.situation import Situation

PROVINCE_PREFIX = "PV"
SMALL_AMV_SITE = 20  # places of a small-scale unit for unaccompanied minors (COA, June 2022; published)


def wish_counts(household: Household) -> bool:
    """A wish to stay says nothing for who has no place to stay (27)."""
    if household.wish_kind is None:
        return False
    return household.wish_kind is not WishKind.STAY or household.location is not None


def wish_met(situation: Situation, household: Household, at: Location, group: PlaceGroup) -> bool:
    """Whether living at a location is what the household wishes (27)."""
    if household.wish_kind is WishKind.STAY:
        return not situation.is_brought(household, at)
    if household.wish_kind is WishKind.PLACE:
        return at.municipality == household.wish
    if household.wish_kind is WishKind.REGION:
        return situation.province(at) == _province_wished(situation, household.wish or "")
    small_for_amv = group is PlaceGroup.AMV and at.amv_places <= SMALL_AMV_SITE
    return at.kind is LocationKind.SMALL_SCALE or small_for_amv


def municipality_to_be_near(situation: Situation, household: Household) -> str | None:
    """Where the household named in `keep_near` is known to live on; `None` when that is not known (28)."""
    other = situation.question.dataset.household.get(household.keep_near or "")
    if other is None:
        return None
    if other.key in situation.reserved:
        return situation.reserved[other.key].municipality
    return situation.home[other.key].municipality if situation.may_stay(other) else None


def is_linked_elsewhere(situation: Situation, household: Household, at: Location) -> bool:
    """A permit holder outside the province of the municipality that is to house it (29)."""
    linked = situation.question.dataset.municipality.get(household.linked_municipality or "")
    if household.phase is not Phase.PERMIT or linked is None:
        return False
    return situation.province(at) != linked.province_code


def brings_what_was_asked(situation: Situation, placed: Placed, now: Location) -> bool:
    """Whether a move brings what the present place does not: the wish, nearness, or the linked region (21)."""
    household = placed.household
    here, there = (now, situation.group_at_home(household, now)), (placed.at, placed.group)
    wishes = wish_counts(household)
    if wishes and wish_met(situation, household, *there) and not wish_met(situation, household, *here):
        return True
    near = municipality_to_be_near(situation, household)
    if near is not None and placed.at.municipality == near != now.municipality:
        return True
    away_now = is_linked_elsewhere(situation, household, now)
    return away_now and not is_linked_elsewhere(situation, household, placed.at)


def _province_wished(situation: Situation, code: str) -> str:
    if code.startswith(PROVINCE_PREFIX):
        return code
    municipality = situation.question.dataset.municipality.get(code)
    return municipality.province_code if municipality else ""
