# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The rules that exclude a place for who would be newly brought there: one rule, one function, one norm.

Each returns a matrix (households x slots) of what it excludes. Who stays is bound by none of them. Rules that bind
people together (places, accessible places, school places) stand in `capacity.py`.
"""

from collections.abc import Callable

from luwte.placement.block import Block
from luwte.placement.present import EITHER
from luwte.placement.sites import AMV, FIT, NOT_KNOWN, Flags

Rule = Callable[[Block], Flags]


def closing(block: Block) -> Flags:
    """Nobody is brought where the location is not open, must be left, or closes too soon. Norm: few moves."""
    sites = block.problem.sites
    return ((~sites.open | sites.must_be_left | sites.too_short)[block.location])[None, :] | (block.stays & False)


def group(block: Block) -> Flags:
    """Only places of the own group; a young adult an amv place only under the age it is kept for. Dir. art. 27."""
    sites, people = block.problem.sites, block.problem.people
    no_places = sites.most[block.location, block.group] == 0
    too_old = (block.group == AMV) & (sites.stays_until_age[block.location] <= block.of(people.oldest))
    not_theirs = (block.of(people.group) != block.group) & (block.of(people.group) != EITHER)
    own_location = block.brought & (block.location == block.of(people.home) // 3) & (block.of(people.home) >= 0)
    either = block.of(people.group) == EITHER
    return no_places | not_theirs | (either & (too_old | (block.group < AMV))) | own_location


def amv_team(block: Block) -> Flags:
    """No amv to a location shared with families that has no own team for them.."""
    return (block.problem.sites.closed_to_amv[block.location] & (block.group == AMV)) & block.is_so(
        block.problem.people.is_amv
    )


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
    """A household larger than all places of its kind at the location never fits there."""
    sites, people = block.problem.sites, block.problem.people
    school = sites.school[block.location]
    return (
        (block.of(people.size) > sites.most[block.location, block.group])
        | (block.of(people.access) > sites.accessible[block.location])
        | ((block.of(people.school_age) > school) & (school != NOT_KNOWN))
    )


RULES: tuple[Rule, ...] = (closing, group, amv_team, registration, needs, only_for_others, no_worse, too_small)


def lawful(block: Block) -> Flags:
    """Which slots a household may have: its home, or what no rule excludes; who is bound has the one slot only."""
    excluded = block.stays & False
    for rule in RULES:
        excluded |= rule(block)
    only = block.of(block.problem.people.only)
    free = block.stays | ~excluded
    allowed: Flags = ((only < 0) & free) | ((only >= 0) & (block.slots == only))
    return allowed
