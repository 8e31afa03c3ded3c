# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What can be done on the page of a proposal: each with its form, its words, and the service that does it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields
from typing import Any

from django import forms
from django.http import QueryDict

from luwte.words import N_
from luwte_web.pages.review.forms import (
    AcceptForm,
    ChildForm,
    CommitForm,
    GuardianForm,
    HoldForm,
    OverrideForm,
    ReasonForm,
    WeighedForm,
    of_version,
)
from luwte_web.pages.review.sheet import Sheet
from luwte_web.registry.editing import mark
from luwte_web.workspace import best_interests, review
from luwte_web.workspace.children import Said, record_child_view
from luwte_web.workspace.proposals import Standing

OF_A_STANDING: Mapping[Standing, tuple[str, ...]] = {
    Standing.OPEN: ("accept", "hold"),
    Standing.HELD: ("release", "hold"),
    Standing.ACCEPTED: ("commit", "take_back"),
    Standing.OVERRIDDEN: ("commit", "take_back"),
    Standing.COMMITTED: ("take_back",),
    Standing.STALE: ("hold",),
}
MAY_GO_ELSEWHERE = (Standing.OPEN, Standing.STALE)


@dataclass(frozen=True, slots=True)
class Decision:
    """One thing to do. `act` gets the sheet and the form as it was filled in; ChangeRefused where it cannot be."""

    title: str
    press: str
    form: Callable[[Sheet, QueryDict | None], forms.Form]
    act: Callable[[Sheet, Any], object]


@dataclass(frozen=True, slots=True)
class Offered:
    """One thing to do with its form, as the page shows it."""

    name: str
    title: str
    press: str
    form: forms.Form
    is_open: bool
    child: str = ""

    @property
    def place(self) -> str:
        """Where on the page it is."""
        return f"{self.name}-{self.child}" if self.child else self.name


def offered(sheet: Sheet, tried: str = "", filled: forms.Form | None = None) -> Iterator[Offered]:
    """What the reader may do now, in the order of the page; what was tried and refused keeps what was filled in."""
    names = [name for name in OF_A_STANDING[sheet.proposal.standing] if sheet.decides]
    if sheet.proposal.row.destination is None and "accept" in names:
        names.remove("accept")
    if tried and tried not in names and tried not in RECORDS and sheet.decides:
        names.insert(0, tried)
    for name in names:
        yield _offered(sheet, name, filled if name == tried else None, is_first=name == names[0])


def records(sheet: Sheet, tried: str = "", filled: forms.Form | None = None) -> Iterator[Offered]:
    """What the reader may write down about the children, for a move whose destination is known."""
    if not (sheet.to and sheet.children.minors and sheet.records):
        return
    is_first = not sheet.decides  # what others come here for
    for child in sheet.children.minors:
        is_this = tried == "child" and filled is not None and filled.data.get("person") == child
        yield _of_child(sheet, child, filled if is_this else None, is_first=is_first)
    yield _offered(sheet, "weigh", filled if tried == "weigh" else None, is_first=is_first)
    if sheet.children.came_alone and sheet.speaks_for_guardian:
        yield _offered(sheet, "guardian", filled if tried == "guardian" else None, is_first=is_first)


def _offered(sheet: Sheet, name: str, filled: forms.Form | None, *, is_first: bool = False) -> Offered:
    decision, reader = DECISIONS[name], sheet.desk.reader
    form = filled or decision.form(sheet, None)
    is_open = is_first or filled is not None
    return Offered(name, reader.text(decision.title), reader.text(decision.press), form, is_open)


def _of_child(sheet: Sheet, child: str, filled: forms.Form | None, *, is_first: bool) -> Offered:
    decision, reader = DECISIONS["child"], sheet.desk.reader
    title = reader.text("What {child} thinks", child=child)
    form = filled or _child_form(sheet, None, child)
    return Offered("child", title, reader.text(decision.press), form, is_first or filled is not None, child)


def _accept_form(sheet: Sheet, given: QueryDict | None) -> forms.Form:
    return AcceptForm(given, auto_id="accept_%s", initial={"on": sheet.day})


def _override_form(sheet: Sheet, given: QueryDict | None) -> forms.Form:
    return OverrideForm(given, auto_id="override_%s", initial={"on": sheet.day})


def _commit_form(sheet: Sheet, given: QueryDict | None) -> forms.Form:
    return CommitForm(given, auto_id="commit_%s", is_complete=not sheet.missing)


def _weighed_form(sheet: Sheet, given: QueryDict | None) -> forms.Form:
    known = sheet.weighed
    initial = {**of_version(known, sheet.day), "to": sheet.to, "seen": mark(known) if known else ""}
    return WeighedForm(given, auto_id="weigh_%s", initial=initial, children=sheet.children)


def _child_form(sheet: Sheet, given: QueryDict | None, child: str = "") -> forms.Form:
    child = given.get("person", "") if given is not None else child
    known = sheet.views.get(child)
    told = {field.name: getattr(known, field.name) for field in fields(Said)} if known else {}
    initial = {**told, "to": sheet.to, "person": child, "seen": mark(known) if known else ""}
    return ChildForm(given, auto_id=f"child_{child}_%s", initial=initial, reader=sheet.desk.reader)


def _guardian_form(sheet: Sheet, given: QueryDict | None) -> forms.Form:
    initial = {**of_version(sheet.guardian, sheet.day), "to": sheet.to}
    return GuardianForm(given, auto_id="guardian_%s", initial=initial, reader=sheet.desk.reader)


def _of(kind: type[forms.Form], name: str) -> Callable[[Sheet, QueryDict | None], forms.Form]:
    return lambda _, given: kind(given, auto_id=f"{name}_%s")


def _accept(sheet: Sheet, form: AcceptForm) -> None:
    given = form.cleaned_data
    review.accept(sheet.desk.actor, sheet.job, sheet.household, given["reason"], given["on"])


def _override(sheet: Sheet, form: OverrideForm) -> None:
    given = form.cleaned_data
    review.override(sheet.desk.actor, sheet.job, sheet.household, given["to"], given["reason"], given["on"])


def _hold(sheet: Sheet, form: HoldForm) -> None:
    review.hold(sheet.desk.actor, sheet.job, sheet.household, form.cleaned_data["until"], form.cleaned_data["reason"])


def _release(sheet: Sheet, form: ReasonForm) -> None:
    review.release(sheet.desk.actor, sheet.job, sheet.household, form.cleaned_data["reason"])


def _commit(sheet: Sheet, form: CommitForm) -> None:
    given = form.cleaned_data
    urgent = given.get("urgent_because", "")
    review.commit(sheet.desk.actor, sheet.job, sheet.household, given["reason"], urgent)


def _take_back(sheet: Sheet, form: ReasonForm) -> None:
    review.take_back(sheet.desk.actor, sheet.job, sheet.household, form.cleaned_data["reason"])


def _weigh(sheet: Sheet, form: WeighedForm) -> None:
    given = form.cleaned_data
    best_interests.record(sheet.desk.actor, sheet.household, given["to"], form.weighed(), given["seen"])


def _child(sheet: Sheet, form: ChildForm) -> None:
    given = form.cleaned_data
    about = (sheet.household, given["to"], given["person"])
    record_child_view(sheet.desk.actor, *about, form.said(), given["seen"])


def _guardian(sheet: Sheet, form: GuardianForm) -> None:
    given = form.cleaned_data
    said = (given["stance"], given["guardian_says"], given["given_on"])
    best_interests.record_guardian_view(sheet.desk.actor, sheet.household, given["to"], *said)


DECISIONS: Mapping[str, Decision] = {
    "accept": Decision(N_("Accept the proposal"), N_("Accept"), _accept_form, _accept),
    "override": Decision(N_("Choose this place"), N_("Choose this place"), _override_form, _override),
    "hold": Decision(N_("Put it on hold"), N_("Put on hold"), _of(HoldForm, "hold"), _hold),
    "release": Decision(N_("Let it go on"), N_("Let it go on"), _of(ReasonForm, "release"), _release),
    "commit": Decision(N_("Make the move final"), N_("Make final"), _commit_form, _commit),
    "take_back": Decision(N_("Take the decision back"), N_("Take back"), _of(ReasonForm, "take_back"), _take_back),
    "child": Decision(N_("What the child thinks"), N_("Save"), _child_form, _child),
    "weigh": Decision(N_("What is weighed for the children together"), N_("Save"), _weighed_form, _weigh),
    "guardian": Decision(N_("What the guardian thinks"), N_("Save"), _guardian_form, _guardian),
}
RECORDS = ("child", "weigh", "guardian")
