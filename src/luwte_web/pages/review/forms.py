# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The forms of review: what is asked of a plan, the decisions, and what is weighed for a child."""

from collections.abc import Iterable
from dataclasses import fields
from datetime import date
from enum import StrEnum
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from luwte.data.cells import LONGEST_TEXT
from luwte_web.pages.reader import Reader
from luwte_web.registry.models import Version
from luwte_web.workspace.best_interests import Weighed
from luwte_web.workspace.children import Children, Said
from luwte_web.workspace.effect import Choice
from luwte_web.workspace.jobs import Wanted
from luwte_web.workspace.models import GuardianView, Heard, Stance

WRITTEN_DAYS = ("%Y-%m-%d", "%d-%m-%Y")
LONGEST_SEARCH_MINUTES = 240
SECONDS = 60
NO_NAMES = _("No names and no diagnoses.")


class Day(forms.DateField):
    """A day, with the calendar of the browser."""

    def __init__(self, **options: Any) -> None:
        super().__init__(
            input_formats=WRITTEN_DAYS, widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}), **options
        )


class Words(forms.CharField):
    """A few sentences."""

    def __init__(self, rows: int = 2, **options: Any) -> None:
        widget = forms.Textarea(attrs={"rows": rows})
        super().__init__(**{"max_length": LONGEST_TEXT, "widget": widget, "required": False} | options)


class PlanForm(forms.Form):
    """What is asked of a plan."""

    on = Day(label=_("Day of the plan"))
    minutes = forms.IntegerField(
        label=_("Search no longer than so many minutes"),
        required=False,
        min_value=1,
        max_value=LONGEST_SEARCH_MINUTES,
        help_text=_("Leave empty to search until it is good enough. Then the same registry gives the same plan."),
    )
    gap = forms.DecimalField(
        label=_("Good enough: this far from the best possible, in percent"),
        required=False,
        min_value=0,
        max_value=50,
        decimal_places=2,
        localize=True,
        help_text=_("Leave empty for what the policy says."),
    )

    def wanted(self) -> Wanted:
        """What was asked for."""
        given = self.cleaned_data
        minutes, gap = given["minutes"], given["gap"]
        return Wanted(given["on"], minutes and minutes * SECONDS, None if gap is None else gap / 100)


class ReasonForm(forms.Form):
    """A decision that needs nothing but its reason."""

    reason = Words(label=_("Why"), required=True, help_text=NO_NAMES)


class AcceptForm(ReasonForm):
    """From which day the move is accepted."""

    on = Day(label=_("Day of the move"))
    field_order = ("on", "reason")


class OverrideForm(AcceptForm):
    """Another place."""

    to = forms.CharField(widget=forms.HiddenInput)


class HoldForm(ReasonForm):
    """Until when a proposal waits."""

    until = Day(label=_("Wait until, this day included"))
    field_order = ("until", "reason")


class CommitForm(ReasonForm):
    """A move that becomes final."""

    urgent_because = Words(
        label=_("Why this cannot wait for what is missing"),
        help_text=_(
            "Only where waiting would harm the child. It is kept with your decision and with what was missing; what is "
            "missing must still be written down."
        ),
    )

    def __init__(self, *args: Any, is_complete: bool = True, **named: Any) -> None:
        super().__init__(*args, **named)
        if is_complete:
            del self.fields["urgent_because"]


class WeighedForm(forms.Form):
    """What is weighed for the children together in one move; the fields are those of the record."""

    family = Words(label=_("Family: what does the move mean for family and for people close to the child?"))
    wellbeing = Words(
        label=_("Well-being: what does it mean for well-being, development, school and care that stays the same?")
    )
    safety = Words(label=_("Safety: is the child safe there, also from violence and exploitation?"))
    school_on = Day(label=_("Day on which school is handed over"), required=False)
    care_on = Day(label=_("Day on which care is handed over"), required=False)
    to = forms.CharField(widget=forms.HiddenInput)
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, children: Children, **named: Any) -> None:
        super().__init__(*args, **named)
        if not children.school_age:
            del self.fields["school_on"]

    def weighed(self) -> Weighed:
        """What was filled in."""
        given = self.cleaned_data
        return Weighed(**{field.name: given[field.name] for field in fields(Weighed) if field.name in given})


class ChildForm(forms.Form):
    """What one child thinks of one move; the fields are those of the record."""

    view = Words(
        label=_("The child: what does the child think of it?"),
        help_text=_("In its own words. No names and no diagnoses."),
    )
    stance = forms.TypedChoiceField(label=_("In short: the child"), required=False, empty_value=None)
    heard_by = forms.TypedChoiceField(label=_("Who heard the child"), required=False, empty_value=None)
    heard_on = Day(label=_("On which day"), required=False)
    not_heard_because = Words(
        label=_("If nobody heard the child: why not?"),
        help_text=_("For instance because it is too young. That is for you to weigh."),
    )
    differs = Words(
        label=_("What is different for this child than for the household?"),
        help_text=_("Of family, well-being, school, care or safety. Leave empty if nothing is."),
    )
    to = forms.CharField(widget=forms.HiddenInput)
    person = forms.CharField(widget=forms.HiddenInput)
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, reader: Reader, **named: Any) -> None:
        super().__init__(*args, **named)
        _offer(self.fields["stance"], Stance, reader)
        _offer(self.fields["heard_by"], Heard, reader)

    def clean(self) -> dict[str, Any]:
        """A child is heard, or it is said why not."""
        given: dict[str, Any] = super().clean() or {}
        if given.get("heard_on") and given.get("not_heard_because"):
            self.add_error("not_heard_because", ValidationError(_("The child was heard: leave this empty.")))
        return given

    def said(self) -> Said:
        """What was filled in."""
        return Said(**{field.name: self.cleaned_data[field.name] for field in fields(Said)})


class GuardianForm(forms.Form):
    """What the guardian thinks of one move."""

    stance = forms.TypedChoiceField(label=_("The guardian"))
    guardian_says = Words(label=_("In the words of the guardian"), help_text=NO_NAMES)
    given_on = Day(label=_("Said on"))
    to = forms.CharField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, reader: Reader, **named: Any) -> None:
        super().__init__(*args, **named)
        _offer(self.fields["stance"], Stance, reader)


class PlaceForm(forms.Form):
    """Which other place to look at; asked for in the address."""

    to = forms.ChoiceField(label=_("Another place"))

    def __init__(self, *args: Any, reader: Reader, choices: Iterable[Choice], **named: Any) -> None:
        super().__init__(*args, **named)
        groups: dict[str, list[tuple[str, str]]] = {}
        for choice in choices:
            room = reader.text("has room in this plan") if choice.has_room else reader.text("full in this plan")
            title = f"{reader.name(choice.fitness)}, {room}"
            groups.setdefault(title, []).append((choice.location.key, choice.location.name))
        self.fields["to"].choices = [("", reader.text("choose a location")), *groups.items()]  # type: ignore[attr-defined]


def of_version(version: Version | GuardianView | None, day: date) -> dict[str, Any]:
    """What a form shows at first of what is written down."""
    if version is None:
        return {"given_on": day}
    told = {field.name: getattr(version, field.name) for field in version._meta.concrete_fields}
    return {**told, "guardian_says": told.get("view", "")}


def _offer(field: forms.Field, kind: type[StrEnum], reader: Reader) -> None:
    field.choices = [("", reader.text("not filled in")), *((one.value, reader.name(one)) for one in kind)]  # type: ignore[attr-defined]
    field.coerce = kind  # type: ignore[attr-defined]
