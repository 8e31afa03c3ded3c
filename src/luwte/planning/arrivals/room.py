# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Room: free places by what they serve, and what leaves the room of a batch when a household takes a place."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from luwte.model.people import Household
from luwte.model.places import Location, PlaceGroup
from luwte.placement.sites import ADULT, FAMILY, GROUPS
from luwte.planning.recount.occupancy import Occupancy, occupancies
from luwte.planning.recount.situation import Situation

NO_LIMIT = 1e6  # persons; where no number of school places is given
Amounts = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Room:
    """Free places in persons: `beds` per slot (3L); flexible, accessible and school places per location (L)."""

    beds: Amounts
    flexible: Amounts
    accessible: Amounts
    school: Amounts

    @property
    def most(self) -> Amounts:
        """The most people who can come, per slot: in its own places and the flexible ones."""
        flexible = np.zeros((len(self.flexible), len(GROUPS)))
        flexible[:, FAMILY] = flexible[:, ADULT] = self.flexible
        return self.beds + flexible.reshape(-1)

    def plus(self, other: "Room") -> "Room":
        """Both together."""
        return Room(
            self.beds + other.beds,
            self.flexible + other.flexible,
            self.accessible + other.accessible,
            self.school + other.school,
        )

    def minus(self, other: "Room") -> "Room":
        """What the other leaves of it."""
        return self.plus(other.times(-1.0))

    def times(self, part: float) -> "Room":
        """A part of it."""
        return Room(self.beds * part, self.flexible * part, self.accessible * part, self.school * part)


def free_room(situation: Situation, residents: Iterable[Household]) -> Room:
    """What residents leave free at every location, on the day of the situation; nothing where people are above it."""
    lives = [
        (household, home, situation.group_at_home(household, home))
        for household in residents
        if (home := situation.home.get(household.key)) is not None
    ]
    there = occupancies(situation, lives)
    locations = situation.question.dataset.locations
    free = [_free(place, there.get(place.key, Occupancy())) for place in locations]
    return Room(
        np.array([beds for beds, _, _, _ in free], dtype=np.float64).reshape(-1),
        *(np.array([row[column] for row in free], dtype=np.float64) for column in (1, 2, 3)),
    )


def left_of(room: Room, taken: Room) -> Room:
    """What is left of the room when places are taken: flexible ones serve where the own places do not reach."""
    beds = room.beds - taken.beds
    short = np.minimum(beds, 0.0).reshape(-1, len(GROUPS))
    flexible = room.flexible - taken.flexible + short[:, FAMILY] + short[:, ADULT]
    return Room(np.maximum(beds, 0.0), flexible, room.accessible - taken.accessible, room.school - taken.school)


def _free(place: Location, people: Occupancy) -> tuple[list[int], int, int, int]:
    own = {group: place.places_for(group) - people.people[group] for group in PlaceGroup}
    beyond = sum(max(0, -own[group]) for group in (PlaceGroup.FAMILY, PlaceGroup.ADULT))
    beds = [max(0, own[group]) for group in GROUPS]
    over = people.over(place)
    if over[PlaceGroup.FAMILY]:
        beds[FAMILY] = 0
    if over[PlaceGroup.ADULT]:
        beds[ADULT] = 0
    school = NO_LIMIT if place.school_places is None else max(0, place.school_places - people.school_age)
    return (
        beds,
        max(0, place.flexible_places - beyond),
        max(0, place.accessible_places - people.accessible),
        int(school),
    )
