# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What the head of a page says of the reader: who is signed in, and whether they manage users."""

from typing import Any

from django.http import HttpRequest

from luwte_web.accounts.actions import Action
from luwte_web.accounts.actors import NOBODY
from luwte_web.accounts.models import User
from luwte_web.accounts.policy import can_somewhere


def signed_in(request: HttpRequest) -> dict[str, Any]:
    """The address of whoever signed in; nothing where nobody did, or where that could not be found out."""
    actor, user = getattr(request, "actor", NOBODY), getattr(request, "user", None)
    if actor == NOBODY or not isinstance(user, User):
        return {}
    return {
        "me": user.email,
        "manages_users": can_somewhere(actor, Action.MANAGE_USERS),
    }
