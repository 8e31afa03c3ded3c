# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The page on which people write down what they state of a location; each is asked what is for them to say."""

from collections.abc import Collection
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from luwte.model.places import CoaCategory
from luwte.words import N_
from luwte_web.accounts.acting import acting
from luwte_web.pages.answers import reader_now
from luwte_web.pages.people.editing import Trouble, tried
from luwte_web.pages.people.forms import Code, DeedForm, YesNo
from luwte_web.pages.review.desk import NUL, Desk
from luwte_web.pages.review.forms import Day, Words
from luwte_web.registry.editing import mark
from luwte_web.registry.models import LocationFacts
from luwte_web.registry.stating import may_state, state

HELP = N_("Fill in what somebody said who may say it. What nobody said stays open; nothing is assumed.")


class StatingForm(DeedForm):
    """What people state of a location."""

    coa_category = Code(CoaCategory, label=_("COA's own category"), required=False)
    term_long_enough = YesNo(label=_("It can stay long enough"))
    permit_feasible = YesNo(label=_("A permit is feasible"))
    regional_support = YesNo(label=_("The region supports it"))
    intake_stopped_on = Day(
        label=_("Nobody is newly brought here from"),
        required=False,
        help_text=_(
            "Leave empty while the intake is open; make it empty to open it again. Who lives here stays. Moves to here "
            "that are decided already stay too: look at each of them."
        ),
    )
    reason = Words(
        label=_("Who says so, when, and why"),
        required=True,
        help_text=_("Such as: the municipality, letter of 3 November. No names and no diagnoses."),
    )

    def __init__(self, *args: Any, asked: Collection[str], **named: Any) -> None:
        super().__init__(*args, **named)
        for name in [name for name in self.fields if name not in (*asked, "reason", "seen")]:
            del self.fields[name]


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@login_required
def stating(request: HttpRequest, key: str) -> HttpResponse:
    """What the reader may state of one location; for who may state nothing the page is not there."""
    desk = Desk(acting(request), reader_now())
    if NUL in key or not (asked := may_state(desk.actor, key)):
        raise Http404
    known = get_object_or_404(LocationFacts.objects.known(), location__key=key)
    first = {**{name: getattr(known, name) for name in asked}, "seen": mark(known)}
    form = StatingForm(request.POST or None, reader=desk.reader, asked=asked, initial=first)
    back, trouble = reverse("quality", args=[key]), Trouble()
    if request.method == "POST" and form.is_valid():
        facts = {name: form.cleaned_data[name] for name in asked}
        trouble = tried(desk, lambda: state(desk.actor, key, facts, form.cleaned_data["reason"], form.marks))
        if trouble == Trouble():
            return redirect(back + "#stated-title")
        form.data = {**form.data.dict(), "seen": mark(known)}  # type: ignore[attr-defined]
    context = {
        "title": desk.reader.text(N_("What is stated of this location")),
        "help": desk.reader.text(HELP),
        "act": desk.reader.text("Save"),
        "form": form,
        "trouble": trouble,
        "back": back,
        "location": known,
    }
    wrong = form.errors or trouble != Trouble()
    return render(request, "people/note.html", context, status=400 if wrong else 200)
