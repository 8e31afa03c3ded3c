# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The queue: first come, first served. The yardstick that a plan is held against, not a way to place anybody.

So works a desk that goes by arrival: first who has no place or must leave, then who lives in an unfit place, within
both who came first. Each gets the best lawful place with room at that moment, by its own terms of level 2, then of
level 3. Nobody else is moved to make room, and nobody who lives well is asked to go.
"""

from collections.abc import Iterator, Mapping
from datetime import date

import numpy as np

from luwte.model.dataset import Dataset
from luwte.model.places import PlaceGroup
from luwte.placement.capacity import people_before, people_over
from luwte.placement.options import Options, Panel
from luwte.placement.present import NOWHERE
from luwte.placement.problem import Problem
from luwte.placement.sites import ADULT, AMV, FAMILY, GROUPS, NOT_KNOWN, UNFIT, Ints

LEVEL_2_FIRST = 1_000_000_000  # thousandths; more than any household weighs on level 3
LAST = date.max.toordinal()


class Rooms:
    """People at every location, kept up to date while households come and go."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self.people, self.access, self.school = people_before(problem)

    def change(self, household: int, slot: int, sign: int) -> None:
        """A household comes to a slot (+1) or goes (-1)."""
        if slot != NOWHERE:
            people, location = self.problem.people, slot // len(GROUPS)
            self.people[slot] += sign * people.size[household]
            self.access[location] += sign * people.access[household]
            self.school[location] += sign * people.school_age[household]

    def has_room(self, household: int, slot: int) -> bool:
        """Whether nobody is above the places once this household has come."""
        people, sites, location = self.problem.people, self.problem.sites, slot // len(GROUPS)
        access, school = people.access[household], people.school_age[household]
        if access and self.access[location] + access > sites.accessible[location]:
            return False
        if school and NOT_KNOWN != sites.school[location] < self.school[location] + school:
            return False
        return self._has_beds(location, slot % len(GROUPS), int(people.size[household]))

    def _has_beds(self, location: int, group: int, size: int) -> bool:
        sites = self.problem.sites
        there = self.people[len(GROUPS) * location : len(GROUPS) * (location + 1)]
        places, flexible = sites.places[location], int(sites.flexible[location])
        if group == AMV:
            return bool(there[AMV] + size <= places[AMV])
        family, adult = int(there[FAMILY]), int(there[ADULT])
        _, adults_over = people_over(family, adult, places, flexible)
        if group == FAMILY:
            over, adults_over_then = people_over(family + size, adult, places, flexible)
            return over == 0 and adults_over_then <= adults_over
        return people_over(family, adult + size, places, flexible)[1] == 0


def place_by_queue(problem: Problem, options: Options, arrived: Ints) -> Ints:
    """A slot for every household (H), -1 for none; `arrived` are days of arrival (H), earlier first."""
    people = problem.people
    slot = np.where(people.only >= 0, people.only, np.where(people.home >= 0, people.home, NOWHERE))
    rooms = Rooms(problem)
    where = {int(row): (panel, at) for panel in options.panels for at, row in enumerate(panel.rows)}
    for household in _queue(problem, slot, arrived):
        now, (panel, at) = int(slot[household]), where[household]
        better = _best_with_room(rooms, panel, at, now)
        rooms.change(household, now, -1)
        rooms.change(household, better, 1)
        slot[household] = better
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


def _queue(problem: Problem, slot: Ints, arrived: Ints) -> Iterator[int]:
    people = problem.people
    free = people.only < 0
    without = np.flatnonzero((slot == NOWHERE) & free)
    unfit = np.flatnonzero((slot != NOWHERE) & free & (people.fit_now == UNFIT))
    for group in (without, unfit):
        yield from group[np.argsort(arrived[group], kind="stable")].tolist()


def _best_with_room(rooms: Rooms, panel: Panel, row: int, now: int) -> int:
    household = int(panel.rows[row])
    lawful = np.flatnonzero(panel.lawful[row])
    price = panel.level_2[row, lawful].astype(np.int64) * LEVEL_2_FIRST + panel.level_3[row, lawful]
    for column in lawful[np.argsort(price, kind="stable")]:
        slot = int(panel.slots[column])
        if slot == now or rooms.has_room(household, slot):
            return slot
    return now
