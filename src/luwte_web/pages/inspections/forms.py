# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The forms around an inspection: what is planned, and what is agreed for a gap."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from luwte.data.faults import MAX_INTEGER
from luwte.model.quality import AssessedGroup, Method
from luwte.quality.catalogue import Profile
from luwte_web.accounts.actors import Role
from luwte_web.accounts.names import ROLES
from luwte_web.inspections.gaps import Agreed
from luwte_web.inspections.planning import Wanted
from luwte_web.pages.people.forms import NOT_SAID, Code, Spoken
from luwte_web.pages.reader import Reader
from luwte_web.pages.review.forms import NO_NAMES, Day, Words

PROFILES = (Profile.FULL, Profile.EMERGENCY, Profile.AMV_SMALL)
OWNERS = (
    Role.SITE_TEAM, Role.PLACEMENT_OFFICER, Role.MUNICIPALITY, Role.GUARDIAN, Role.PROVINCE, Role.MINISTRY,
    Role.PARTNER,
)  # fmt: skip
CENTS = 2


class PlanForm(Spoken):
    """Which look at a location is planned."""

    method = Code(Method, label=_("How answers are found"))
    profile = Code(Profile, label=_("Which form"))
    group = Code(AssessedGroup, label=_("About whom"))
    on = Day(label=_("On which day"))
    reason = Words(label=_("Why now"), required=True, help_text=NO_NAMES)

    def __init__(self, *args: Any, methods: Iterable[Method], reader: Reader, **named: Any) -> None:
        super().__init__(*args, reader=reader, **named)
        self.fields["method"].speak(reader, methods)  # type: ignore[attr-defined]
        self.fields["profile"].speak(reader, PROFILES)  # type: ignore[attr-defined]

    def wanted(self, after: str) -> Wanted:
        """What was filled in."""
        given = self.cleaned_data
        return Wanted(given["profile"], given["method"], given["on"], given["group"], after)


class StepForm(forms.Form):
    """What is agreed for one gap."""

    action = Words(label=_("What is done"), help_text=NO_NAMES)
    owner = forms.ChoiceField(label=_("Who sees to it"), required=False)
    due = Day(label=_("Done by"), required=False)
    cost = forms.DecimalField(
        label=_("Cost in euros, as far as known"),
        required=False,
        min_value=0,
        max_value=MAX_INTEGER,
        decimal_places=CENTS,
        localize=True,
    )
    none_because = Words(label=_("No action? Write down why not"), help_text=NO_NAMES)

    def __init__(self, *args: Any, reader: Reader, **named: Any) -> None:
        super().__init__(*args, **named)
        owners = [(role.value, reader.text(ROLES[role])) for role in OWNERS]
        self.fields["owner"].choices = [("", NOT_SAID), *owners]  # type: ignore[attr-defined]

    def agreed(self) -> Agreed:
        """What was filled in."""
        given = self.cleaned_data
        words = {name: given[name].strip() for name in ("action", "owner", "none_because")}
        return Agreed(due=given["due"], cost=given["cost"], **words)
