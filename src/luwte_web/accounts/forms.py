# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The forms of accounts: who is added, which role is given, and the code of a second step."""

from typing import Any

from allauth.mfa.base.forms import AuthenticateForm
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from luwte_web.accounts.actors import Membership, Role, Scope
from luwte_web.accounts.adapters import record_failure
from luwte_web.accounts.machine_tokens import LONGEST_DAYS, USUAL_DAYS
from luwte_web.accounts.models import PURPOSE_LENGTH, WITHIN_LENGTH
from luwte_web.accounts.names import ROLES, SCOPES


class SecondFactorForm(AuthenticateForm):  # type: ignore[misc]
    """The second step of signing in; a wrong code stands on the log."""

    def clean_code(self) -> str:
        """The code, if it is right."""
        try:
            return str(super().clean_code())
        except ValidationError:
            record_failure(self.user, "second step")
            raise


class RoleForm(forms.Form):
    """One role within one scope."""

    role = forms.ChoiceField(label=_("Role"))
    scope = forms.ChoiceField(label=_("Scope"))
    within = forms.CharField(
        label=_("Within which place"),
        required=False,
        max_length=WITHIN_LENGTH,
        help_text=_(
            "A code of a province or municipality, or the key of a location or guardian; empty for the country."
        ),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["role"].choices = [(role.value, _(name)) for role, name in ROLES.items()]  # type: ignore[attr-defined]
        self.fields["scope"].choices = [(scope.value, _(name)) for scope, name in SCOPES.items()]  # type: ignore[attr-defined]

    def membership(self) -> Membership:
        """What was asked for."""
        given = self.cleaned_data
        return Membership(Role(given["role"]), Scope(given["scope"]), given["within"].strip())


class UserForm(RoleForm):
    """Somebody to add, with a first role."""

    email = forms.EmailField(label=_("E-mail address"), widget=forms.EmailInput(attrs={"autocomplete": "off"}))
    field_order = ("email", "role", "scope", "within")


class TokenForm(forms.Form):
    """A token for a program."""

    purpose = forms.CharField(
        label=_("What the token is for"),
        max_length=PURPOSE_LENGTH,
        help_text=_("For example the name of the program that asks for figures."),
    )
    days = forms.IntegerField(
        label=_("For how many days"),
        min_value=1,
        max_value=LONGEST_DAYS,
        initial=USUAL_DAYS,
        help_text=_("At most 366; the program needs a new one afterwards."),
    )
