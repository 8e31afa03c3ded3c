# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""All proposals that nobody disputes, named one by one before one press accepts them."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from luwte_web.audit.reading import reads_people
from luwte_web.pages.country import country_of
from luwte_web.pages.review.desk import at_the_desk, desk_of, table_asked
from luwte_web.pages.review.forms import ReasonForm
from luwte_web.pages.review.plan import Listed, proposals_table
from luwte_web.registry.refusals import ChangeRefused
from luwte_web.workspace import proposals, review
from luwte_web.workspace.undisputed import undisputed as nobody_disputes

AT_ONCE = 100  # as many as somebody can read before pressing


@at_the_desk
@require_http_methods(["GET", "HEAD", "POST"])
def undisputed(request: HttpRequest, key: str) -> HttpResponse:
    """The list, and the press. Only what stood on the list is accepted, and only what nobody disputes by then."""
    desk = desk_of(request)
    if not desk.decides:
        raise Http404
    job = desk.made(key)
    form, together, reasons = ReasonForm(request.POST or None), None, []
    if request.method == "POST" and form.is_valid():
        named = request.POST.getlist("household")[:AT_ONCE]
        try:
            together = review.accept_undisputed(desk.actor, job, named, form.cleaned_data["reason"])
        except ChangeRefused as refused:
            reasons = desk.told(refused.findings)
    found = nobody_disputes(job, proposals.of(desk.actor, job))
    country, rows = country_of(job.plan_id or ""), [Listed(one, ()) for one in found[:AT_ONCE]]
    table = proposals_table(country, desk.reader, job, rows, undisputed=True)
    reads_people(request, [f"household:{one.household}" for one in found[:AT_ONCE]], {"page": "undisputed"})
    if file := table_asked(request, table):
        return file
    context = {
        "title": desk.reader.text("Accept all that nobody disputes"),
        "job": job,
        "country": country,
        "table": table,
        "households": [one.household for one in found[:AT_ONCE]],
        "left": max(0, len(found) - AT_ONCE),
        "form": form if together is None else ReasonForm(),
        "reasons": reasons,
        "accepted": together.accepted if together else None,
        "refused": [(one, desk.told(why)) for one, why in together.refused] if together else [],
        "query": request.GET,
    }
    return render(request, "review/undisputed.html", context, status=400 if form.errors or reasons else 200)
