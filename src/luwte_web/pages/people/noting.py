# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Pages on which people write down what children of a location say, what there is to do, and who is there for them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.decorators import login_required
from django.forms import MultipleChoiceField
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from luwte.words import N_
from luwte_web.accounts.acting import acting
from luwte_web.accounts.actions import Action
from luwte_web.accounts.policy import can, demand
from luwte_web.pages.answers import reader_now
from luwte_web.pages.people.editing import Trouble, tried
from luwte_web.pages.people.forms import DeedForm
from luwte_web.pages.people.participation_forms import ContactForm, FeedbackForm, ProgrammeForm
from luwte_web.pages.review.desk import NUL, Desk
from luwte_web.registry.editing import mark
from luwte_web.registry.models import Contact, FeedbackFacts, LocationFacts, ProgrammeFacts
from luwte_web.registry.participation import WRITING, Noted, noted_at, write_down
from luwte_web.registry.selectors import location_thing

MEANT = ("reason", "seen")  # what a form asks beside the facts


@dataclass(frozen=True, slots=True)
class Note:
    """One sort of thing that is written down: what its page is called and says, and its form."""

    kind: Noted
    title: str
    changed: str
    form: type[DeedForm]
    help: str = ""


NOTES = {
    "feedback": Note(
        FeedbackFacts,
        N_("What children said"),
        N_("What came of what children said"),
        FeedbackForm,
        N_("Tell the children within a month what came of it, also when it cannot be. Then fill in the day here."),
    ),
    "programme": Note(
        ProgrammeFacts, N_("Something to do for children"), N_("Change what there is to do"), ProgrammeForm
    ),
    "contact": Note(
        Contact,
        N_("Who is there for the children"),
        N_("Change who is there for the children"),
        ContactForm,
        N_(
            "The contact person for children (contactpersoon kind) watches how children fare here, and listens to them."
        ),
    ),
}


def noting_page(name: str) -> Callable[..., HttpResponse]:
    """The page on which one sort of thing is written down, or with its line said anew."""
    note = NOTES[name]

    @require_http_methods(["GET", "HEAD", "POST"])
    @never_cache
    @login_required
    def view(request: HttpRequest, key: str, line: int | None = None) -> HttpResponse:
        if NUL in key:
            raise Http404
        desk = Desk(acting(request), reader_now())
        demand(desk.actor, WRITING[note.kind], location_thing(key))
        at = get_object_or_404(LocationFacts.objects.known(), location__key=key)
        known = None if line is None else get_object_or_404(noted_at(note.kind, key), line=line)
        form = note.form(request.POST or None, reader=desk.reader, initial=_first(note, known))
        back, trouble = _back(desk, key), Trouble()
        if request.method == "POST" and form.is_valid():
            facts = {name: value for name, value in form.cleaned_data.items() if name not in MEANT}
            reason = form.cleaned_data["reason"]
            trouble = tried(desk, lambda: write_down(desk.actor, note.kind, key, facts, reason, line, form.marks))
            if trouble == Trouble():
                return redirect(back)
            form.data = {**form.data.dict(), **_lists(form), "seen": _seen(known)}  # type: ignore[attr-defined]
        context = {
            "title": desk.reader.text(note.changed if known else note.title),
            "person": at.name,
            "help": desk.reader.text(note.help) if note.help else "",
            "act": desk.reader.text(N_("Save")),
            "form": form,
            "trouble": trouble,
            "back": back,
            "location": at,
        }
        wrong = form.errors or trouble != Trouble()
        return render(request, "people/note.html", context, status=400 if wrong else 200)

    return view


def _first(note: Note, known: Any) -> dict[str, Any]:
    """What stands in the form first."""
    if known is None:
        return {}
    names = (name for name in note.form.base_fields if name not in MEANT)
    return {**{name: getattr(known, name) for name in names}, "seen": _seen(known)}


def _lists(form: DeedForm) -> dict[str, list[str]]:
    """Fields with several values, as they were chosen."""
    several = (name for name, field in form.fields.items() if isinstance(field, MultipleChoiceField))
    return {name: form.data.getlist(name) for name in several}  # type: ignore[attr-defined]


def _seen(known: Any) -> str:
    return mark(known) if known else ""


def _back(desk: Desk, key: str) -> str:
    """Where one came from: the page of the location, or for who only offers programmes their list."""
    if can(desk.actor, Action.READ_LOCATION, location_thing(key)):
        return reverse("site", args=[key]) + "#voices"
    return reverse("programmes")
