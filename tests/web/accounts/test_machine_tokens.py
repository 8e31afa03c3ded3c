# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""A program acts as a user by a token that an administrator makes; it is shown once, and ends."""

import re
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from django.test import Client
from django.utils import timezone

from luwte_web.accounts import machine_tokens, services
from luwte_web.accounts.actors import SYSTEM, Actor, Membership, Role, Scope
from luwte_web.accounts.machine_tokens import bearer_of, end_token, make_token
from luwte_web.accounts.models import MachineToken, User
from luwte_web.audit.models import Line
from web.accounts.conftest import ADMINISTRATOR, MakeUser
from web.accounts.test_user_verbs import user as luwte_user

SignIn = Callable[[User], Client]
OFFICER = Membership(Role.PLACEMENT_OFFICER, Scope.COUNTRY)


@pytest.fixture
def officer(make_user: MakeUser) -> User:
    return make_user("officer", OFFICER)


def test_a_token_opens_what_its_user_may_until_it_ends(officer: User) -> None:
    token, secret = make_token(SYSTEM, officer, "figures", 10)
    bearer = bearer_of(secret)
    assert bearer
    assert (bearer.actor.key, bearer.actor.roles, bearer.key) == (officer.token, (OFFICER,), token.key)
    end_token(SYSTEM, token)
    assert bearer_of(secret) is None


def test_a_token_that_expired_or_is_another_opens_nothing(officer: User) -> None:
    token, secret = make_token(SYSTEM, officer, "figures")
    assert bearer_of(secret[:-1]) is None
    assert bearer_of(token.hash) is None
    assert bearer_of("\udcff") is None
    long_ago = timezone.now() - timedelta(days=100)
    MachineToken.objects.update(made_at=long_ago, expires_at=long_ago + timedelta(days=90))
    assert bearer_of(secret) is None


def test_a_role_that_ended_holds_for_no_token(officer: User) -> None:
    _, secret = make_token(SYSTEM, officer, "figures")
    services.end_role(SYSTEM, officer.appointments.get())
    bearer = bearer_of(secret)
    assert bearer
    assert bearer.actor.roles == ()
    services.end_user(SYSTEM, officer)
    assert bearer_of(secret) is None
    assert MachineToken.objects.get().ended_at is not None


def test_a_token_of_the_demo_works_while_the_demo_runs(officer: User) -> None:
    _, secret = make_token(SYSTEM, officer, "figures")
    User.objects.update(is_demo=True)
    assert bearer_of(secret) is None
    machine_tokens.demo.open_door()
    assert bearer_of(secret)


def test_the_secret_is_kept_nowhere_and_the_log_tells_who_made_it(officer: User) -> None:
    token, secret = make_token(SYSTEM, officer, "figures")
    end_token(SYSTEM, token)
    end_token(SYSTEM, token)
    kept = [str(value) for row in MachineToken.objects.values() for value in row.values()]
    told = list(Line.objects.order_by("number").values_list("content", flat=True))
    assert not any(secret in text or secret.removeprefix("luwte_") in text for text in [*kept, *map(str, told)])
    assert sum(token.key in str(text) for text in told) == 2


def test_all_that_is_wrong_is_told_at_once(officer: User) -> None:
    services.end_user(SYSTEM, officer)
    with pytest.raises(services.NotAsAsked) as refused:
        make_token(Actor(officer.token, (ADMINISTRATOR,)), officer, " ", 0)
    assert refused.value.reasons == (
        services.NOT_ACTIVE, services.NOT_ONESELF, machine_tokens.NO_PURPOSE, machine_tokens.NOT_THIS_LONG
    )  # fmt: skip


def test_an_administrator_makes_and_ends_tokens_on_the_page(
    officer: User, make_user: MakeUser, sign_in: SignIn
) -> None:
    client = sign_in(make_user("administrator", ADMINISTRATOR))
    address = f"/en/users/{officer.token}/"
    made = client.post(f"{address}tokens/", {"purpose": "figures", "days": "30"}).content.decode()
    secret = re.search(r"<code>(luwte_[\w-]+)</code>", made)
    assert secret
    assert bearer_of(secret[1])
    page = client.get(address).content.decode()
    assert secret[1] not in page
    token = MachineToken.objects.get()
    assert f"{token.key}: figures" in page
    client.post(f"{address}tokens/{token.key}/end/")
    assert bearer_of(secret[1]) is None
    wrong = client.post(f"{address}tokens/", {"purpose": "", "days": "9999"})
    assert (wrong.status_code, wrong.content.decode().count("entry__wrong")) == (400, 2)


def test_to_others_the_page_about_tokens_is_not_there(officer: User, sign_in: SignIn) -> None:
    make_token(SYSTEM, officer, "figures")
    client = sign_in(officer)
    address = f"/en/users/{officer.token}/tokens/"
    assert client.post(address, {"purpose": "x", "days": "1"}).status_code == 404
    assert client.post(f"{address}{MachineToken.objects.get().key}/end/").status_code == 404
    assert MachineToken.objects.get().ended_at is None


def test_tokens_are_managed_on_the_machine_itself(tmp_path: Path) -> None:
    luwte_user(tmp_path, "add", "first@example.org", "--role", "ministry")
    made = luwte_user(tmp_path, "token", "first@example.org", "--purpose", "figures", "--language", "en")
    assert made.returncode == 0, made.stderr
    assert made.stdout.startswith("luwte_")
    listed = luwte_user(tmp_path, "list-tokens").stdout
    key = re.search(r"t-[0-9a-f]+", listed)
    assert key
    assert "figures" in listed
    assert luwte_user(tmp_path, "end-token", key[0]).returncode == 0
    assert "geen tokens" in luwte_user(tmp_path, "list-tokens").stderr
    assert luwte_user(tmp_path, "end-token", key[0]).returncode == 1
    assert luwte_user(tmp_path, "token", "nobody@example.org", "--purpose", "x").returncode == 1
