# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""How locations are divided: units that families take whole, and the teams that care for unaccompanied minors.

Numbers between brackets are the readings in docs/decisions/0003.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from luwte.model.places import PlaceGroup, Unit

Taken = Counter[int]  # by size: units taken of at least so many places


@dataclass(frozen=True, slots=True)
class FamilyUnits:
    """The family units in use at one location, by their places, smallest first; there is at least one."""

    places: tuple[int, ...]

    @property
    def sizes(self) -> tuple[int, ...]:
        """Every size that there is, once, smallest first."""
        return tuple(dict.fromkeys(self.places))

    def at_least(self, size: int) -> int:
        """Units with so many places or more."""
        return sum(places >= size for places in self.places)

    def taken_by(self, persons: int) -> Taken:
        """What one household takes: a unit of the smallest size that holds it, or as many of the largest as it needs.

        A unit counts as taken for its own size and for every smaller one, because it could have served there.
        """
        largest = self.places[-1]
        own_size = min((size for size in self.sizes if size >= persons), default=largest)
        units = -(-persons // largest)
        return Counter({size: units for size in self.sizes if size <= own_size})

    def taken(self, households: Mapping[int, int]) -> Taken:
        """What households take together, given how many there are of each number of persons."""
        total: Taken = Counter()
        for persons, number in households.items():
            for size, units in self.taken_by(persons).items():
                total[size] += number * units
        return total

    def is_enough_for(self, persons: int, among: Mapping[int, int]) -> bool:
        """Whether a household of so many persons, one among these, has its units: those no smaller than it takes."""
        taken = self.taken(among)
        return all(taken[size] <= self.at_least(size) for size in self.taken_by(persons))


def is_in_use(unit: Unit) -> bool:
    """A unit that can be lived in: not out of use, and with places."""
    return not unit.out_of_use and unit.places > 0


def family_units(units: Iterable[Unit]) -> Mapping[str, FamilyUnits]:
    """The family units in use by location; a location without any is not divided for families."""
    places: dict[str, list[int]] = {}
    for unit in units:
        if unit.group is PlaceGroup.FAMILY and is_in_use(unit):
            places.setdefault(unit.location, []).append(unit.places)
    return {location: FamilyUnits(tuple(sorted(sizes))) for location, sizes in places.items()}


def own_amv_teams(units: Iterable[Unit]) -> Mapping[str, bool]:
    """By location, where every unit of unaccompanied minors names a team: whether they share it with nobody (37)."""
    teams: dict[str, list[str | None]] = {}
    others: dict[str, set[str | None]] = {}
    for unit in filter(is_in_use, units):
        if unit.group is PlaceGroup.AMV:
            teams.setdefault(unit.location, []).append(unit.team)
        else:
            others.setdefault(unit.location, set()).add(unit.team)
    return {location: others.get(location, set()).isdisjoint(named) for location, named in teams.items() if all(named)}
