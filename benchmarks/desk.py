# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The peer `desk`: one household after another, each to the best place that has room at that moment.

So works a desk without a computer that looks at the whole country: first who has no place or must leave, then who
lives in an unfit place, within both the longest waiting first. Nobody else is moved to make room.
"""

from collections.abc import Iterator

import numpy as np

from luwte.placement.capacity import people_over
from luwte.placement.options import Options, Panel
from luwte.placement.problem import Problem
from luwte.placement.sites import ADULT, AMV, FAMILY, NOT_KNOWN, UNFIT, Ints
from luwte.placement.solve import everyone_stays

NO_PLACE = -1
LEVEL_2_FIRST = 1_000_000_000  # thousandths; more than any household weighs on level 3


class Rooms:
    """People at every location, kept up to date while households come and go."""

    def __init__(self, problem: Problem, slot: Ints) -> None:
        count = len(problem.sites.keys)
        self.problem = problem
        self.people = np.zeros((count, 3), dtype=np.int64)
        self.access, self.school = np.zeros(count, dtype=np.int64), np.zeros(count, dtype=np.int64)
        for household, at in enumerate(slot):
            self.change(household, int(at), 1)

    def change(self, household: int, slot: int, sign: int) -> None:
        """A household comes (+1) or goes (-1)."""
        if slot != NO_PLACE:
            people, location = self.problem.people, slot // 3
            self.people[location, slot % 3] += sign * people.size[household]
            self.access[location] += sign * people.access[household]
            self.school[location] += sign * people.school_age[household]

    def has_room(self, household: int, slot: int) -> bool:
        """Whether nobody is above the places once this household has come."""
        sites, people = self.problem.sites, self.problem.people
        location, group = slot // 3, slot % 3
        there = self.people[location].copy()
        there[group] += people.size[household]
        over = people_over(int(there[FAMILY]), int(there[ADULT]), sites.places[location], int(sites.flexible[location]))
        above = {FAMILY: sum(over), ADULT: sum(over), AMV: int(there[AMV] - sites.places[location, AMV])}[group]
        access, school = people.access[household], people.school_age[household]
        known = sites.school[location] != NOT_KNOWN
        return bool(
            above <= 0
            and (not access or self.access[location] + access <= sites.accessible[location])
            and (not school or not known or self.school[location] + school <= sites.school[location])
        )


def place_by_queue(problem: Problem, options: Options) -> Ints:
    """A slot for every household, -1 for none."""
    slot = everyone_stays(problem)
    rooms = Rooms(problem, slot)
    where = {int(row): (panel, index) for panel in options.panels for index, row in enumerate(panel.rows)}
    for household in _queue(problem, slot):
        if household in where:
            panel, index = where[household]
            better = _best_with_room(rooms, panel, index, household, int(slot[household]))
            rooms.change(household, int(slot[household]), -1)
            slot[household] = better
            rooms.change(household, better, 1)
    return slot


def _queue(problem: Problem, slot: Ints) -> Iterator[int]:
    people = problem.people
    waiting = np.flatnonzero((slot == NO_PLACE) & (people.only < 0))
    unfit = np.flatnonzero((slot != NO_PLACE) & (people.fit_now == UNFIT) & (people.minors > 0) & (people.only < 0))
    for group in (waiting, unfit):
        yield from (int(row) for row in group[np.argsort(-people.quarters[group], kind="stable")])


def _best_with_room(rooms: Rooms, panel: Panel, index: int, household: int, now: int) -> int:
    price = panel.level_2[index].astype(np.int64) * LEVEL_2_FIRST + panel.level_3[index]
    lawful = np.flatnonzero(panel.lawful[index])
    for column in lawful[np.argsort(price[lawful], kind="stable")]:
        slot = int(panel.slots[column])
        if slot == now or rooms.has_room(household, slot):
            return slot
    return now
