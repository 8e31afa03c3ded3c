# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Locations: the list, and for each the people there now and after the plan, its fitness with the reason, its end."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.http import Http404

from luwte.model.people import HouseholdGroup
from luwte.model.places import Location, LocationKind, PlaceGroup
from luwte.planning.suitability import REASONS
from luwte.words import N_
from luwte_web.pages import columns
from luwte_web.pages.answers import Asked, Page, page
from luwte_web.pages.country import Country
from luwte_web.pages.filters import Filters
from luwte_web.pages.fitness import TONES, children_table
from luwte_web.pages.links import to, to_location, to_municipality
from luwte_web.pages.needed_tables import worth_here_table
from luwte_web.pages.reader import NONE, Reader
from luwte_web.pages.tables import Column, Table
from luwte_web.pages.tally import Change
from luwte_web.pages.units import divisions_table, family_units_table, has_own_amv_team, units_table

PLACES: dict[HouseholdGroup, Callable[[Location], int]] = {
    HouseholdGroup.FAMILY: lambda location: location.family_places,
    HouseholdGroup.AMV: lambda location: location.amv_places,
    HouseholdGroup.ADULT: lambda location: location.adult_places,
}
ORDERS: dict[str, Callable[[Country, Location], int]] = {
    "places": lambda country, location: -location.total_places,
    "unfit": lambda country, location: -country.change_of(location.key).before.children_unfit,
}


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of what is known about a location."""

    name: str
    value: str
    link: str = ""


@dataclass(frozen=True, slots=True)
class Occupancy:
    """One group at a location: its places and its people; None where the question makes no sense."""

    group: str
    places: int | None
    before: int | None
    after: int | None


@page
def locations(asked: Asked) -> Page:
    """All locations, open and planned."""
    country, reader = asked.country, asked.reader
    filters = Filters(asked.query, reader)
    provinces = {row.province_code: row.province for row in country.plan.provinces}
    province = filters.choose("province", reader.text("Province"), provinces, reader.text("all provinces"))
    kind = filters.code("kind", reader.text("Kind of site"), LocationKind, reader.text("all kinds"))
    closing = filters.choose("closing", reader.text("Closing"), _closing(country, reader), reader.text("whenever"))
    name = filters.search("name", reader.text("Name"))
    orders = {"places": reader.text("largest first"), "unfit": reader.text("most children in unfit places")}
    order = filters.choose("sort", reader.text("Order"), orders, reader.text("as in the tables"))
    rows = [
        place
        for place in country.dataset.locations
        if province in ("", country.province_at(place.key))
        and kind in (None, place.kind)
        and (not closing or closes_within(place, country.on, int(closing)))
        and name in place.name.casefold()
    ]
    if order:
        rows.sort(key=lambda place: ORDERS[order](country, place))
    table = location_table(country, reader, rows)
    return Page("locations.html", reader.text("Locations"), {"filters": filters, "table": table}, (table,))


@page
def location(asked: Asked, key: str) -> Page:
    """One location."""
    country, reader = asked.country, asked.reader
    place = country.dataset.location.get(key)
    if place is None:
        raise Http404
    change = country.change_of(key)
    tables = (
        people_table(reader, place, change),
        suitability_table(country, reader, place),
        children_table(reader, change),
        divisions_table(country, reader, place),
        family_units_table(country, reader, place),
        units_table(country, reader, place),
        worth_here_table(country, reader, key),
    )
    context = {
        "place": place,
        "change": change,
        "facts": list(_facts(asked, place)),
        "must_leave": closes_within(place, country.on, country.must_leave_days),
        "coming": sum(row.size for row in country.coming_to(key)),
        "leaving": sum(row.size for row in country.leaving(key)),
        "without_place": sum(row.size for row in country.must_leave_without_place(key)),
        "to_proposals": to("proposals", location=key),
        "has_units_worth": any(row.unit is not None for row in country.plan.worth if row.location == key),
    }
    return Page("location.html", place.name, context, tables)


def closes_within(place: Location, on: date, days: int) -> bool:
    """Whether an open location has its first day without residents at most so many days from now."""
    return place.is_open(on) and place.closes is not None and place.closes <= on + timedelta(days=days)


def location_table(
    country: Country, reader: Reader, rows: Sequence[Location], *, in_one_municipality: bool = False
) -> Table[Any]:
    """Locations with their places and people; `in_one_municipality` leaves the municipality out."""

    def change(place: Location) -> Change:
        return country.change_of(place.key)

    municipality = columns.words(
        reader.text("Municipality"),
        lambda p: country.dataset.municipality[p.municipality].name,
        lambda p: to_municipality(p.municipality),
    )
    shown = (
        columns.words(reader.text("Location"), lambda p: p.name, lambda p: to_location(p.key)),
        *([] if in_one_municipality else [municipality]),
        columns.names(reader, reader.text("Kind"), lambda p: p.kind),
        columns.counts(reader, reader.text("Places"), lambda p: p.total_places),
        columns.counts(reader, reader.text("People now"), lambda p: change(p).before.people),
        columns.counts(reader, reader.text("People after the plan"), lambda p: change(p).after.people),
        columns.counts(reader, reader.text("Children now"), lambda p: change(p).before.children),
        columns.counts(reader, reader.text("Children after the plan"), lambda p: change(p).after.children),
        columns.days(reader, reader.text("Closes on"), lambda p: p.closes, N_("no date")),
    )
    return Table.of("locations", reader.text("Locations"), shown, rows)


def people_table(reader: Reader, place: Location, change: Change) -> Table[Any]:
    """Places and people by group; flexible places have a line of their own, because they serve two groups."""
    rows = [
        Occupancy(reader.name(group), places, change.before.by_group[group], change.after.by_group[group])
        for group in HouseholdGroup
        for places in [PLACES[group](place) if group in PLACES else None]
        if places or change.before.by_group[group] or change.after.by_group[group]
    ]
    if place.flexible_places:
        rows.append(Occupancy(reader.text("family or adults, as needed"), place.flexible_places, None, None))

    def column(title: str, number: Callable[[Occupancy], int | None]) -> Column[Any]:
        def shown(row: Occupancy) -> str:
            value = number(row)
            return NONE if value is None else reader.number(value)

        return Column(title, number, shown, numeric=True)

    shown = (
        columns.words(reader.text("Group"), lambda row: row.group),
        column(reader.text("Places"), lambda row: row.places),
        column(reader.text("People now"), lambda row: row.before),
        column(reader.text("People after the plan"), lambda row: row.after),
    )
    return Table.of("people", reader.text("Places and people by group"), shown, rows)


def suitability_table(country: Country, reader: Reader, place: Location) -> Table[Any]:
    """Whether the location is fit, by group, and which rule says so."""
    rows = [row for group in PlaceGroup if (row := country.suitability_of.get((place.key, group)))]
    shown = (
        columns.names(reader, reader.text("Group"), lambda row: row.group),
        columns.words(reader.text("Fitness"), lambda row: reader.name(row.fit), tone=lambda row: TONES[row.fit.value]),
        columns.words(reader.text("Reason"), lambda row: reader.text(REASONS.get(row.reason, row.reason))),
    )
    return Table.of("fitness", reader.text("Is it a fit place?"), shown, rows)


def _closing(country: Country, reader: Reader) -> dict[str, str]:
    """The days after which the policy looks at closing differently."""
    days = country.policy.days
    limits = (days.must_leave, days.notice, days.closing_soon)
    return {str(limit.value): reader.text("within {days} days", days=limit.value) for limit in limits}


def _facts(asked: Asked, place: Location) -> Iterator[Fact]:
    reader, country = asked.reader, asked.country
    municipality = country.dataset.municipality[place.municipality]
    yield Fact(reader.text("Municipality"), municipality.name, to_municipality(municipality.code))
    yield Fact(reader.text("Kind"), reader.name(place.kind))
    yield Fact(reader.text("Building"), reader.name(place.building))
    yield Fact(reader.text("Run by"), reader.name(place.operator))
    yield Fact(reader.text("Overseen by"), place.supervisor or reader.text("nobody named"))
    yield Fact(reader.text("Opened on"), reader.day(place.opens))
    yield Fact(reader.text("Closes on"), reader.day(place.closes, N_("no date")))
    if place.intake_stopped_on:
        yield Fact(reader.text("Nobody is newly brought here since"), reader.day(place.intake_stopped_on))
    yield Fact(reader.text("Accessible places"), reader.number(place.accessible_places))
    limit = reader.text("no limit known") if place.school_places is None else reader.number(place.school_places)
    yield Fact(reader.text("School places"), limit)
    yield Fact(reader.text("Provides"), reader.listing(place.provides))
    if place.only:
        yield Fact(reader.text("Only for"), reader.listing(place.only))
    if place.amv_places:
        yield Fact(reader.text("Own team for unaccompanied minors"), reader.yes(has_own_amv_team(country, place)))
        yield Fact(reader.text("Young adults may stay until"), reader.number(place.stays_until_age))
    if place.cost_per_place_day is not None:
        yield Fact(
            reader.text("Cost of a place"), f"€ {reader.weight(place.cost_per_place_day)} {reader.text('a day')}"
        )
