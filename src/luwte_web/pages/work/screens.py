# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The screens of work: all lists of whoever signed in, each with its first entries, and one list as a whole."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from luwte_web.accounts.acting import acting
from luwte_web.accounts.names import ACTIONS
from luwte_web.accounts.policy import can_somewhere
from luwte_web.pages.answers import reader_now
from luwte_web.pages.paging import ROWS_ON_A_PAGE, Paging
from luwte_web.pages.terms import sees_terms
from luwte_web.pages.work.rows import section
from luwte_web.registry.days import today
from luwte_web.worklists.lists import worklists_for

FIRST = slice(0, 5)


@require_safe
@login_required
@never_cache
def work(request: HttpRequest) -> HttpResponse:
    """What waits for whoever signed in, list by list in the order in which they matter."""
    actor, reader, on = acting(request), reader_now(), today()
    sections = [section(worklist, actor, reader, on, FIRST) for worklist in worklists_for(actor)]
    waiting = [each for each in sections if each.count]
    context = {
        "title": reader.text("Your work"),
        "on": on,
        "waiting": waiting,
        "done": [each for each in sections if not each.count],
        "count": sum(each.count for each in waiting),
        "late": sum(each.late for each in waiting),
        "has_role": bool(actor.roles),
        "sees_terms": sees_terms(actor),
        "may": [reader.text(name) for action, name in ACTIONS.items() if can_somewhere(actor, action)],
    }
    return render(request, "work/work.html", context)


@require_safe
@login_required
@never_cache
def worklist(request: HttpRequest, code: str) -> HttpResponse:
    """One list as a whole, in parts; whose role has no such list does not find it."""
    actor, reader = acting(request), reader_now()
    asked = next((each for each in worklists_for(actor) if each.code == code), None)
    if asked is None:
        raise Http404
    on = today()
    parts = Paging(request.GET, len(asked.find(actor, on)))
    shown = section(asked, actor, reader, on, slice(parts.first_row, parts.first_row + ROWS_ON_A_PAGE))
    return render(request, "work/worklist.html", {"title": shown.title, "section": shown, "parts": parts})
