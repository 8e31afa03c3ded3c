# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The rules about room, counted again from the tables: places, units, accessible places and school places.

Each function yields a finding per breach; a lawful answer yields none.
"""

from collections.abc import Iterator, Mapping

from luwte.model.findings import Finding, FindingKind
from luwte.model.people import Household
from luwte.model.places import Location, PlaceGroup
from luwte.planning.recount import breaches
from luwte.planning.recount.answer import Answer
from luwte.planning.recount.breaches import about
from luwte.planning.recount.occupancy import Occupancy
from luwte.planning.recount.situation import ACCESSIBLE
from luwte.planning.recount.welcome import may_take_in


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
            yield about(placed, breaches.BROUGHT_OVER, group=placed.group.value)


def units(answer: Answer) -> Iterator[Finding]:
    """Families take whole units: of every size and larger no more than there are, or than before (36)."""
    division = answer.situation.family_units
    for location in answer.situation.lasting():
        if location.key not in division:
            continue
        there = division[location.key]
        was = there.taken(answer.before[location.key].families)
        after = there.taken(answer.after[location.key].families)
        for size in there.sizes:
            if after[size] > max(there.at_least(size), was[size]):
                params = {
                    "location": location.key,
                    "size": str(size),
                    "after": str(after[size]),
                    "before": str(was[size]),
                    "units": str(there.at_least(size)),
                }
                yield Finding(breaches.UNITS, location.key, params=params)


def brought_over_units(answer: Answer) -> Iterator[Finding]:
    """A family is newly brought only where units that hold it whole are left for it (36)."""
    for placed in answer.placed:
        there = answer.situation.family_units.get(placed.at.key)
        if there is None or not placed.newly_brought or placed.group is not PlaceGroup.FAMILY:
            continue
        persons = answer.situation.members[placed.household.key].size
        if not there.is_enough_for(persons, answer.after[placed.at.key].families):
            yield about(placed, breaches.BROUGHT_OVER_UNITS)


def accessible(answer: Answer) -> Iterator[Finding]:
    """Households that need an accessible place, whole, fit in the accessible places or are no more than before."""
    coming = {p.at.key for p in answer.placed if p.newly_brought and ACCESSIBLE in p.household.needs}
    for location in answer.situation.lasting():
        after, was = answer.after[location.key].accessible, answer.before[location.key].accessible
        allowed = location.accessible_places if location.key in coming else max(location.accessible_places, was)
        if after > allowed:
            yield _full(breaches.ACCESSIBLE_PLACES, location, after, location.accessible_places)


def school(answer: Answer) -> Iterator[Finding]:
    """Children of school age fit in the school places that are given, or are no more than before."""
    members = answer.situation.members
    coming = {p.at.key for p in answer.placed if p.newly_brought and members[p.household.key].school_age}
    for location in answer.situation.lasting():
        if location.school_places is None:
            continue
        after, was = answer.after[location.key].school_age, answer.before[location.key].school_age
        allowed = location.school_places if location.key in coming else max(location.school_places, was)
        if after > allowed:
            yield _full(breaches.SCHOOL_PLACES, location, after, location.school_places)


def room_left(answer: Answer) -> Iterator[Finding]:
    """Nobody is left without a place while a lawful place has room after the plan."""
    situation = answer.situation
    lasting = [at for at in situation.question.dataset.locations if situation.lasts_long_enough(at)]
    for household in answer.unplaced:
        for at in lasting:
            if may_take_in(situation, household, at) and _has_room(answer, household, at):
                params = {"household": household.key, "location": at.key}
                yield Finding(breaches.ROOM_LEFT, household.key, params=params)
                break


def _crowding(answer: Answer) -> Iterator[tuple[Location, Mapping[PlaceGroup, int], Mapping[PlaceGroup, int]]]:
    for location in answer.situation.lasting():
        yield location, answer.before[location.key].over(location), answer.after[location.key].over(location)


def _full(kind: FindingKind, location: Location, after: int, has: int) -> Finding:
    return Finding(kind, location.key, params={"location": location.key, "after": str(after), "places": str(has)})


def _has_room(answer: Answer, household: Household, at: Location) -> bool:
    there, members = answer.after[at.key], answer.situation.members[household.key]
    if ACCESSIBLE in household.needs and there.accessible + members.size > at.accessible_places:
        return False
    if members.school_age and at.school_places is not None and there.school_age + members.school_age > at.school_places:
        return False
    return any(
        _leaves_nobody_out(there, at, place_group, members.size)
        and (place_group is not PlaceGroup.FAMILY or _has_units(answer, at, members.size))
        for place_group in answer.situation.groups_there(household, at)
    )


def _leaves_nobody_out(there: Occupancy, at: Location, comes: PlaceGroup, persons: int) -> bool:
    now, then = there.over(at), there.with_more(comes, persons).over(at)
    return then[comes] == 0 and all(then[group] <= now[group] for group in PlaceGroup)


def _has_units(answer: Answer, at: Location, persons: int) -> bool:
    division = answer.situation.family_units.get(at.key)
    then = answer.after[at.key].with_more(PlaceGroup.FAMILY, persons)
    return division is None or division.is_enough_for(persons, then.families)
