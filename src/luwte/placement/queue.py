# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The queue: first come, first served. The yardstick that a plan is held against, not a way to place anybody.

So works a desk that goes by arrival: first who has no place or must leave, then who lives in an unfit place, within
both who came first. Each gets the best lawful place with room at that moment, by its own terms of level 2, then of
level 3. Nobody else is moved to make room, and nobody who lives well is asked to go. Who is still without a place is
served again for as long as places come free.
"""

from collections.abc import Mapping
from datetime import date

import numpy as np

from luwte.model.dataset import Dataset
from luwte.model.places import PlaceGroup
from luwte.placement.capacity import capacity_of
from luwte.placement.crowd import everyone_apart
from luwte.placement.follow import best_with_room, everyone_stays
from luwte.placement.ground import ground_of
from luwte.placement.options import Options
from luwte.placement.present import NOWHERE
from luwte.placement.prices import Search
from luwte.placement.problem import Problem
from luwte.placement.sites import GROUPS, SLOTS_EACH, UNFIT, Ints
from luwte.placement.steps import change

LAST = date.max.toordinal()


def place_by_queue(problem: Problem, options: Options, arrived: Ints) -> Ints:
    """A slot for every household (H), -1 for none; `arrived` are days of arrival (H), earlier first."""
    slot = everyone_stays(problem)
    ground = ground_of(Search(problem, everyone_apart(options), capacity_of(problem), rates=(0, 0, 0)), slot)
    waiting = _queue(problem, slot, arrived)
    while waiting:
        served = 0
        for household in waiting:
            now = int(slot[household])
            better = best_with_room(ground, options, household, now)
            change(ground, household, now, -1)
            change(ground, household, better, 1)
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
        key: None if at == NOWHERE else (problem.sites.keys[at // SLOTS_EACH], GROUPS[at % SLOTS_EACH])
        for key, at in zip(problem.people.keys, slot.tolist(), strict=True)
    }


def _queue(problem: Problem, slot: Ints, arrived: Ints) -> list[int]:
    people = problem.people
    free = people.only < 0
    without = np.flatnonzero((slot == NOWHERE) & free)
    unfit = np.flatnonzero((slot != NOWHERE) & free & (people.fit_now == UNFIT))
    in_order = [group[np.argsort(arrived[group], kind="stable")] for group in (without, unfit)]
    return [int(household) for household in np.concatenate(in_order)]
