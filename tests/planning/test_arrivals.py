# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Batches of arrivals: what is kept for whom, who goes first, and what no way of placing can gain more than."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from luwte.data.example.dice import Dice
from luwte.model.dataset import Dataset
from luwte.model.people import Household, HouseholdGroup, Phase
from luwte.model.places import Building, Location, LocationKind
from luwte.placement import Policy
from luwte.placement.placement import Action
from luwte.placement.sites import GROUPS
from luwte.planning import Plan
from luwte.planning.ahead.step import Step
from luwte.planning.arrivals import advise
from luwte.planning.arrivals.assign import taken_by
from luwte.planning.arrivals.chance import arrived_lately, draw
from luwte.planning.arrivals.expect import place_batch, prices_now
from luwte.planning.arrivals.kinds import PLACE_AT_ALL, Kinds, kinds_of
from luwte.planning.arrivals.quarter import Setting, compare, setting_of
from luwte.planning.arrivals.room import Room, free_room, left_of
from luwte.planning.cells import from_csv
from luwte.planning.files import ARRIVALS, ARRIVALS_PRICES
from luwte.planning.outputs import ArrivalRow, ExpectedPriceRow, PlacementRow
from luwte.planning.place import question_for
from luwte.planning.recount import Question
from luwte.planning.recount.answer import Answer
from luwte.planning.recount.rules import RULES
from luwte.planning.recount.situation import Situation
from planning.country import DAY, UTRECHT, country, persons, site

MEDICAL = frozenset({"medical_near"})
PER_WEEK = 2


def azc(key: str, places: str, **more: Any) -> Location:
    return site(key, UTRECHT, LocationKind.AZC, Building.FLATS, places, **more)


def asked(policy: Policy, dataset: Dataset) -> Question:
    return question_for(dataset, DAY, policy, ())


def family(key: str, at: str | None = None, **more: Any) -> Household:
    return Household(key, HouseholdGroup.FAMILY, at, Phase.PROCEDURE, **more)


def with_people(*where: tuple[Household, str], locations: tuple[Location, ...]) -> Dataset:
    return country(
        locations=locations,
        households=tuple(household for household, _ in where),
        persons=tuple(person for household, ages in where for person in persons(household, ages)),
        moves=(),
    )


def slots(dataset: Dataset, kinds: Kinds, chosen: Any) -> list[tuple[str, str]]:
    return [(kinds.keys[k], dataset.locations[s // 3].key) for k, s in zip(chosen.kind, chosen.slot, strict=True)]


@pytest.fixture
def clinic(policy: Policy) -> tuple[Dataset, Kinds, Room]:
    """Two places for one family each: near a clinic with free school places, and elsewhere, schools not known."""
    dataset = with_people(
        (family("ANY"), "30 9"),
        (family("ILL", needs=MEDICAL), "30 9"),
        locations=(azc("CLINIC", "2/0/0", provides=MEDICAL), azc("OTHER", "2/0/0", school_places=None)),
    )
    question = asked(policy, dataset)
    return dataset, kinds_of(question, policy, dataset.households), free_room(Situation(question), ())


def test_by_itself_a_batch_takes_the_place_that_is_best_today(clinic: tuple[Dataset, Kinds, Room]) -> None:
    dataset, kinds, room = clinic
    assert slots(dataset, kinds, place_batch(kinds, np.array([0]), room)) == [("ANY", "CLINIC")]


def test_with_futures_in_mind_a_scarce_place_is_left_to_who_needs_it(clinic: tuple[Dataset, Kinds, Room]) -> None:
    dataset, kinds, room = clinic
    futures = [[(np.array([1]), room.times(0.0))]]
    chosen = place_batch(kinds, np.array([0]), room, futures)
    assert slots(dataset, kinds, chosen) == [("ANY", "OTHER")]
    price = prices_now(kinds, np.array([0]), room, futures)
    assert price.beds[0] > price.beds[3]


def test_nobody_is_left_without_a_place_for_who_is_still_expected(clinic: tuple[Dataset, Kinds, Room]) -> None:
    """The clinic is the only room left: who is there gets it, whoever may come."""
    dataset, kinds, room = clinic
    beds = room.beds.copy()
    beds[3:] = 0
    futures = [[(np.array([1]), room.times(0.0))]] * 3
    chosen = place_batch(kinds, np.array([0]), replace(room, beds=beds), futures)
    assert slots(dataset, kinds, chosen) == [("ANY", "CLINIC")]


def test_a_place_gains_more_the_fitter_it_is(policy: Policy) -> None:
    hall = site("HALL", UTRECHT, LocationKind.EMERGENCY, Building.SPORTS_HALL, "4/0/0")
    dataset = with_people((family("F"), "30 9"), locations=(hall, azc("AZC", "4/0/0")))
    kinds = kinds_of(asked(policy, dataset), policy, dataset.households)
    in_hall, in_azc = int(kinds.gain[0, 0]), int(kinds.gain[0, 3])
    assert in_azc - in_hall == policy.weight("brought_unfit")
    assert in_azc == 2 * PLACE_AT_ALL + policy.weight("unplaced_protected")


def test_flexible_places_serve_families_first_and_adults_with_what_is_left(policy: Policy) -> None:
    dataset = with_people(
        (family("F", "AZC"), "30 9 8"), locations=(azc("AZC", "2/0/1", flexible_places=3, school_places=5),)
    )
    situation = Situation(asked(policy, dataset))
    room = free_room(situation, dataset.households)
    assert (room.beds.tolist(), room.flexible.tolist(), room.school.tolist()) == ([0, 0, 1], [2], [3])
    left = left_of(room, Room(np.array([0.0, 0.0, 2.0]), np.zeros(1), np.zeros(1), np.zeros(1)))
    assert (left.beds.tolist(), left.flexible.tolist()) == ([0, 0, 0], [1])


def test_what_is_drawn_from_a_seed_is_the_same_each_time() -> None:
    one, other = (draw(Dice(7, "quarter"), 40, 5, 13) for _ in range(2))
    assert [batch.tolist() for batch in one] == [batch.tolist() for batch in other]
    assert [batch.tolist() for batch in one] != [batch.tolist() for batch in draw(Dice(8, "quarter"), 40, 5, 13)]


def test_arrivals_are_drawn_from_who_came_lately_or_has_no_place(dataset: Dataset) -> None:
    lately = {household.key for household in arrived_lately(dataset, DAY)}
    assert {household.key for household in dataset.households if household.location is None} <= lately
    assert "A-HALL" not in lately


@pytest.fixture(scope="module")
def setting(policy: Policy) -> Setting:
    """Families and adults who come to two azcs and a hall, one azc near a clinic."""
    groups = (HouseholdGroup.FAMILY, HouseholdGroup.ADULT)
    new = [Household(f"N{n}", groups[n % 2], None, Phase.PROCEDURE, needs=MEDICAL if n < 2 else frozenset())
           for n in range(6)]  # fmt: skip
    ages = ("30 9 4", "40", "28 1", "33 34", "45 12 11 8", "22")
    residents = [(family(f"R{n}", "AZC", since=DAY), "30 9") for n in range(3)]
    return setting_of(
        asked(
            policy,
            with_people(
                *zip(new, ages, strict=True),
                *residents,
                locations=(
                    azc("AZC", "16/0/6"),
                    azc("CLINIC", "9/0/4", provides=MEDICAL, flexible_places=2),
                    site("HALL", UTRECHT, LocationKind.EMERGENCY, Building.SPORTS_HALL, "9/0/4"),
                ),
            ),
        ),
        policy,
        PER_WEEK,
    )


@settings(max_examples=12, deadline=None)
@given(seed=st.integers(0, 1_000))
def test_hindsight_is_never_worse_than_placing_as_people_come(setting: Setting, seed: int) -> None:
    gains = compare(setting, setting.quarter(Dice(seed, "quarter")), Dice(seed, "futures"))
    assert max(gains.by_itself, gains.with_futures) <= gains.hindsight * (1 + 1e-9)
    assert min(gains.by_itself, gains.with_futures) > 0


@settings(max_examples=12, deadline=None)
@given(seed=st.integers(0, 1_000))
def test_a_batch_breaks_no_rule(policy: Policy, setting: Setting, seed: int) -> None:
    """Everybody of the batch once, residents where they are, judged by the recount."""
    dataset = setting.situation.question.dataset
    newcomers = [h for h in dataset.households if h.location is None]
    kinds = kinds_of(setting.situation.question, policy, newcomers)
    free = Dice(seed, "room").uniform(len(setting.room.beds))
    assert kinds.keys == tuple(household.key for household in newcomers)
    room = replace(setting.room, beds=np.floor(setting.room.beds * free))
    chosen = place_batch(kinds, np.arange(len(newcomers)), room)
    taken = left_of(room, taken_by(kinds, chosen))
    assert min(part.min() for part in (taken.beds, taken.flexible, taken.accessible, taken.school)) >= 0
    whole = place_batch(kinds, np.arange(len(newcomers)), setting.room)
    assert not [finding for rule in RULES for finding in rule(_answer(setting, kinds, whole))]


def _answer(setting: Setting, kinds: Kinds, chosen: Any) -> Answer:
    situation = setting.situation
    where = {kinds.keys[k]: int(slot) for k, slot in zip(chosen.kind, chosen.slot, strict=True)}
    steps = []
    for household in situation.question.dataset.households:
        members, slot = situation.members[household.key], where.get(household.key)
        to = household.location if slot is None else situation.question.dataset.locations[slot // 3].key
        home = situation.home.get(household.key)
        group = GROUPS[slot % 3] if slot is not None else situation.group_at_home(household, home) if home else None
        action = Action.UNPLACED if to is None else Action.STAY if to == household.location else Action.NEW
        steps.append(Step(household.key, household.location, to, group, action, members.size, members.minors))
    return Answer(situation, steps)


def test_newcomers_who_follow_the_advice_break_no_rule_of_the_plan(
    dataset: Dataset, policy: Policy, made: Plan
) -> None:
    question = question_for(dataset, DAY, policy, made.tasks)
    advice = advise(question, policy, made.placements, weeks=4)
    assert {row.household for row in advice.newcomers} == {h.key for h in dataset.households if h.location is None}
    expecting = {row.household: row.expecting for row in advice.newcomers}
    rows = [replace(row, destination=expecting.get(row.household, row.destination)) for row in made.placements]
    answer = Answer(Situation(question), [_as_proposed(row) for row in rows])
    assert not [finding for rule in RULES for finding in rule(answer)]


def test_advice_is_the_same_each_time(dataset: Dataset, policy: Policy, made: Plan) -> None:
    question = question_for(dataset, DAY, policy, made.tasks)
    one, other = (advise(question, policy, made.placements, weeks=4) for _ in range(2))
    assert one == other
    files = one.files()
    assert from_csv(ArrivalRow, files[ARRIVALS]) == one.newcomers
    assert from_csv(ExpectedPriceRow, files[ARRIVALS_PRICES]) == one.prices


def _as_proposed(row: PlacementRow) -> Step:
    return Step(row.household, row.origin, row.destination, row.place_group, row.action, row.size, row.minors)
