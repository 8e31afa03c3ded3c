# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What it is worth to turn adult places into family places, and how many stand empty for it."""

from collections import Counter

from luwte.model.places import PlaceGroup
from luwte.planning.place import Placing
from luwte.planning.worth.levels import NOTHING, lasting_and_fit
from luwte.planning.worth.rows import ConversionWorthRow
from luwte.planning.worth.units import worths_of


def conversion_worth(placing: Placing) -> tuple[ConversionWorthRow, ...]:
    """Locations where it helps, in the order of the tables: the price of a family place less that of an adult place.

    Only where families may live already: whether other buildings suit them is for an assessment to tell. Where families
    take whole units, a family place is worth its part of the unit that it would come in.
    """
    prices, there = worths_of(placing), _adults_there(placing)
    rows = []
    for location in placing.question.dataset.locations:
        if not location.adult_places or not lasting_and_fit(placing.question, location, PlaceGroup.FAMILY):
            continue
        gained = prices.of_one(location.key, PlaceGroup.FAMILY)
        worth = gained.plus(prices.of_one(location.key, PlaceGroup.ADULT), -1)
        if worth > NOTHING:
            empty = max(0, location.adult_places - there[location.key])
            rows.append(ConversionWorthRow(location.key, location.adult_places, empty, *worth))
    return tuple(rows)


def _adults_there(placing: Placing) -> Counter[str]:
    """People on adult places after the plan, by location."""
    there: Counter[str] = Counter()
    for proposal in placing.placement.proposals:
        if proposal.destination and proposal.place_group is PlaceGroup.ADULT:
            there[proposal.destination] += proposal.size
    return there
