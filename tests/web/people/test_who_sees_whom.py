# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Whoever works here sees the households and locations within their scope, as things are now, and no others."""

from datetime import date
from pathlib import Path

import pytest

from luwte_web.accounts.actors import SYSTEM, Actor, Membership, Role, Scope
from luwte_web.registry import models, selectors
from luwte_web.registry.services import change, correct, know
from web.registry import few_people
from web.registry.conftest import bring

WHY = "for a test"
GRONINGEN, AMSTERDAM = "GM0014", "GM0363"

pytestmark = pytest.mark.django_db


def somebody(role: Role, scope: Scope, within: str = "") -> Actor:
    return Actor("u-test", (Membership(role, scope, within),))


OFFICER = somebody(Role.PLACEMENT_OFFICER, Scope.COUNTRY)
OF_NORTH_HOLLAND = somebody(Role.PLACEMENT_OFFICER, Scope.PROVINCE, "PV27")
OF_GRONINGEN = somebody(Role.PLACEMENT_OFFICER, Scope.PROVINCE, "PV20")
TEAM_NORTH = somebody(Role.SITE_TEAM, Scope.LOCATION, "L2")
GUARDIAN = somebody(Role.GUARDIAN, Scope.OWN_WARDS, "G2")
MUNICIPALITY = somebody(Role.MUNICIPALITY, Scope.MUNICIPALITY, GRONINGEN)
MINISTRY = somebody(Role.MINISTRY, Scope.COUNTRY)
ALL = {"F1", "F2", "M1", "M2", "A1", "A2", "N1"}


@pytest.fixture(autouse=True)
def two_provinces(tmp_path: Path) -> None:
    """F1, M1 and A1 live in Groningen, the others in Amsterdam; M1 has a guardian of its own; N1 has no place yet."""
    tables = few_people.tables(2)
    tables["locations"][1] = dict(tables["locations"][1], municipality=GRONINGEN)
    for household in tables["households"]:
        if household["household"] in ("F1", "M1", "A1"):
            household["location"] = "L2"  # type: ignore[index]
        if household["household"] == "M1":
            household["guardian"] = "G2"  # type: ignore[index]
    tables["households"].append({"household": "N1", "group": "adult", "phase": "registration"})
    tables["persons"].append({"person": "N1s", "household": "N1", "birth_month": "1990-01", "relation": "self"})
    bring(few_people.write(tmp_path / "two", tables))


def households(actor: Actor) -> set[str]:
    return {row.household.key for row in selectors.households_seen(actor)}


def locations(actor: Actor) -> set[str]:
    return {row.location.key for row in selectors.locations_seen(actor)}


@pytest.mark.parametrize(("actor", "seen"), [
    (OFFICER, ALL),
    (OF_GRONINGEN, {"F1", "M1", "A1"}),
    (OF_NORTH_HOLLAND, {"F2", "M2", "A2"}),
    (TEAM_NORTH, {"F1", "M1", "A1"}),
    (GUARDIAN, {"M1"}),
    (MUNICIPALITY, set()),
    (MINISTRY, set()),
    (Actor("nobody"), set()),
])  # fmt: skip
def test_households_are_seen_within_the_scope(actor: Actor, seen: set[str]) -> None:
    assert households(actor) == seen
    assert {row.household.key for row in selectors.persons_seen(actor)} == seen


@pytest.mark.parametrize(("actor", "seen"), [
    (OFFICER, {"L1", "L2"}),
    (OF_GRONINGEN, {"L2"}),
    (OF_NORTH_HOLLAND, {"L1"}),
    (TEAM_NORTH, {"L2"}),
    (GUARDIAN, set()),
    (MUNICIPALITY, {"L2"}),
    (MINISTRY, {"L1", "L2"}),
])  # fmt: skip
def test_locations_are_seen_within_the_scope(actor: Actor, seen: set[str]) -> None:
    assert locations(actor) == seen


def test_who_moved_away_is_not_seen_any_more_with_all_that_was_about_it() -> None:
    with change(SYSTEM, WHY) as made:
        here = models.HouseholdFacts.objects.known().get(household__key="M1")
        child = models.Person.objects.get(key="M1s")
        old = models.Location.objects.get(key="L2")
        know(made, models.Stay(household=here.household, location=old, since=date(2026, 1, 1)))
        know(made, models.Disappearance(person=child, reported_on=date(2026, 11, 20)))
        correct(made, here, location=models.Location.objects.get(key="L1"), guardian="G9")
    assert households(TEAM_NORTH) == {"F1", "A1"}
    assert households(GUARDIAN) == set()
    for selected in (selectors.stays_seen, selectors.disappearances_seen):
        assert not selected(TEAM_NORTH).exists()
        assert not selected(GUARDIAN).exists()
        assert selected(OF_NORTH_HOLLAND).count() == 1
        assert not selected(OF_GRONINGEN).exists()


def test_a_location_whose_municipality_was_corrected_is_in_its_province_alone() -> None:
    with change(SYSTEM, WHY) as made:
        correct(made, models.LocationFacts.objects.known().get(location__key="L2"), municipality=AMSTERDAM)
    assert households(OF_GRONINGEN) == set()
    assert households(OF_NORTH_HOLLAND) == ALL - {"N1"}
    assert selectors.household_thing("F1").province == "PV27"


def test_a_municipality_as_given_goes_before_the_one_of_the_package() -> None:
    given = {"code": GRONINGEN, "name": "Groningen", "province_code": "PV27", "province": "elsewhere"}
    with change(SYSTEM, WHY) as made:
        know(made, models.MunicipalityFacts(**given, inhabitants={None: 1}))
    assert households(OF_GRONINGEN) == set()
    assert "F1" in households(OF_NORTH_HOLLAND)


def test_two_roles_reach_as_far_as_both() -> None:
    both = Actor("u-test", (*GUARDIAN.roles, *OF_NORTH_HOLLAND.roles))
    assert households(both) == {"M1", "F2", "M2", "A2"}


def test_seeing_households_costs_one_query_however_many_there_are(django_assert_num_queries: object) -> None:
    with django_assert_num_queries(1):  # type: ignore[operator]
        assert [row.location.now.name for row in selectors.households_seen(TEAM_NORTH)] == ["new"] * 3
