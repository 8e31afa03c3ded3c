# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Every rule of placement, counted again from the tables: one rule, one function, one norm.

Each function yields a finding per breach; a lawful answer yields none.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import timedelta

from luwte.model.findings import Finding, FindingKind
from luwte.model.people import Household, HouseholdGroup, Phase
from luwte.model.places import Location, LocationKind, PlaceGroup
from luwte.planning.recount import breaches
from luwte.planning.recount.answer import Answer, Placed
from luwte.planning.recount.occupancy import Occupancy
from luwte.planning.recount.situation import ACCESSIBLE, Situation, meets_needs

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


def places(answer: Answer) -> Iterator[Finding]:
    """People above the places of a group are no more than before, flexible places counted (capacity)."""
    for location, over_before, over_after in _crowding(answer):
        for group in PlaceGroup:
            if over_after[group] > over_before[group]:
                params = {
                    "location": location.key,
                    "group": group.value,
                    "after": str(over_after[group]),
                    "before": str(over_before[group]),
                }
                yield Finding(breaches.PLACES, location.key, params=params)


def brought_over(answer: Answer) -> Iterator[Finding]:
    """Nobody is newly brought to a group with people above its places (capacity)."""
    crowded = {(location.key, group) for location, _, over in _crowding(answer) for group in PlaceGroup if over[group]}
    for placed in answer.placed:
        if placed.newly_brought and (placed.at.key, placed.group) in crowded:
            yield _about(placed, breaches.BROUGHT_OVER, group=placed.group.value)


def accessible(answer: Answer) -> Iterator[Finding]:
    """Households that need an accessible place, whole, fit in the accessible places or are no more than before."""
    coming = {p.at.key for p in answer.placed if p.newly_brought and ACCESSIBLE in p.household.needs}
    for location in _lasting(answer.situation):
        after, was = answer.after[location.key].accessible, answer.before[location.key].accessible
        allowed = location.accessible_places if location.key in coming else max(location.accessible_places, was)
        if after > allowed:
            yield _full(breaches.ACCESSIBLE_PLACES, location, after, location.accessible_places)


def school(answer: Answer) -> Iterator[Finding]:
    """Children of school age fit in the school places that are given, or are no more than before."""
    members = answer.situation.members
    coming = {p.at.key for p in answer.placed if p.newly_brought and members[p.household.key].school_age}
    for location in _lasting(answer.situation):
        if location.school_places is None:
            continue
        after, was = answer.after[location.key].school_age, answer.before[location.key].school_age
        allowed = location.school_places if location.key in coming else max(location.school_places, was)
        if after > allowed:
            yield _full(breaches.SCHOOL_PLACES, location, after, location.school_places)


def group(answer: Answer) -> Iterator[Finding]:
    """Each takes a place of its own group; no unaccompanied minor among adults (Directive 2024/1346, art. 27)."""
    situation = answer.situation
    for placed in answer.placed:
        if placed.brought and not placed.reserved:
            lawful = placed.group in situation.groups_there(placed.household, placed.at)
        else:
            lawful = placed.group is situation.group_at_home(placed.household, placed.at)
        if not lawful:
            yield _about(placed, breaches.GROUP, group=placed.household.group.value, place_group=placed.group.value)


def amv_team(answer: Answer) -> Iterator[Finding]:
    """No unaccompanied minor is brought to a site shared with families that lacks an own team for them."""
    for placed in answer.placed:
        if placed.newly_brought and not _may_host_amv(answer.situation, placed.household, placed.at):
            yield _about(placed, breaches.AMV_TEAM)


def needs(answer: Answer) -> Iterator[Finding]:
    """Nobody is brought where a need is not provided (Directive 2024/1346, art. 24-26; GHDHA:2022:2429)."""
    for placed in answer.placed:
        if placed.newly_brought and not meets_needs(placed.household, placed.at):
            yield _about(placed, breaches.NEEDS)


def only(answer: Answer) -> Iterator[Finding]:
    """Nobody is brought to a location that is kept for residents with codes which the household lacks."""
    for placed in answer.placed:
        if placed.newly_brought and not placed.at.only <= placed.household.needs:
            yield _about(placed, breaches.ONLY)


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
            yield _about(placed, breaches.NO_WORSE)


def closing(answer: Answer) -> Iterator[Finding]:
    """Who must leave leaves; nobody is brought where it is closed, or closes within the minimum remaining days."""
    situation = answer.situation
    for placed in answer.placed:
        if placed.newly_brought and not _lasts_long_enough(situation, placed.at):
            yield _about(placed, breaches.CLOSED)
        if not placed.brought and situation.must_leave(placed.at):
            yield _about(placed, breaches.MUST_LEAVE)


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
        if placed.newly_brought and not _may_register(placed.household, placed.at):
            yield _about(placed, breaches.REGISTRATION)


def stayers_placed(answer: Answer) -> Iterator[Finding]:
    """A household that may lawfully stay is never left without a place."""
    for household in answer.unplaced:
        if answer.situation.may_stay(household):
            home = answer.situation.home[household.key].key
            params = {"household": household.key, "location": home}
            yield Finding(breaches.STAYER_UNPLACED, household.key, params=params)


def room_left(answer: Answer) -> Iterator[Finding]:
    """Nobody is left without a place while a lawful place has room after the plan."""
    lasting = [at for at in answer.situation.question.dataset.locations if _lasts_long_enough(answer.situation, at)]
    for household in answer.unplaced:
        for at in lasting:
            if _could_take(answer, household, at):
                params = {"household": household.key, "location": at.key}
                yield Finding(breaches.ROOM_LEFT, household.key, params=params)
                break


RULES: tuple[Rule, ...] = (
    together, sense, places, brought_over, accessible, school, group, amv_team, needs, only, no_worse, closing, locked,
    reserved, registration, stayers_placed, room_left,
)  # fmt: skip


def _about(placed: Placed, kind: FindingKind, **params: str) -> Finding:
    about = {"household": placed.household.key, "location": placed.at.key, **params}
    return Finding(kind, placed.household.key, params=about)


def _full(kind: FindingKind, location: Location, after: int, has: int) -> Finding:
    return Finding(kind, location.key, params={"location": location.key, "after": str(after), "places": str(has)})


def _action(household: Household, destination: str | None) -> str:
    if destination is None:
        return "unplaced"
    if household.location is None:
        return "new"
    return "stay" if destination == household.location else "move"


def _lasting(situation: Situation) -> Iterator[Location]:
    for location in situation.question.dataset.locations:
        if location.is_open(situation.question.on) and not situation.must_leave(location):
            yield location


def _crowding(answer: Answer) -> Iterator[tuple[Location, dict[PlaceGroup, int], dict[PlaceGroup, int]]]:
    for location in _lasting(answer.situation):
        over_before = answer.before[location.key].over(location)
        over_after = answer.after[location.key].over(location)
        yield location, dict(over_before), dict(over_after)


def _lasts_long_enough(situation: Situation, at: Location) -> bool:
    on, values = situation.question.on, situation.question.values
    days = max(values.minimum_remaining_days, values.must_leave_days)
    if not at.is_open(on) or situation.must_leave(at):
        return False
    return at.closes is None or at.closes >= on + timedelta(days=days)


def _may_register(household: Household, at: Location) -> bool:
    return at.kind is not LocationKind.REGISTRATION or household.phase is Phase.REGISTRATION


def _may_host_amv(situation: Situation, household: Household, at: Location) -> bool:
    if household.group is not HouseholdGroup.AMV or situation.has_grown_up(household):
        return True
    return at.own_amv_team is True or not (at.family_places or at.flexible_places)


def _could_take(answer: Answer, household: Household, at: Location) -> bool:
    situation, there, members = answer.situation, answer.after[at.key], answer.situation.members[household.key]
    lawful = (
        meets_needs(household, at)
        and at.only <= household.needs
        and _may_register(household, at)
        and _may_host_amv(situation, household, at)
    )
    if not lawful:
        return False
    if ACCESSIBLE in household.needs and there.accessible + members.size > at.accessible_places:
        return False
    if members.school_age and at.school_places is not None and there.school_age + members.school_age > at.school_places:
        return False
    return any(
        _leaves_nobody_out(there, at, place_group, members.size)
        for place_group in situation.groups_there(household, at)
    )


def _leaves_nobody_out(there: Occupancy, at: Location, comes: PlaceGroup, persons: int) -> bool:
    now, then = there.over(at), there.with_more(comes, persons).over(at)
    return then[comes] == 0 and all(then[group] <= now[group] for group in PlaceGroup)
