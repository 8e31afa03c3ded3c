# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""People queue: who came first goes first, nobody is moved for another, and no rule is broken."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import numpy as np
from desk import adult, azc, family, sports_hall
from hypothesis import given, settings
from hypothesis import strategies as st
from instances import DAY, HOLIDAYS, MUNICIPALITIES, small_country

from luwte.model.dataset import Dataset
from luwte.model.geography import Municipality
from luwte.model.people import Household, Person
from luwte.model.places import Location
from luwte.model.stays import Stay
from luwte.placement import Policy, load_policy
from luwte.placement.queue import days_of_arrival
from luwte.planning.fairness.queue import queue_answer
from luwte.planning.place import question_for
from luwte.planning.recount.answer import Answer
from luwte.planning.recount.rules import RULES
from luwte.planning.recount.rules_of_room import brought_over_units, units
from luwte.planning.recount.situation import Situation


def queue(dataset: Dataset, policy: Policy) -> Answer:
    return queue_answer(Situation(question_for(dataset, DAY, policy, ())), policy)


def left(locations: list[Location], people: list[tuple[Household, tuple[Person, ...]]]) -> Mapping[str, str | None]:
    """Where the queue leaves these people, by household."""
    dataset = Dataset(
        reference_date=DAY,
        municipalities=tuple(
            Municipality(code, code, province, province, {None: 1}, lon=lon, lat=lat)
            for code, province, lon, lat in MUNICIPALITIES
        ),
        locations=tuple(locations),
        households=tuple(one for one, _ in people),
        persons=tuple(person for _, members in people for person in members),
        holidays=HOLIDAYS,
    )
    return {one.household: one.destination for one in queue(dataset, load_policy()).proposals}


def came(on: date, one: tuple[Household, tuple[Person, ...]]) -> tuple[Household, tuple[Person, ...]]:
    """A household that applied for asylum on a day."""
    household, members = one
    return household, tuple(replace(person, lodged_on=on) for person in members)


def lives_since(on: date, one: tuple[Household, tuple[Person, ...]]) -> tuple[Household, tuple[Person, ...]]:
    """A household that came to its present place on a day."""
    household, members = one
    return replace(household, since=on), members


def test_who_came_first_gets_the_place() -> None:
    late, early = came(date(2026, 11, 2), family("LATE", None)), came(date(2026, 10, 1), family("EARLY", None))
    assert left([azc("A", family_places=2)], [late, early]) == {"LATE": None, "EARLY": "A"}


def test_who_has_no_place_goes_before_who_lives_in_an_unfit_place() -> None:
    waits, lives = came(date(2026, 11, 2), family("WAITS", None)), came(date(2024, 1, 1), family("LIVES", "HALL"))
    places = [azc("A", family_places=2), sports_hall("HALL", family_places=2)]
    assert left(places, [lives, waits]) == {"LIVES": "HALL", "WAITS": "A"}


def test_nobody_who_lives_well_is_moved_to_make_room() -> None:
    settled, waits = family("SETTLED", "A", ages=(35,)), came(date(2024, 1, 1), family("WAITS", "HALL"))
    places = [azc("A", family_places=2), azc("B", family_places=1), sports_hall("HALL", family_places=2)]
    assert left(places, [settled, waits]) == {"SETTLED": "A", "WAITS": "HALL"}


def test_a_bed_that_somebody_leaves_is_free_for_the_next() -> None:
    first, next_one = came(date(2025, 1, 1), family("FIRST", "HALL")), came(date(2025, 2, 1), adult("NEXT", None))
    places = [azc("A", family_places=2), sports_hall("HALL", flexible_places=2)]
    assert left(places, [next_one, first]) == {"FIRST": "A", "NEXT": "HALL"}
    assert left([*places, azc("B", adult_places=1)], [next_one, first]) == {"FIRST": "A", "NEXT": "B"}


def test_who_waits_gets_a_place_that_comes_free_later() -> None:
    waits, leaves = came(date(2024, 1, 1), family("WAITS", None)), came(date(2025, 1, 1), family("LEAVES", "HALL"))
    narrow = azc("A", family_places=2, only=frozenset({"quiet"}), provides=frozenset({"quiet"}))
    needs_quiet = (replace(leaves[0], needs=frozenset({"quiet"})), leaves[1])
    places = [narrow, sports_hall("HALL", family_places=2)]
    assert left(places, [waits, needs_quiet]) == {"WAITS": "HALL", "LEAVES": "A"}


def test_the_first_application_counts_else_the_first_stay_else_the_present_one() -> None:
    households = [
        came(date(2026, 3, 1), family("LODGED", "A")),
        lives_since(date(2026, 5, 1), family("STAYED", "A")),
        lives_since(date(2026, 6, 1), family("LIVES", "A")),
        family("UNKNOWN", None),
    ]
    dataset = Dataset(
        reference_date=DAY,
        households=tuple(one for one, _ in households),
        persons=tuple(person for _, members in households for person in members),
        stays=(Stay("STAYED", "B", date(2026, 4, 1), date(2026, 5, 1)), Stay("STAYED", "A", date(2026, 5, 1))),
    )
    days = days_of_arrival(dataset)
    known = [date(2026, 3, 1), date(2026, 4, 1), date(2026, 6, 1)]
    assert days[:3].tolist() == [day.toordinal() for day in known]
    assert np.argmax(days) == 3


@settings(deadline=None, max_examples=60)
@given(seed=st.integers(0, 10**9))
def test_a_queue_breaks_no_rule(seed: int, exact: Policy) -> None:
    answer = queue(small_country(seed, locations=7, households=14), exact)
    assert [rule.__name__ for rule in RULES if any(True for _ in rule(answer))] == []


@settings(deadline=None, max_examples=60)
@given(seed=st.integers(0, 10**9))
def test_a_family_in_a_queue_takes_whole_units(seed: int, exact: Policy) -> None:
    answer = queue(small_country(seed, locations=7, households=14, divided=True), exact)
    assert [list(rule(answer)) for rule in (units, brought_over_units)] == [[], []]
