# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What one more place is worth in a province, for each group: at the best location, and on average."""

from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal

from luwte.model.places import Location, PlaceGroup
from luwte.planning.place import Placing
from luwte.planning.worth.levels import PerLevel, lasting_and_fit
from luwte.planning.worth.rows import ProvinceWorthRow
from luwte.planning.worth.units import Worths, worths_of

DIGITS = Decimal("0.001")


def province_worth(placing: Placing) -> tuple[ProvinceWorthRow, ...]:
    """Every province and group, in the order of the provinces; places are put at locations that are there already.

    A location that is new has no price yet: what is there stands in for it. Where families take whole units, a place
    is worth its part of the unit that it would come in.
    """
    question, prices = placing.question, worths_of(placing)
    municipality = question.dataset.municipality
    found: dict[tuple[str, PlaceGroup], list[Location]] = defaultdict(list)
    for location in question.dataset.locations:
        for group in PlaceGroup:
            if lasting_and_fit(question, location, group):
                found[municipality[location.municipality].province_code, group].append(location)
    return tuple(
        _row(province.province_code, group, found[province.province_code, group], prices)
        for province in placing.tasks.provinces
        for group in PlaceGroup
    )


def _row(province: str, group: PlaceGroup, locations: Sequence[Location], prices: Worths) -> ProvinceWorthRow:
    if not locations:
        return ProvinceWorthRow(province, group, 0, None, *(None,) * 6)
    worth = {location.key: prices.of_one(location.key, group) for location in locations}
    best = max(worth, key=lambda key: worth[key])
    return ProvinceWorthRow(province, group, len(locations), best, *worth[best], *_mean(list(worth.values())))


def _mean(worth: Sequence[PerLevel]) -> PerLevel:
    return PerLevel(*((sum(level, Decimal(0)) / len(worth)).quantize(DIGITS) for level in zip(*worth, strict=True)))
