# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The places in regular reception that it takes, from counts alone: who needs one, what is free, what opens and closes.

Counts tell what is missing at least: that a free place lies where a child goes to school, or fits a family of eight,
only a plan can tell. What one more place is worth, and where, comes from the prices of a plan.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

from luwte.model.places import EMERGENCY_RECEPTION, Location, PlaceGroup
from luwte.planning.census import Lives, lives_before
from luwte.planning.phase_out.rows import PlacesRow
from luwte.planning.recount.situation import Situation
from luwte.planning.worth import NOTHING, ProvinceWorthRow

GROUPS = (PlaceGroup.FAMILY, PlaceGroup.AMV)
HOUSEHOLD_GROUPS = {"family": PlaceGroup.FAMILY, "amv": PlaceGroup.AMV}


def places_rows(situation: Situation, until: date) -> Iterator[PlacesRow]:
    """What families and unaccompanied minors need by a day."""
    everybody = list(lives_before(situation))
    there = Counter[tuple[str, PlaceGroup]]()
    for lives in everybody:
        if lives.at is not None and lives.group is not None:
            there[lives.at.key, lives.group] += situation.members[lives.household.key].size
    for group in GROUPS:
        yield _row(situation, group, everybody, there, until)


def first_provinces(rows: Iterable[ProvinceWorthRow], group: PlaceGroup, number: int) -> list[ProvinceWorthRow]:
    """The provinces where one more place for a group helps most, at the prices of a plan."""
    helping = [row for row in rows if row.group is group and row.worth is not None and row.worth > NOTHING]
    return sorted(helping, key=lambda row: row.worth or NOTHING, reverse=True)[:number]


def _row(
    situation: Situation,
    group: PlaceGroup,
    everybody: list[Lives],
    there: Counter[tuple[str, PlaceGroup]],
    until: date,
) -> PlacesRow:
    question, members = situation.question, situation.members
    on = question.on
    moving = [
        members[lives.household.key]
        for lives in everybody
        if lives.group is group
        and lives.at
        and lives.at.kind in EMERGENCY_RECEPTION
        and members[lives.household.key].minors
    ]
    without = [
        members[lives.household.key].size
        for lives in everybody
        if lives.at is None and HOUSEHOLD_GROUPS.get(lives.household.group.value) is group
    ]
    regular = [place for place in question.dataset.locations if _is_regular(place, situation, group)]
    closing = [place for place in regular if place.is_open(on) and place.closes is not None and place.closes <= until]
    staying = [place for place in regular if place.is_open(on) and place not in closing and place.takes_in(on)]
    planned = [place for place in regular if not place.is_open(on) and (place.closes is None or place.closes > until)]
    people, leaving = sum(each.size for each in moving), sum(there[place.key, group] for place in closing)
    free = sum(max(0, place.places_for(group) - there[place.key, group]) for place in staying)
    opening = sum(place.places_for(group) for place in planned if place.opens and on < place.opens <= until)
    return PlacesRow(
        group=group,
        children=sum(each.minors for each in moving),
        households=len(moving),
        people=people,
        without=sum(without),
        closing=leaving,
        free=free,
        opening=opening,
        opening_unknown=sum(place.places_for(group) for place in planned if place.opens is None),
        short=max(0, people + sum(without) + leaving - free - opening),
    )


def _is_regular(place: Location, situation: Situation, group: PlaceGroup) -> bool:
    """Where children may stay: no emergency reception, no registration, kept for nobody in particular, and fit."""
    fit = situation.question.fit.get((place.key, group))
    ours = place.kind not in EMERGENCY_RECEPTION and place.is_for_anybody
    return ours and fit is not None and fit.is_fit
