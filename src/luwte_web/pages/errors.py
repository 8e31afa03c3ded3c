# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Pages for what went wrong: what it is and where to go, without a trace of the machine."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The request cannot be understood."""
    return render(request, "luwte/errors/400.html", status=400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The page is closed to this reader."""
    return render(request, "luwte/errors/403.html", status=403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """There is no such page, or not for this reader: the answer is the same to the letter."""
    request.resolver_match = None  # else menu and switch of language would tell that the address leads somewhere
    return render(request, "luwte/errors/404.html", status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """Something broke here. The page asks nothing of the database or the plan."""
    return render(request, "luwte/errors/500.html", status=500)
