# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Level 1, protection: what it means to be left without a place, on every level, per household (H), in thousandths."""

import numpy as np

from luwte.placement.problem import Problem
from luwte.placement.sites import Ints


def unplaced(problem: Problem) -> Ints:
    """Level 1: persons of the household."""
    return problem.policy.weight("unplaced") * problem.people.size


def unplaced_protected(problem: Problem) -> Ints:
    """Level 2: children and vulnerable people without a place weigh more than with any place."""
    return problem.policy.weight("unplaced_protected") * problem.people.protected


def unmet_wish(problem: Problem) -> Ints:
    """Level 3: who has no place has no wish met."""
    people = problem.people
    counts = (people.wish >= 0) & ~(people.wishes_to_stay & (people.origin < 0))
    return people.wish_weight * people.size * counts


def unmet_nearness(problem: Problem) -> Ints:
    """Level 3: who has no place is not near the household it should be kept near."""
    people = problem.people
    return np.where(people.near_municipality >= 0, problem.policy.weight("not_near") * people.size, 0)


def unmet_linked_region(problem: Problem) -> Ints:
    """Level 3: who has no place is away from the linked region."""
    people = problem.people
    return np.where(people.linked_province >= 0, problem.policy.weight("not_linked_region") * people.size, 0)


def price_of_no_place(problem: Problem) -> tuple[Ints, Ints, Ints]:
    """What leaving a household without a place costs on levels 1, 2 and 3."""
    voice = unmet_wish(problem) + unmet_nearness(problem) + unmet_linked_region(problem)
    return unplaced(problem), unplaced_protected(problem), voice
