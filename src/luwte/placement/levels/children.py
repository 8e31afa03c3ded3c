# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Level 2, the welfare of children: one term, one function, in thousandths of a weighed person.

Each returns a matrix (households x slots), or a column where the slot does not matter.
"""

from collections.abc import Callable

import numpy as np

from luwte.placement.block import Block
from luwte.placement.sites import AMV, NOT_KNOWN, UNFIT, Flags, Ints

Term = Callable[[Block], Ints]


def brought_unfit(block: Block) -> Ints:
    """Protected persons newly brought to a place that is not fit."""
    return block.weighed("brought_unfit", block.problem.people.protected, block.brought & ~block.fit_for)


def stays_unfit(block: Block) -> Ints:
    """Minors who stay in an unfit place: more for every quarter of a year there, up to a most."""
    people = block.problem.people
    grown = block.weight("stays_unfit") + block.weight("stays_unfit", "per_quarter") * block.of(people.quarters)
    weight = np.minimum(grown, block.weight("stays_unfit", "at_most"))
    price: Ints = weight * block.of(people.minors) * (block.stays & block.lives_unfit)
    return price


def moved_from_fit(block: Block) -> Ints:
    """Minors moved from a place not known to be unfit that stays open: more for every forced move so far.

    None when the move brings what the present place does not: the wish, nearness, or the linked region.
    """
    people = block.problem.people
    settled = (people.fit_now != UNFIT) & people.stays_open
    per_move = block.weight("moved_from_fit", "per_forced_move")
    weight = block.weight("moved_from_fit") + per_move * block.of(people.forced_moves)
    applies = block.is_so(settled) & block.brought & ~_brings_something(block)
    price: Ints = weight * block.of(people.minors) * applies
    return price


def _brings_something(block: Block) -> Flags:
    problem, people, sites = block.problem, block.problem.people, block.problem.sites
    rows, origin = block.rows, block.problem.people.origin[block.rows]
    here = 3 * origin + np.maximum(people.group[rows], 0)
    has_wish_here = problem.wish_met[people.wish[rows], here] | people.wishes_to_stay[rows]
    near_here = sites.municipality[origin] == people.near_municipality[rows]
    linked_here = sites.province[origin] == people.linked_province[rows]
    brings: Flags = block.wish_met & ~has_wish_here[:, None]
    brings |= (block.near & ~near_here[:, None]) | (block.linked & ~linked_here[:, None])
    return brings


def brought_closing_year(block: Block) -> Ints:
    """Minors brought to a place that closes within a year: the next move is already known."""
    soon = block.problem.sites.closing_soon[block.location]
    return block.weighed("brought_closing_year", block.problem.people.minors, block.brought & soon)


def moved_in_term(block: Block) -> Ints:
    """School-age minors moved outside the school holidays of the region they leave."""
    people = block.problem.people
    moved = block.brought & block.has_origin & block.is_so(people.in_term)
    return block.weighed("moved_in_term", people.school_age, moved)


def moved_municipality(block: Block) -> Ints:
    """School-age minors moved to another municipality."""
    people, sites = block.problem.people, block.problem.sites
    elsewhere = sites.municipality[block.location] != sites.municipality[block.of(people.origin)]
    return block.weighed("moved_municipality", people.school_age, block.brought & block.has_origin & elsewhere)


def moved_region(block: Block) -> Ints:
    """School-age minors moved out of the region (the province)."""
    people, sites = block.problem.people, block.problem.sites
    elsewhere = sites.province[block.location] != sites.province[block.of(people.origin)]
    return block.weighed("moved_region", people.school_age, block.brought & block.has_origin & elsewhere)


def school_place_unknown(block: Block) -> Ints:
    """School-age minors brought where no school place is known to be free."""
    unknown = block.problem.sites.school[block.location] == NOT_KNOWN
    return block.weighed("school_place_unknown", block.problem.people.school_age, block.brought & unknown)


def large_amv_site(block: Block) -> Ints:
    """Unaccompanied minors at a site with more amv places than a small-scale unit has."""
    people, policy = block.problem.people, block.problem.policy
    large = block.problem.sites.places[block.location, AMV] > policy.term["large_amv_site"].above
    return block.weighed("large_amv_site", people.size, block.is_so(people.is_amv) & large)


TERMS: tuple[Term, ...] = (
    brought_unfit,
    stays_unfit,
    moved_from_fit,
    brought_closing_year,
    moved_in_term,
    moved_municipality,
    moved_region,
    school_place_unknown,
    large_amv_site,
)
