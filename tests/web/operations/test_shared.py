# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Where others can reach the server, only who signed in reads its pages."""

import pytest
from django.conf import LazySettings
from django.test import Client

from luwte_web.environment import is_shared

ONLY = "luwte_web.accounts.middleware.OnlyWhoSignedIn"
AFTER = "django.contrib.auth.middleware.AuthenticationMiddleware"


@pytest.fixture
def shared(settings: LazySettings) -> None:
    """A server with a name of its own."""
    at = settings.MIDDLEWARE.index(AFTER) + 1
    settings.MIDDLEWARE = [*settings.MIDDLEWARE[:at], ONLY, *settings.MIDDLEWARE[at:]]


def test_a_server_of_this_machine_alone_is_not_shared() -> None:
    assert not is_shared({})
    assert not is_shared({"LUWTE_HOSTS": "localhost"})
    assert is_shared({"LUWTE_HOSTS": "localhost, luwte.example.org"})


@pytest.mark.usefixtures("shared")
@pytest.mark.parametrize(
    "path", ["/", "/en/", "/gemeenten/", "/en/locations/", "/plan/", "/en/plan/proposals/", "/en/about/", "/en/work/"]
)
def test_a_page_leads_to_the_one_to_sign_in(client: Client, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 302
    assert answer["Location"].startswith("/en/sign-in/" if path.startswith("/en/") else "/inloggen/")


@pytest.mark.usefixtures("shared")
@pytest.mark.parametrize(
    ("path", "status"),
    [("/en/sign-in/", 200), ("/inloggen/", 200), ("/en/welcome/MQ/set-password/", 200), ("/health", 200),
     ("/api/v1/openapi.json", 200), ("/api/v1/households", 401), ("/metrics", 404), ("/en/nothing-here/", 404)],
)  # fmt: skip
def test_what_must_be_open_is_open(client: Client, path: str, status: int) -> None:
    assert client.get(path).status_code == status
