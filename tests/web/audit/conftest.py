# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""People with a browser: an auditor, and one of every other role."""

from collections.abc import Callable

import pytest
from django.conf import settings
from django.test import Client

from luwte_web.accounts import services
from luwte_web.accounts.actors import SYSTEM, Membership, Role, Scope
from luwte_web.accounts.grants import GRANTS

ComeIn = Callable[[Role], Client]


@pytest.fixture
def come_in(db: None) -> ComeIn:
    """A browser in which somebody of this role has signed in, as far as the role can reach."""

    def signed_in(role: Role) -> Client:
        scope = min(GRANTS[role].scopes, key=list(Scope).index)
        within = "" if scope is Scope.COUNTRY else "P1"
        user = services.add_user(SYSTEM, f"{role.value}@example.org", (Membership(role, scope, within),))
        browser = Client(raise_request_exception=False, headers={"host": "127.0.0.1"})
        browser.force_login(user, backend=settings.AUTHENTICATION_BACKENDS[0])
        return browser

    return signed_in


@pytest.fixture
def auditor(come_in: ComeIn) -> Client:
    """The browser of somebody who may read the log."""
    return come_in(Role.AUDITOR)
