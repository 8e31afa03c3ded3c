# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Indicative, agreed, binding and realised places of a municipality, kept apart."""

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

import pytest

from luwte.law import distribute
from luwte.law.tasks import Tasks
from luwte.model.dataset import Dataset
from luwte.model.places import Building, LocationKind
from luwte.model.pledges import Decision, Exchange
from luwte.planning.outputs import TaskRow
from luwte.planning.shares import province_rows, shares, standing, task_findings, task_rows
from planning.country import AMERSFOORT, AMSTERDAM, DAY, GRONINGEN, UTRECHT, country, locations, site


@pytest.fixture(scope="module")
def tasks() -> Tasks:
    return distribute(country().municipalities, cycle=2026)


def rows(dataset: Dataset, tasks: Tasks, on: date = DAY) -> dict[str, TaskRow]:
    return {row.municipality: row for row in task_rows(tasks, standing(dataset, tasks, on))}


def test_an_exchange_moves_a_part_of_the_task_inside_the_province(tasks: Tasks) -> None:
    made = rows(country(), tasks)
    indicative = tasks.of
    assert made[UTRECHT].agreed == indicative[UTRECHT].indicative - 100
    assert made[AMERSFOORT].agreed == indicative[AMERSFOORT].indicative + 100
    assert sum(row.agreed for row in made.values()) == sum(row.indicative for row in made.values())


def test_an_exchange_counts_from_the_day_it_was_agreed(tasks: Tasks) -> None:
    before = rows(country(), tasks, date(2026, 4, 30))
    assert before[UTRECHT].agreed == tasks.of[UTRECHT].indicative


def test_a_decision_of_this_cycle_binds_and_goes_before_what_was_agreed(tasks: Tasks) -> None:
    made = rows(country(), tasks)
    assert made[AMSTERDAM].binding == 4000
    assert made[AMSTERDAM].gap == 4000 - made[AMSTERDAM].realised
    assert made[UTRECHT].binding is None
    assert made[UTRECHT].gap == made[UTRECHT].agreed - made[UTRECHT].realised


def test_a_decision_that_is_not_taken_yet_does_not_bind(tasks: Tasks) -> None:
    later = country(decisions=(Decision(2026, AMSTERDAM, 4000, None, DAY + timedelta(days=1)),))
    assert rows(later, tasks)[AMSTERDAM].binding is None


def test_open_places_are_realised_but_not_those_of_crisis_emergency(tasks: Tasks) -> None:
    made = rows(country(), tasks)
    assert made[AMSTERDAM].realised == 6 + 11
    assert made[UTRECHT].realised == 18 + 8 + 12
    assert rows(country(), tasks, DAY + timedelta(days=10))[UTRECHT].realised == 18 + 12


def test_what_is_unknown_stays_unknown(tasks: Tasks) -> None:
    made = rows(country(), tasks)
    assert {row.indicative_amv for row in made.values()} == {None}


def test_places_count_as_durable_only_where_they_surely_do(tasks: Tasks) -> None:
    lasting = site("L", AMSTERDAM, LocationKind.AZC, Building.FLATS, "100/0/0", closes=date(2029, 1, 1))
    unsure = site("U", UTRECHT, LocationKind.AZC, Building.FLATS, "100/0/0")
    made = rows(country(locations=(*locations(), lasting, unsure)), tasks)
    assert made[AMSTERDAM].counted_durable is None, "of 8 places more nobody knows until when they are there"
    assert made[UTRECHT].counted_durable is None
    assert made[GRONINGEN].counted_durable == 0, "whatever their end, they are too few to count"
    alone = rows(country(locations=(lasting, unsure)), tasks)
    assert alone[AMSTERDAM].counted_durable == 100
    (told,) = [one for one in task_findings(country(), tuple(alone.values()), None, DAY) if "durable" in one.kind.code]
    assert told.params["count"] == "1"


def test_a_share_is_exact_and_to_what_binds(tasks: Tasks) -> None:
    made = rows(country(), tasks)
    found = shares(tuple(made.values()))
    assert found[AMSTERDAM] == Fraction(17, 4000)
    assert found[GRONINGEN] == Fraction(32, tasks.of[GRONINGEN].indicative)


def test_places_without_a_task_are_beyond_it(tasks: Tasks) -> None:
    made = rows(country(), tasks)
    nothing = replace(made[AMSTERDAM], binding=0, gap=-17)
    idle = replace(nothing, realised=0, gap=0)
    assert shares((nothing,))[AMSTERDAM] > 1
    assert shares((idle,))[AMSTERDAM] == 0


def test_provinces_sum_their_municipalities(tasks: Tasks) -> None:
    assert sum(row.indicative for row in province_rows(tasks)) == sum(t.indicative for t in tasks.municipalities)


def test_an_exchange_from_before_the_cycle_is_pointed_out(tasks: Tasks) -> None:
    early = country(exchanges=(Exchange(UTRECHT, AMERSFOORT, 100, 0, date(2024, 6, 1)),))
    made = tuple(rows(early, tasks).values())
    codes = [finding.kind.code for finding in task_findings(early, made, date(2026, 2, 27), DAY)]
    assert codes == ["planning.binding_unknown", "planning.exchange_before_cycle"]
