# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Pieces of the pages of accounts: the fields of a form in the look of the house, and the users of the demo."""

from django import template
from django.forms import BoundField, CheckboxInput, CheckboxSelectMultiple, Select
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from luwte.words import words_in
from luwte_web.accounts import demo, selectors
from luwte_web.accounts.models import User
from luwte_web.accounts.names import told

register = template.Library()
TEXT = "utrecht-textbox utrecht-textbox--html-input"
CHOICE = "utrecht-select utrecht-select--html-select"


@register.filter
def labelled(field: BoundField) -> SafeString:
    """The label of a field."""
    return field.label_tag(attrs={"class": "utrecht-form-label"}, label_suffix="")


@register.filter
def entry(field: BoundField) -> SafeString:
    """What is filled in or chosen; a placeholder says nothing that the label does not."""
    widget = field.field.widget
    widget.attrs.pop("placeholder", None)
    if isinstance(widget, CheckboxInput | CheckboxSelectMultiple):
        return field.as_widget()
    return field.as_widget(attrs={"class": CHOICE if isinstance(widget, Select) else TEXT})


@register.simple_tag
def demo_users() -> list[tuple[User, list[str]]]:
    """Whom one can sign in as with one press, with their roles; none but in the demo."""
    words = words_in(get_language() or "nl")
    return [(user, [told(one.membership(), words) for one in selectors.current(user)]) for user in demo.users()]
