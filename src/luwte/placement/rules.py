# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The rules that exclude a place for who would be newly brought there: one rule, one function, one norm.

Each returns what it excludes: a matrix (households x slots), or a row where the household does not matter. Who stays
is bound by none of them. Rules that bind people together (places, accessible and school places) are in `capacity.py`.
"""

from collections.abc import Callable

import numpy as np

from luwte.placement.block import Block
from luwte.placement.present import EITHER
from luwte.placement.sites import ADULT, AMV, FAMILY, FIT, NOT_KNOWN, Flags

Rule = Callable[[Block], Flags]


def closing(block: Block) -> Flags:
    """Nobody is brought where the location is not open, must be left, or closes too soon (Dir. art. 27: few moves), or
    where a person stopped the intake (motion 2026D05450: no new children in emergency reception).
    """
    sites = block.problem.sites
    return np.asarray((~sites.open | sites.must_be_left | sites.too_short | sites.intake_stopped)[block.location])


def group(block: Block) -> Flags:
    """Only places of the own group; a young adult an amv place only under the age it is kept for. Dir. art. 27."""
    sites, people = block.problem.sites, block.problem.people
    own, home = block.of(people.group), block.of(people.home)
    too_old = sites.stays_until_age[block.location] <= block.of(people.oldest)
    for_either = (block.group == ADULT) | ((block.group == AMV) & ~too_old)
    allowed = (own == block.group) | ((own == EITHER) & for_either)
    other_place_at_home = block.brought & (home >= 0) & (block.location == home // 3)
    excluded: Flags = np.equal(sites.most[block.location, block.group], 0) | ~allowed | other_place_at_home
    return excluded


def amv_team(block: Block) -> Flags:
    """No amv to a location shared with families that has no own team for them. Dir. art. 27; round table of 2025."""
    people = block.problem.people
    without_team: Flags = block.problem.sites.closed_to_amv[block.location] & (block.group == AMV)
    return without_team & block.is_so(people.is_amv & (people.minors > 0))


def registration(block: Block) -> Flags:
    """A registration location takes only households in that phase."""
    return block.problem.sites.is_registration[block.location] & ~block.is_so(block.problem.people.in_registration)


def needs(block: Block) -> Flags:
    """The location provides every need. Dir. arts. 24-26; GHDHA:2022:2429."""
    need_set = block.problem.people.need_set[block.rows]
    return ~block.problem.needs_met[need_set][:, block.location]


def only_for_others(block: Block) -> Flags:
    """A location marked `only` takes who has every one of its codes."""
    need_set = block.problem.people.need_set[block.rows]
    return ~block.problem.only_met[need_set][:, block.location]


def no_worse(block: Block) -> Flags:
    """A household with a minor is not moved from a fit place that stays open to one that is not fit. Dir. art. 26."""
    people = block.problem.people
    protected_here = (people.fit_now == FIT) & people.stays_open & (people.minors > 0)
    excluded: Flags = block.is_so(protected_here) & ~block.fit_for
    return excluded


def too_small(block: Block) -> Flags:
    """A household larger than all places of its kind, or all its largest units, at the location never fits there."""
    sites, people = block.problem.sites, block.problem.people
    school = sites.school[block.location]
    beds = np.greater(block.of(people.size), sites.most[block.location, block.group])
    beds |= (block.group == FAMILY) & (block.of(people.size) > sites.largest_family[block.location])
    rooms = block.of(people.access) > sites.accessible[block.location]
    excluded: Flags = beds | rooms | ((block.of(people.school_age) > school) & (school != NOT_KNOWN))
    return excluded


RULES: tuple[Rule, ...] = (closing, group, amv_team, registration, needs, only_for_others, no_worse, too_small)


def lawful(block: Block) -> Flags:
    """Which slots a household may have: its home, or what no rule excludes; who is bound has the one slot only."""
    excluded = np.zeros((len(block.rows), len(block.slots)), dtype=np.bool_)
    for rule in RULES:
        excluded |= rule(block)
    only = block.of(block.problem.people.only)
    free = block.stays | ~excluded
    allowed: Flags = ((only < 0) & free) | ((only >= 0) & (block.slots == only))
    return allowed
