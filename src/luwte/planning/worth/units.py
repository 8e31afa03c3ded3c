# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What places are worth in the way they come: one by one, or in whole units where families take these."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal

from luwte.model.places import PlaceGroup
from luwte.planning.place import Placing
from luwte.planning.recount.division import FamilyUnits, family_units
from luwte.planning.worth.levels import NOTHING, PerLevel, Prices, prices_of

DIGITS = Decimal("0.001")


def new_units(there: Sequence[int], places: int) -> tuple[int, ...]:
    """Sizes of the units that so many new places come in: the size there is most of; the last may be smaller."""
    counted = Counter(there)
    usual = max(counted, key=lambda size: (counted[size], size))
    return (usual,) * (places // usual) + ((places % usual,) if places % usual else ())


@dataclass(frozen=True, eq=False)
class Worths:
    """Prices of places by location and group, of whole units by location and size, and how locations are divided."""

    places: Prices
    units: Mapping[tuple[str, int], PerLevel]
    division: Mapping[str, FamilyUnits]

    def of_more(self, location: str, group: PlaceGroup, places: int) -> PerLevel:
        """So many more places, at most."""
        divided = self.division.get(location)
        if divided is None or group is not PlaceGroup.FAMILY:
            return self._place(location, group).times(places)
        worth = NOTHING
        for size in new_units(divided.places, places):
            worth = worth.plus(self._place(location, group), size).plus(self._beside_places(location, size))
        return worth

    def of_one(self, location: str, group: PlaceGroup) -> PerLevel:
        """One more place, at most; where places come in units its part of a whole one."""
        divided = self.division.get(location)
        if divided is None or group is not PlaceGroup.FAMILY:
            return self._place(location, group)
        usual = new_units(divided.places, max(divided.places))[0]
        whole = self.of_more(location, group, usual)
        return PerLevel(*((level / usual).quantize(DIGITS, ROUND_CEILING) for level in whole))

    def of_leaving(self, location: str, group: PlaceGroup, persons: int) -> PerLevel:
        """The places, and the units, that a household leaves to others."""
        worth, divided = self._place(location, group).times(persons), self.division.get(location)
        if divided is None or group is not PlaceGroup.FAMILY:
            return worth
        largest = max(divided.places)
        return worth.plus(self._beside_places(location, min(persons, largest)), -(-persons // largest))

    def _place(self, location: str, group: PlaceGroup) -> PerLevel:
        return self.places.get((location, group), NOTHING)

    def _beside_places(self, location: str, persons: int) -> PerLevel:
        """What a whole unit that holds so many persons is worth beside its places."""
        size = min(size for size in self.division[location].sizes if size >= persons)
        whole = self.units.get((location, size), NOTHING)
        beside = whole.plus(self._place(location, PlaceGroup.FAMILY), -size)
        return PerLevel(*(max(Decimal(0), level) for level in beside))  # prices are rounded


def worths_of(placing: Placing) -> Worths:
    """The prices of a placement."""
    units = {
        (worth.location, worth.unit): PerLevel(worth.level_1, worth.level_2, worth.level_3)
        for worth in placing.placement.worth
        if worth.unit is not None
    }
    return Worths(prices_of(placing.placement), units, family_units(placing.question.dataset.units))
