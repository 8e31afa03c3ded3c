# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The form on paper: blank, to fill in by hand, or with what the reader filled in."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from luwte.model.quality import Answer
from luwte_web.inspections.asked import asked
from luwte_web.inspections.models import Inspection
from luwte_web.inspections.selectors import sheets_seen
from luwte_web.pages.inspections.desk import reads
from luwte_web.pages.inspections.questions import page_title, questions_of
from luwte_web.pages.review.desk import Desk


@require_safe
@reads
def paper(request: HttpRequest, desk: Desk, inspection: Inspection) -> HttpResponse:
    """A blank form, and with `?filled=yes` each sheet that the reader sees."""
    questions, is_filled = asked(inspection), request.GET.get("filled") == "yes"
    sheets = sheets_seen(desk.actor, inspection) if is_filled else [None]
    context = {
        "title": desk.reader.text("Inspection form"),
        "inspection": inspection,
        "location": inspection.location.now,
        "location_key": inspection.location.key,
        "how": desk.reader.name(inspection.method),
        "about": desk.reader.name(inspection.group),
        "is_filled": is_filled,
        "answers": [(answer, desk.reader.name(answer)) for answer in Answer],
        "sheets": [
            (
                sheet,
                [
                    (page_title(desk.reader, page), questions_of(desk.reader, norms, sheet))
                    for page, norms in questions.pages.items()
                ],
            )
            for sheet in sheets
        ],
    }
    return render(request, "inspections/paper.html", context)
