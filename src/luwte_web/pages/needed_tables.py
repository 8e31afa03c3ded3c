# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The tables of what it would take: by province, location, other use and home, and what planning again gave."""

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from typing import Any

from luwte.model.places import PlaceGroup
from luwte.planning.outputs import WorthRow
from luwte.planning.worth.rows import ProvinceWorthRow
from luwte.reporting.labels import LEVELS
from luwte.reporting.needed import COUNTS, effects, leading, proof, province_name, title
from luwte_web.pages import columns
from luwte_web.pages.country import Country
from luwte_web.pages.links import to, to_location
from luwte_web.pages.reader import Reader
from luwte_web.pages.tables import Column, Table

CHILDREN = 2  # the level of their welfare


def provinces_table(country: Country, reader: Reader, rows: Sequence[ProvinceWorthRow], level: int) -> Table[Any]:
    """One more place by province, for one group: at the best location and, on one level, on average."""
    average = reader.text("On average: {level}", level=reader.text(LEVELS[level][0]).lower())
    shown = (
        columns.words(
            reader.text("Province"),
            lambda row: province_name(row.province_code, country.dataset, reader.words),
            lambda row: to("locations", province=row.province_code),
        ),
        *worth_columns(reader, rows),
        columns.words(
            reader.text("Worth most at"),
            lambda row: country.place_name(row.location),
            lambda row: to_location(row.location),
        ),
        columns.weights(reader, average, lambda row: row.mean[level - 1] if row.mean else None),
        columns.counts(reader, reader.text("Fit locations"), lambda row: row.locations),
    )
    return Table.of("worth-provinces", reader.text("One more place, by province"), shown, rows)


def locations_table(country: Country, reader: Reader, group: PlaceGroup) -> Table[Any]:
    """One more place by location, for one group, worth most first."""
    rows = _worth_most_first(row for row in country.plan.worth if row.group is group and row.unit is None)
    shown = (
        _location(country, reader),
        *worth_columns(reader, rows),
        columns.words(reader.text("Province"), lambda row: _province_at(country, reader, row.location)),
    )
    return Table.of("worth-locations", reader.text("One more place, by location"), shown, rows)


def units_table(country: Country, reader: Reader, group: PlaceGroup) -> Table[Any]:
    """One more whole unit by location and size, for a group that takes these, worth most first."""
    rows = _worth_most_first(row for row in country.plan.worth if row.group is group and row.unit is not None)
    shown = (
        _location(country, reader),
        columns.counts(reader, reader.text("For at most (people)"), lambda row: row.unit),
        *worth_columns(reader, rows),
        columns.words(reader.text("Province"), lambda row: _province_at(country, reader, row.location)),
    )
    return Table.of("worth-units", reader.text("One more whole unit for a family, by location"), shown, rows)


def worth_here_table(country: Country, reader: Reader, location: str) -> Table[Any]:
    """What one more place, and one more whole unit, is worth at one location."""

    def what(row: WorthRow) -> str:
        if row.unit is None:
            return reader.text("place")
        return reader.count("whole unit for {shown} person", "whole unit for {shown} people", row.unit)

    rows = [row for row in country.plan.worth if row.location == location]
    shown = (
        columns.words(reader.text("One more"), what),
        columns.names(reader, reader.text("For"), lambda row: row.group),
        *worth_columns(reader, rows),
    )
    return Table.of("worth-here", reader.text("What one more is worth here"), shown, rows)


def conversions_table(country: Country, reader: Reader) -> Table[Any]:
    """Adult places as family places, those first that stand empty and help most."""
    rows = sorted(
        country.plan.needed.conversions,
        key=lambda row: (not row.empty, -row.level_1, -row.level_2, -row.level_3, row.location),
    )
    shown = (
        _location(country, reader),
        columns.counts(reader, reader.text("Empty in the plan"), lambda row: row.empty),
        *worth_columns(reader, rows),
        columns.counts(reader, reader.text("Adult places"), lambda row: row.adult_places),
        columns.words(reader.text("Province"), lambda row: _province_at(country, reader, row.location)),
    )
    return Table.of("worth-conversions", reader.text("One adult place that becomes a family place"), shown, rows)


def homes_table(country: Country, reader: Reader) -> Table[Any]:
    """A home for who has a permit, by the province that they are linked to."""
    rows = country.plan.needed.homes
    shown = (
        columns.words(
            reader.text("Linked to"), lambda row: province_name(row.province_code, country.dataset, reader.words)
        ),
        columns.counts(reader, reader.text("Households that wait for a home"), lambda row: row.households),
        columns.counts(reader, reader.text("People"), lambda row: row.people),
        columns.counts(reader, reader.text("Children"), lambda row: row.children),
        columns.counts(reader, reader.text("Places that the best home frees"), lambda row: row.size),
        *worth_columns(reader, rows),
    )
    return Table.of("worth-homes", reader.text("One home, by province"), shown, rows)


def results_table(country: Country, reader: Reader) -> Table[Any]:
    """Recommendations: what the prices promise beside what came out, on the level that each is made for."""
    rows = [(row, leading(effects(row, country.plan.summary.levels))) for row in country.plan.needed.recommendations]
    shown = (
        columns.words(reader.text("What changes"), lambda pair: title(pair[0], country.dataset, reader.words)),
        columns.words(reader.text("Level"), lambda pair: reader.text(LEVELS[pair[1].level][0])),
        columns.weights(reader, reader.text("Promised at most"), lambda pair: pair[1].predicted),
        columns.weights(reader, reader.text("Came out"), lambda pair: pair[1].came_out),
        Column(
            reader.text("What is proven"), lambda pair: pair[1].proven, lambda pair: proof(pair[1].proven, reader.words)
        ),
        *(_change(reader, name, label) for name, label in COUNTS.items()),
    )
    return Table.of("recommendations", reader.text("Promised and planned again"), shown, rows)


def worth_columns(reader: Reader, rows: Sequence[Any]) -> list[Column[Any]]:
    """Worth on each level on which any of the rows has some; on the level of children always."""
    of_level: dict[int, Callable[[Any], Decimal | None]] = {
        1: lambda row: row.level_1,
        2: lambda row: row.level_2,
        3: lambda row: row.level_3,
    }
    return [
        columns.weights(reader, reader.text(LEVELS[level][0]), worth)
        for level, worth in of_level.items()
        if level == CHILDREN or any(worth(row) for row in rows)
    ]


def _worth_most_first(rows: Iterable[WorthRow]) -> list[WorthRow]:
    return sorted(rows, key=lambda row: (-row.level_1, -row.level_2, -row.level_3, row.location, row.unit or 0))


def _location(country: Country, reader: Reader) -> Column[Any]:
    return columns.words(
        reader.text("Location"), lambda row: country.place_name(row.location), lambda row: to_location(row.location)
    )


def _province_at(country: Country, reader: Reader, location: str) -> str:
    return province_name(country.province_at(location), country.dataset, reader.words)


def _change(reader: Reader, name: str, label: str) -> Column[Any]:
    return columns.changes(reader, reader.text(label).capitalize(), lambda pair: getattr(pair[0], name))
