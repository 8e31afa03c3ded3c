# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Addresses of the API, without a slash at their end."""

from typing import NoReturn

from django.http import Http404, HttpRequest
from django.urls import path

from luwte_web.api.document import openapi
from luwte_web.api.v1 import api
from luwte_web.api.version import BASE

ROOT = BASE.removeprefix("/") + "/"


def nothing(request: HttpRequest) -> NoReturn:
    """The base of all addresses is none itself, and leads to no other."""
    raise Http404


urlpatterns = [
    path(ROOT.removesuffix("/"), nothing),
    path(f"{ROOT}openapi.json", openapi, name="openapi"),
    path(ROOT, api.urls),
]
