# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Users of every sort, and browsers in which they are signed in."""

from collections.abc import Callable, Iterator

import pytest
from django.test import Client

from luwte_web.accounts import demo, services
from luwte_web.accounts.actors import SYSTEM, Membership, Role, Scope
from luwte_web.accounts.models import User

PASSWORD = "stormvogel-vuurtoren-71"  # noqa: S105 - of users that exist in tests alone
ADMINISTRATOR = Membership(Role.ADMINISTRATOR, Scope.COUNTRY)

MakeUser = Callable[..., User]


@pytest.fixture(autouse=True)
def nobody_comes_in_through_the_demo() -> Iterator[None]:
    """The door of the demo is closed. Rate limits begin anew with the database, which counts them."""
    yield
    demo.close_door()


@pytest.fixture
def make_user(db: None) -> MakeUser:
    """Make a user with these memberships and the password of the tests."""

    def make(name: str, *memberships: Membership) -> User:
        user = services.add_user(SYSTEM, f"{name}@example.org", memberships)
        user.set_password(PASSWORD)
        user.save()
        return user

    return make


@pytest.fixture
def sign_in(client: Client) -> Callable[[User], Client]:
    """Sign somebody in as people do, and give the browser."""

    def signed_in(user: User) -> Client:
        answer = client.post("/en/sign-in/", {"login": user.email, "password": PASSWORD})
        assert answer.status_code == 302, answer.content.decode()[:3000]
        return client

    return signed_in
