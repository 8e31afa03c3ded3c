# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What a municipality said of itself: now, the time before, and what is agreed about each gap; for who reads there."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from luwte.model.quality import Answer
from luwte.quality.catalogue import load_catalogue
from luwte.words import N_
from luwte_web.accounts.actions import Action
from luwte_web.accounts.policy import can
from luwte_web.pages import columns
from luwte_web.pages.norms.screens import to_norm
from luwte_web.pages.people.places import place_named
from luwte_web.pages.reader import NONE, Reader
from luwte_web.pages.review.desk import table_asked
from luwte_web.pages.selfcheck.shown import TONES, Line, desk_at, here_now, lines_of, said_by
from luwte_web.pages.tables import Table
from luwte_web.registry.days import today
from luwte_web.registry.selectors import municipality_thing


@require_safe
@never_cache
@login_required
def answers(request: HttpRequest, code: str) -> HttpResponse:
    """All answers of one municipality, the heavy gaps without an action in front."""
    desk = desk_at(request, code, Action.READ_FIGURES)
    reader, lines = desk.reader, lines_of(code, here_now(request, desk, code))
    table = answers_table(reader, lines)
    if answer := table_asked(request, table):
        return answer
    said = [line for line in lines if line.checked.now]
    counted = Counter(line.checked.answer for line in said)
    context = {
        "title": reader.text(N_("What {municipality} says of itself"), municipality=place_named(code)),
        "code": code,
        "name": place_named(code),
        "table": table,
        "said": len(said),
        "asked": len(lines),
        "last": max((line.checked.now.date for line in said if line.checked.now), default=None),
        "counts": [
            (reader.name(answer), counted[answer], TONES.get(answer, "")) for answer in Answer if counted[answer]
        ],
        "silent": [(line, line.norm.title[reader.language]) for line in lines if line.checked.lacks_action],
        "fills_in": can(desk.actor, Action.CHECK_ONESELF, municipality_thing(code)),
        "query": request.GET,
    }
    return render(request, "selfcheck/answers.html", context)


def answers_table(reader: Reader, lines: Sequence[Line]) -> Table[Any]:
    """One row for each norm."""
    domains = load_catalogue().domains
    shown = (
        columns.words(reader.text("Norm"), lambda line: line.norm.id, lambda line: to_norm(line.norm)),
        columns.words(reader.text("Recommendation"), lambda line: domains[line.norm.domain][reader.language]),
        columns.words(reader.text("What is asked"), lambda line: line.norm.title[reader.language]),
        columns.words(reader.text("What counts"), lambda line: line.counts(reader), tone=lambda line: line.tone),
        columns.words(reader.text("Who said what"), lambda line: said_by(reader, line.norm, line.checked.now)),
        columns.words(reader.text(N_("The time before")), lambda line: said_by(reader, line.norm, line.checked.before)),
        columns.words(reader.text(N_("Since the time before")), lambda line: line.trend(reader)),
        columns.words(
            reader.text(N_("What Luwte knows")),
            lambda line: line.known(reader) or NONE,
            tone=lambda line: "bad" if line.misses else "",
        ),
        columns.words(
            reader.text(N_("What is agreed")),
            lambda line: " ".join(filter(None, (line.deed(reader), line.standing(reader, today())))) or NONE,
            tone=lambda line: "bad" if line.checked.lacks_action or line.standing(reader, today()) else "",
        ),
    )
    return Table.of("answers", reader.text(N_("All norms for municipalities")), shown, lines)


def back_to(code: str) -> str:
    """The page of the answers."""
    return reverse("selfcheck_answers", args=[code])
