# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""An inspection as a whole: how far the form is, what is left to do, who said what, and what changed."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from luwte.model.quality import Answer, Assessment
from luwte.words import N_
from luwte_web.inspections.answering import said
from luwte_web.inspections.asked import Asked, asked
from luwte_web.inspections.comparing import Compared, Trend, compared
from luwte_web.inspections.gaps import gaps
from luwte_web.inspections.handing_in import hand_in, left_to_do
from luwte_web.inspections.models import Inspection, Sheet, Step
from luwte_web.inspections.planning import begin, call_off
from luwte_web.inspections.selectors import inspections_filled, own_sheet, sheets_seen
from luwte_web.pages import columns
from luwte_web.pages.inspections.desk import reads
from luwte_web.pages.inspections.filling import RUNS_SCRIPT
from luwte_web.pages.inspections.questions import measured, page_title, progress, spoken
from luwte_web.pages.locations import Fact
from luwte_web.pages.people.editing import Trouble, told, tried
from luwte_web.pages.reader import NONE, Reader
from luwte_web.pages.review.desk import Desk, table_asked
from luwte_web.pages.review.forms import ReasonForm
from luwte_web.pages.tables import Column, Table

TONES = {Trend.BETTER: "good", Trend.WORSE: "bad", Trend.SAME: "open", Trend.NEW: "open", Trend.GONE: "fair"}
YOU = N_("you")
Deed = Callable[[Desk, Inspection, str], object]
DEEDS: Mapping[str, Deed] = {
    "begin": lambda desk, inspection, reason: begin(desk.actor, inspection),
    "hand_in": lambda desk, inspection, reason: hand_in(desk.actor, inspection, reason),
    "call_off": lambda desk, inspection, reason: call_off(desk.actor, inspection, reason),
}


@require_http_methods(["GET", "HEAD", "POST"])
@RUNS_SCRIPT
@reads
def inspection(request: HttpRequest, desk: Desk, inspection: Inspection) -> HttpResponse:
    """One inspection, for who reads it; what is done about it is sent here."""
    form, trouble = ReasonForm(), Trouble()
    act = request.POST.get("act", "")
    if act in DEEDS:
        form = ReasonForm(request.POST)
        reason = request.POST.get("reason", "")
        trouble = tried(desk, lambda: DEEDS[act](desk, inspection, reason))
        if trouble == Trouble():
            return redirect(_after(inspection, act))
    questions, sheets = asked(inspection), sheets_seen(desk.actor, inspection)
    own = own_sheet(desk.actor, inspection)
    is_open = inspections_filled(desk.actor).filter(pk=inspection.pk).exists()
    tables = (_answers(desk, questions, sheets), _steps(desk.reader, inspection, is_open))
    if request.method != "POST" and (answer := table_asked(request, *tables)):
        return answer
    is_draft = is_open and not (own and own.is_handed_in)
    context = {
        "title": inspection.location.now.name,
        "inspection": inspection,
        "facts": list(_facts(desk, inspection, sheets)),
        "is_open": is_open,
        "is_draft": is_draft,
        "own": own,
        "user": desk.actor.key,
        "pages": list(_pages(desk.reader, inspection, questions, own)) if is_draft else (),
        "gaps": gaps(own, questions) if own and is_draft else (),
        "left": told(desk, tuple(left_to_do(own))) if own and is_draft else (),
        "may_call_off": is_open and not any(sheet.is_handed_in for sheet in sheets),
        "answers": tables[0],
        "steps": tables[1],
        "photos": [(sheet, photo) for sheet in sheets for photo in sheet.photos.defer("content")],
        "form": form,
        "off": ReasonForm(auto_id="off_%s"),
        "trouble": trouble,
        "query": request.GET,
    }
    wrong = request.method == "POST"
    return render(request, "inspections/inspection.html", context, status=400 if wrong else 200)


def _after(inspection: Inspection, act: str) -> str:
    if act == "begin":
        return reverse("inspection_form", args=[inspection.key, next(iter(asked(inspection).pages))])
    return reverse("inspections") if act == "call_off" else reverse("inspection", args=[inspection.key])


def _pages(
    reader: Reader, inspection: Inspection, questions: Asked, own: Sheet | None
) -> Iterator[tuple[str, str, int, int]]:
    for page, answered, count in progress(questions, own):
        address = reverse("inspection_form", args=[inspection.key, page])
        yield page_title(reader, page), address, answered, count


def _facts(desk: Desk, inspection: Inspection, sheets: Sequence[Sheet]) -> Iterator[Fact]:
    reader = desk.reader
    at = inspection.location
    yield Fact(reader.text("Location"), at.now.name, reverse("site", args=[at.key]))
    yield Fact(reader.text("Day"), reader.day(inspection.on))
    yield Fact(reader.text("How"), reader.name(inspection.method))
    yield Fact(reader.text("Form"), reader.name(inspection.profile))
    yield Fact(reader.text("About"), reader.name(inspection.group))
    if inspection.after:
        day = reader.day(inspection.after.on)
        yield Fact(reader.text("Looks again at"), day, reverse("inspection", args=[inspection.after.key]))
    yield Fact(reader.text("Answered by"), "; ".join(_respondents(desk, sheets)) or reader.text("nobody yet"))
    if inspection.dropped_at:
        yield Fact(reader.text("Called off"), inspection.dropped_because)


def _respondents(desk: Desk, sheets: Sequence[Sheet]) -> Iterator[str]:
    """Each respondent by its pseudonym, and how far they are."""
    for sheet in sheets:
        state = N_("{who}, handed in") if sheet.is_handed_in else N_("{who}, not handed in")
        yield desk.reader.text(state, who=_who(desk, sheet))


def _who(desk: Desk, sheet: Sheet) -> str:
    return desk.reader.text(YOU) if sheet.respondent == desk.actor.key else sheet.respondent


def _answers(desk: Desk, questions: Asked, sheets: Sequence[Sheet]) -> Table[Any]:
    """Who said what, side by side, with the last time and with what others say."""
    reader = desk.reader
    given = [one for sheet in sheets for one in sheet.given.all()]
    of = {one.pk: sheet for sheet in sheets for one in sheet.given.all()}

    def by(sheet: Sheet) -> Column[Any]:
        def says(row: Compared) -> str:
            own = [one for one in row.now if of[one.pk].pk == sheet.pk]
            return spoken(reader, said(own[0])) if own else NONE

        return columns.words(_who(desk, sheet), says)

    shown = (
        columns.words(reader.text("Norm"), lambda row: row.norm.id, lambda row: reverse("norm", args=[row.norm.id])),
        columns.words(reader.text("What is asked"), lambda row: row.norm.title[reader.language]),
        *(by(sheet) for sheet in sheets),
        columns.words(reader.text("Last time"), lambda row: _heard(reader, [row.before] if row.before else [])),
        columns.words(
            reader.text("Since then"), lambda row: reader.name(row.trend), tone=lambda row: TONES.get(row.trend, "open")
        ),
        columns.words(reader.text("Said in other ways"), lambda row: _heard(reader, row.others, how=True)),
    )
    rows = sorted(compared(questions, given), key=_worst_first)
    return Table.of("answers", reader.text("Answers side by side"), shown, rows)


def _worst_first(row: Compared) -> tuple[bool, bool, bool]:
    """What became worse, then gaps, then the rest; what was not answered this time comes last."""
    is_gap = any(one.answer in (Answer.NOT_MET, Answer.PARTLY) for one in row.now)
    return row.trend is Trend.GONE, row.trend is not Trend.WORSE, not is_gap


def _heard(reader: Reader, answers: Sequence[Assessment], how: bool = False) -> str:
    """Answers of others in a line, each with its day."""
    told = []
    for one in answers:
        who = f"{reader.name(one.method)}, " if how else ""
        value = f" ({measured(reader, one.value)})" if one.value else ""
        told.append(f"{who}{reader.day(one.date)}: {reader.name(one.answer)}{value}")
    return "; ".join(told) or NONE


def _steps(reader: Reader, inspection: Inspection, is_open: bool) -> Table[Any]:
    """What is agreed for gaps; of what nobody handed in only who fills it in knows."""

    def agreed(row: Step) -> str:
        return row.action or reader.text("No action: {why}", why=row.none_because)

    shown = (
        columns.words(reader.text("Norm"), lambda row: row.norm, lambda row: reverse("norm", args=[row.norm])),
        columns.words(reader.text("What is agreed"), agreed),
        columns.words(reader.text("Who sees to it"), lambda row: reader.owner(row.owner) or NONE),
        columns.days(reader, reader.text("Done by"), lambda row: row.due, NONE),
        columns.weights(reader, reader.text("Cost in euros"), lambda row: row.cost),
    )
    rows = (
        inspection.steps.order_by("norm") if is_open else inspection.steps.filter(change__isnull=False).order_by("norm")
    )
    return Table.of("steps", reader.text("Actions"), shown, list(rows))
