# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What could be recommended, by the prices of a plan: places, other use of places, homes; the most promising first."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
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
from luwte.planning.worth.units import worths_of

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
    sorts: dict[tuple[Help, PlaceGroup | None], list[Candidate]] = defaultdict(list)
    for one in sorted(_all(placing), key=lambda one: one.predicted, reverse=True):
        sorts[one.kind, one.group].append(one)
    ordered = sorted(sorts.values(), key=lambda sort: sort[0].predicted, reverse=True)
    return (one for one in chain.from_iterable(zip_longest(*ordered)) if one is not None)


def _all(placing: Placing) -> Iterator[Candidate]:
    yield from _places(placing)
    yield from _conversions(placing)
    yield from _homes(placing)


def _places(placing: Placing) -> Iterator[Candidate]:
    """Places of a group in a province, put at the location where one is worth most."""
    prices = worths_of(placing)
    for row in province_worth(placing):
        if row.location is not None and row.worth is not None and row.worth > NOTHING:
            change = MorePlaces(row.location, row.group, AT_ONCE)
            promised = prices.of_more(row.location, row.group, AT_ONCE)
            yield Candidate(Help.PLACES, change, row.province_code, row.location, row.group, AT_ONCE, promised)


def _conversions(placing: Placing) -> Iterator[Candidate]:
    """Adult places that the plan leaves empty, as family places: nobody has to leave for them."""
    dataset, prices = placing.question.dataset, worths_of(placing)
    for row in conversion_worth(placing):
        number = min(AT_ONCE, row.empty)
        if number:
            province = dataset.municipality[dataset.location[row.location].municipality].province_code
            change = Converted(row.location, PlaceGroup.ADULT, PlaceGroup.FAMILY, number)
            gained = prices.of_more(row.location, PlaceGroup.FAMILY, number)
            promised = gained.plus(prices.of_more(row.location, PlaceGroup.ADULT, number), -1)
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


def _together(chosen: Iterable[HomeWorth]) -> PerLevel:
    promised = NOTHING
    for home in chosen:
        promised = promised.plus(home.worth)
    return promised
