# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What is agreed for each gap that weighs heavily: asked for before a sheet can be handed in."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from luwte.quality.yardstick import yardstick
from luwte_web.inspections.answering import said
from luwte_web.inspections.asked import asked
from luwte_web.inspections.gaps import Agreed, Gap, agree, gaps
from luwte_web.inspections.models import Inspection
from luwte_web.inspections.selectors import own_sheet
from luwte_web.pages.inspections.desk import fills
from luwte_web.pages.inspections.forms import StepForm
from luwte_web.pages.inspections.questions import spoken
from luwte_web.pages.people.editing import Trouble, tried
from luwte_web.pages.review.desk import Desk

FIELDS = ("action", "owner", "due", "cost", "none_because")


@require_http_methods(["GET", "HEAD", "POST"])
@fills
def actions(request: HttpRequest, desk: Desk, inspection: Inspection) -> HttpResponse:
    """A form for each gap on one's own sheet; what is filled in is saved, and what is half is told of."""
    sheet = own_sheet(desk.actor, inspection)
    if sheet and sheet.is_handed_in:
        raise Http404
    rows = [_row(request, desk, gap) for gap in gaps(sheet, asked(inspection))] if sheet else []
    if request.method == "POST":
        for row in rows:
            _save(desk, inspection, row)
        if not any(row["form"].errors or row["trouble"] != Trouble() for row in rows):
            return redirect("inspection", inspection.key)
    context = {
        "title": desk.reader.text("What is done about the gaps"),
        "inspection": inspection,
        "location": inspection.location.now,
        "rows": rows,
        "within": inspection.on + yardstick().action_term,
    }
    wrong = request.method == "POST"
    return render(request, "inspections/actions.html", context, status=400 if wrong else 200)


def _row(request: HttpRequest, desk: Desk, gap: Gap) -> dict[str, Any]:
    """One gap with its form."""
    first = {name: getattr(gap.step, name) for name in FIELDS} if gap.step else {}
    data = request.POST if request.method == "POST" else None
    return {
        "gap": gap,
        "title": gap.norm.title[desk.reader.language],
        "said": spoken(desk.reader, said(gap.given)),
        "owner": desk.reader.owner(gap.running.owner or "") if gap.running else "",
        "form": StepForm(data, reader=desk.reader, prefix=gap.norm.id, initial=first),
        "is_done": bool(gap.step and gap.step.change_id),
        "trouble": Trouble(),
    }


def _save(desk: Desk, inspection: Inspection, row: dict[str, Any]) -> None:
    """Save what was filled in about one gap; what was left empty is left for later."""
    form, gap = row["form"], row["gap"]
    if row["is_done"] or not form.is_valid() or form.agreed() == Agreed():
        return
    row["trouble"] = tried(desk, lambda: agree(desk.actor, inspection, gap.norm.id, form.agreed()))
