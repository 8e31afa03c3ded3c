# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Level 3, voice and fit: one term, one function, in thousandths of a weighed person.

Each returns a matrix (households x slots). The last three only weigh destinations of who is brought.
"""

import numpy as np

from luwte.placement.block import Block
from luwte.placement.levels.children import Term
from luwte.placement.sites import NOT_KNOWN, Ints


def wish_not_met(block: Block) -> Ints:
    """Persons of a household whose wish is not met; a child's own wish weighs more."""
    people = block.problem.people
    counts = block.is_so(people.wish >= 0) & ~(block.is_so(people.wishes_to_stay) & ~block.has_origin)
    price: Ints = block.of(people.wish_weight) * block.of(people.size) * (counts & ~block.wish_met)
    return price


def not_near(block: Block) -> Ints:
    """Persons of a household that is not near the household it should be kept near."""
    people = block.problem.people
    apart = (block.of(people.near_municipality) >= 0) & ~block.near
    return block.weighed("not_near", people.size, apart)


def not_linked_region(block: Block) -> Ints:
    """Permit holders away from the region where they will live."""
    people = block.problem.people
    away = (block.of(people.linked_province) >= 0) & ~block.linked
    return block.weighed("not_linked_region", people.size, away)


def large_site(block: Block) -> Ints:
    """Families at a large site."""
    people, policy = block.problem.people, block.problem.policy
    large = block.problem.sites.total[block.location] > policy.term["large_site"].above
    return block.weighed("large_site", people.size, block.is_so(people.is_family) & large)


def adult_need_unfit(block: Block) -> Ints:
    """Adults of a household with a need in a place that is not fit: staying unfit, or brought where it is not fit."""
    people = block.problem.people
    unfit = (block.stays & block.lives_unfit) | (block.brought & ~block.fit_for)
    return block.weighed("adult_need_unfit", people.adults, block.is_so(people.has_need) & unfit)


def adult_moved(block: Block) -> Ints:
    """Adults moved although they could stay."""
    people = block.problem.people
    return block.weighed("adult_moved", people.adults, block.is_so(people.stays_open) & block.brought)


def share_exceeded(block: Block) -> Ints:
    """Persons brought to a municipality that already has more than its share."""
    exceeded = block.problem.sites.share_exceeded[block.location]
    return block.weighed("share_exceeded", block.problem.people.size, block.brought & exceeded)


def distance(block: Block) -> Ints:
    """Persons moved far; rounded half up to a thousandth per person."""
    km = block.problem.kilometres[block.of(block.problem.people.origin), block.location]
    known = block.brought & block.has_origin & (km != NOT_KNOWN)
    price: Ints = _per(block, "distance", km) * block.of(block.problem.people.size) * known
    return price


def cost(block: Block) -> Ints:
    """Persons brought to a costly place; rounded half up to a thousandth per person."""
    amount = block.problem.sites.cost[block.location]
    known = block.brought & (amount != NOT_KNOWN)
    price: Ints = _per(block, "cost", amount) * block.of(block.problem.people.size) * known
    return price


def _per(block: Block, term: str, amount: Ints) -> Ints:
    weight, per = block.weight(term), block.problem.policy.term[term].per
    return np.asarray((2 * weight * amount + per) // (2 * per))


TERMS: tuple[Term, ...] = (
    wish_not_met,
    not_near,
    not_linked_region,
    large_site,
    adult_need_unfit,
    adult_moved,
    share_exceeded,
    distance,
    cost,
)
