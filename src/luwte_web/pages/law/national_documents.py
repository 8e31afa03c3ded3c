# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The distribution decision as a document (PDF/UA-1): a draft by one way for everybody, and what was decided."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from luwte.law import distribute
from luwte.law.remainder import Scope, Way
from luwte.model.findings import InputRefused
from luwte.planning.law.decision import Draft, draft, taken
from luwte.planning.law.province import province_named
from luwte.reporting.law.decision import decision_paper
from luwte.reporting.paper import to_pdf
from luwte_web.accounts.acting import acting
from luwte_web.accounts.actions import Action
from luwte_web.accounts.policy import can_somewhere
from luwte_web.pages.law.asked import AskedOfLaw, asked_of_law
from luwte_web.pages.law.cycle import day_in, pdf
from luwte_web.registry.deciding_distribution import decided
from luwte_web.registry.law_tables import law_tables_before


@require_safe
def draft_document(request: HttpRequest, way: str, scope: str) -> HttpResponse:
    """A draft by one way; `?decided_on=` and `?available_by=` are its days, `?province=` tells of one province."""
    asked = asked_of_law(request)
    if asked is None:
        return render(request, "luwte/nothing_yet.html")
    on, due = day_in(asked.query, "decided_on") or asked.on, day_in(asked.query, "available_by")
    if way not in tuple(Way) or scope not in tuple(Scope):
        raise Http404
    try:
        found = draft(asked.dataset, asked.tasks, Way(way), Scope(scope), on, due)
    except InputRefused:
        raise Http404 from None
    return _document(asked, found, "", is_decided=False)


@require_safe
@never_cache
@login_required
def decision_document(request: HttpRequest) -> HttpResponse:
    """What was decided, with the reasons on the log; a page that says so where it follows from no way known here."""
    if not can_somewhere(acting(request), Action.READ_FIGURES):
        raise Http404
    asked = asked_of_law(request)
    if asked is None:
        return render(request, "luwte/nothing_yet.html")
    rows = decided(asked.cycle).values()
    last = max((row.known_by for row in rows), key=lambda made: made.pk, default=None)
    found = _taken(asked, last.pk) if last else None
    if last is None or found is None:
        return render(request, "law/undecided.html", {"title": asked.reader.text("Decision"), "asked": asked})
    return _document(asked, found, last.reason, is_decided=True)


def _taken(asked: AskedOfLaw, change: int) -> Draft | None:
    """What is decided, by the tables as they were known when it was."""
    before = law_tables_before(change)
    asks = {one.municipality: one for one in asked.dataset.decisions if one.cycle == asked.cycle}
    return taken(before, distribute(before.municipalities, cycle=asked.cycle), asks)


def _document(asked: AskedOfLaw, found: Draft, reasons: str, *, is_decided: bool) -> HttpResponse:
    said = asked.query.get("province", "")
    province = province_named(asked.tasks, said) if said else None
    if said and province is None:
        raise Http404
    words, code = asked.reader.words, province.province_code if province else ""
    paper = decision_paper(
        found,
        asked.names,
        words,
        reasons=reasons,
        decided=is_decided,
        province=code,
        synthetic=asked.dataset.synthetic,
    )
    name = "decision" if is_decided else f"draft-{found.chosen.way}-{found.chosen.scope}"
    return pdf(to_pdf(paper, words), "-".join(filter(None, (name, str(asked.cycle), code))))
