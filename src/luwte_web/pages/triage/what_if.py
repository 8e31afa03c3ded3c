# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Ask what would follow if a location closed; the plan that tells it is made in the background, as every plan."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from luwte_web.accounts.acting import acting
from luwte_web.accounts.actions import Action
from luwte_web.accounts.policy import demand
from luwte_web.pages.review.desk import NUL
from luwte_web.registry.days import today
from luwte_web.registry.selectors import record_about
from luwte_web.workspace import jobs


@require_POST
@never_cache
@login_required
def ask(request: HttpRequest, key: str) -> HttpResponse:
    """Ask for it, and go to where one sees how far it is."""
    actor = acting(request)
    demand(actor, Action.MAKE_PLAN)
    if NUL in key or record_about("locations", key) is None:
        raise Http404
    return redirect("plan_in_review", jobs.ask(actor, jobs.Wanted(today(), without=key)).key)
