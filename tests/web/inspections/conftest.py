# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""A registry with a few people in two provinces, and a visit to the location in the north."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.test import Client

from luwte.model.quality import Method
from luwte.quality.catalogue import Profile
from luwte_web.accounts import services
from luwte_web.accounts.actors import SYSTEM, Actor
from luwte_web.accounts.models import User
from luwte_web.inspections.models import Inspection
from luwte_web.inspections.planning import Wanted, plan
from web.inspections.looking import HERE, INSPECTOR, WHY
from web.people import few
from web.people.few_tables import TODAY

As = Callable[[Actor], Client]


@pytest.fixture
def people(db: None, tmp_path: Path) -> None:
    """Two families, two unaccompanied minors, two adults, and one adult who has no place yet."""
    few.come(tmp_path)


@pytest.fixture
def visit(people: None) -> Inspection:
    """A visit to the location in the north, today."""
    return plan(INSPECTOR, HERE, Wanted(Profile.EMERGENCY, Method.VISIT, TODAY), WHY)


@pytest.fixture
def signed_in(client: Client) -> As:
    """A browser in which somebody with these roles is signed in."""

    def sign_in(actor: Actor) -> Client:
        user = User.objects.filter(token=actor.key).first() or services.add_user(
            SYSTEM, f"{actor.key}@example.org", actor.roles
        )
        User.objects.filter(pk=user.pk).update(token=actor.key)
        client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
        return client

    return sign_in
