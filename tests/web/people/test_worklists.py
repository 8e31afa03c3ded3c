# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What waits for whom: each list holds what its reader must decide, in the order of urgency, and nothing of others."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from luwte.model.people import HouseholdGroup, Phase, Relation, WishBy, WishKind
from luwte.model.periods import Month
from luwte.quality.clocks import Clock, Standing, bundled_clocks
from luwte_web.accounts.actors import SYSTEM, Actor, Role
from luwte_web.registry import arrivals, eighteen, missing, moves, wishes
from luwte_web.registry.arrivals import Arrival, Arriving
from luwte_web.registry.models import Answer, Improvement, Location, OfferFacts, PersonFacts
from luwte_web.registry.models.pledges import Offer
from luwte_web.registry.moves import Proposed
from luwte_web.registry.selectors import households_seen, persons_seen, stays_seen
from luwte_web.registry.services import change, correct, know
from luwte_web.worklists.lists import worklists, worklists_for
from luwte_web.worklists.terms import terms_of
from luwte_web.workspace import best_interests, children
from luwte_web.workspace.models import Stance
from web.people.few import (
    ADMINISTRATOR,
    AUDITOR,
    GUARDIAN,
    INSPECTOR,
    MINISTRY,
    MUNICIPALITY,
    OF_GRONINGEN,
    OF_NORTH_HOLLAND,
    OFFICER,
    PARTNER,
    PROVINCE,
    TEAM_NORTH,
)
from web.people.few_tables import TODAY
from web.people.test_editing import AGREED

WHY = "for a test"
EVERYBODY = (
    OFFICER, OF_GRONINGEN, GUARDIAN, TEAM_NORTH, INSPECTOR, MUNICIPALITY, PROVINCE, MINISTRY, AUDITOR, ADMINISTRATOR,
    PARTNER,
)  # fmt: skip

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("people")]


def found(actor: Actor, code: str, on: date = TODAY) -> list[Any]:
    (worklist,) = (each for each in worklists() if each.code == code)
    return list(worklist.find(actor, on))


def who(actor: Actor, code: str, on: date = TODAY) -> list[str]:
    return [entry.person or entry.household or entry.location or entry.other for entry in found(actor, code, on)]


def clock(code: str) -> Clock:
    (one,) = (each for each in bundled_clocks() if each.code == code)
    return one


def say(person: str, **facts: object) -> None:
    with change(SYSTEM, WHY) as made:
        correct(made, PersonFacts.objects.known().get(person__key=person), **facts)


def test_arrivals_without_a_place_wait_with_children_first() -> None:
    children = (Arriving(Month(1990, 1), Relation.PARENT), Arriving(Month(2020, 1), Relation.CHILD))
    family = arrivals.arrive(OFFICER, Arrival(HouseholdGroup.FAMILY, Phase.REGISTRATION, children), WHY)
    assert who(OFFICER, "arrivals") == [family, "N1"]
    assert who(OF_NORTH_HOLLAND, "arrivals") == []
    moves.accept(OFFICER, Proposed(family, "L2", TODAY), WHY)
    assert who(OFFICER, "arrivals") == ["N1"]


def test_a_location_that_closes_is_listed_with_who_lives_there() -> None:
    (entry,) = found(OFFICER, "closing")
    assert (entry.location, entry.due, entry.params) == ("L1", date(2026, 12, 15), {"people": 4})
    assert who(PROVINCE, "closing") == ["L1"]
    assert who(MUNICIPALITY, "closing") == who(OF_GRONINGEN, "closing") == []
    assert who(OFFICER, "closing", date(2026, 10, 1)) == []


def test_who_must_leave_is_listed_until_a_next_place_is_decided() -> None:
    assert who(OF_NORTH_HOLLAND, "leaving") == ["A2", "F2", "M2"]
    moves.accept(OFFICER, Proposed("A2", "L2", TODAY), WHY)
    assert who(OF_NORTH_HOLLAND, "leaving") == ["F2", "M2"]
    assert who(GUARDIAN, "leaving") == []


def test_children_in_unfit_places_are_listed_the_longest_first() -> None:
    assert who(OFFICER, "unfit") == ["F2", "M2"]
    assert found(OFFICER, "unfit")[0].params == {"minors": 1}
    assert who(TEAM_NORTH, "unfit") == []
    assert [(entry.location, entry.params) for entry in found(INSPECTOR, "unfit-sites")] == [("L1", {"children": 2})]


def test_who_was_not_heard_about_an_accepted_move_is_listed_until_it_is_written_down() -> None:
    moves.accept(OFFICER, Proposed("M1", "L1", TODAY), WHY)
    moves.accept(OFFICER, Proposed("A1", "L1", TODAY), WHY)
    assert who(GUARDIAN, "views") == who(OFFICER, "views") == ["M1"]
    assert who(OF_NORTH_HOLLAND, "views") == []
    children.record_child_view(GUARDIAN, "M1", "L1", "M1s", children.Said(view="likes it"))
    assert who(GUARDIAN, "views") == ["M1"]
    best_interests.record_guardian_view(GUARDIAN, "M1", "L1", Stance.AGREES, "good", TODAY)
    assert who(GUARDIAN, "views") == who(OFFICER, "in-haste") == []


def test_a_missing_child_is_on_the_list_until_it_is_found() -> None:
    missing.report(TEAM_NORTH, "M1s", TODAY, WHY)
    (entry,) = found(GUARDIAN, "missing")
    assert (entry.person, entry.late) == ("M1s", True)
    missing.follow(TEAM_NORTH, "M1s", WHY, missing.Alert("the police", TODAY))
    (entry,) = found(GUARDIAN, "missing")
    assert (entry.params, entry.late) == ({"who": "the police"}, False)
    assert who(OF_NORTH_HOLLAND, "missing") == []
    missing.found(TEAM_NORTH, "M1s", TODAY, WHY)
    assert who(GUARDIAN, "missing") == []


def test_who_turns_eighteen_without_a_plan_is_listed() -> None:
    (entry,) = found(GUARDIAN, "eighteen")
    assert (entry.person, entry.due, entry.late) == ("M1s", date(2026, 8, 1), True)
    eighteen.agree(GUARDIAN, "M1s", AGREED, WHY)
    assert found(GUARDIAN, "eighteen") == []


def test_a_wish_is_listed_until_it_is_answered() -> None:
    wishes.hear(GUARDIAN, "M1", wishes.Wish(WishKind.STAY, WishBy.CHILD, TODAY), WHY)
    assert who(OFFICER, "wishes") == who(GUARDIAN, "wishes") == ["M1"]
    wishes.answer(OFFICER, "M1", Answer.GRANTED, TODAY, WHY)
    assert who(OFFICER, "wishes") == []


def test_a_child_whose_school_term_is_over_or_nearly_so_is_listed() -> None:
    say("F1c", lodged_on=TODAY - timedelta(days=70))
    say("F2c", lodged_on=TODAY - timedelta(days=45))
    say("M1s", lodged_on=TODAY - timedelta(days=10))
    say("M2s", lodged_on=TODAY - timedelta(days=90), first_school_day=TODAY)
    entries = found(OFFICER, "school")
    assert [(entry.person, entry.late) for entry in entries] == [("F1c", True), ("F2c", False)]
    assert who(GUARDIAN, "school") == []


def test_the_older_term_holds_for_older_applications() -> None:
    say("F1c", lodged_on=date(2026, 6, 11))
    say("F2c", lodged_on=date(2026, 6, 12))
    assert "F1c" in who(OFFICER, "school_before")
    assert who(OFFICER, "school") == ["F2c"]


def test_a_stay_in_emergency_reception_is_over_after_six_months() -> None:
    assert who(OFFICER, "emergency_stay") == ["F2c", "M2s"]
    assert all(entry.late and entry.due == date(2026, 7, 1) for entry in found(OFFICER, "emergency_stay"))
    assert who(OFFICER, "crisis_stay") == []


def test_a_guardian_is_due_after_fifteen_working_days() -> None:
    say("M2s", lodged_on=date(2026, 11, 2), guardian_since=None)
    (entry,) = found(OFFICER, "guardian")
    assert (entry.person, entry.due, entry.late) == ("M2s", date(2026, 11, 23), False)


@given(start=st.dates(date(2020, 1, 1), date(2030, 1, 1)), code=st.sampled_from([c.code for c in bundled_clocks()]))
def test_whose_term_is_over_is_found_by_the_day_on_which_it_started(start: date, code: str) -> None:
    one = clock(code)
    due = one.due(start)
    assert start < due <= one.due(start + timedelta(days=1))
    assert one.started_by(due) >= start > one.started_by(due - timedelta(days=1))


def test_the_lists_agree_with_the_terms_on_the_page_of_a_household() -> None:
    say("F1c", lodged_on=TODAY - timedelta(days=70))
    say("M2s", lodged_on=date(2026, 11, 2), guardian_since=None)
    listed = {(one.code, key) for one in bundled_clocks() for key in who(OFFICER, one.code)}
    standing = set()
    for household in households_seen(OFFICER):
        persons = list(persons_seen(OFFICER).filter(household=household.household))
        stays = list(stays_seen(OFFICER).filter(household=household.household))
        for term in terms_of(household, persons, stays, TODAY):
            if term.standing in (Standing.OVERDUE, Standing.SOON):
                standing.add((term.clock.code, term.child.key))
    assert listed == standing


def test_offers_improvements_and_users_are_listed_for_whom_they_concern() -> None:
    with change(SYSTEM, WHY) as made:
        offer = Offer.objects.create(key="O1")
        know(made, OfferFacts(offer=offer, municipality="GM0014", places=40, status="decided"))
        here = Location.objects.get(key="L2")
        know(made, Improvement(location=here, indicator="HOU-001", action="more rooms", due=TODAY - timedelta(days=1)))
    assert who(MUNICIPALITY, "offers") == who(MINISTRY, "offers") == ["GM0014"]
    assert who(PROVINCE, "offers") == []
    assert [entry.late for entry in found(TEAM_NORTH, "improvements")] == [True]
    assert who(OF_NORTH_HOLLAND, "improvements") == who(GUARDIAN, "offers") == []


@pytest.mark.parametrize("actor", EVERYBODY)
def test_everybody_has_lists_and_only_who_reads_about_people_finds_them(actor: Actor) -> None:
    lists = worklists_for(actor)
    assert lists
    reads = actor.roles[0].role in (Role.PLACEMENT_OFFICER, Role.GUARDIAN, Role.SITE_TEAM)
    for worklist in worklists():
        for entry in worklist.find(actor, TODAY):
            assert reads or not (entry.household or entry.person)


@pytest.mark.parametrize("worklist", list(worklists()), ids=lambda each: each.code)
def test_a_list_costs_the_same_however_long_it_is(
    worklist: Any, django_assert_max_num_queries: Callable[[int], Any]
) -> None:
    with django_assert_max_num_queries(16):  # where places are fit follows from eight tables, kept until one changes
        rows = worklist.find(OFFICER, TODAY)
        assert len(rows[0:50]) == len(rows)
