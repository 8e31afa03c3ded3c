# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Administrators add people, give and end roles; to everybody else these pages are not there."""

import re
from collections.abc import Callable
from contextlib import suppress

import pytest
from django.db import IntegrityError, transaction
from django.http import Http404
from django.test import Client
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from luwte_web.accounts import selectors, services
from luwte_web.accounts.actors import SYSTEM, Actor, Membership, Role, Scope
from luwte_web.accounts.models import Appointment, User
from luwte_web.audit.acts import Act
from luwte_web.audit.models import Line
from web.accounts.conftest import ADMINISTRATOR, PASSWORD, MakeUser

SignIn = Callable[[User], Client]
OFFICER = Membership(Role.PLACEMENT_OFFICER, Scope.COUNTRY)
GUARDIAN = Membership(Role.GUARDIAN, Scope.OWN_WARDS, "G1")
HIS_PAGES = ("/en/users/", "/gebruikers/", "/en/users/{}/", "/gebruikers/{}/")


@pytest.fixture
def administrator(make_user: MakeUser) -> User:
    return make_user("administrator", ADMINISTRATOR)


def managed() -> list[str]:
    return list(Line.objects.filter(act=Act.MANAGE_USER).order_by("number").values_list("content", flat=True))


def test_somebody_is_added_chooses_a_password_and_works(administrator: User, sign_in: SignIn) -> None:
    client = sign_in(administrator)
    asked = {"email": "New@example.org", "role": "site_team", "scope": "location", "within": "L001"}
    page = client.post("/en/users/", asked).content.decode()
    path = re.search(r"<code>http://127.0.0.1(/en/welcome/[^<]+)</code>", page)
    assert path
    client.post("/en/sign-out/")
    form = client.get(path[1])["Location"]
    assert client.get(form).status_code == 200
    chosen = client.post(form, {"new_password1": PASSWORD, "new_password2": PASSWORD})
    assert chosen["Location"] == "/en/sign-in/"
    signed_in = sign_in(User.objects.get(email="new@example.org"))
    assert "team of a location (one location: L001)" in signed_in.get("/en/work/").content.decode()
    assert "used before" in Client(headers={"host": "127.0.0.1"}).get(path[1]).content.decode()


def test_roles_are_given_and_ended_on_the_page(administrator: User, make_user: MakeUser, sign_in: SignIn) -> None:
    user = make_user("somebody", OFFICER)
    client = sign_in(administrator)
    address = f"/en/users/{user.token}/"
    assert client.post(address, {"role": "auditor", "scope": "country"}).status_code == 302
    number = user.appointments.get(role="placement_officer").pk
    assert client.post(f"{address}roles/{number}/end/").status_code == 302
    assert [one.role for one in selectors.current(user)] == ["auditor"]
    assert user.appointments.count() == 2
    assert [re.search(r'"what":"([^"]+)"', line)[1] for line in managed()[-2:]] == ["role given", "role ended"]  # type: ignore[index]


def test_what_cannot_be_is_told_with_the_way_to_mend_it(
    administrator: User, make_user: MakeUser, sign_in: SignIn
) -> None:
    user = make_user("somebody", GUARDIAN)
    client = sign_in(administrator)
    answer = client.post(f"/gebruikers/{user.token}/", {"role": "administrator", "scope": "province"})
    page = answer.content.decode()
    assert answer.status_code == 400
    assert "Kies een ander bereik" in page
    assert "Zeg binnen welke plaats" in page
    assert "leest niet over mensen" in page
    assert [one.membership() for one in selectors.current(user)] == [GUARDIAN]


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.ADMINISTRATOR])
def test_for_others_the_pages_are_not_there(make_user: MakeUser, sign_in: SignIn, role: Role) -> None:
    scope = sorted(services.GRANTS[role].scopes)[0]
    other = make_user("other", OFFICER)
    client = sign_in(make_user("reader", Membership(role, scope, "" if scope is Scope.COUNTRY else "X1")))
    nowhere = client.get("/en/nowhere/")
    for page in HIS_PAGES:
        answer = client.get(page.format(other.token))
        assert answer.status_code == 404
        if page.startswith("/en/"):
            assert visible_text(answer.content) == visible_text(nowhere.content)
    for act in ("end/", "invite/"):
        assert client.post(f"/en/users/{other.token}/{act}").status_code == 404
    assert other.is_active


def visible_text(content: bytes) -> str:
    return re.sub(r'href="[^"]*"', "", content.decode())


def test_nobody_changes_their_own_roles(administrator: User, sign_in: SignIn) -> None:
    client = sign_in(administrator)
    answer = client.post(f"/en/users/{administrator.token}/", {"role": "auditor", "scope": "country"})
    assert answer.status_code == 400
    assert client.post(f"/en/users/{administrator.token}/end/").status_code == 400


def test_the_last_administrator_stays(administrator: User) -> None:
    with pytest.raises(services.NotAsAsked) as refused:
        services.end_user(SYSTEM, administrator)
    assert refused.value.reasons == (services.LAST_ADMINISTRATOR,)


@pytest.mark.django_db
def test_only_who_manages_users_writes_users() -> None:
    for role in Role:
        if role is not Role.ADMINISTRATOR:
            with pytest.raises(Http404):
                services.add_user(Actor("u-1", (Membership(role, Scope.COUNTRY),)), "x@example.org")
    assert not User.objects.exists()


def test_who_ends_is_out_and_what_was_stays_on_record(administrator: User, make_user: MakeUser) -> None:
    user = make_user("leaver", OFFICER)
    services.end_user(Actor(administrator.token, (ADMINISTRATOR,)), user)
    assert selectors.actor_of(User.objects.get(pk=user.pk)).roles == ()
    assert user.appointments.get().ended_at is not None


def test_the_log_names_nobody(administrator: User, make_user: MakeUser) -> None:
    make_user("careful.name", GUARDIAN)
    told = "".join(Line.objects.values_list("content", flat=True))
    assert "careful" not in told
    assert "example.org" not in told
    assert "G1" not in told


WRONG = {
    "a role that is none": {"role": "king", "scope": "country", "within": ""},
    "a scope that is none": {"role": "auditor", "scope": "world", "within": ""},
    "a place beside the country": {"role": "auditor", "scope": "country", "within": "PV20"},
    "a scope without its place": {"role": "guardian", "scope": "own_wards", "within": ""},
}


@pytest.mark.parametrize("wrong", WRONG.values(), ids=list(WRONG))
def test_the_database_itself_refuses(make_user: MakeUser, wrong: dict[str, str]) -> None:
    user = make_user("somebody")
    with pytest.raises(IntegrityError), transaction.atomic():
        Appointment.objects.create(user=user, given_at=timezone.now(), **wrong)


def test_the_database_holds_a_role_once_and_an_address_in_any_case(make_user: MakeUser) -> None:
    user = make_user("somebody", OFFICER)
    with pytest.raises(IntegrityError), transaction.atomic():
        Appointment.objects.create(user=user, role="placement_officer", scope="country", given_at=timezone.now())
    with pytest.raises(IntegrityError), transaction.atomic():
        User.objects.create(email="SOMEBODY@example.org", added_at=timezone.now())


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(st.builds(Membership, st.sampled_from(Role), st.sampled_from(Scope), st.sampled_from(["", "X1"]))))
def test_a_user_has_all_roles_that_were_asked_for_or_is_not_added(db: None, asked: list[Membership]) -> None:
    with transaction.atomic():
        with suppress(services.NotAsAsked):
            services.add_user(SYSTEM, "asked@example.org", asked)
        added = User.objects.filter(email="asked@example.org").first()
        assert added is None or [one.membership() for one in selectors.current(added)] == asked
        transaction.set_rollback(True)
