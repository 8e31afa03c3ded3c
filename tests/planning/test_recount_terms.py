# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Every term of levels 2 and 3, worked out by hand for one household at one place."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from luwte.model.people import WishBy, WishKind
from luwte.model.places import PlaceGroup
from luwte.model.stays import Stay
from luwte.placement import Policy
from luwte.planning.place import question_for
from luwte.planning.recount.answer import Placed
from luwte.planning.recount.levels import terms_of_placed, terms_of_unplaced
from luwte.planning.recount.question import Question
from luwte.planning.recount.situation import Situation
from planning.country import AMSTERDAM, DAY, GRONINGEN, UTRECHT, country

FAMILY, AMV, ADULT = PlaceGroup.FAMILY, PlaceGroup.AMV, PlaceGroup.ADULT


def situation(policy: Policy, on: date = DAY, *, location: str = "", site: Any = None, **household: Any) -> Situation:
    """The small country with the household `key` changed, and the `location` with the changes in `site`."""
    tables = country()
    key = household.pop("key", None)
    changed = replace(
        tables,
        households=tuple(replace(h, **household) if h.key == key else h for h in tables.households),
        locations=tuple(replace(at, **site) if at.key == location else at for at in tables.locations),
        stays=household.pop("stays", ()),
    )
    return Situation(question_for(changed, on, policy, ()))


def terms(at: Situation, household: str, location: str, group: PlaceGroup) -> dict[str, int]:
    """The terms in thousandths when the household is put at the location."""
    question: Question = at.question
    who, where = question.dataset.household[household], question.dataset.location[location]
    placed = Placed(who, where, group, brought=at.is_brought(who, where), reserved=False)
    return dict(terms_of_placed(at, placed))


def test_a_child_in_a_hall_weighs_more_with_every_quarter(policy: Policy) -> None:
    """Two children in the hall since 1 January: 319 days are 3 whole quarters, so 3 + 3 each."""
    assert terms(situation(policy), "F-HALL", "HALL", FAMILY)["stays_unfit"] == 2 * (3 + 3) * 1000


def test_the_weight_of_staying_ends_at_nine(policy: Policy) -> None:
    """Since 1 January 2024 are 11 quarters; 3 + 11 would be 14."""
    long_there = situation(policy, key="F-HALL", since=date(2024, 1, 1))
    assert terms(long_there, "F-HALL", "HALL", FAMILY)["stays_unfit"] == 2 * 9 * 1000


def test_all_stays_in_unfit_places_count_together(policy: Policy) -> None:
    """100 days in the hall earlier and 100 now are 2 quarters; 300 days in a fit place between them are none."""
    stays = (
        Stay("F-HALL", "HALL", DAY - timedelta(days=500), DAY - timedelta(days=400)),
        Stay("F-HALL", "AZC", DAY - timedelta(days=400), DAY - timedelta(days=100)),
        Stay("F-HALL", "HALL", DAY - timedelta(days=100)),
    )
    tables = replace(country(), stays=stays)
    at = Situation(question_for(tables, DAY, policy, ()))
    assert terms(at, "F-HALL", "HALL", FAMILY)["stays_unfit"] == 2 * (3 + 2) * 1000


def test_the_last_day_of_a_quarter_makes_it_whole(policy: Policy) -> None:
    """A quarter is 91.3125 days: after 91 days there is none, after 92 there is one."""
    for days, quarters in ((91, 0), (92, 1), (182, 1), (183, 2)):
        at = situation(policy, key="F-HALL", since=DAY - timedelta(days=days))
        assert terms(at, "F-HALL", "HALL", FAMILY)["stays_unfit"] == 2 * (3 + quarters) * 1000


def test_moving_a_child_from_a_fit_place_weighs_its_forced_moves(policy: Policy) -> None:
    at = situation(policy, key="F-FIT", forced_moves=3)
    moved = terms(at, "F-FIT", "SHARED", FAMILY)
    assert moved["moved_from_fit"] == 1 * (1 + 3) * 1000
    assert moved["adult_moved"] == 2 * 1000


def test_moving_a_child_to_its_linked_region_is_no_burden(policy: Policy) -> None:
    """F-FIT has a permit and is linked to Groningen, where the registration site stands in for any place."""
    at = situation(policy)
    moved = terms(at, "F-FIT", "ARRIVE", FAMILY)
    assert "moved_from_fit" not in moved
    assert "not_linked_region" not in moved
    assert moved["moved_region"] == 500


def test_moving_a_child_near_its_relatives_is_no_burden(policy: Policy) -> None:
    at = situation(policy, key="F-LOCKED", keep_near="Y-SHARED", locked=None)
    assert terms(at, "F-LOCKED", "AZC", FAMILY)["not_near"] == 2 * 2 * 1000
    moved = terms(at, "F-LOCKED", "SHARED", FAMILY)
    assert "moved_from_fit" not in moved
    assert "not_near" not in moved


def test_on_notice_a_move_of_a_child_weighs_nothing(policy: Policy) -> None:
    at = situation(policy, location="AZC", site={"closes": DAY + timedelta(days=50)})
    moved = terms(at, "F-FIT", "SHARED", FAMILY)
    assert "moved_from_fit" not in moved
    assert "adult_moved" not in moved


def test_a_child_brought_to_a_hall(policy: Policy) -> None:
    """30 for the child, and school: one pupil, moved on a school day, to another municipality and province."""
    assert terms(situation(policy), "F-FIT", "HALL", FAMILY) == {
        "brought_unfit": 30_000,
        "moved_in_term": 500,
        "moved_municipality": 500,
        "moved_region": 500,
        "adult_moved": 2_000,
        "distance": 3 * 322,  # 161 km from Utrecht to Groningen, a tenth per 50 km: 0.322 a person
    }


def test_a_vulnerable_adult_weighs_as_a_child_when_brought_to_an_unfit_place(policy: Policy) -> None:
    tables = country()
    persons = tuple(replace(p, vulnerable=True) if p.household == "A-NEW" else p for p in tables.persons)
    at = Situation(question_for(replace(tables, persons=persons), DAY, policy, ()))
    assert terms(at, "A-NEW", "HALL", ADULT)["brought_unfit"] == 30_000


def test_a_move_in_the_school_holidays_is_not_in_term(policy: Policy) -> None:
    christmas = situation(policy, date(2026, 12, 23))
    assert "moved_in_term" not in terms(christmas, "F-FIT", "SHARED", FAMILY)


def test_without_a_calendar_nothing_is_said_of_school_days(policy: Policy) -> None:
    at = Situation(question_for(replace(country(), holidays=()), DAY, policy, ()))
    assert "moved_in_term" not in terms(at, "F-FIT", "SHARED", FAMILY)


def test_a_pupil_where_no_school_place_is_known(policy: Policy) -> None:
    at = situation(policy, location="SHARED", site={"school_places": None})
    assert terms(at, "F-FIT", "SHARED", FAMILY)["school_place_unknown"] == 1000
    assert "school_place_unknown" not in terms(situation(policy), "F-FIT", "SHARED", FAMILY)


def test_a_place_that_closes_within_the_year(policy: Policy) -> None:
    for days, weight in ((365, 1000), (366, None)):
        at = situation(policy, location="SHARED", site={"closes": DAY + timedelta(days=days)})
        assert terms(at, "F-HALL", "SHARED", FAMILY).get("brought_closing_year") == (weight and 2 * weight)


def test_more_than_twenty_places_for_minors_alone_are_many(policy: Policy) -> None:
    for places, weight in ((20, None), (21, 500)):
        at = situation(policy, location="SMALL", site={"amv_places": places})
        assert terms(at, "M-SMALL", "SMALL", AMV).get("large_amv_site") == weight


@pytest.mark.parametrize(("by", "weight"), [(WishBy.CHILD, 4), (WishBy.PARENTS, 2), (None, 2)])
def test_a_wish_weighs_by_whose_voice_it_is(policy: Policy, by: WishBy | None, weight: int) -> None:
    at = situation(policy, key="F-FIT", wish_kind=WishKind.PLACE, wish=AMSTERDAM, wish_by=by)
    assert terms(at, "F-FIT", "AZC", FAMILY)["wish_not_met"] == 3 * weight * 1000
    assert "wish_not_met" not in terms(at, "F-FIT", "SHARED", FAMILY)
    assert "moved_from_fit" not in terms(at, "F-FIT", "SHARED", FAMILY)


@pytest.mark.parametrize("wish", ["PV27", AMSTERDAM])
def test_a_wish_for_a_region_is_met_in_its_province(policy: Policy, wish: str) -> None:
    at = situation(policy, key="F-FIT", wish_kind=WishKind.REGION, wish=wish)
    assert "wish_not_met" in terms(at, "F-FIT", "AZC", FAMILY)
    assert "wish_not_met" not in terms(at, "F-FIT", "SHARED", FAMILY)


def test_a_wish_for_a_small_place_is_met_among_twenty_minors(policy: Policy) -> None:
    at = situation(policy, key="M-SMALL", wish_kind=WishKind.SMALL_SCALE)
    assert "wish_not_met" not in terms(at, "M-SMALL", "SMALL", AMV)
    family = situation(policy, key="F-FIT", wish_kind=WishKind.SMALL_SCALE)
    assert "wish_not_met" in terms(family, "F-FIT", "AZC", FAMILY)


def test_a_family_at_a_site_of_more_than_three_hundred_places(policy: Policy) -> None:
    """AZC has 8 + 6 + 4 places; with 282 more for adults it has 300, with 283 it is large."""
    for more, weight in ((282, None), (283, 3 * 200)):
        at = situation(policy, location="AZC", site={"adult_places": 6 + more})
        assert terms(at, "F-FIT", "AZC", FAMILY).get("large_site") == weight


def test_an_adult_whose_need_is_not_met(policy: Policy) -> None:
    at = situation(policy)
    assert terms(at, "A-HALL", "HALL", ADULT)["adult_need_unfit"] == 3000
    assert "adult_need_unfit" not in terms(at, "A-HALL", "AZC", ADULT)


def test_cost_is_counted_in_whole_euros_half_up(policy: Policy) -> None:
    """EUR 80.50 a day is 81: 0.1 x 81 / 50 = 0.162 a person."""
    assert terms(situation(policy), "A-NEW", "AZC", ADULT) == {"cost": 162}


def test_a_municipality_beyond_its_task(policy: Policy) -> None:
    at = situation(policy)
    beyond = Situation(replace(at.question, shares={UTRECHT: 2}))
    assert terms(beyond, "A-NEW", "AZC", ADULT)["share_exceeded"] == 200
    assert "share_exceeded" not in terms(beyond, "A-NEW", "HALL", ADULT)


def test_without_a_place_everything_asked_counts_as_not_met(policy: Policy) -> None:
    at = situation(policy, key="F-CLOSING", keep_near="F-FIT", wish_kind=WishKind.PLACE, wish=GRONINGEN)
    household = at.question.dataset.household["F-CLOSING"]
    assert terms_of_unplaced(at, household) == {
        "unplaced": 2_000,
        "unplaced_protected": 40_000,
        "wish_not_met": 4_000,
        "not_near": 4_000,
    }
