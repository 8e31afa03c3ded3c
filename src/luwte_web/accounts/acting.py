# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Who makes a request, as the middleware or a token told it."""

from django.http import HttpRequest

from luwte_web.accounts.actors import Actor


def acting(request: HttpRequest) -> Actor:
    """The actor of a request."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    return actor
