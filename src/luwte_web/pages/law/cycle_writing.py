# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The forms of a cycle: the ministry writes down a step, and each says of a municipality what is for them to say."""

from collections.abc import Callable, Iterable
from typing import Any

from django import forms
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from luwte.law.parameters import cycles
from luwte.model.cycles import CycleStep, MunicipalStatus, Status, Step
from luwte.model.marks import Mark
from luwte.words import N_
from luwte_web.accounts.acting import acting
from luwte_web.accounts.actions import Action
from luwte_web.accounts.policy import demand
from luwte_web.pages.answers import reader_now
from luwte_web.pages.law.asked import cycle_asked
from luwte_web.pages.links import to
from luwte_web.pages.people.editing import Trouble, tried
from luwte_web.pages.people.forms import NOT_SAID, Code, DeedForm, YesNo
from luwte_web.pages.people.places import names
from luwte_web.pages.review.desk import Desk
from luwte_web.pages.review.forms import Day
from luwte_web.registry.cycle_statuses import may_write, statuses_for, write_status
from luwte_web.registry.cycle_steps import write_step
from luwte_web.registry.days import today

STEP_HELP = N_(
    "Write down what was done. A step that was done before is a change: what was before stays in sight. A step that "
    "the Act does not allow at this point is refused, with the article."
)
STATUS_HELP = N_(
    "Write down where a municipality stands. Places that will not be there on time are reported at once (Act 8). What "
    "was written down before stays in sight."
)


class StepForm(DeedForm):
    """A step of a cycle that was done."""

    cycle = forms.TypedChoiceField(label=_("Cycle"), coerce=int)
    step = Code(Step, label=_("Step"))
    on = Day(label=_("Done on"))
    places = forms.IntegerField(
        label=_("Number of places that it set"), required=False, min_value=0, help_text=_("Leave empty if it set none.")
    )
    far_reaching = YesNo(label=_("Is it a far-reaching change of the decision? (Act 5(3))"))
    source = forms.CharField(
        label=_("Where this comes from"), max_length=500, help_text=_("Such as: Government Gazette.")
    )
    mark = Code(Mark, label=_("How sure that is"), initial=Mark.PUBLISHED)

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        _offer_cycles(self.fields["cycle"])

    def step_done(self) -> CycleStep:
        """What was filled in."""
        given = self.cleaned_data
        return CycleStep(
            given["cycle"], given["step"], given["on"], given["source"], given["mark"], given["places"],
            given["far_reaching"],
        )  # fmt: skip


class StatusForm(DeedForm):
    """Where a municipality stands from a day on."""

    cycle = forms.TypedChoiceField(label=_("Cycle"), coerce=int)
    municipality = forms.ChoiceField(label=_("Municipality"))
    status = Code(Status, label=_("Status"))
    since = Day(label=_("Since"))
    note = forms.CharField(
        label=_("Where it can be found"),
        required=False,
        max_length=500,
        help_text=_("Such as: letter of 3 November. No names."),
    )

    def __init__(self, *args: Any, statuses: Iterable[Status], municipalities: Iterable[str], **named: Any) -> None:
        super().__init__(*args, **named)
        _offer_cycles(self.fields["cycle"])
        called = names()
        places = sorted(((code, called.get(code, code)) for code in municipalities), key=lambda each: each[1])
        self.fields["municipality"].choices = [("", NOT_SAID), *places]  # type: ignore[attr-defined]
        self.fields["status"].speak(named["reader"], statuses)  # type: ignore[attr-defined]

    def status_held(self) -> MunicipalStatus:
        """What was filled in."""
        given = self.cleaned_data
        return MunicipalStatus(
            given["cycle"], given["municipality"], given["status"], given["since"], given["note"] or None
        )


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@login_required
def step(request: HttpRequest) -> HttpResponse:
    """The ministry writes down a step."""
    desk = Desk(acting(request), reader_now())
    demand(desk.actor, Action.DECIDE_DISTRIBUTION)
    form = StepForm(request.POST or None, reader=desk.reader, initial=_first(request))

    def save() -> None:
        write_step(desk.actor, form.step_done(), form.cleaned_data["reason"])

    return _answer(request, desk, form, save, N_("Write down a step of the cycle"), STEP_HELP)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@login_required
def status(request: HttpRequest) -> HttpResponse:
    """Municipality, province or ministry writes down a status."""
    desk = Desk(acting(request), reader_now())
    if not may_write(desk.actor):
        raise Http404
    own = statuses_for(desk.actor)
    offered = [each for each in Status if any(each in statuses for statuses in own.values())]
    first = _first(request) | {
        "municipality": request.GET.get("municipality") or (next(iter(own)) if len(own) == 1 else "")
    }
    form = StatusForm(request.POST or None, reader=desk.reader, statuses=offered, municipalities=own, initial=first)

    def save() -> None:
        write_status(desk.actor, form.status_held(), form.cleaned_data["reason"])

    return _answer(request, desk, form, save, N_("Write down where a municipality stands"), STATUS_HELP)


def _answer(
    request: HttpRequest, desk: Desk, form: DeedForm, save: Callable[[], None], title: str, help_text: str
) -> HttpResponse:
    """The form, kept as it was typed until it can be saved; then the page of the cycle."""
    back, trouble = to("cycle", cycle=str(_first(request)["cycle"])), Trouble()
    if request.method == "POST" and form.is_valid():
        trouble = tried(desk, save)
        if trouble == Trouble():
            return redirect(to("cycle", cycle=str(form.cleaned_data["cycle"])))
    context = {
        "title": desk.reader.text(title),
        "help": desk.reader.text(help_text),
        "act": desk.reader.text("Save"),
        "form": form,
        "trouble": trouble,
        "back": back,
    }
    return render(request, "law/write.html", context, status=400 if form.errors or trouble != Trouble() else 200)


def _first(request: HttpRequest) -> dict[str, Any]:
    return {"cycle": cycle_asked(request.GET, today()), "on": today(), "since": today()}


def _offer_cycles(field: forms.Field) -> None:
    field.choices = [(one.cycle, one.cycle) for one in cycles()]  # type: ignore[attr-defined]
