# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Does every household live where it can: at an open location, since a day that has been, locked with a reason?"""

from collections.abc import Iterator

from luwte.data.places import with_units
from luwte.data.raw import error, note, warning
from luwte.data.tables import Check, Tables
from luwte.model.findings import Finding
from luwte.model.people import Household, HouseholdGroup
from luwte.model.periods import age
from luwte.model.places import Location, PlaceGroup
from luwte.words import N_

NOT_OPEN = error(
    "household_location_not_open",
    N_("Household {household} lives at {location}, which is not open on {date}."),
    N_("Correct the location, or its opening and closing days; leave the cell empty where the household has no place."),
)
SINCE_AHEAD = error(
    "household_since_ahead", N_("Household {household} would arrive after {date}."),
    N_("Correct the day; a move that is still to come belongs in the table moves."),
)  # fmt: skip
SINCE_WITHOUT = warning(
    "household_since_without",
    N_("Household {household} has a day of arrival and no location."),
    N_("Fill in the location, or empty the day."),
)
NO_SINCE = warning(
    "household_no_since",
    N_("Of household {household} it is not known since when it lives there, so its time there counts as nought."),
    N_("Fill in the day of arrival."),
)
LOCKED_NOWHERE = error(
    "household_locked_nowhere",
    N_("Household {household} is locked and has no location."),
    N_("Fill in the location, or unlock it."),
)
NO_REASON = warning(
    "household_lock_reason",
    N_("Household {household} is locked without a reason."),
    N_("Write down why; no names or diagnoses."),
)
REASON_UNLOCKED = warning(
    "household_reason_unlocked",
    N_("Household {household} has a reason to be locked and is not locked."),
    N_("Lock it, or empty the reason."),
)
NEAR_ITSELF = error(
    "household_near_itself", N_("Household {household} should stay near itself."), N_("Name the other household.")
)
LINK_WITHOUT_PERMIT = warning(
    "household_link_without_permit",
    N_("Household {household} is linked to a municipality and has no permit."),
    N_("Correct the phase, or empty the link."),
)
CROWDED = note(
    "location_crowded",
    N_("{location} has {people} residents on {places} places for {whom}."),
    N_("Nobody is newly brought there for this group while this lasts."),
)


def it_lives_at_an_open_location(tables: Tables) -> Iterator[Finding]:
    """On the reference date the location of a household is open."""
    on = tables.data.reference_date
    if on is None:
        return
    for i, household in enumerate(tables.data.households):
        location = tables.data.location.get(household.location or "")
        if location and not location.is_open(on):
            yield tables.finding(
                NOT_OPEN, "households", i, "location",
                subject=household.key, household=household.key, location=location.key, date=on,
            )  # fmt: skip


def it_arrived_on_a_day_that_has_been(tables: Tables) -> Iterator[Finding]:
    """The day of arrival is known and not after the reference date."""
    on = tables.data.reference_date
    for i, household in enumerate(tables.data.households):
        about = {"subject": household.key, "household": household.key}
        if household.since and not household.location:
            yield tables.finding(SINCE_WITHOUT, "households", i, "since", **about)
        elif household.since and on and household.since > on:
            yield tables.finding(SINCE_AHEAD, "households", i, "since", date=on, **about)
        elif household.location and not household.since and household.key not in _with_stays(tables):
            yield tables.finding(NO_SINCE, "households", i, "since", **about)


def a_lock_has_a_place_and_a_reason(tables: Tables) -> Iterator[Finding]:
    """A locked household has a location, and a person wrote down why."""
    for i, household in enumerate(tables.data.households):
        about = {"subject": household.key, "household": household.key}
        if household.locked and not household.location:
            yield tables.finding(LOCKED_NOWHERE, "households", i, "locked", **about)
        if household.locked and not household.lock_reason:
            yield tables.finding(NO_REASON, "households", i, "lock_reason", **about)
        if household.lock_reason and not household.locked:
            yield tables.finding(REASON_UNLOCKED, "households", i, "lock_reason", **about)


def its_ties_make_sense(tables: Tables) -> Iterator[Finding]:
    """Nobody stays near itself, and only permit holders are linked to a municipality."""
    for i, household in enumerate(tables.data.households):
        about = {"subject": household.key, "household": household.key}
        if household.keep_near == household.key:
            yield tables.finding(NEAR_ITSELF, "households", i, "keep_near", **about)
        if household.linked_municipality and household.phase != "permit":
            yield tables.finding(LINK_WITHOUT_PERMIT, "households", i, "linked_municipality", **about)


def residents_have_places(tables: Tables) -> Iterator[Finding]:
    """Residents per group fit on the places of a location, flexible ones included; more is a note, not an error."""
    people: dict[tuple[str, PlaceGroup], int] = {}
    for household in tables.data.households:
        location = tables.data.location.get(household.location or "")
        if location:
            key = (location.key, place_group(household, location, tables))
            people[key] = people.get(key, 0) + len(tables.data.persons_of.get(household.key, ()))
    for i, location in enumerate(with_units(tables.data.locations, tables.data.units)):
        flexible = location.flexible_places
        for group in PlaceGroup:
            there, places = people.get((location.key, group), 0), location.places_for(group)
            usable = flexible if group is not PlaceGroup.AMV else 0
            if there > places + usable:
                yield tables.finding(
                    CROWDED, "locations", i, f"{group}_places",
                    subject=location.key, location=location.key, people=there, places=places + usable, whom=group,
                )  # fmt: skip
            flexible -= min(usable, max(0, there - places))


def place_group(household: Household, location: Location, tables: Tables) -> PlaceGroup:
    """Whose place a household takes: a young adult an adult place, or an amv place where it may stay on."""
    if household.group is not HouseholdGroup.YOUNG_ADULT:
        return PlaceGroup(household.group.value)
    on = tables.data.reference_date
    ages = [age(p.birth_month, on) for p in tables.data.persons_of.get(household.key, ())] if on else []
    stays_on = bool(ages) and location.amv_places > 0 and location.stays_until_age > max(ages)
    return PlaceGroup.AMV if stays_on else PlaceGroup.ADULT


def _with_stays(tables: Tables) -> frozenset[str]:
    return tables.known("stays", "household") or frozenset()


CHECKS: tuple[Check, ...] = (
    it_lives_at_an_open_location,
    it_arrived_on_a_day_that_has_been,
    a_lock_has_a_place_and_a_reason,
    its_ties_make_sense,
    residents_have_places,
)
KINDS = (
    NOT_OPEN, SINCE_AHEAD, SINCE_WITHOUT, NO_SINCE, LOCKED_NOWHERE, NO_REASON, REASON_UNLOCKED, NEAR_ITSELF,
    LINK_WITHOUT_PERMIT, CROWDED,
)  # fmt: skip
