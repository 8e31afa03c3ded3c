# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Do conditions of municipalities, and who is responsible at a site, hold together?"""

from collections.abc import Iterator

from luwte.data.raw import error
from luwte.data.tables import Check, Tables
from luwte.model.findings import Finding
from luwte.model.sites import Condition, ConditionState, Responsible
from luwte.words import N_

ABOUT_NOTHING = error(
    "condition_about_nothing",
    N_("The condition names neither an offer nor a location."),
    N_("Fill in the offer that it was set for, or the location where it holds."),
)
SET_ELSEWHERE = error(
    "condition_elsewhere",
    N_("{key} belongs to another municipality ({other})."),
    N_("A municipality sets conditions for its own offers and locations: correct one of the two."),
)
OTHER_SITE = error(
    "condition_other_site",
    N_("The offer {offer} is about another location ({other})."),
    N_("Make both the same, or leave the location empty."),
)
HALF_A_STATE = error(
    "condition_half_a_state",
    N_("Whether it is met and the day on which somebody looked belong together."),
    N_("Fill in both; leave the day empty while it is unknown."),
)
LOOKED_AHEAD = error(
    "condition_looked_ahead", N_("This day lies after {date}."), N_("Fill in the day on which somebody looked.")
)
OVER_BEFORE = error(
    "condition_over_before",
    N_("This day lies before the condition was agreed ({date})."),
    N_("Correct one of the days."),
)
ENDS_FIRST = error(
    "operation_ends_first",
    N_("It ends before it begins, or on the same day ({begins})."),
    N_("Correct one of the days; `until` is the first day on which it is so no more."),
)
UNNAMED = error(
    "operation_unnamed",
    N_("It is not told which organisation is responsible."),
    N_("Fill in the name of the organisation; never of a person."),
)
KINDS = (ABOUT_NOTHING, SET_ELSEWHERE, OTHER_SITE, HALF_A_STATE, LOOKED_AHEAD, OVER_BEFORE, ENDS_FIRST, UNNAMED)
UNNAMED_SORTS = (Responsible.CONTRACTOR, Responsible.OTHER)


def conditions_are_about_a_site(tables: Tables) -> Iterator[Finding]:
    """A condition names an offer or a location of the municipality that sets it, and if both, the same site."""
    offers = {offer.key: offer for offer in tables.data.offers}
    for at, one in enumerate(tables.data.conditions):
        offer, site = offers.get(one.offer or ""), tables.data.location.get(one.location or "")
        if not one.offer and not one.location:
            yield tables.finding(ABOUT_NOTHING, "conditions", at, "offer", subject=one.condition)
        for column, thing in (("offer", offer), ("location", site)):
            if thing and thing.municipality != one.municipality:
                told = {"key": thing.key, "other": thing.municipality}
                yield tables.finding(SET_ELSEWHERE, "conditions", at, column, subject=one.condition, **told)
        if offer and site and offer.location and offer.location != site.key:
            told = {"offer": offer.key, "other": offer.location}
            yield tables.finding(OTHER_SITE, "conditions", at, "location", subject=one.condition, **told)


def states_have_a_day(tables: Tables) -> Iterator[Finding]:
    """Who says that a condition is met or not looked on a day, which is over; unknown has no day."""
    on = tables.data.reference_date
    for at, one in enumerate(tables.data.conditions):
        if (one.state is ConditionState.UNKNOWN) != (one.state_on is None):
            yield tables.finding(HALF_A_STATE, "conditions", at, "state_on", subject=one.condition)
        if on and one.state_on and one.state_on > on:
            yield tables.finding(LOOKED_AHEAD, "conditions", at, "state_on", subject=one.condition, date=on)
        for column in _over_before(one):
            yield tables.finding(OVER_BEFORE, "conditions", at, column, subject=one.condition, date=one.agreed_on)


def operations_are_whole(tables: Tables) -> Iterator[Finding]:
    """Who is responsible is so for at least a day, and has a name where the sort does not tell who it is."""
    for at, one in enumerate(tables.data.operations):
        if one.until and one.until <= one.since:
            yield tables.finding(ENDS_FIRST, "operations", at, "until", subject=one.location, begins=one.since)
        if one.responsible in UNNAMED_SORTS and not one.organisation:
            yield tables.finding(UNNAMED, "operations", at, "organisation", subject=one.location)


def _over_before(one: Condition) -> Iterator[str]:
    if one.agreed_on:
        for column, day in (("due", one.due), ("until", one.until)):
            if day and day < one.agreed_on:
                yield column


CHECKS: tuple[Check, ...] = (conditions_are_about_a_site, states_have_a_day, operations_are_whole)
