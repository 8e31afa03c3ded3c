# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""In the demo one press signs you in; anywhere else there is nothing to press, and no way around."""

import pytest
from django.conf import settings
from django.test import Client

from luwte_web.accounts import demo
from luwte_web.accounts.actors import Role
from luwte_web.accounts.models import User
from luwte_web.accounts.selectors import current


def press(client: Client, user: User) -> int:
    return client.post("/en/sign-in/demo/", {"user": user.token}).status_code


@pytest.fixture
def opened(db: None) -> None:
    demo.open_door()


@pytest.mark.usefixtures("opened")
def test_there_is_somebody_for_every_role(client: Client) -> None:
    users = demo.users()
    assert {one.role for user in users for one in current(user)} == set(Role)
    page = client.get("/inloggen/").content.decode()
    assert page.count('name="user"') == len(Role)
    assert "voogd (eigen pupillen)" in page
    demo.open_door()
    assert len(demo.users()) == len(users)


@pytest.mark.usefixtures("opened")
def test_one_press_signs_you_in(client: Client) -> None:
    for user in demo.users():
        assert press(client, user) == 302
        assert user.email in client.get("/en/work/").content.decode()


@pytest.mark.usefixtures("opened")
def test_with_the_demo_its_sessions_end(client: Client) -> None:
    user = demo.users()[0]
    press(client, user)
    demo.close_door()
    assert client.get("/en/work/").status_code == 302
    assert press(client, user) == 404
    assert 'name="user"' not in client.get("/en/sign-in/").content.decode()


@pytest.mark.usefixtures("opened", "of_real_people")
def test_with_real_people_the_door_is_shut(client: Client) -> None:
    assert demo.users() == []
    assert press(client, User()) == 404


@pytest.mark.usefixtures("of_real_people")
def test_with_real_people_no_such_users_are_made() -> None:
    demo.open_door()
    assert not User.objects.filter(is_demo=True).exists()


@pytest.mark.usefixtures("opened")
def test_under_another_name_than_this_machine_the_door_is_shut(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    user = demo.users()[0]
    monkeypatch.setattr(settings, "ALLOWED_HOSTS", ["127.0.0.1", "luwte.example.org"])
    assert press(client, user) == 404


@pytest.mark.usefixtures("opened")
def test_a_user_of_the_demo_has_no_password(client: Client) -> None:
    user = demo.users()[0]
    assert not user.has_usable_password()
    client.post("/en/sign-in/", {"login": user.email, "password": ""})
    assert client.get("/en/work/").status_code == 302
