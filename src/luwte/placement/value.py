# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What a plan is worth on every level, in exact thousandths, and where people are above places."""

import numpy as np

from luwte.placement.capacity import people_over
from luwte.placement.columns import UNPLACED, columns_for
from luwte.placement.options import Options
from luwte.placement.problem import Problem
from luwte.placement.sites import ADULT, AMV, FAMILY, Ints


def people_after(problem: Problem, slot: Ints) -> Ints:
    """Persons per slot (3L) when every household (H) has its slot."""
    placed = slot != UNPLACED
    size = problem.people.size[placed]
    return np.bincount(slot[placed], size, 3 * len(problem.sites.keys)).astype(np.int64)


def above_places(problem: Problem, slot: Ints) -> tuple[Ints, Ints]:
    """Persons above places, per location (L) that need not be left: family and amv, and adult."""
    sites = problem.sites
    after = people_after(problem, slot).reshape(-1, 3)
    children, adults = (np.zeros(len(sites.keys), dtype=np.int64) for _ in range(2))
    for location in np.flatnonzero(sites.open & ~sites.must_be_left):
        places, people = sites.places[location], after[location]
        family, adult = people_over(int(people[FAMILY]), int(people[ADULT]), places, int(sites.flexible[location]))
        children[location] = family + max(0, int(people[AMV] - places[AMV]))
        adults[location] = adult
    return children, adults


def level_values(problem: Problem, options: Options, slot: Ints) -> tuple[int, int, int]:
    """The values of all three levels, in thousandths."""
    everyone = np.arange(len(slot))
    first, second, third = columns_for(options, everyone, slot).price.sum(axis=1)
    children, adults = above_places(problem, slot)
    policy = problem.policy
    second += policy.weight("over_places_children") * children.sum()
    third += policy.weight("over_places_adults") * adults.sum()
    return int(first), int(second), int(third)
