# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The queue: first come, first served. The yardstick that a plan is held against, not a way to place anybody.

So works a desk that goes by arrival: first who has no place or must leave, then who lives in an unfit place, within
both who came first. Each gets the best lawful place with room at that moment, by its own terms of level 2, then of
level 3. Nobody else is moved to make room, and nobody who lives well is asked to go. Who is still without a place is
served again for as long as places come free.
"""

from collections.abc import Iterable, Mapping
from datetime import date

import numpy as np

from luwte.model.dataset import Dataset
from luwte.model.places import PlaceGroup, Unit
from luwte.placement.capacity import people_before
from luwte.placement.options import Options, Panel
from luwte.placement.present import NOWHERE
from luwte.placement.problem import Problem
from luwte.placement.sites import ADULT, AMV, FAMILY, GROUPS, NOT_KNOWN, UNFIT, Flags, Ints
from luwte.placement.units_left import UnitsLeft

LEVEL_2_FIRST = 1_000_000_000  # thousandths; more than any household weighs on level 3
LAST = date.max.toordinal()


class Rooms:
    """What is free at every location, kept up to date while households come and go.

    `beds` per slot (3L), `access` and `school` per location (L): how many persons may still come.
    """

    def __init__(self, problem: Problem, slot: Ints, units: Iterable[Unit]) -> None:
        self.problem = problem
        sites = problem.sites
        self._units = UnitsLeft(units, sites.keys)
        for household in np.flatnonzero(slot % len(GROUPS) == FAMILY):
            self._units.change(int(slot[household]) // len(GROUPS), int(problem.people.size[household]), 1)
        self._people, access, school = people_before(problem)
        self.access, self.school = sites.accessible - access, np.where(sites.school == NOT_KNOWN, LAST, sites.school)
        self.school -= school
        self.beds = np.zeros_like(self._people)
        for location in range(len(sites.keys)):
            self._count_beds(location)

    def change(self, household: int, slot: int, sign: int) -> None:
        """A household comes to a slot (+1) or goes (-1)."""
        if slot != NOWHERE:
            people, location = self.problem.people, slot // len(GROUPS)
            self._people[slot] += sign * people.size[household]
            self.access[location] -= sign * people.access[household]
            self.school[location] -= sign * people.school_age[household]
            self._count_beds(location)
            if slot % len(GROUPS) == FAMILY:
                self._units.change(location, int(people.size[household]), sign)

    def room_for(self, household: int, slots: Ints) -> Flags:
        """Which slots have room for the whole household."""
        people, location = self.problem.people, slots // len(GROUPS)
        access, school = people.access[household], people.school_age[household]
        room: Flags = self.beds[slots] >= people.size[household]
        if access:
            room &= self.access[location] >= access
        if school:
            room &= self.school[location] >= school
        if people.is_family[household]:
            room &= self._units.room_for(int(people.size[household]), location)
        return room

    def _count_beds(self, location: int) -> None:
        """Own places first; flexible places take families or adults, and nobody who is there is pushed out."""
        sites, first = self.problem.sites, len(GROUPS) * location
        family, amv, adult = self._people[first : first + len(GROUPS)].tolist()
        own, flexible = sites.places[location].tolist(), int(sites.flexible[location])
        by_families, by_adults = min(flexible, max(0, family - own[FAMILY])), max(0, adult - own[ADULT])
        left = max(0, flexible - by_adults)
        self.beds[first + FAMILY] = own[FAMILY] + left - family
        self.beds[first + AMV] = own[AMV] - amv
        self.beds[first + ADULT] = own[ADULT] + flexible - by_families - adult


def place_by_queue(problem: Problem, options: Options, arrived: Ints, units: Iterable[Unit]) -> Ints:
    """A slot for every household (H), -1 for none; `arrived` are days of arrival (H), earlier first."""
    people = problem.people
    slot = np.where(people.only >= 0, people.only, np.where(people.home >= 0, people.home, NOWHERE))
    rooms = Rooms(problem, slot, units)
    where = {int(row): (panel, at) for panel in options.panels for at, row in enumerate(panel.rows)}
    waiting = _queue(problem, slot, arrived)
    while waiting:
        served = 0
        for household in waiting:
            now, (panel, at) = int(slot[household]), where[household]
            better = _best_with_room(rooms, panel, at, now)
            rooms.change(household, now, -1)
            rooms.change(household, better, 1)
            slot[household] = better
            served += better != now
        waiting = [household for household in waiting if slot[household] == NOWHERE] if served else []
    return slot


def days_of_arrival(dataset: Dataset) -> Ints:
    """When each household came, as ordinal days: its first application, else its first stay; unknown comes last."""
    first_stay: dict[str, date] = {}
    for stay in dataset.stays:
        first_stay[stay.household] = min(stay.since, first_stay.get(stay.household, stay.since))
    arrived = []
    for household in dataset.households:
        lodged = [person.lodged_on for person in dataset.persons_of.get(household.key, ()) if person.lodged_on]
        known = min(lodged, default=None) or first_stay.get(household.key) or household.since
        arrived.append(known.toordinal() if known else LAST)
    return np.array(arrived, dtype=np.int64)


def by_household(problem: Problem, slot: Ints) -> Mapping[str, tuple[str, PlaceGroup] | None]:
    """The location and place group of every household, by its key; `None` is without a place."""
    return {
        key: None if at == NOWHERE else (problem.sites.keys[at // len(GROUPS)], GROUPS[at % len(GROUPS)])
        for key, at in zip(problem.people.keys, slot.tolist(), strict=True)
    }


def _queue(problem: Problem, slot: Ints, arrived: Ints) -> list[int]:
    people = problem.people
    free = people.only < 0
    without = np.flatnonzero((slot == NOWHERE) & free)
    unfit = np.flatnonzero((slot != NOWHERE) & free & (people.fit_now == UNFIT))
    in_order = [group[np.argsort(arrived[group], kind="stable")] for group in (without, unfit)]
    return [int(household) for household in np.concatenate(in_order)]


def _best_with_room(rooms: Rooms, panel: Panel, row: int, now: int) -> int:
    """The best lawful slot with room, the present one included; the first of equals."""
    possible = panel.lawful[row] & (rooms.room_for(int(panel.rows[row]), panel.slots) | (panel.slots == now))
    columns = np.flatnonzero(possible)
    if len(columns) == 0:
        return now
    price = panel.level_2[row, columns].astype(np.int64) * LEVEL_2_FIRST + panel.level_3[row, columns]
    return int(panel.slots[columns[price.argmin()]])
