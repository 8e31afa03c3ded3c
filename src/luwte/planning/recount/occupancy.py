# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""People per location and group, before and after, and how many of them stand above its places."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from luwte.model.people import Household
from luwte.model.places import Location, PlaceGroup
from luwte.planning.recount.situation import ACCESSIBLE, Situation


@dataclass
class Occupancy:
    """The people at one location: per group, with the need `accessible`, and of school age.

    `families` counts the households on family places by their number of persons.
    """

    people: Counter[PlaceGroup] = field(default_factory=Counter)
    families: Counter[int] = field(default_factory=Counter)
    accessible: int = 0
    school_age: int = 0

    def over(self, at: Location) -> Mapping[PlaceGroup, int]:
        """People above the places of each group; flexible places serve families first."""
        families_beyond = max(0, self.people[PlaceGroup.FAMILY] - at.family_places)
        flexible_for_families = min(at.flexible_places, families_beyond)
        adult_places = at.adult_places + at.flexible_places - flexible_for_families
        return {
            PlaceGroup.FAMILY: families_beyond - flexible_for_families,
            PlaceGroup.ADULT: max(0, self.people[PlaceGroup.ADULT] - adult_places),
            PlaceGroup.AMV: max(0, self.people[PlaceGroup.AMV] - at.amv_places),
        }

    def with_more(self, group: PlaceGroup, persons: int) -> "Occupancy":
        """The people there if a household of so many persons of a group came too."""
        families = self.families + Counter({persons: group is PlaceGroup.FAMILY})
        return Occupancy(self.people + Counter({group: persons}), families, self.accessible, self.school_age)


def occupancies(
    situation: Situation, where: Iterable[tuple[Household, Location, PlaceGroup]]
) -> Mapping[str, Occupancy]:
    """Count households at their locations, by location key; a location without people reads as empty."""
    counted: defaultdict[str, Occupancy] = defaultdict(Occupancy)
    for household, location, group in where:
        members, there = situation.members[household.key], counted[location.key]
        there.people[group] += members.size
        there.families[members.size] += group is PlaceGroup.FAMILY
        there.school_age += members.school_age
        if ACCESSIBLE in household.needs:
            there.accessible += members.size
    return counted


def before(situation: Situation) -> Mapping[str, Occupancy]:
    """Who counts as living where before the plan; accepted moves are counted at their destination."""
    return occupancies(
        situation,
        (
            (household, at, situation.group_at_home(household, at))
            for household in situation.question.dataset.households
            if (at := situation.start.get(household.key)) is not None
        ),
    )
