# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What could be recommended, by the prices of a plan: places, other use of places, homes; the most promising first."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain, groupby, zip_longest

from luwte.model.places import PlaceGroup
from luwte.planning.place import Placing
from luwte.planning.scenarios.changes import Change, Converted, Housed, MorePlaces
from luwte.planning.worth.conversions import conversion_worth
from luwte.planning.worth.homes import HomeWorth, homes
from luwte.planning.worth.levels import NOTHING, PerLevel
from luwte.planning.worth.provinces import province_worth
from luwte.planning.worth.rows import ProvinceWorthRow

AT_ONCE = 10  # places or homes in one recommendation: what one council can decide on; an assumption


class Help(StrEnum):
    """What is recommended."""

    PLACES = "places"
    CONVERSION = "conversion"
    HOMES = "homes"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A change that may help: where, for whom, how many, and by how much at most by the prices.

    `location` is where the places are put or change (None for homes), `province_code` where that or the homes are
    (None: for households that are not linked yet), `group` whose places they become (None for homes).
    """

    kind: Help
    change: Change
    province_code: str | None
    location: str | None
    group: PlaceGroup | None
    number: int
    predicted: PerLevel


def candidates(placing: Placing) -> Iterator[Candidate]:
    """Every candidate that promises anything: the best of each sort, then the second best of each sort, and so on.

    Sorts are taken by what their best promises, so that a few recommendations are not all of one sort.
    """
    sorts = [
        *_by_group(_places(placing)),
        list(_conversions(placing)),
        list(_homes(placing)),
    ]
    ordered = [sorted(sort, key=lambda one: one.predicted, reverse=True) for sort in sorts if sort]
    ordered.sort(key=lambda sort: sort[0].predicted, reverse=True)
    return (one for one in chain.from_iterable(zip_longest(*ordered)) if one is not None)


def _places(placing: Placing) -> Iterator[Candidate]:
    """Places of a group in a province, put at the location where one is worth most."""
    for row in province_worth(placing):
        price = _price(row)
        if row.location is not None and price > NOTHING:
            change = MorePlaces(row.location, row.group, AT_ONCE)
            promised = price.times(AT_ONCE)
            yield Candidate(Help.PLACES, change, row.province_code, row.location, row.group, AT_ONCE, promised)


def _conversions(placing: Placing) -> Iterator[Candidate]:
    """Adult places that the plan leaves empty, as family places: nobody has to leave for them."""
    dataset = placing.question.dataset
    for row in conversion_worth(placing):
        number = min(AT_ONCE, row.empty)
        if number:
            province = dataset.municipality[dataset.location[row.location].municipality].province_code
            change = Converted(row.location, PlaceGroup.ADULT, PlaceGroup.FAMILY, number)
            promised = PerLevel(row.level_1, row.level_2, row.level_3).times(number)
            yield Candidate(Help.CONVERSION, change, province, row.location, PlaceGroup.FAMILY, number, promised)


def _homes(placing: Placing) -> Iterator[Candidate]:
    """Homes in a province for the households linked there whose leaving helps most."""
    by_province = sorted(homes(placing), key=lambda home: home.province_code or "")
    for province, waiting in groupby(by_province, key=lambda home: home.province_code):
        chosen = list(waiting)[:AT_ONCE]
        promised = _together(chosen)
        if promised > NOTHING:
            change = Housed(frozenset(home.household for home in chosen))
            yield Candidate(Help.HOMES, change, province, None, None, len(chosen), promised)


def _by_group(places: Iterable[Candidate]) -> Sequence[list[Candidate]]:
    found = list(places)
    return [sort for group in PlaceGroup if (sort := [one for one in found if one.group is group])]


def _price(row: ProvinceWorthRow) -> PerLevel:
    return PerLevel(row.level_1 or NOTHING.level_1, row.level_2 or NOTHING.level_2, row.level_3 or NOTHING.level_3)


def _together(chosen: Iterable[HomeWorth]) -> PerLevel:
    promised = NOTHING
    for home in chosen:
        promised = promised.plus(home.worth)
    return promised
