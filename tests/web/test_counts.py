# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What the pages count is what the plan counted, and parts add up to the whole."""

from collections import Counter

from django.test import Client

from luwte.model.places import Fitness, LocationKind
from luwte.planning.summary import NO_PLACE
from luwte_web.pages.country import NOWHERE, Country
from luwte_web.pages.standing import province_standings, standings
from luwte_web.pages.tally import Change
from web.reading import read_page


def test_children_by_fitness_are_those_of_the_plan(country: Country) -> None:
    for code, count in country.plan.summary.children_by_fitness.items():
        fit = None if code == NO_PLACE else Fitness(code)
        whole = country.everywhere
        assert whole.before.children_by_fitness.get(fit, 0) == count.before, code
        assert whole.after.children_by_fitness.get(fit, 0) == count.after, code


def test_children_by_kind_are_those_of_the_plan(country: Country) -> None:
    for kind in LocationKind:
        counted = Change.of(country.change_of(place.key) for place in country.dataset.locations if place.kind is kind)
        count = country.plan.summary.children_by_kind[kind.value]
        assert (counted.before.children, counted.after.children) == (count.before, count.after), kind


def test_nobody_is_lost_between_locations_municipalities_and_the_country(country: Country) -> None:
    housed = Change.of(standing.change for standing in standings(country))
    nowhere, whole = country.change_of(NOWHERE), country.everywhere
    assert whole.before.people == whole.after.people == len(country.dataset.persons)
    assert housed.before.people + nowhere.before.people == whole.before.people
    assert housed.after.people + nowhere.after.people == whole.after.people


def test_provinces_are_the_sum_of_their_municipalities(country: Country) -> None:
    due: Counter[str] = Counter()
    for standing in standings(country):
        due[standing.place.province_code] += standing.due
    assert {province.code: province.due for province in province_standings(country)} == due


def test_who_comes_and_goes_explains_the_difference_at_every_location(country: Country) -> None:
    for place in country.dataset.locations:
        if place.is_open(country.on):
            change = country.change_of(place.key)
            coming = sum(row.size for row in country.coming_to(place.key))
            leaving = sum(row.size for row in country.leaving(place.key))
            assert change.after.people == change.before.people + coming - leaving, place.key


def test_the_computation_on_a_municipality_page_ends_in_its_task(client: Client, country: Country) -> None:
    for code in sorted(country.task_of)[::40]:
        page = read_page("", client.get(f"/en/municipalities/{code}/").content)
        steps = {row[0]: row[2] for row in page.sheets["computation"].rows}
        assert steps["Indicative number, a half rounds up"] == f"{country.task_of[code].indicative:,}"
