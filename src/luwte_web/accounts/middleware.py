# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Every request knows its actor: whoever signed in, with the roles that hold at this moment, or nobody."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from luwte_web.accounts.selectors import actor_of


def somebody(answer: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Set `request.actor`; roles are read anew each time, so that a role that ended holds for no page more."""

    def answered(request: HttpRequest) -> HttpResponse:
        request.actor = actor_of(request.user)  # type: ignore[attr-defined, arg-type]
        return answer(request)

    return answered
