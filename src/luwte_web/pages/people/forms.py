# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The forms on which people write down what they know of a household. What was typed is kept until it is saved."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from luwte.data.cells import LONGEST_KEY
from luwte.model.people import HouseholdGroup, Phase, Relation, Sex, WishBy, WishKind
from luwte.model.periods import Month
from luwte.model.stays import MoveCause
from luwte_web.pages.names import NEEDS
from luwte_web.pages.people.places import names
from luwte_web.pages.reader import Reader
from luwte_web.pages.review.forms import NO_NAMES, Day, Words
from luwte_web.registry.models import Answer, AtEighteen, LeftFor, PartedFor, Tie

NOT_SAID = _("not filled in")


class MonthField(forms.CharField):
    """A month, written YYYY-MM, with the calendar of the browser where it has one."""

    def __init__(self, **options: Any) -> None:
        super().__init__(
            widget=forms.TextInput(attrs={"type": "month", "placeholder": "", "size": 9}),
            help_text=_("Year and month, as 2010-05."),
            **options,
        )

    def to_python(self, value: Any) -> Month | None:
        """The month."""
        written = super().to_python(value)
        if not written:
            return None
        try:
            return Month.parse(written)
        except ValueError:
            raise ValidationError(_("This is not a month. Write it as 2010-05.")) from None

    def prepare_value(self, value: Any) -> Any:
        """How it stands in the form."""
        return str(value) if isinstance(value, Month) else value


class Code(forms.TypedChoiceField):
    """A choice among codes, called by their names."""

    def __init__(self, kind: type[StrEnum], **options: Any) -> None:
        super().__init__(**{"coerce": kind, "empty_value": None} | options)
        self.kind = kind

    def speak(self, reader: Reader, only: Iterable[StrEnum] = ()) -> None:
        """Name the choices in the reader's language."""
        codes = tuple(only) or tuple(self.kind)
        self.choices = [("", NOT_SAID), *((code.value, reader.name(code)) for code in codes)]


class YesNo(forms.TypedChoiceField):
    """Yes, no, or not known."""

    def __init__(self, **options: Any) -> None:
        choices = [("", _("not known")), ("yes", _("yes")), ("no", _("no"))]
        super().__init__(
            choices=choices, required=False, empty_value=None, coerce=lambda value: value == "yes", **options
        )

    def prepare_value(self, value: Any) -> Any:
        """How it stands in the form."""
        return {True: "yes", False: "no"}.get(value, value) if isinstance(value, bool) else value


class Spoken(forms.Form):
    """A form in the reader's language."""

    def __init__(self, *args: Any, reader: Reader, **named: Any) -> None:
        super().__init__(*args, **named)
        for field in self.fields.values():
            if isinstance(field, Code):
                field.speak(reader)


class DeedForm(Spoken):
    """Something that is written down with a reason, by somebody who saw what was known before."""

    reason = Words(label=_("Why, and how it is known"), required=True, help_text=NO_NAMES)
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, decides: bool = True, **named: Any) -> None:
        super().__init__(*args, **named)
        self.decides = decides
        self.order_fields([name for name in self.fields if name not in ("reason", "seen")])

    @property
    def marks(self) -> list[str]:
        """The versions that were looked at."""
        return str(self.cleaned_data.get("seen", "")).split()


class NeedsForm(DeedForm):
    """What a place must provide."""

    needs = forms.MultipleChoiceField(label=_("Needs of a place"), required=False, widget=forms.CheckboxSelectMultiple)
    other = forms.CharField(
        label=_("Other needs, with a comma between"), required=False, help_text=_("A place, no person: no diagnoses.")
    )

    def __init__(self, *args: Any, reader: Reader, **named: Any) -> None:
        super().__init__(*args, reader=reader, **named)
        self.fields["needs"].choices = [(code, reader.need(code)) for code in NEEDS]  # type: ignore[attr-defined]


class WishForm(DeedForm):
    """A wish as it was heard."""

    kind = Code(WishKind, label=_("What they ask for"))
    place = forms.ChoiceField(label=_("Which municipality or province"), required=False)
    by = Code(WishBy, label=_("Whose voice it is"), required=False)
    on = Day(label=_("Heard on"))

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        self.fields["place"].choices = [("", NOT_SAID), *names().items()]  # type: ignore[attr-defined]


class AnswerForm(DeedForm):
    """What came of a wish."""

    answer = Code(Answer, label=_("What came of it"))
    on = Day(label=_("On which day"))

    def __init__(self, *args: Any, reader: Reader, **named: Any) -> None:
        super().__init__(*args, reader=reader, **named)
        if not self.decides:
            self.fields["answer"].speak(reader, (Answer.WITHDRAWN,))  # type: ignore[attr-defined]


class GuardianForm(DeedForm):
    """Who is the guardian."""

    guardian = forms.CharField(label=_("Guardian"), max_length=LONGEST_KEY, help_text=_("By a pseudonym, no name."))
    since = Day(label=_("Since"))


class RelativeForm(DeedForm):
    """Somebody whom the household should live near to."""

    tie = Code(Tie, label=_("Who it is to them"))
    household = forms.CharField(label=_("Household, if they live in reception"), required=False, max_length=LONGEST_KEY)
    municipality = forms.ChoiceField(label=_("Else the municipality where they live"), required=False)
    near = forms.BooleanField(label=_("Plans keep these two households together"), required=False)

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        places = {code: name for code, name in names().items() if code.startswith("GM")}
        self.fields["municipality"].choices = [("", NOT_SAID), *places.items()]  # type: ignore[attr-defined]


class StayForm(DeedForm):
    """Where a stay was, when it began and ended, and why."""

    location = forms.ChoiceField(label=_("Where"))
    since = Day(label=_("Began on"))
    until = Day(label=_("Ended on; empty while it lasts"), required=False)
    cause = Code(MoveCause, label=_("Why it began"), required=False)
    forced = YesNo(label=_("Was the move to it forced?"))

    def __init__(self, *args: Any, locations: Mapping[str, str], **named: Any) -> None:
        super().__init__(*args, **named)
        self.fields["location"].choices = [("", NOT_SAID), *locations.items()]  # type: ignore[attr-defined]


class MissingForm(DeedForm):
    """A child is missing."""

    on = Day(label=_("Missing since"))
    alerted = forms.CharField(
        label=_("Who is alerted"), required=False, help_text=_("For instance police, guardian, Nidos. No names.")
    )
    alerted_on = Day(label=_("Alerted on"), required=False)
    done = Words(label=_("What was done today"), help_text=NO_NAMES)


class FollowForm(MissingForm):
    """What was done since the report."""

    on = None  # type: ignore[assignment]


class FoundForm(DeedForm):
    """A child is found."""

    on = Day(label=_("Found on"))


class EighteenForm(DeedForm):
    """What was agreed for after the eighteenth birthday."""

    where = Code(AtEighteen, label=_("Where the young person goes on"))
    guidance = Words(label=_("Guidance: who helps, and how"))
    school = Words(label=_("School or work"))
    housing = Words(label=_("Housing"))
    daytime = Words(label=_("What the days look like"))
    made_with = Words(label=_("With whom this was made"), rows=1, help_text=NO_NAMES)
    view = Words(label=_("What the young person says of it, in their own words"))


class LeaveForm(DeedForm):
    """A household left reception."""

    left_for = Code(LeftFor, label=_("Where they went"))
    on = Day(label=_("Left on"))


class PartForm(DeedForm):
    """A person is not in the household any more."""

    parted_for = Code(PartedFor, label=_("What became of them"))
    on = Day(label=_("Since which day"))
    group = Code(HouseholdGroup, label=_("Which group the household is without them"))


class RejoinForm(DeedForm):
    """A person is in the household after all."""

    group = Code(HouseholdGroup, label=_("Which group the household is with them"))


class WhoForm(DeedForm):
    """Who the household is."""

    group = Code(HouseholdGroup, label=_("Group"))
    phase = Code(Phase, label=_("Phase"))
    linked_municipality = forms.ChoiceField(label=_("Municipality where their home will be"), required=False)

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        places = {code: name for code, name in names().items() if code.startswith("GM")}
        self.fields["linked_municipality"].choices = [("", NOT_SAID), *places.items()]  # type: ignore[attr-defined]


class PersonForm(Spoken):
    """What is known of one person, whose key the row carries; a row without a key is about somebody new."""

    person = forms.CharField(widget=forms.HiddenInput, required=False)
    birth_month = MonthField(label=_("Born in"))
    relation = Code(Relation, label=_("Relation"))
    sex = Code(Sex, label=_("Sex"), required=False)
    lodged_on = Day(label=_("Application"), required=False)
    first_school_day = Day(label=_("First school day"), required=False)
    health_intake_on = Day(label=_("Health intake"), required=False)
    guardian_since = Day(label=_("Guardian since"), required=False)
    vulnerable = YesNo(label=_("Vulnerable"))


class ArrivalForm(WhoForm):
    """A household that arrives."""

    needs = forms.MultipleChoiceField(label=_("Needs of a place"), required=False, widget=forms.CheckboxSelectMultiple)
    guardian = forms.CharField(
        label=_("Guardian, if there is one already"), required=False, max_length=LONGEST_KEY,
        help_text=_("By a pseudonym, no name."),
    )  # fmt: skip
    location = forms.ChoiceField(label=_("Brought to"), required=False)
    since = Day(label=_("Arrived there on"), required=False)

    def __init__(self, *args: Any, reader: Reader, locations: Mapping[str, str], **named: Any) -> None:
        super().__init__(*args, reader=reader, **named)
        del self.fields["linked_municipality"]
        self.fields["needs"].choices = [(code, reader.need(code)) for code in NEEDS]  # type: ignore[attr-defined]
        self.fields["location"].choices = [("", _("no place yet")), *locations.items()]  # type: ignore[attr-defined]


class ArrivingForm(Spoken):
    """One person who arrives."""

    birth_month = MonthField(label=_("Born in"))
    relation = Code(Relation, label=_("Relation"))
    sex = Code(Sex, label=_("Sex"), required=False)
    lodged_on = Day(label=_("Application"), required=False)
