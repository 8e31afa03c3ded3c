# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""People sign in and out; every try stands on the log; nobody comes in who should not."""

import re
from collections.abc import Callable

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.core.cache import cache
from django.db import OperationalError
from django.test import Client

from luwte_web.accounts import services
from luwte_web.accounts.actors import NOBODY, SYSTEM, Membership, Role, Scope
from luwte_web.accounts.adapters import SecondFactors
from luwte_web.accounts.models import User
from luwte_web.audit.acts import Act
from luwte_web.audit.models import Line
from web.accounts.conftest import ADMINISTRATOR, PASSWORD, MakeUser

SECOND = "/en/account/second-step/"
OFFICER = Membership(Role.PLACEMENT_OFFICER, Scope.COUNTRY)


def acts() -> list[str]:
    return list(Line.objects.order_by("number").values_list("act", flat=True))


def test_somebody_signs_in_sees_who_they_are_and_signs_out(
    make_user: MakeUser, sign_in: Callable[[User], Client]
) -> None:
    user = make_user("officer", OFFICER)
    client = sign_in(user)
    page = client.get("/en/").content.decode()
    assert "officer@example.org" in page
    assert "placement officer (the whole country)" in page
    assert "plaatsingsmedewerker (het hele land)" in client.get("/").content.decode()
    assert client.post("/en/sign-out/").status_code == 302
    assert "officer@example.org" not in client.get("/en/").content.decode()
    assert acts()[-2:] == [Act.LOGIN, Act.LOGOUT]


def test_the_first_screen_tells_what_one_may_do(make_user: MakeUser, sign_in: Callable[[User], Client]) -> None:
    client = sign_in(make_user("auditor", Membership(Role.AUDITOR, Scope.COUNTRY)))
    page = client.get("/en/work/").content.decode()
    assert "read in the log" in page
    assert "read about a household" not in page
    assert "in het logboek lezen" in client.get("/werk/").content.decode()


def test_who_did_not_sign_in_is_sent_to_the_page_where_one_does(client: Client) -> None:
    answer = client.get("/en/work/")
    assert (answer.status_code, answer["Location"]) == (302, "/en/sign-in/?next=/en/work/")


def test_pages_that_everybody_reads_set_no_cookie(client: Client) -> None:
    assert not client.get("/en/").cookies


def test_a_wrong_password_is_refused_the_same_for_known_and_unknown(make_user: MakeUser, client: Client) -> None:
    known = make_user("known", OFFICER)
    answers = [
        client.post("/en/sign-in/", {"login": address, "password": "not this one at all"})
        for address in (known.email, "unknown@example.org")
    ]
    said = [re.findall(r'role="alert">([^<]+)<', answer.content.decode()) for answer in answers]
    assert said[0] == said[1] != []
    assert acts()[-2:] == [Act.LOGIN_FAILED, Act.LOGIN_FAILED]
    assert "unknown@example.org" not in "".join(Line.objects.values_list("content", flat=True))
    assert Line.objects.filter(act=Act.LOGIN_FAILED, actor=NOBODY.key).count() == 2


def test_who_keeps_guessing_is_held_off(make_user: MakeUser, client: Client) -> None:
    user = make_user("guessed", OFFICER)
    for _ in range(6):
        client.post("/en/sign-in/", {"login": user.email, "password": "a guess, and another"})
    client.post("/en/sign-in/", {"login": user.email, "password": PASSWORD})
    assert client.get("/en/work/").status_code == 302


def test_who_was_ended_is_out_at_once(make_user: MakeUser, sign_in: Callable[[User], Client]) -> None:
    user = make_user("gone", OFFICER)
    client = sign_in(user)
    services.end_user(SYSTEM, user)
    assert client.get("/en/work/").status_code == 302
    client.post("/en/sign-in/", {"login": user.email, "password": PASSWORD})
    assert client.get("/en/work/").status_code == 302


def test_a_role_that_ended_holds_for_no_page_more(make_user: MakeUser, sign_in: Callable[[User], Client]) -> None:
    user = make_user("admin", ADMINISTRATOR)
    make_user("other", ADMINISTRATOR)
    client = sign_in(user)
    assert client.get("/en/users/").status_code == 200
    services.end_role(SYSTEM, user.appointments.get())
    assert client.get("/en/users/").status_code == 404


def test_a_sign_in_that_cannot_be_logged_does_not_happen(
    make_user: MakeUser, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    user = make_user("unlogged", OFFICER)

    def broken(*_: object, **__: object) -> None:
        raise OSError("the log is away")

    monkeypatch.setattr("luwte_web.accounts.adapters.record", broken)
    assert client.post("/en/sign-in/", {"login": user.email, "password": PASSWORD}).status_code == 500
    monkeypatch.undo()
    assert client.get("/en/work/").status_code == 302


def test_nobody_makes_an_account_for_themselves(client: Client) -> None:
    for address in ("/en/sign-up/", "/en/signup/", "/accounts/signup/", "/en/sign-in/unknown/"):
        assert client.get(address).status_code in (302, 404)


def code_of(secret: str) -> str:
    """What the app on the telephone shows now."""
    return str(format_hotp_value(hotp_value(secret, next(iter(yield_hotp_counters_from_time())))))


def test_a_second_step_is_set_and_then_asked(make_user: MakeUser, sign_in: Callable[[User], Client]) -> None:
    user = make_user("careful", OFFICER)
    client = sign_in(user)
    secret = activated(client)
    kept = Authenticator.objects.get(user=user, type="totp").data["secret"]
    assert secret not in kept
    assert SecondFactors().decrypt(kept) == secret
    client.post("/en/sign-out/")
    first = client.post("/en/sign-in/", {"login": user.email, "password": PASSWORD})
    assert first["Location"].startswith(SECOND + "authenticate/")
    assert client.get("/en/work/").status_code == 302
    assert client.post(SECOND + "authenticate/", {"code": "000000"}).status_code == 200
    assert acts()[-1] == Act.LOGIN_FAILED
    cache.clear()  # as if time went by: a code is good once
    assert client.post(SECOND + "authenticate/", {"code": code_of(secret)}).status_code == 302
    assert client.get("/en/work/").status_code == 200
    assert acts()[-1] == Act.LOGIN


def activated(client: Client) -> str:
    """Set up the second step as people do, and give its secret."""
    asked = client.get(SECOND + "totp/activate/")
    assert asked["Location"].startswith("/en/account/confirm/")
    assert client.post(asked["Location"], {"password": PASSWORD}).status_code == 302
    page = client.get(SECOND + "totp/activate/")
    assert "script-src 'self'" in page["Content-Security-Policy"]
    secret = re.search(r'value="([A-Z2-7]{32})"', page.content.decode())
    assert secret
    assert client.post(SECOND + "totp/activate/", {"code": code_of(secret[1])}).status_code == 302
    return secret[1]


def test_passwords_must_be_hard_to_guess(make_user: MakeUser, sign_in: Callable[[User], Client]) -> None:
    client = sign_in(make_user("lazy", OFFICER))
    answer = client.post(
        "/en/account/password/", {"oldpassword": PASSWORD, "password1": "password1234", "password2": "password1234"}
    )
    assert answer.status_code == 200
    assert 'role="alert"' in answer.content.decode()


def test_where_the_database_is_away_a_page_still_says_so(
    make_user: MakeUser, sign_in: Callable[[User], Client], monkeypatch: pytest.MonkeyPatch
) -> None:
    client = sign_in(make_user("unlucky", OFFICER))

    def away(*_: object) -> None:
        raise OperationalError("the database is away")

    monkeypatch.setattr("luwte_web.accounts.middleware.actor_of", away)
    monkeypatch.setattr("luwte_web.accounts.context.isinstance", away, raising=False)
    answer = client.get("/en/")
    assert answer.status_code == 500
    assert "Something broke here" in answer.content.decode()
