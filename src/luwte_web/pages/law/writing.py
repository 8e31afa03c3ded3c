# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""A page of the law on which people write something down: kept as it was typed until it can be saved."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from luwte_web.pages.people.editing import Trouble, tried
from luwte_web.pages.people.forms import DeedForm
from luwte_web.pages.review.desk import Desk


def written(
    request: HttpRequest,
    desk: Desk,
    form: DeedForm,
    save: Callable[[], object],
    *,
    title: str,
    help_text: str,
    back: str,
    seen: Callable[[], str],
) -> HttpResponse:
    """The form, or the page it goes back to once it is saved; `seen` marks anew what was looked at after a refusal."""
    trouble = Trouble()
    if request.method == "POST" and form.is_valid():
        trouble = tried(desk, save)
        if trouble == Trouble():
            return redirect(back)
        form.data = form.data.copy()  # type: ignore[attr-defined]
        form.data["seen"] = seen()
    context = {
        "title": title,
        "help": help_text,
        "act": desk.reader.text("Save"),
        "form": form,
        "trouble": trouble,
        "back": back,
    }
    return render(request, "law/write.html", context, status=400 if form.errors or trouble != Trouble() else 200)
