# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What people have to say before a grant can be computed: amounts and parts that were not published."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

HUNDRED = 100
MOST_EUROS = 1_000_000
MOST_PLACES = 100_000


@dataclass(frozen=True, slots=True)
class Given:
    """What was entered: EUR for a place, the part of the province (0 to 1), and places granted by province code."""

    amount: Decimal | None = None
    part: Decimal | None = None
    granted: Mapping[str, int] = field(default_factory=dict)


class GrantsForm(forms.Form):
    """The amount, how it is divided, and what was granted already, province by province."""

    amount = forms.DecimalField(
        label=_("What one place above 75 % brings, in euros"),
        required=False,
        min_value=0,
        max_value=MOST_EUROS,
        decimal_places=2,
        localize=True,
        help_text=_("It was not published. Without it no money is computed."),
    )
    part = forms.DecimalField(
        label=_("What the province keeps of it, in percent"),
        required=False,
        min_value=0,
        max_value=HUNDRED,
        decimal_places=2,
        localize=True,
        help_text=_("It was not found. Without it the grant is not divided."),
    )

    def __init__(self, *args: Any, provinces: Iterable[tuple[str, str]], **named: Any) -> None:
        super().__init__(*args, **named)
        self.provinces = list(provinces)
        for code, name in self.provinces:
            self.fields[code] = forms.IntegerField(
                label=name, required=False, min_value=0, max_value=MOST_PLACES, initial=0
            )

    @property
    def of_all(self) -> list[forms.BoundField]:
        """The fields that are about all provinces together."""
        return [self["amount"], self["part"]]

    @property
    def of_provinces(self) -> list[forms.BoundField]:
        """A field for each province."""
        return [self[code] for code, _name in self.provinces]

    def given(self) -> Given:
        """What was entered; nothing while any of it is wrong, so that nothing is computed with half of it."""
        if not (self.is_bound and self.is_valid()):
            return Given()
        said = self.cleaned_data
        granted = {code: said[code] for code, _name in self.provinces if said[code]}
        return Given(said["amount"], None if said["part"] is None else said["part"] / HUNDRED, granted)
