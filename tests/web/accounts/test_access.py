# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Every role, with every action, in every scope, inside and outside it: just what people agreed, cell by cell."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest
from django.http import Http404
from django.test.utils import isolate_apps
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from luwte_web.accounts.actions import Action, Kind
from luwte_web.accounts.actors import NOBODY, SYSTEM, Actor, Membership, Role, Scope
from luwte_web.accounts.matrix import page
from luwte_web.accounts.models import Appointment, User
from luwte_web.accounts.policy import can, can_somewhere, demand, visible
from luwte_web.accounts.things import THE_COUNTRY, Lookups, Thing
from web.accounts.expected import allowed

WITHIN = {
    Scope.COUNTRY: "",
    Scope.PROVINCE: "PV20",
    Scope.MUNICIPALITY: "GM0014",
    Scope.LOCATION: "L1",
    Scope.OWN_WARDS: "G1",
}
FIELD = {
    Scope.PROVINCE: "province",
    Scope.MUNICIPALITY: "municipality",
    Scope.LOCATION: "location",
    Scope.OWN_WARDS: "guardian",
}
EXPECTED = allowed()
HERE = Thing(Kind.HOUSEHOLD, location="L1", municipality="GM0014", province="PV20", guardian="G1")

memberships = st.builds(
    Membership,
    st.sampled_from(Role),
    st.sampled_from(Scope),
    st.sampled_from(["", "PV20", "GM0014", "L1", "G1", "other"]),
)
actors = st.builds(Actor, st.just("u-1"), st.lists(memberships, max_size=4).map(tuple))
things = st.builds(
    Thing,
    st.sampled_from(Kind),
    location=st.sampled_from(["", "L1", "L2"]),
    municipality=st.sampled_from(["", "GM0014"]),
    province=st.sampled_from(["", "PV20"]),
    guardian=st.sampled_from(["", "G1"]),
)


def cells() -> Iterator[tuple[Role, Action, Scope, bool]]:
    for role, action, scope, inside in product(Role, Action, Scope, (True, False)):
        if inside or scope is not Scope.COUNTRY:  # nothing lies outside the country
            yield role, action, scope, inside


def thing_for(action: Action, scope: Scope, inside: bool) -> Thing:
    if action.on is Kind.COUNTRY:
        return THE_COUNTRY
    there = replace(HERE, kind=action.on)
    return there if inside else replace(there, **{FIELD[scope]: "elsewhere"})


def test_every_cell_of_the_matrix_is_what_people_agreed() -> None:
    wrong = []
    for role, action, scope, inside in cells():
        actor = Actor("u-1", (Membership(role, scope, WITHIN[scope]),))
        agreed = inside and scope.value in EXPECTED[role.value, action.code]
        if can(actor, action, thing_for(action, scope, inside)) != agreed:
            wrong.append((role.value, action.code, scope.value, "inside" if inside else "outside"))
    assert wrong == []
    assert len(list(cells())) == len(Role) * len(Action) * (2 * len(Scope) - 1) == 2520


def test_the_agreed_table_has_every_role_and_action() -> None:
    assert set(EXPECTED) == {(role.value, action.code) for role in Role for action in Action}


def test_nobody_may_do_anything_and_the_machine_itself_everything() -> None:
    for action in Action:
        assert not can(NOBODY, action, replace(HERE, kind=action.on))
        assert not can_somewhere(NOBODY, action)
        assert can(SYSTEM, action, replace(HERE, kind=action.on))


@given(actors, st.sampled_from(Action), things)
def test_who_manages_users_never_reaches_a_household(actor: Actor, action: Action, thing: Thing) -> None:
    both = Actor(actor.key, (*actor.roles, Membership(Role.ADMINISTRATOR, Scope.COUNTRY)))
    if action.on is Kind.HOUSEHOLD:
        assert not can(both, action, thing)


@given(actors, st.sampled_from(Action), things)
def test_what_lies_nowhere_is_within_the_country_only(actor: Actor, action: Action, thing: Thing) -> None:
    nowhere = Thing(thing.kind)
    without_country = Actor(actor.key, tuple(one for one in actor.roles if one.scope is not Scope.COUNTRY))
    assert not can(without_country, action, nowhere)


@given(actors, st.sampled_from(Action), things)
def test_more_roles_never_take_away_what_one_role_gives(actor: Actor, action: Action, thing: Thing) -> None:
    apart = [can(Actor(actor.key, (one,)), action, thing) for one in actor.roles]
    administers = any(one.role is Role.ADMINISTRATOR for one in actor.roles)
    assert can(actor, action, thing) == (any(apart) and not (administers and action.on is Kind.HOUSEHOLD))


def test_what_one_may_not_see_looks_like_what_is_not_there() -> None:
    with pytest.raises(Http404) as refused:
        demand(NOBODY, Action.READ_PERSON, HERE)
    assert str(refused.value) == ""


with isolate_apps("luwte_web.accounts"):  # no model of the application

    class Ward(Appointment):
        """Rows that lie somewhere, as those of the registry do: a row's own columns stand for its places."""

        access = Lookups(Action.READ_PERSON, location="within", province="role", guardian="user__email")

        class Meta:
            app_label = "accounts"
            proxy = True

        def thing(self) -> Thing:
            return Thing(Kind.HOUSEHOLD, location=self.within, province=self.role, guardian=self.user.email)


@pytest.mark.django_db
def test_of_many_rows_just_those_are_visible_that_one_may_read_one_by_one() -> None:
    for name in ("G1", "G2"):
        guardian = User.objects.create(email=name, added_at=timezone.now())
        for place, role in product(("L1", "L2"), ("guardian", "inspector")):
            Appointment.objects.create(
                user=guardian, role=role, scope="location", within=place, given_at=timezone.now()
            )
    places = {"": "", "L1": "L1", "L3": "L3", "G1": "G1", "inspector": "inspector"}
    some = 0
    for role, scope, within in product(Role, Scope, places):
        for more in ((), (Membership(Role.GUARDIAN, Scope.OWN_WARDS, "G2"),)):
            actor = Actor("u-1", (Membership(role, scope, within), *more))
            seen = set(visible(actor, Ward.objects.all()).values_list("pk", flat=True))
            assert seen == {row.pk for row in Ward.objects.all() if can(actor, Action.READ_PERSON, row)}
            some += bool(seen)
    assert some > 10


def test_the_page_about_access_is_that_of_the_table() -> None:
    assert (Path(__file__).parents[3] / "docs" / "access.md").read_text(encoding="utf-8") == page()
