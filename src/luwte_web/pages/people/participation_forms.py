# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The forms on which people write down what children say, what there is to do, and who is there for them."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from luwte.data.cells import LONGEST_KEY, LONGEST_TEXT
from luwte.data.faults import MAX_INTEGER
from luwte.model.participation import Ages, Period, ProgrammeKind, RunBy, Through
from luwte.quality.catalogue import load_catalogue
from luwte_web.pages.people.forms import NOT_SAID, Code, DeedForm, YesNo
from luwte_web.pages.reader import Reader
from luwte_web.pages.review.forms import NO_NAMES, Day, Words

HOURS_IN_A_WEEK = 168
PLACES_BEHIND_THE_POINT = 2


def count(label: Any, least: int = 0, **options: Any) -> forms.IntegerField:
    """A whole number that may be unknown."""
    return forms.IntegerField(label=label, required=False, min_value=least, max_value=MAX_INTEGER, **options)


def amount(label: Any, most: int = MAX_INTEGER, **options: Any) -> forms.DecimalField:
    """A number that may be unknown, written with a comma in Dutch."""
    return forms.DecimalField(
        label=label, required=False, min_value=0, max_value=most, decimal_places=PLACES_BEHIND_THE_POINT,
        localize=True, **options,
    )  # fmt: skip


class FeedbackForm(DeedForm):
    """One thing that children raised, and what came of it."""

    date = Day(label=_("Children were heard on"))
    through = Code(Through, label=_("How they were heard"))
    ages = Code(Ages, label=_("How old they were"), required=False)
    children = count(_("How many children took part"), least=1)
    raised = Words(
        label=_("What they raised"), required=True,
        help_text=_("One thing; write the next one down apart. No names, and nothing by which one knows a child."),
    )  # fmt: skip
    domain = forms.ChoiceField(label=_("What it is about"), required=False)
    done = Words(label=_("What was done with it, or why it cannot be"), help_text=NO_NAMES)
    done_on = Day(label=_("Done on"), required=False)
    told_back_on = Day(label=_("Told to the children on"), required=False)

    def __init__(self, *args: Any, reader: Reader, **named: Any) -> None:
        super().__init__(*args, reader=reader, **named)
        domains = load_catalogue().domains
        choices = [(code, title[reader.language]) for code, title in domains.items()]
        self.fields["domain"].choices = [("", NOT_SAID), *choices]  # type: ignore[attr-defined]


class ProgrammeForm(DeedForm):
    """Something to do for children."""

    name = forms.CharField(
        label=_("What it is called"), max_length=LONGEST_TEXT,
        help_text=_("Such as TeamUp, KunstLab or Timed4You; no names of people."),
    )  # fmt: skip
    kind = Code(ProgrammeKind, label=_("What sort of thing it is"))
    ages = forms.MultipleChoiceField(label=_("For which ages"), required=False, widget=forms.CheckboxSelectMultiple)
    run_by = Code(RunBy, label=_("Who makes it happen"), required=False)
    on_site = YesNo(label=_("At the location itself"))
    since = Day(label=_("First day"), required=False, help_text=_("Leave empty where it runs already."))
    until = Day(label=_("First day without it"), required=False)
    times_a_week = amount(_("Times a week"), help_text=_("Once in four weeks is 0.25."))
    hours_a_week = amount(_("Hours a week"), HOURS_IN_A_WEEK)
    places_a_week = count(_("How many children can come in a week"))
    reach = count(_("How many children came in the last month"))
    counted_on = Day(label=_("Counted on"), required=False)
    budget = amount(_("Money for it, in euros"))
    budget_per = Code(Period, label=_("That money is for"), required=False)
    funded_by = forms.CharField(
        label=_("Who pays"), required=False, max_length=LONGEST_TEXT, help_text=_("A role or a fund, no names.")
    )
    funded_until = Day(label=_("There is money until"), required=False)

    def __init__(self, *args: Any, reader: Reader, **named: Any) -> None:
        super().__init__(*args, reader=reader, **named)
        ages = [(age.value, reader.name(age)) for age in Ages if age is not Ages.MIXED]
        self.fields["ages"].choices = ages  # type: ignore[attr-defined]

    def clean_ages(self) -> frozenset[str]:
        """As the registry keeps them."""
        return frozenset(self.cleaned_data["ages"])


class ContactForm(DeedForm):
    """Who is there for the children."""

    contact = forms.CharField(
        label=_("Contact person for children"), max_length=LONGEST_KEY, help_text=_("By a pseudonym, no name.")
    )
    since = Day(label=_("First day"))
    until = Day(label=_("First day without this person"), required=False)
    hours_a_week = amount(_("Hours a week"), HOURS_IN_A_WEEK)
    known_through = Words(
        label=_("How children and parents know who it is, and when"),
        help_text=_("Such as a poster in their languages. Leave empty where nobody knows."),
    )
