# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The page of a location tells how it is divided, whose team cares for whom, and what families take of its units."""

from collections import Counter
from dataclasses import replace

from django.test import Client

from luwte.model.people import HouseholdGroup
from luwte.model.places import PlaceGroup, Unit
from luwte.words import words_in
from luwte_web.pages.country import Country
from luwte_web.pages.reader import Reader
from luwte_web.pages.units import divisions_table, family_units_table, has_own_amv_team
from web.reading import read_page

READER = Reader(words_in("en"))


def divided(country: Country) -> list[str]:
    return sorted({unit.location for unit in country.dataset.units})


def test_units_in_use_and_households_are_counted_by_group(country: Country) -> None:
    living = Counter((household.location, household.group) for household in country.dataset.households)
    counted = 0
    for key in divided(country):
        place = country.dataset.location[key]
        for row in divisions_table(country, READER, place).rows:
            in_use = [u for u in country.dataset.units if u.location == key and not u.out_of_use]
            assert row.units == sum(unit.group is row.group for unit in in_use)
            if row.group is PlaceGroup.FAMILY:
                counted += row.now
                assert row.now == living[key, HouseholdGroup.FAMILY]
    assert counted > 0


def test_as_many_units_of_the_smallest_size_or_larger_are_taken_as_families_need(country: Country) -> None:
    for key in divided(country):
        place = country.dataset.location[key]
        rows = family_units_table(country, READER, place).rows
        if not rows:
            continue
        by_group = {row.group: row for row in divisions_table(country, READER, place).rows}
        assert [row.size for row in rows] == sorted({row.size for row in rows})
        assert rows[0].units == by_group[PlaceGroup.FAMILY].units
        assert rows[0].now >= by_group[PlaceGroup.FAMILY].now
        assert [row.units for row in rows] == sorted((row.units for row in rows), reverse=True)


def test_a_location_that_is_not_divided_has_no_units(country: Country) -> None:
    whole = next(place for place in country.dataset.locations if place.key not in divided(country))
    assert not family_units_table(country, READER, whole).rows
    assert not divisions_table(country, READER, whole).rows


def test_the_units_tell_of_the_team_before_the_location_does(country: Country) -> None:
    place = replace(country.dataset.locations[0], own_amv_team=True)

    def with_teams(*teams: tuple[PlaceGroup, str | None]) -> Country:
        units = tuple(Unit(place.key, str(at), group, 4, team=team) for at, (group, team) in enumerate(teams))
        return replace(country, dataset=replace(country.dataset, units=units))

    assert has_own_amv_team(with_teams(), place) is True
    assert has_own_amv_team(with_teams((PlaceGroup.AMV, "x"), (PlaceGroup.ADULT, "x")), place) is False
    assert has_own_amv_team(with_teams((PlaceGroup.AMV, None), (PlaceGroup.ADULT, "x")), place) is True


def test_the_page_shows_every_unit_with_its_team(client: Client, country: Country) -> None:
    unit = next(unit for unit in country.dataset.units if unit.team)
    sheets = read_page("", client.get(f"/locaties/{unit.location}/").content).sheets
    assert {"units", "units-by-group"} <= set(sheets)
    assert [unit.unit, unit.team] in [[row[0], row[2]] for row in sheets["units"].rows]
