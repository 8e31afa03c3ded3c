# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The page on which the ministry decides: what one way would ask, beside the others and an earlier decision."""

from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from luwte.law.remainder import Scope, Way
from luwte.law.remainder.divide import SCOPES, WAYS
from luwte.model.describe import describe
from luwte.model.findings import Finding, InputRefused
from luwte.planning.law.decision import Draft
from luwte.words import N_
from luwte_web.accounts.acting import acting
from luwte_web.accounts.actions import Action
from luwte_web.accounts.policy import demand
from luwte_web.pages.answers import reader_now
from luwte_web.pages.law.asked import AskedOfLaw, asked_of_law
from luwte_web.pages.law.national_tables import changed_table, draft_table, provinces_table, ways_table
from luwte_web.pages.links import to
from luwte_web.pages.people.editing import Trouble, tried
from luwte_web.pages.people.forms import Code, DeedForm, Spoken, YesNo
from luwte_web.pages.review.desk import Desk, table_asked
from luwte_web.pages.review.forms import Day, Words
from luwte_web.pages.tables import Table
from luwte_web.registry.deciding_distribution import Chosen, decide

SHOWN = 25  # municipalities on the page; the download has them all


class ChoiceForm(Spoken):
    """Which way, and which days."""

    way = Code(Way, label=_("How what is short is divided"))
    scope = Code(Scope, label=_("Who carries it together"))
    decided_on = Day(label=_("Day of the decision"))
    available_by = Day(
        label=_("There on; empty for six months after the decision"),
        required=False,
        help_text=_("A decision can name a longer term (Act 7(1)), and no shorter one."),
    )


class DecideForm(DeedForm):
    """The reasons, where it is published, and what it does to an earlier decision."""

    changes_earlier = forms.BooleanField(
        label=_("I looked at each municipality above that is asked another number, and change the earlier decision"),
        required=False,
    )
    far_reaching = YesNo(label=_("Is it a far-reaching change of the decision? (Act 5(3))"))
    source = forms.CharField(label=_("Where it is published"), max_length=500)
    reason = Words(
        rows=10,
        label=_("The reasons of the decision"),
        required=True,
        help_text=_("Why this way, and what was weighed. They stand in the document and on the log: no names."),
    )

    def __init__(self, *args: Any, changes: bool, **named: Any) -> None:
        super().__init__(*args, **named)
        if not changes:
            del self.fields["changes_earlier"], self.fields["far_reaching"]


@dataclass(frozen=True)
class Drafted:
    """The choice in the address, and what follows from it; `refused` is what the Act does not allow of it."""

    form: ChoiceForm
    chosen: Chosen | None
    draft: Draft | None
    refused: tuple[Finding, ...]

    @property
    def seen(self) -> str:
        """What tells this draft from another."""
        return self.draft.fingerprint if self.draft else ""


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@login_required
def decide_page(request: HttpRequest) -> HttpResponse:
    """The draft of a way, and below it the form on which people decide."""
    desk = Desk(acting(request), reader_now())
    demand(desk.actor, Action.DECIDE_DISTRIBUTION)
    asked = asked_of_law(request)
    if asked is None:
        return render(request, "luwte/nothing_yet.html")
    drafted, trouble = _drafted(asked), Trouble()
    tables = _tables(asked, drafted.draft) if drafted.draft else ()
    if (file := table_asked(request, *tables)) is not None:
        return file
    changes = bool(drafted.draft and drafted.draft.changed)
    form = DecideForm(request.POST or None, reader=desk.reader, changes=changes, initial={"seen": drafted.seen})
    if drafted.chosen and request.method == "POST" and form.is_valid():
        chosen, given = _with(drafted.chosen, form), form.cleaned_data
        trouble = tried(desk, lambda: decide(desk.actor, chosen, given["reason"], given["seen"]))
        if trouble == Trouble():
            return redirect(to("national", cycle=str(asked.cycle)))
        form.data = {**form.data.dict(), "seen": drafted.seen}  # type: ignore[attr-defined]
    context = _context(asked, drafted, tables) | {"form": form, "trouble": trouble}
    wrong = request.method == "POST" and bool(form.errors or trouble != Trouble())
    return render(request, "law/decide.html", context, status=400 if wrong else 200)


def _drafted(asked: AskedOfLaw) -> Drafted:
    first = {"decided_on": asked.on}
    form = ChoiceForm(asked.query if "way" in asked.query else None, reader=asked.reader, initial=first)
    if not form.is_bound or not form.is_valid():
        return Drafted(form, None, None, ())
    given = form.cleaned_data
    chosen = Chosen(asked.cycle, given["way"], given["scope"], given["decided_on"], given["available_by"], "")
    try:
        return Drafted(form, chosen, chosen.drafted(asked.dataset), ())
    except InputRefused as refused:
        return Drafted(form, chosen, None, refused.findings)


def _with(chosen: Chosen, form: DecideForm) -> Chosen:
    given = form.cleaned_data
    return replace(
        chosen,
        source=given["source"],
        changes_earlier=given.get("changes_earlier", False),
        far_reaching=given.get("far_reaching"),
    )


def _tables(asked: AskedOfLaw, draft: Draft) -> tuple[Table[Any], ...]:
    reader, names = asked.reader, asked.names
    return (
        provinces_table(reader, draft.provinces, names),
        ways_table(reader, draft.ways),
        changed_table(reader, draft.changed, names).part(0, SHOWN),
        draft_table(reader, draft, names).part(0, SHOWN),
    )


def _context(asked: AskedOfLaw, drafted: Drafted, tables: tuple[Table[Any], ...]) -> dict[str, Any]:
    reader, draft = asked.reader, drafted.draft
    return {
        "title": reader.text(N_("Decide on the distribution")),
        "asked": asked,
        "cycle": asked.cycle,
        "choice": drafted.form,
        "draft": draft,
        "way": f"{reader.text(WAYS[draft.chosen.way])}; {reader.text(SCOPES[draft.chosen.scope])}" if draft else "",
        "refused": [describe(finding, reader.words) for finding in drafted.refused],
        "tables": {table.key: table for table in tables},
        "query": asked.query,
        "back": to("national", cycle=str(asked.cycle)),
        "paper": _paper(draft) if draft else "",
    }


def _paper(draft: Draft) -> str:
    """The draft as a document."""
    days = {"decided_on": draft.decided_on.isoformat(), "available_by": draft.available_by.isoformat()}
    address = reverse("distribution_draft", args=[draft.chosen.way.value, draft.chosen.scope.value])
    return f"{address}?{urlencode({'cycle': draft.cycle.cycle, **days})}"
