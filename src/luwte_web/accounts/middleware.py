# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Every request knows its actor: whoever signed in, with the roles that hold at this moment, or nobody."""

from collections.abc import Callable
from typing import Any

from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

from luwte_web.accounts.selectors import actor_of

API = "/api/"


def somebody(answer: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Set `request.actor`; roles are read anew each time, so that a role that ended holds for no page more."""

    def answered(request: HttpRequest) -> HttpResponse:
        request.actor = actor_of(request.user)  # type: ignore[attr-defined, arg-type]
        return answer(request)

    return answered


class OnlyWhoSignedIn(LoginRequiredMiddleware):
    """Where people reach the server under a name of its own, no page opens without signing in, those of the plan that
    is shown included: their counts of children are small. The API asks for a token by itself.
    """

    def process_view(
        self, request: HttpRequest, view_func: Callable[..., HttpResponseBase], view_args: Any, view_kwargs: Any
    ) -> HttpResponseBase | None:
        """Lead to the page to sign in."""
        if request.path_info.startswith(API):
            return None
        return super().process_view(request, view_func, view_args, view_kwargs)
