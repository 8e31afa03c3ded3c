# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Users of every sort, and browsers in which they are signed in."""

from collections.abc import Callable, Iterator

import pytest
from django.test import Client
from pytest_django.plugin import DjangoDbBlocker

from luwte_web.accounts import demo, services
from luwte_web.accounts.actors import SYSTEM, Membership, Role, Scope
from luwte_web.accounts.models import User
from web.accounts.at_the_pages import Pages, pages_of, undone

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


@pytest.fixture(scope="module")
def pages_once(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Pages]:
    """The registry of two provinces with everybody who could work there, for all tests of a module; nothing stays."""
    with django_db_blocker.unblock(), undone():
        yield pages_of(tmp_path_factory.mktemp("two") / "tables")


@pytest.fixture
def pages(pages_once: Pages, db: None) -> Pages:
    """The same, for one test: what it writes is undone."""
    return pages_once
