# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The form on which a municipality checks itself: every question on one page, saved all at once or not at all."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from luwte.quality.catalogue import load_catalogue
from luwte.quality.norm import Norm, Rule
from luwte.reporting import norms as called
from luwte.words import N_
from luwte_web.accounts.actions import Action
from luwte_web.pages.locations import Fact
from luwte_web.pages.people.editing import Trouble, tried
from luwte_web.pages.people.places import place_named
from luwte_web.pages.reader import Reader
from luwte_web.pages.review.desk import Desk
from luwte_web.pages.selfcheck.answers import back_to
from luwte_web.pages.selfcheck.forms import HeadForm, NormForm
from luwte_web.pages.selfcheck.here import Here, known_here
from luwte_web.pages.selfcheck.shown import Line, desk_at, here_now, lines_of, said_by
from luwte_web.registry.editing import mark
from luwte_web.registry.models import SelfCheck
from luwte_web.registry.selfchecking import check, said_today


@dataclass(frozen=True, slots=True)
class Question:
    """One norm as it stands on the form: what is asked, what is known, what was said before, and the fields."""

    norm: Norm
    title: str
    asked: str
    hint: str
    unit: str
    last: str
    known: str
    deed: str
    sources: Sequence[called.Told]
    form: NormForm


@dataclass(frozen=True, slots=True)
class Part:
    """One of the eight recommendations, with what Luwte knows about it."""

    title: str
    known: Sequence[Fact]
    questions: Sequence[Question]


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@login_required
def fill_in(request: HttpRequest, code: str) -> HttpResponse:
    """The self-check of a municipality, for who fills it in; what was typed is kept until all of it can be saved."""
    desk = desk_at(request, code, Action.CHECK_ONESELF)
    here, trouble = here_now(request, desk, code), Trouble()
    lines, today_already = lines_of(code, here), said_today(code)
    own = {row.indicator: row for row in today_already if row.known_by.actor == desk.actor.key}
    head = HeadForm(request.POST or None, reader=desk.reader, initial=_head(own, today_already))
    forms = {line.norm.id: _form(request, desk, line.norm, own.get(line.norm.id)) for line in lines}
    if request.method == "POST" and all([head.is_valid(), *(form.is_valid() for form in forms.values())]):
        says = {norm: said for norm, form in forms.items() if (said := form.says())}
        given = head.cleaned_data
        trouble = tried(desk, lambda: check(desk.actor, code, given["respondent"], says, given["reason"], head.marks))
        if trouble == Trouble():
            return redirect(back_to(code))
        head.data = {**head.data.dict(), "seen": _seen(said_today(code))}  # type: ignore[attr-defined]
    wrong = [norm for norm, form in forms.items() if form.errors]
    context = {
        "title": desk.reader.text(N_("Self-check of {municipality}"), municipality=place_named(code)),
        "code": code,
        "head": head,
        "parts": list(_parts(desk.reader, here, lines, forms)),
        "wrong": wrong,
        "trouble": trouble,
        "back": back_to(code),
    }
    is_refused = bool(wrong or head.errors or trouble != Trouble())
    return render(request, "selfcheck/fill_in.html", context, status=400 if is_refused else 200)


def _head(own: Mapping[str, SelfCheck], today_already: Sequence[SelfCheck]) -> dict[str, str]:
    respondent = next((row.respondent for row in own.values()), "")
    return {"respondent": respondent, "seen": _seen(today_already)}


def _seen(rows: Sequence[SelfCheck]) -> str:
    return " ".join(map(mark, rows))


def _form(request: HttpRequest, desk: Desk, norm: Norm, known: SelfCheck | None) -> NormForm:
    first = {name: getattr(known, name) for name in NormForm.base_fields} if known else {}
    return NormForm(request.POST or None, norm=norm, reader=desk.reader, initial=first)


def _parts(reader: Reader, here: Here | None, lines: Sequence[Line], forms: Mapping[str, NormForm]) -> Iterator[Part]:
    domains = load_catalogue().domains
    for domain in dict.fromkeys(line.norm.domain for line in lines):
        questions = [_question(reader, line, forms[line.norm.id]) for line in lines if line.norm.domain == domain]
        yield Part(domains[domain][reader.language], known_here(here, domain) if here else [], questions)


def _question(reader: Reader, line: Line, form: NormForm) -> Question:
    norm, checked = line.norm, line.checked
    return Question(
        norm,
        norm.title[reader.language],
        "" if norm.measure.rule is Rule.IS_TRUE else called.asked(norm, reader.words),
        norm.hint.get(reader.language, ""),
        norm.measure.unit.get(reader.language, ""),
        said_by(reader, norm, checked.now) if checked.now else "",
        line.known(reader),
        line.deed(reader) if checked.agreed else "",
        list(called.sources(norm, load_catalogue(), reader.words)),
        form,
    )
