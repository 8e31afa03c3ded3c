# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Who sits at a page of inspections, and which inspection they have before them; for all others it is not there."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.contrib.auth.decorators import login_required
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.cache import never_cache

from luwte_web.accounts.actors import Actor
from luwte_web.inspections.models import Inspection
from luwte_web.inspections.selectors import inspections_filled, inspections_seen
from luwte_web.pages.review.desk import Desk, desk_of

Where = ParamSpec("Where")
View = Callable[Concatenate[HttpRequest, Where], HttpResponse]
OnInspection = Callable[Concatenate[HttpRequest, Desk, Inspection, Where], HttpResponse]


def reads(view: OnInspection[Where]) -> View[Concatenate[str, Where]]:
    """A page of an inspection for who reads it."""
    return _opens(view, inspections_seen)


def fills(view: OnInspection[Where]) -> View[Concatenate[str, Where]]:
    """A page of an inspection for who may fill it in."""
    return _opens(view, inspections_filled)


def _opens(view: OnInspection[Where], reach: Callable[[Actor], QuerySet[Inspection]]) -> View[Concatenate[str, Where]]:
    """The page of one inspection within reach; what is not looks like what is not there."""

    @never_cache
    @login_required
    @wraps(view)
    def opened(request: HttpRequest, key: str, *args: Where.args, **where: Where.kwargs) -> HttpResponse:
        desk = desk_of(request)
        return view(request, desk, get_object_or_404(reach(desk.actor), key=key), *args, **where)

    return opened
