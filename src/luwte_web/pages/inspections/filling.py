# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The form: one page for each domain, saved page by page; with script each answer is sent as it is given."""

from csp.constants import SELF
from csp.decorators import csp_update
from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from luwte.model.quality import Answer
from luwte_web.inspections import photos
from luwte_web.inspections.answering import Clash, Says, give
from luwte_web.inspections.asked import WHOLE, Asked, asked
from luwte_web.inspections.models import MARK_LENGTH, Inspection
from luwte_web.inspections.planning import begin
from luwte_web.inspections.selectors import own_sheet
from luwte_web.pages.inspections.desk import fills, reads
from luwte_web.pages.inspections.questions import Tried, beyond, norms_on, page_title, questions_of, spoken
from luwte_web.pages.people.editing import told
from luwte_web.pages.review.desk import Desk
from luwte_web.registry.refusals import ChangeRefused

RUNS_SCRIPT = csp_update({"script-src": [SELF], "connect-src": [SELF]})
REMOVE = "remove"


@require_http_methods(["GET", "HEAD", "POST"])
@RUNS_SCRIPT
@fills
def form(request: HttpRequest, desk: Desk, inspection: Inspection, page: str) -> HttpResponse:
    """One page of the form. Without script it is saved as a whole, and what could not be is shown again."""
    questions, sheet = asked(inspection), own_sheet(desk.actor, inspection)
    if (page not in questions.pages and page != WHOLE) or (sheet and sheet.is_handed_in):
        raise Http404
    tried, status = Tried(), 200
    if request.method == "POST":
        tried = _save(request, desk, inspection, questions, page)
        if not tried.says:
            stays = REMOVE in request.POST
            return redirect(request.path if stays else _next(questions, inspection, page))
        status = 409 if tried.there else 400
    context = {
        "title": page_title(desk.reader, page),
        "inspection": inspection,
        "location": inspection.location.now,
        "user": desk.actor.key,
        "page": page,
        "pages": [(name, page_title(desk.reader, name)) for name in questions.pages],
        "questions": questions_of(desk.reader, norms_on(questions, page), own_sheet(desk.actor, inspection), tried),
        "answers": [(answer.value, desk.reader.name(answer)) for answer in Answer],
        "not_saved": bool(tried.says),
        "next": _next(questions, inspection, page),
        "may_photo": photos.MOST,
    }
    return render(request, "inspections/form.html", context, status=status)


@require_POST
@fills
def answer(request: HttpRequest, desk: Desk, inspection: Inspection) -> HttpResponse:
    """One answer as the script sends it: what stands there now comes back, as JSON."""
    norm, writer = request.POST.get("norm", ""), request.POST.get("writer", "")[:MARK_LENGTH]
    questions = asked(inspection)
    if norm not in questions:
        return JsonResponse({"wrong": []}, status=400)
    try:
        if "photo" in request.FILES:
            _attach(request, desk, inspection, norm, "photo")
            return JsonResponse({"photo": True})
        says = give(desk.actor, inspection, norm, _says(request, ""), request.POST.get("seen", ""), writer)
    except Clash as clash:
        there = {"answer": clash.there.answer, "value": clash.there.value, "note": clash.there.note}
        said = {"seen": clash.there.mark, "there": there, "told": spoken(desk.reader, clash.there)}
        return JsonResponse(said, status=409)
    except ChangeRefused as refused:
        return JsonResponse({"wrong": [" ".join(pair) for pair in told(desk, refused.findings)]}, status=400)
    return JsonResponse({"seen": says.mark, "told": beyond(desk.reader, questions[norm], says)})


@require_safe
@reads
def photo(request: HttpRequest, desk: Desk, inspection: Inspection, number: int) -> HttpResponse:
    """A photo, for who reads the inspection."""
    seen = photos.photo_seen(desk.actor, inspection, number)
    return HttpResponse(bytes(seen.content), content_type="image/jpeg", headers={"X-Content-Type-Options": "nosniff"})


def _save(request: HttpRequest, desk: Desk, inspection: Inspection, questions: Asked, page: str) -> Tried:
    """Save what was changed on a page, question by question; what could not be saved is told for each."""
    says, wrong, there = {}, {}, {}
    begin(desk.actor, inspection)
    for norm in norms_on(questions, page):
        typed, seen = _says(request, f"-{norm.id}"), request.POST.get(f"seen-{norm.id}", "")
        try:
            if typed.mark != seen:
                give(desk.actor, inspection, norm.id, typed, seen)
            _attach(request, desk, inspection, norm.id, f"photo-{norm.id}")
        except Clash as clash:
            says[norm.id], there[norm.id] = typed, clash.there
        except ChangeRefused as refused:
            says[norm.id], wrong[norm.id] = typed, told(desk, refused.findings)
    number = request.POST.get(REMOVE, "")
    if number.isascii() and number.isdigit() and len(number) < 18:
        photos.detach(desk.actor, inspection, int(number))
    return Tried(says, wrong, there)


def _attach(request: HttpRequest, desk: Desk, inspection: Inspection, norm: str, name: str) -> None:
    for file in request.FILES.getlist(name):
        content = file.read(photos.LARGEST + 1) if isinstance(file, UploadedFile) else b""
        photos.attach(desk.actor, inspection, norm, content)


def _says(request: HttpRequest, of: str) -> Says:
    """What was sent about one norm; an answer that there is not counts as none."""
    chosen = request.POST.get(f"answer{of}", "")
    answer = Answer(chosen) if chosen in tuple(Answer) else None
    note = request.POST.get(f"note{of}", "").replace("\r\n", "\n").strip()
    return Says(answer, request.POST.get(f"value{of}", "").strip(), note)


def _next(questions: Asked, inspection: Inspection, page: str) -> str:
    """The page after this one; after the last, the inspection as a whole."""
    names = list(questions.pages)
    at = names.index(page) + 1 if page in names else len(names)
    if at < len(names):
        return reverse("inspection_form", args=[inspection.key, names[at]])
    return reverse("inspection", args=[inspection.key])
