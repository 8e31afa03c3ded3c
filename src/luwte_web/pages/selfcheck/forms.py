# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The form of the self-check: who answers and on what it rests, and for each norm the answer and what is agreed."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from luwte.data.cells import LONGEST_KEY, LONGEST_TEXT
from luwte.data.faults import MAX_INTEGER
from luwte.data.rows import as_text
from luwte.model.quality import Answer
from luwte.quality.forms.names import is_measured
from luwte.quality.norm import Norm
from luwte_web.pages.people.forms import DeedForm
from luwte_web.pages.reader import Reader
from luwte_web.pages.review.forms import Day, Words
from luwte_web.registry.days import today
from luwte_web.registry.selfchecking import Says

PLACES_BEHIND_THE_POINT = 2
ACTION = ("action", "owner", "due")


class HeadForm(DeedForm):
    """Who answers, and on what the answers rest."""

    respondent = forms.CharField(
        label=_("Who answers"), max_length=LONGEST_KEY, help_text=_("A role, such as policy officer; no name.")
    )
    reason = Words(
        label=_("What these answers rest on"),
        required=True,
        help_text=_("Such as: the yearly check, talked over with schools and COA. No names."),
    )


class NormForm(forms.Form):
    """What is said of one norm; a question may be left open, half an answer may not."""

    answer = forms.TypedChoiceField(
        label=_("How it stands"), required=False, coerce=Answer, empty_value=None, widget=forms.RadioSelect
    )
    value = forms.DecimalField(
        label=_("Measured"),
        required=False,
        min_value=0,
        max_value=MAX_INTEGER,
        decimal_places=PLACES_BEHIND_THE_POINT,
        localize=True,
        widget=forms.TextInput(attrs={"inputmode": "decimal", "size": 8, "autocomplete": "off"}),
    )
    note = Words(label=_("Where it can be found, or a remark"))
    action = Words(label=_("What will be done about it"))
    owner = forms.CharField(label=_("Who sees to it, as a role"), required=False, max_length=LONGEST_TEXT)
    due = Day(label=_("Done by"), required=False)

    def __init__(self, *args: Any, norm: Norm, reader: Reader, **named: Any) -> None:
        super().__init__(*args, prefix=norm.id, **named)
        self.norm = norm
        self.fields["answer"].choices = [(answer.value, reader.name(answer)) for answer in Answer]  # type: ignore[attr-defined]
        if not is_measured(norm):
            del self.fields["value"]

    def clean(self) -> dict[str, Any]:
        """Nothing is said beside an answer that is not given, and an action is whole and lies ahead."""
        given: dict[str, Any] = super().clean() or {}
        if self.has_changed() and not given.get("answer"):
            self.add_error("answer", _("Choose an answer; what you wrote beside it is lost without one."))
        if any(given.get(name) for name in ACTION):
            for name in ACTION:
                if not given.get(name) and name not in self.errors:
                    self.add_error(name, _("An action needs what is done, who sees to it and by which day."))
        if given.get("due") and given["due"] < today():
            self.add_error("due", _("This day is over."))
        return given

    def says(self) -> Says | None:
        """What was filled in; None where the question was left open."""
        given = self.cleaned_data
        if given["answer"] is None:
            return None
        words = {name: given[name].replace("\r\n", "\n").strip() for name in ("note", "action", "owner")}
        value = given.get("value")
        return Says(given["answer"], value="" if value is None else as_text(value), due=given["due"], **words)
