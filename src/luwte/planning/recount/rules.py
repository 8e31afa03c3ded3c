# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Every rule of placement, counted again from the tables: one rule, one function, one norm.

Each function yields a finding per breach; a lawful answer yields none.
"""

from collections import Counter
from collections.abc import Callable, Iterator

from luwte.model.findings import Finding
from luwte.model.people import Household
from luwte.planning.recount import breaches
from luwte.planning.recount.answer import Answer
from luwte.planning.recount.breaches import about
from luwte.planning.recount.rules_of_room import (
    accessible,
    brought_over,
    brought_over_units,
    places,
    room_left,
    school,
    units,
)
from luwte.planning.recount.situation import meets_needs
from luwte.planning.recount.welcome import is_meant_for, may_host_amv, may_register

Rule = Callable[[Answer], Iterator[Finding]]


def together(answer: Answer) -> Iterator[Finding]:
    """A household has one location, so one proposal (Directive 2024/1346, art. 14 and 26)."""
    proposals = Counter(p.household for p in answer.proposals)
    households = answer.situation.question.dataset.household
    for key in [*households, *(k for k in proposals if k not in households)]:
        expected = 1 if key in households else 0
        if proposals[key] != expected:
            yield Finding(breaches.TOGETHER, key, params={"household": key, "count": str(proposals[key])})


def sense(answer: Answer) -> Iterator[Finding]:
    """A proposal tells of its household what the tables tell, and its action says what it does."""
    dataset, situation = answer.situation.question.dataset, answer.situation
    for proposal in answer.proposals:
        household = dataset.household.get(proposal.household)
        if household is None:
            continue
        members = situation.members[household.key]
        facts = {
            "origin": proposal.origin == household.location,
            "size": proposal.size == members.size,
            "minors": proposal.minors == members.minors,
            "destination": proposal.destination is None or proposal.destination in dataset.location,
            "place_group": (proposal.place_group is None) == (proposal.destination is None),
            "action": proposal.action == _action(household, proposal.destination),
        }
        for fact, holds in facts.items():
            if not holds:
                yield Finding(breaches.NONSENSE, household.key, params={"household": household.key, "fact": fact})


def group(answer: Answer) -> Iterator[Finding]:
    """Each takes a place of its own group; no unaccompanied minor among adults (Directive 2024/1346, art. 27)."""
    situation = answer.situation
    for placed in answer.placed:
        if placed.brought and not placed.reserved:
            lawful = placed.group in situation.groups_there(placed.household, placed.at)
        else:
            lawful = placed.group is situation.group_at_home(placed.household, placed.at)
        if not lawful:
            yield about(placed, breaches.GROUP, group=placed.household.group.value, place_group=placed.group.value)


def amv_team(answer: Answer) -> Iterator[Finding]:
    """No unaccompanied minor is brought to a site shared with families that lacks an own team for them."""
    for placed in answer.placed:
        if placed.newly_brought and not may_host_amv(answer.situation, placed.household, placed.at):
            yield about(placed, breaches.AMV_TEAM)


def needs(answer: Answer) -> Iterator[Finding]:
    """Nobody is brought where a need is not provided (Directive 2024/1346, art. 24-26; GHDHA:2022:2429)."""
    for placed in answer.placed:
        if placed.newly_brought and not meets_needs(placed.household, placed.at):
            yield about(placed, breaches.NEEDS)


def only(answer: Answer) -> Iterator[Finding]:
    """Nobody is brought to a location that is kept for residents with codes which the household lacks."""
    for placed in answer.placed:
        if placed.newly_brought and not is_meant_for(placed.household, placed.at):
            yield about(placed, breaches.ONLY)


def no_worse(answer: Answer) -> Iterator[Finding]:
    """No child is moved from a fit place that stays open to one that is not fit (Directive 2024/1346, art. 26)."""
    situation = answer.situation
    for placed in answer.placed:
        now = situation.home.get(placed.household.key)
        if not placed.newly_brought or now is None or not situation.stays_open(now):
            continue
        if not situation.members[placed.household.key].minors:
            continue
        here = situation.fitness(placed.household, now, situation.group_at_home(placed.household, now))
        there = situation.fitness(placed.household, placed.at, placed.group)
        if here.is_fit and not there.is_fit:
            yield about(placed, breaches.NO_WORSE)


def closing(answer: Answer) -> Iterator[Finding]:
    """Who must leave leaves; nobody is brought where it is closed, or closes within the minimum remaining days."""
    situation = answer.situation
    for placed in answer.placed:
        if placed.newly_brought and not situation.lasts_long_enough(placed.at):
            yield about(placed, breaches.CLOSED)
        if not placed.brought and situation.must_leave(placed.at):
            yield about(placed, breaches.MUST_LEAVE)


def locked(answer: Answer) -> Iterator[Finding]:
    """A locked household stays, and so does one that waits for an accepted destination that opens later."""
    situation = answer.situation
    for household in situation.question.dataset.households:
        held = household.key in situation.held or household.locked is True
        if not held or household.key in situation.reserved or not situation.may_stay(household):
            continue
        placed = answer.destination.get(household.key)
        if placed is None or placed.brought:
            home = situation.home[household.key].key
            yield Finding(breaches.LOCKED, household.key, params={"household": household.key, "location": home})


def reserved(answer: Answer) -> Iterator[Finding]:
    """An accepted move keeps its place."""
    for key, to in answer.situation.reserved.items():
        placed = answer.destination.get(key)
        if placed is None or placed.at.key != to.key:
            yield Finding(breaches.RESERVED, key, params={"household": key, "location": to.key})


def registration(answer: Answer) -> Iterator[Finding]:
    """A registration location takes only households in that phase."""
    for placed in answer.placed:
        if placed.newly_brought and not may_register(placed.household, placed.at):
            yield about(placed, breaches.REGISTRATION)


def stayers_placed(answer: Answer) -> Iterator[Finding]:
    """A household that may lawfully stay is never left without a place."""
    for household in answer.unplaced:
        if answer.situation.may_stay(household):
            home = answer.situation.home[household.key].key
            params = {"household": household.key, "location": home}
            yield Finding(breaches.STAYER_UNPLACED, household.key, params=params)


RULES: tuple[Rule, ...] = (
    together, sense, places, brought_over, units, brought_over_units, accessible, school, group, amv_team, needs, only,
    no_worse, closing, locked, reserved, registration, stayers_placed, room_left,
)  # fmt: skip


def _action(household: Household, destination: str | None) -> str:
    if destination is None:
        return "unplaced"
    if household.location is None:
        return "new"
    return "stay" if destination == household.location else "move"
