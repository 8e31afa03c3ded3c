# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Who asks, and whether an operation is open to them: by a token, and for reading also by a session.

A role that is never granted the action of an operation finds nothing there (404), before anything of the request is
read; what is done to the whole country is decided there and then. Whether the actor may see or do it with this very
thing, selectors and services decide as everywhere.
"""

from collections.abc import Sequence

from django.conf import settings
from django.core.cache.backends.locmem import LocMemCache
from django.http import Http404, HttpRequest
from ninja.security.apikey import APIKeyCookie
from ninja.security.http import HttpBearer
from ninja.throttling import AuthRateThrottle

from luwte_web.accounts.acting import acting
from luwte_web.accounts.actions import Action, Kind
from luwte_web.accounts.actors import NOBODY, Actor
from luwte_web.accounts.machine_tokens import bearer_of
from luwte_web.accounts.policy import can, can_somewhere

SAFE = ("GET", "HEAD")
AT_MOST = "600/m"


class Token(HttpBearer):
    """A token of `luwte user token`, or of the page of a user."""

    def __init__(self, needs: Sequence[Action]) -> None:
        self.needs = needs
        super().__init__()

    def authenticate(self, request: HttpRequest, token: str) -> Actor | None:
        """The actor behind the token, who then makes this request; None where it opens nothing."""
        bearer = bearer_of(token)
        if bearer is None:
            return None
        request.actor, request.token_key = bearer  # type: ignore[attr-defined]
        return _let_in(bearer.actor, self.needs)


class Session(APIKeyCookie):
    """The session of somebody who signed in on the pages: it reads, and changes nothing here."""

    param_name = settings.SESSION_COOKIE_NAME

    def __init__(self, needs: Sequence[Action]) -> None:
        self.needs = needs
        super().__init__(csrf=False)  # what could be forged from another site, a session cannot do

    def authenticate(self, request: HttpRequest, key: str | None) -> Actor | None:
        """The actor who signed in."""
        actor = acting(request)
        if actor == NOBODY or request.method not in SAFE or "Authorization" in request.headers:
            return None
        return _let_in(actor, self.needs)


class Pace(AuthRateThrottle):
    """So many requests of one actor, counted in the memory of this process."""

    cache = LocMemCache("api-pace", {})

    def get_cache_key(self, request: HttpRequest) -> str:
        """The actor, whose key is no name."""
        return f"api-pace-{acting(request).key}"


def _let_in(actor: Actor, needs: Sequence[Action]) -> Actor:
    if needs and not any(_may_be_granted(actor, action) for action in needs):
        raise Http404
    return actor


def _may_be_granted(actor: Actor, action: Action) -> bool:
    """Whether there can be something to do this to; of what is done to the country there is one."""
    return can(actor, action) if action.on is Kind.COUNTRY else can_somewhere(actor, action)
