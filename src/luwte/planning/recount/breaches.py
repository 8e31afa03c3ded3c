# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What the recount can find wrong. Each is an error: a plan with one of these is not published."""

from luwte.model.findings import Finding, FindingKind, Severity
from luwte.planning.recount.answer import Placed
from luwte.words import N_

REPORT_IT = N_("This is a fault of the software, not of your tables. Do not use this plan and report the fault.")


def _breach(code: str, what: str, norm: str | None = None) -> FindingKind:
    return FindingKind(f"recount.{code}", Severity.ERROR, what, REPORT_IT, norm)


TOGETHER = _breach(
    "together",
    N_("Household {household} has {count} proposals instead of one."),
    "Directive 2024/1346, art. 14 and 26",
)
NONSENSE = _breach("nonsense", N_("The proposal for household {household} contradicts the tables: {fact}."))
PLACES = _breach(
    "places", N_("Location {location} has {after} people of group {group} above its places; before the plan {before}.")
)
BROUGHT_OVER = _breach(
    "brought_over",
    N_("Household {household} is brought to location {location}, where group {group} is above its places."),
)
UNITS = _breach(
    "units",
    N_(
        "At location {location} families take {after} units of {size} places or more; there are {units}, and before "
        "the plan they took {before}."
    ),
)
BROUGHT_OVER_UNITS = _breach(
    "brought_over_units",
    N_("Household {household} is brought to location {location}, where no unit that holds it whole is left."),
)
ACCESSIBLE_PLACES = _breach(
    "accessible", N_("Location {location} gets {after} people who need an accessible place and has {places}.")
)
SCHOOL_PLACES = _breach(
    "school", N_("Location {location} gets {after} children of school age and has {places} school places.")
)
GROUP = _breach(
    "group",
    N_("Household {household} of group {group} takes a place of group {place_group} at location {location}."),
    "Directive 2024/1346, art. 27",
)
AMV_TEAM = _breach(
    "amv_team",
    N_("Household {household} of unaccompanied minors is brought to location {location}, shared without an own team."),
    "Directive 2024/1346, art. 27",
)
NEEDS = _breach(
    "needs",
    N_("Household {household} is brought to location {location}, which does not provide all that it needs."),
    "Directive 2024/1346, art. 24-26",
)
ONLY = _breach("only", N_("Household {household} is brought to location {location}, which is kept for others."))
NO_WORSE = _breach(
    "no_worse",
    N_("Household {household} with a child is moved from a fit place that stays open to location {location}, not fit."),
    "Directive 2024/1346, art. 26",
)
CLOSED = _breach(
    "closed",
    N_("Household {household} is brought to location {location}, which is not open, closes soon or takes nobody in."),
)
MUST_LEAVE = _breach(
    "must_leave", N_("Household {household} stays at location {location}, which closes and must be left.")
)
LOCKED = _breach("locked", N_("Household {household} is locked at location {location} and does not stay there."))
RESERVED = _breach("reserved", N_("Household {household} does not get the place of its accepted move to {location}."))
REGISTRATION = _breach(
    "registration", N_("Household {household} is brought to registration location {location} outside that phase.")
)
STAYER_UNPLACED = _breach(
    "stayer_unplaced", N_("Household {household} may stay at location {location} and is left without a place.")
)
ROOM_LEFT = _breach(
    "room_left",
    N_("Household {household} is left without a place, while location {location} may take it and has room."),
)
TERM = _breach("term", N_("Household {household}: term {term} is {stated} in the plan and {recounted} by recount."))
TOTAL = _breach("total", N_("Term {term} is {stated} in the whole plan and {recounted} by recount."))
LEVEL = _breach("level", N_("Level {level} is {stated} in the plan and {recounted} by recount."))
BOUND = _breach("bound", N_("Level {level} has value {value}, bound {bound} and gap {gap}, which cannot be."))

KINDS = (
    TOGETHER, NONSENSE, PLACES, BROUGHT_OVER, UNITS, BROUGHT_OVER_UNITS, ACCESSIBLE_PLACES, SCHOOL_PLACES, GROUP,
    AMV_TEAM, NEEDS, ONLY, NO_WORSE, CLOSED, MUST_LEAVE, LOCKED, RESERVED, REGISTRATION, STAYER_UNPLACED, ROOM_LEFT,
    TERM, TOTAL, LEVEL, BOUND,
)  # fmt: skip


def about(placed: Placed, kind: FindingKind, **params: str) -> Finding:
    """A breach by one household at the location where the plan puts it."""
    at = {"household": placed.household.key, "location": placed.at.key}
    return Finding(kind, placed.household.key, params={**at, **params})
