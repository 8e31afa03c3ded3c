# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Where every household stands before the plan: its home, what binds it there, and where its relatives are."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np

from luwte.model.dataset import Dataset
from luwte.model.findings import Finding, FindingKind, Severity
from luwte.model.people import Household, HouseholdGroup
from luwte.model.periods import age, is_minor
from luwte.model.stays import Move, MoveStatus
from luwte.placement.sites import ADULT, AMV, FAMILY, Flags, Ints, Sites, flags, ints
from luwte.words import N_

NOWHERE = -1
EITHER = -1  # may take an adult place, or an amv place where age allows
GROUP_OF = {HouseholdGroup.FAMILY: FAMILY, HouseholdGroup.ADULT: ADULT, HouseholdGroup.YOUNG_ADULT: EITHER}

LIVES_AT_CLOSED = FindingKind(
    code="placement.lives_at_closed_location",
    severity=Severity.WARNING,
    what=N_("Household {household} is registered at location {location}, which is not open on {date}."),
    mend=N_("It is planned as having no place. Record where it lives."),
)
MOVE_OPENS_LATER = FindingKind(
    code="placement.accepted_move_opens_later",
    severity=Severity.NOTE,
    what=N_("The accepted move of household {household} goes to location {location}, which is not open yet."),
    mend=N_("Until then the household is kept where it is, or is given a place for the time being."),
)
MOVE_TO_CLOSING = FindingKind(
    code="placement.accepted_move_to_closing",
    severity=Severity.WARNING,
    what=N_("The accepted move of household {household} goes to location {location}, which is closed or must be left."),
    mend=N_("The household is planned anew. Cancel the move or decide on another place."),
)
NEAR_UNKNOWN = FindingKind(
    code="placement.keep_near_unknown",
    severity=Severity.NOTE,
    what=N_("Household {household} is to be kept near household {other}, whose place is not settled yet."),
    mend=N_("Nearness is not weighed for it in this plan. Plan again when the other household has its place."),
)
KINDS = (LIVES_AT_CLOSED, MOVE_OPENS_LATER, MOVE_TO_CLOSING, NEAR_UNKNOWN)


@dataclass(frozen=True, eq=False)
class Present:
    """Arrays over households (H); locations and slots are indices, -1 is none.

    `group` is the place group, -1 for who may take an adult or an amv place; `origin` the location of the tables;
    `home` the slot of who may stay; `only` the slot of who cannot be moved; `reserved` who has an accepted move
    there; `near_municipality` where the household to be kept near is.
    """

    group: Ints
    origin: Ints
    home: Ints
    only: Ints
    reserved: Flags
    near_municipality: Ints
    findings: tuple[Finding, ...]


def present_of(dataset: Dataset, sites: Sites, on: date) -> Present:
    """Read from the tables where every household stands on the date."""
    at = {key: index for index, key in enumerate(sites.keys)}
    origin = ints(at.get(h.location or "", NOWHERE) for h in dataset.households)
    group = ints(place_group(dataset, h, on) for h in dataset.households)
    oldest = ints(oldest_age(dataset, h, on) for h in dataset.households)
    resident = (origin >= 0) & sites.open[origin]
    own_slot = _slots_at(sites, dataset, origin, group, oldest)
    home = np.where(resident & ~sites.must_be_left[origin], own_slot, NOWHERE)
    only = np.where(flags(h.locked is True for h in dataset.households), home, NOWHERE)
    reserved = np.zeros(len(group), dtype=np.bool_)
    findings = [
        Finding(
            LIVES_AT_CLOSED, h.key, params={"household": h.key, "location": h.location or "", "date": on.isoformat()}
        )
        for index, h in enumerate(dataset.households)
        if origin[index] >= 0 and not resident[index]
    ]
    row_of = {h.key: index for index, h in enumerate(dataset.households)}
    for move in live_moves(dataset).values():
        row, to = row_of[move.household], at[move.to]
        if not sites.open[to] or sites.must_be_left[to]:
            later = _opens_later(dataset, to, on)
            if later:
                only[row] = home[row]
            kind = MOVE_OPENS_LATER if later else MOVE_TO_CLOSING
            findings.append(Finding(kind, move.household, params={"household": move.household, "location": move.to}))
        elif to == origin[row]:
            only[row] = home[row]
        else:
            only[row] = _slot_at(sites, to, int(group[row]), int(oldest[row]))
            home[row], reserved[row] = NOWHERE, True
    stays_amv = flags(h.group is HouseholdGroup.AMV for h in dataset.households) & (home >= 0)
    group = np.where(stays_amv, AMV, group)
    near, near_findings = _near(dataset, sites, row_of, home, only)
    return Present(group, origin, home, only, reserved, near, (*findings, *near_findings))


def live_moves(dataset: Dataset) -> Mapping[str, Move]:
    """The accepted and committed moves, by household."""
    return {move.household: move for move in dataset.moves if move.status is not MoveStatus.CANCELLED}


def place_group(dataset: Dataset, household: Household, on: date) -> int:
    """The place group of a household; who came as amv and has all turned eighteen may take either, once it must go."""
    if household.group is HouseholdGroup.AMV:
        members = dataset.persons_of.get(household.key, ())
        return AMV if any(is_minor(person.birth_month, on) for person in members) else EITHER
    return GROUP_OF[household.group]


def oldest_age(dataset: Dataset, household: Household, on: date) -> int:
    """The age of the oldest of a household, in whole years."""
    return max((age(person.birth_month, on) for person in dataset.persons_of.get(household.key, ())), default=0)


def _slots_at(sites: Sites, dataset: Dataset, origin: Ints, group: Ints, oldest: Ints) -> Ints:
    came_as_amv = flags(h.group is HouseholdGroup.AMV for h in dataset.households)
    group_there = np.where(came_as_amv, AMV, group)
    young_on_amv = (sites.stays_until_age[origin] > oldest) & (sites.places[origin, AMV] > 0)
    slots = 3 * origin + np.where(group_there == EITHER, np.where(young_on_amv, AMV, ADULT), group_there)
    return np.where(origin >= 0, slots, NOWHERE)


def _slot_at(sites: Sites, location: int, group: int, oldest: int) -> int:
    if group != EITHER:
        return 3 * location + group
    on_amv = sites.stays_until_age[location] > oldest and sites.places[location, AMV] > 0
    return 3 * location + (AMV if on_amv else ADULT)


def _opens_later(dataset: Dataset, location: int, on: date) -> bool:
    place = dataset.locations[location]
    return (place.opens is None or place.opens > on) and (place.closes is None or place.closes > on)


def _near(
    dataset: Dataset, sites: Sites, row_of: Mapping[str, int], home: Ints, only: Ints
) -> tuple[Ints, list[Finding]]:
    near = np.full(len(home), NOWHERE, dtype=np.int64)
    findings = []
    for row, household in enumerate(dataset.households):
        if household.keep_near is None:
            continue
        other = row_of[household.keep_near]
        slot = only[other] if only[other] >= 0 else home[other]
        if slot >= 0:
            near[row] = sites.municipality[slot // 3]
        else:
            params = {"household": household.key, "other": household.keep_near}
            findings.append(Finding(NEAR_UNKNOWN, household.key, params=params))
    return near, findings
