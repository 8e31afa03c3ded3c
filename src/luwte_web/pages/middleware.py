# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What every answer carries beside Django's own headers."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from luwte_web.accounts.acting import acting
from luwte_web.accounts.actors import NOBODY

PERMISSIONS = "camera=(), geolocation=(), microphone=(), payment=(), usb=()"


def leaves_nothing_behind(answer: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Whoever signs out leaves nothing on the device: the browser lets go of what pages kept (docs/decisions/0024)."""

    def answered(request: HttpRequest) -> HttpResponse:
        response = answer(request)
        if acting(request) != NOBODY and not request.user.is_authenticated:  # the actor is from before the answer
            response.headers["Clear-Site-Data"] = '"storage"'
        return response

    return answered


def private_to_the_browser(answer: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Pages are kept by nobody but the reader's own browser, which asks again each time; no page needs a sensor."""

    def answered(request: HttpRequest) -> HttpResponse:
        response = answer(request)
        response.headers.setdefault("Cache-Control", "private, no-cache")
        response.headers.setdefault("Permissions-Policy", PERMISSIONS)
        return response

    return answered
