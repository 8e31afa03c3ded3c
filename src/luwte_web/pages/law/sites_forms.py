# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The forms about sites: what is offered, under which conditions, whether these are met, and who is responsible."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from luwte.data.cells import LONGEST_TEXT
from luwte.data.faults import MAX_INTEGER
from luwte.law.counting.viable import GROUNDS
from luwte.model.marks import Mark
from luwte.model.places import LocationKind, Scheme
from luwte.model.pledges import OfferStatus
from luwte.model.sites import ConditionKind, ConditionState, OperationTask, Responsible
from luwte_web.pages.people.forms import NOT_SAID, Code, DeedForm
from luwte_web.pages.reader import Reader
from luwte_web.pages.review.forms import Day, Words

Named = Mapping[str, str]


class OfferForm(DeedForm):
    """What a municipality offers: the columns of the table."""

    places = forms.IntegerField(
        label=_("Places"), min_value=0, max_value=MAX_INTEGER, help_text=_("Those for unaccompanied minors included.")
    )
    amv_places = forms.IntegerField(
        label=_("of them for unaccompanied minors"), min_value=0, max_value=MAX_INTEGER, initial=0
    )
    kind = Code(LocationKind, label=_("Kind of site"), required=False)
    status = Code(OfferStatus, label=_("How far it is"))
    viable_because = forms.MultipleChoiceField(
        label=_("Viable, because"), required=False, widget=forms.CheckboxSelectMultiple,
        help_text=_("The four grounds of December 2024. You state them; the page of the offer tells what is in doubt."),
    )  # fmt: skip
    location = forms.ChoiceField(
        label=_("Planned or existing location"),
        required=False,
        help_text=_("With a location, fitness for children, school and care can be looked at before it opens."),
    )
    available_from = Day(label=_("Available from"), required=False)
    available_until = Day(
        label=_("Available until, that day included"), required=False, help_text=_("Leave empty if there is no end.")
    )
    funded_until = Day(label=_("There is money until"), required=False)
    conditions = Words(
        label=_("Conditions in short"),
        help_text=_("Each condition gets a line of its own on the page of the offer, where it is followed. No names."),
    )

    def __init__(self, *args: Any, reader: Reader, locations: Named, **named: Any) -> None:
        super().__init__(*args, reader=reader, **named)
        self.fields["location"].choices = [("", NOT_SAID), *locations.items()]  # type: ignore[attr-defined]
        grounds = [(ground.value, reader.text(said)) for ground, said in GROUNDS.items()]
        self.fields["viable_because"].choices = grounds  # type: ignore[attr-defined]

    def clean_viable_because(self) -> frozenset[str]:
        """The grounds as the table keeps them."""
        return frozenset(self.cleaned_data["viable_because"])


class WithdrawForm(DeedForm):
    """Why an offer is withdrawn."""


class ConditionForm(DeedForm):
    """One condition that a municipality sets."""

    kind = Code(ConditionKind, label=_("What it is about"))
    what = Words(label=_("What is asked"), required=True, help_text=_("So that anybody can see whether it is met."))
    offer = forms.ChoiceField(label=_("For which offer"), required=False)
    location = forms.ChoiceField(label=_("At which location"), required=False)
    owner = forms.CharField(
        label=_("Who sees to it"),
        required=False,
        max_length=LONGEST_TEXT,
        help_text=_("A role or an organisation; no names of people."),
    )
    agreed_on = Day(label=_("Agreed on"), required=False)
    due = Day(label=_("To be met by"), required=False, help_text=_("Once this day is over it is late until it is met."))
    until = Day(
        label=_("Holds until, that day included"),
        required=False,
        help_text=_("Leave empty if it holds for as long as the site is there."),
    )
    source = forms.CharField(
        label=_("Where this comes from"),
        max_length=LONGEST_TEXT,
        help_text=_("Such as: council decision of 3 November."),
    )
    mark = Code(Mark, label=_("How sure that is"), initial=Mark.PUBLISHED)

    def __init__(self, *args: Any, offers: Named, locations: Named, **named: Any) -> None:
        super().__init__(*args, **named)
        self.fields["offer"].choices = [("", NOT_SAID), *offers.items()]  # type: ignore[attr-defined]
        self.fields["location"].choices = [("", NOT_SAID), *locations.items()]  # type: ignore[attr-defined]


class LookForm(DeedForm):
    """Whether a condition is met."""

    state = Code(ConditionState, label=_("Is it met?"))
    state_on = Day(
        label=_("Looked at on"), required=False, help_text=_("Leave empty if nobody looked; then it is unknown.")
    )


class OperationForm(DeedForm):
    """Who is responsible for one thing at a location."""

    task = Code(OperationTask, label=_("Responsible for"))
    responsible = Code(Responsible, label=_("Who is responsible"))
    organisation = forms.CharField(
        label=_("Which organisation"),
        required=False,
        max_length=LONGEST_TEXT,
        help_text=_("Its name, never that of a person. Needed for a contractor or another organisation."),
    )
    scheme = Code(Scheme, label=_("Paid under"), required=False)
    since = Day(label=_("Since"))
    until = Day(
        label=_("Until"),
        required=False,
        help_text=_("The first day on which it is so no more; empty if no end is set."),
    )
    source = forms.CharField(
        label=_("Where this comes from"), max_length=LONGEST_TEXT, help_text=_("Such as: agreement of 3 November.")
    )
    mark = Code(Mark, label=_("How sure that is"), initial=Mark.PUBLISHED)
