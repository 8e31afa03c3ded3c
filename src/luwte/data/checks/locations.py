# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Do the locations make sense in themselves?"""

from collections.abc import Iterator
from decimal import Decimal

from luwte.data.places import with_units
from luwte.data.raw import error, warning
from luwte.data.tables import Check, Tables
from luwte.model.findings import Finding
from luwte.model.places import Location
from luwte.model.sites import OperationTask
from luwte.words import N_

NETHERLANDS_LON = (Decimal("3.2"), Decimal("7.3"))  # degrees WGS84, European part, rounded outwards
NETHERLANDS_LAT = (Decimal("50.7"), Decimal("53.7"))
UNLIKELY_COST = Decimal(1000)  # EUR per place per day: ours; ships cost about 180 (66,000 a year, 2024)

CLOSES_FIRST = error(
    "location_closes_first",
    N_("{location} closes before it opens, or on the same day ({opens})."),
    N_("Correct one of the dates; `closes` is the first day without residents."),
)
ACCESSIBLE = error(
    "location_accessible",
    N_("{location} has more accessible places than places ({places})."),
    N_("Accessible places are part of the places: correct one of the numbers."),
)
NO_SUPERVISOR = warning(
    "location_no_supervisor", N_("Nobody oversees {location}."), N_("Fill in who does, or arrange that somebody does.")
)
NO_PLACES = warning(
    "location_no_places", N_("{location} is open and has no places."), N_("Fill in the places, or its closing date.")
)
OUTSIDE = warning(
    "location_outside",
    N_("{place} does not lie in the Netherlands with these coordinates."),
    N_("Give WGS84 degrees; perhaps longitude and latitude were swapped."),
)
HALF_A_POINT = warning(
    "location_half_a_point", N_("{location} has a longitude or a latitude, not both."), N_("Fill in both, or neither.")
)
COST = warning(
    "location_cost",
    N_("{location} would cost more than EUR {bound} per place per day."),
    N_("Check that it is the cost of one place for one day."),
)


def closes_before_it_opens(tables: Tables) -> Iterator[Finding]:
    """A location closes after it opens."""
    for i, location in enumerate(tables.data.locations):
        if location.opens and location.closes and location.closes <= location.opens:
            yield tables.finding(
                CLOSES_FIRST,
                "locations",
                i,
                "closes",
                subject=location.key,
                location=location.key,
                opens=location.opens,
            )


def accessible_places_are_part_of_the_places(tables: Tables) -> Iterator[Finding]:
    """Accessible places are counted among the other places, those of units where given."""
    for i, location in enumerate(with_units(tables.data.locations, tables.data.units)):
        if location.accessible_places > location.total_places:
            yield tables.finding(
                ACCESSIBLE, "locations", i, "accessible_places",
                subject=location.key, location=location.key, places=location.total_places,
            )  # fmt: skip


def somebody_oversees_it(tables: Tables) -> Iterator[Finding]:
    """Every location has somebody who oversees it, named there or among those who are responsible."""
    for i, location in enumerate(tables.data.locations):
        if not location.supervisor and not _has_closed(tables, i) and not _is_overseen(tables, location):
            yield tables.finding(
                NO_SUPERVISOR, "locations", i, "supervisor", subject=location.key, location=location.key
            )


def an_open_location_has_places(tables: Tables) -> Iterator[Finding]:
    """An open location without any place is a slip."""
    on = tables.data.reference_date
    for i, location in enumerate(with_units(tables.data.locations, tables.data.units)):
        if on and location.is_open(on) and not location.total_places:
            yield tables.finding(NO_PLACES, "locations", i, None, subject=location.key, location=location.key)


def it_lies_in_the_country(tables: Tables) -> Iterator[Finding]:
    """Coordinates lie in the European part of the Netherlands."""
    for i, location in enumerate(tables.data.locations):
        if (location.lon is None) != (location.lat is None):
            column = "lon" if location.lon is None else "lat"
            yield tables.finding(HALF_A_POINT, "locations", i, column, subject=location.key, location=location.key)
        elif not _in_the_country(location.lon, location.lat):
            yield tables.finding(OUTSIDE, "locations", i, "lon", subject=location.key, place=location.key)
    if "municipalities" not in tables.data.bundled:
        for i, municipality in enumerate(tables.data.municipalities):
            if not _in_the_country(municipality.lon, municipality.lat):
                yield tables.finding(
                    OUTSIDE, "municipalities", i, "lon", subject=municipality.code, place=municipality.name
                )


def its_cost_is_per_day(tables: Tables) -> Iterator[Finding]:
    """A cost of more than a thousand euros a day was probably meant per month or year."""
    for i, location in enumerate(tables.data.locations):
        if location.cost_per_place_day is not None and location.cost_per_place_day > UNLIKELY_COST:
            yield tables.finding(
                COST, "locations", i, "cost_per_place_day",
                subject=location.key, location=location.key, bound=UNLIKELY_COST,
            )  # fmt: skip


def _is_overseen(tables: Tables, location: Location) -> bool:
    """Whether somebody is responsible for supervision now, or when a planned location opens."""
    days = [day for day in (tables.data.reference_date, location.opens) if day]
    own = (one for one in tables.data.operations if one.location == location.key)
    return any(one.task is OperationTask.SUPERVISION and (not days or one.holds_on(max(days))) for one in own)


def _has_closed(tables: Tables, i: int) -> bool:
    on, closes = tables.data.reference_date, tables.data.locations[i].closes
    return on is not None and closes is not None and closes <= on


def _in_the_country(lon: Decimal | None, lat: Decimal | None) -> bool:
    if lon is None or lat is None:
        return True
    return NETHERLANDS_LON[0] <= lon <= NETHERLANDS_LON[1] and NETHERLANDS_LAT[0] <= lat <= NETHERLANDS_LAT[1]


CHECKS: tuple[Check, ...] = (
    closes_before_it_opens,
    accessible_places_are_part_of_the_places,
    somebody_oversees_it,
    an_open_location_has_places,
    it_lies_in_the_country,
    its_cost_is_per_day,
)
KINDS = (CLOSES_FIRST, ACCESSIBLE, NO_SUPERVISOR, NO_PLACES, OUTSIDE, HALF_A_POINT, COST)
