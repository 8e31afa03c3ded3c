# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Who asks: the first thing that a program asks, to see that its token works."""

from django.http import HttpRequest
from ninja import Router, Schema

from luwte.words import N_
from luwte_web.accounts.acting import acting
from luwte_web.accounts.actors import Actor, Role, Scope
from luwte_web.api.operations import operation

router = Router(tags=["profile"])


class RoleHeld(Schema):
    """One role, and how far it reaches."""

    role: Role
    scope: Scope
    within: str


class Profile(Schema):
    """The key under which one stands on the log, and the roles that hold now."""

    key: str
    roles: list[RoleHeld]


@operation(router, "GET", "/profile", N_("Who you are"), gives=Profile)
def profile(request: HttpRequest) -> Actor:
    """The key under which you stand on the log, and the roles that you hold now."""
    return acting(request)
