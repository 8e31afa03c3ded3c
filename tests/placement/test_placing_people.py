# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What a placement desk, a guardian and a parent would see happen."""

from datetime import timedelta

import pytest
from desk import adult, amv, azc, family, household, plan, sports_hall
from instances import DAY

from luwte.model.people import HouseholdGroup, WishBy, WishKind
from luwte.model.places import LocationKind, StatedFitness
from luwte.model.stays import Move, MoveStatus
from luwte.placement.placement import Action, Cause


def test_a_child_leaves_a_sports_hall_when_a_fit_place_is_free() -> None:
    placement = plan([sports_hall("HALL", family_places=4), azc("A", family_places=4)], [family("H", "HALL")])
    proposal = placement.of["H"]
    assert (proposal.destination, proposal.cause) == ("A", Cause.LEAVES_UNFIT_PLACE)


def test_a_family_that_lives_well_stays() -> None:
    placement = plan([azc("A", family_places=4), azc("B", family_places=4)], [family("H", "A")])
    assert placement.of["H"].action is Action.STAY


def test_the_last_fit_place_goes_to_the_child_who_waits_longest() -> None:
    places = [sports_hall("HALL", family_places=8), azc("A", family_places=2)]
    newcomer, longest = family("H1", "HALL"), family("H2", "HALL")
    longest = (type(longest[0])(**{**_fields(longest[0]), "since": DAY - timedelta(days=400)}), longest[1])
    placement = plan(places, [newcomer, longest])
    assert (placement.of["H1"].destination, placement.of["H2"].destination) == ("HALL", "A")


@pytest.mark.parametrize("years", [15, 17])
def test_no_unaccompanied_minor_is_brought_among_adults(years: int) -> None:
    placement = plan([azc("A", adult_places=50, family_places=50)], [amv("H", None, years)])
    proposal = placement.of["H"]
    assert (proposal.action, proposal.cause) == (Action.UNPLACED, Cause.NO_LOCATION_FITS)
    assert proposal.excluded["group"] == 1


def test_an_unaccompanied_minor_is_not_brought_to_a_shared_site_without_an_own_team() -> None:
    shared = azc("A", amv_places=5, family_places=5)
    assert plan([shared], [amv("H", None)]).of["H"].action is Action.UNPLACED
    with_team = azc("A", amv_places=5, family_places=5, own_amv_team=True)
    assert plan([with_team], [amv("H", None)]).of["H"].destination == "A"


def test_a_young_adult_may_live_on_where_places_are_kept_for_that_age() -> None:
    twenty = household("H", HouseholdGroup.YOUNG_ADULT, None, [20])
    assert plan([azc("A", amv_places=5, stays_until_age=21)], [twenty]).of["H"].destination == "A"
    assert plan([azc("A", amv_places=5, stays_until_age=20)], [twenty]).of["H"].action is Action.UNPLACED


def test_a_location_that_closes_within_the_notice_must_be_left_even_by_who_is_locked() -> None:
    places = [azc("OLD", family_places=4, closes=DAY + timedelta(days=14)), azc("A", family_places=4)]
    placement = plan(places, [family("H", "OLD", locked=True)])
    assert (placement.of["H"].destination, placement.of["H"].cause) == ("A", Cause.LOCATION_CLOSES)


def test_a_day_later_the_locked_household_stays() -> None:
    places = [azc("OLD", family_places=4, closes=DAY + timedelta(days=15)), azc("A", family_places=4)]
    assert plan(places, [family("H", "OLD", locked=True)]).of["H"].cause is Cause.LOCKED


@pytest.mark.parametrize(("days", "brought"), [(27, False), (28, True)])
def test_nobody_is_brought_where_they_must_leave_within_four_weeks(days: int, brought: bool) -> None:
    placement = plan([azc("A", adult_places=1, closes=DAY + timedelta(days=days))], [adult("H", None)])
    assert (placement.of["H"].action is Action.NEW) is brought


def test_who_must_leave_and_finds_nothing_keeps_its_bed_and_is_named() -> None:
    placement = plan([azc("OLD", family_places=4, closes=DAY + timedelta(days=3))], [family("H", "OLD")])
    proposal = placement.of["H"]
    assert (proposal.action, proposal.origin, proposal.destination) == (Action.UNPLACED, "OLD", None)
    assert placement.levels[0].value == 2


def test_when_places_run_out_children_come_before_adults() -> None:
    placement = plan([azc("A", flexible_places=2)], [adult("H1", None), adult("H2", None), family("H3", None)])
    assert placement.of["H3"].destination == "A"
    assert placement.levels[0].value == 2


def test_a_fit_place_is_never_traded_for_an_unfit_one() -> None:
    places = [azc("A", family_places=2), sports_hall("HALL", family_places=9)]
    placement = plan(places, [family("H1", "A"), family("H2", None)])
    assert (placement.of["H1"].destination, placement.of["H2"].destination) == ("A", "HALL")


def test_a_need_is_met_or_the_place_is_not_given() -> None:
    places = [azc("A", adult_places=5), azc("B", adult_places=5, provides=frozenset({"quiet"}))]
    assert plan(places, [adult("H", None, needs=frozenset({"quiet"}))]).of["H"].destination == "B"


def test_accessible_places_are_counted_for_the_whole_household() -> None:
    needs = frozenset({"accessible"})
    places = [azc("A", family_places=9, accessible_places=3), azc("B", family_places=9, accessible_places=2)]
    placement = plan(places, [family("H1", None, needs=needs), family("H2", None, needs=needs)])
    assert {placement.of["H1"].destination, placement.of["H2"].destination} == {"A", "B"}


def test_school_places_are_not_given_twice() -> None:
    places = [azc("A", family_places=9, school_places=1)]
    placement = plan(places, [family("H1", None), family("H2", None)])
    assert sorted(p.action for p in placement.proposals) == [Action.NEW, Action.UNPLACED]


def test_a_full_house_throws_nobody_out() -> None:
    placement = plan([azc("A", family_places=2), azc("B", family_places=2)], [family("H1", "A"), family("H2", "A")])
    assert placement.of["H1"].action is not Action.UNPLACED
    assert sum(p.destination == "B" for p in placement.proposals) <= 1
    alone = plan([azc("A", family_places=2)], [family("H1", "A"), family("H2", "A")])
    assert [p.action for p in alone.proposals] == [Action.STAY, Action.STAY]
    assert alone.terms["over_places_children"] == 2


def test_a_registration_location_takes_only_who_registers() -> None:
    place = azc("A", kind=LocationKind.REGISTRATION, adult_places=5)
    assert plan([place], [adult("H", None)]).of["H"].excluded["registration"] == 1


def test_a_childs_own_wish_is_followed_when_nobody_is_worse_off() -> None:
    places = [azc("A", amv_places=10), azc("B", amv_places=10, municipality="GM0344")]
    asks = amv("H", "A", wish_kind=WishKind.PLACE, wish="GM0344", wish_by=WishBy.CHILD)
    placement = plan(places, [asks])
    assert placement.of["H"].action is Action.STAY, "three school terms outweigh the wish in level 2"
    grown_up_wish = adult("H", "A", wish_kind=WishKind.PLACE, wish="GM0344", wish_by=WishBy.PARENTS)
    placement = plan([azc("A", adult_places=1), azc("B", adult_places=1, municipality="GM0344")], [grown_up_wish])
    assert (placement.of["H"].destination, placement.of["H"].cause) == ("B", Cause.WISH)


def test_an_accepted_move_keeps_its_place() -> None:
    move = Move("M", "H1", "B", DAY + timedelta(days=4), MoveStatus.ACCEPTED)
    places = [azc("A", adult_places=1), azc("B", adult_places=1)]
    placement = plan(places, [adult("H1", "A"), adult("H2", None)], moves=(move,))
    assert (placement.of["H1"].cause, placement.of["H1"].destination) == (Cause.RESERVED, "B")
    assert placement.of["H2"].destination == "A"


def test_unknown_is_not_fit_for_who_is_new_and_no_reason_to_move_who_is_there() -> None:
    unknown = azc("A", family_places=4, family_fit=StatedFitness.UNKNOWN)
    assert plan([unknown], [family("H", "A")]).terms["stays_unfit"] == 0
    assert plan([unknown], [family("H", None)]).terms["brought_unfit"] == 30


def test_the_worth_of_a_place_is_the_price_of_the_scarce_one() -> None:
    placement = plan(
        [sports_hall("HALL", family_places=9), azc("A", family_places=0, flexible_places=2)],
        [family("H1", "HALL"), family("H2", "HALL")],
    )
    worth = {(w.location, w.group): w.level_2 for w in placement.worth}
    assert max(worth.values(), default=0) > 0


def test_the_next_best_place_tells_what_it_would_cost() -> None:
    placement = plan([azc("A", family_places=4), sports_hall("HALL", family_places=4)], [family("H", None)])
    next_best = placement.of["H"].next_best
    assert next_best is not None
    assert (next_best.location, next_best.room, next_best.price[1]) == ("HALL", True, 30)


def _fields(record: object) -> dict[str, object]:
    return {name: getattr(record, name) for name in type(record).__slots__}  # type: ignore[attr-defined]
