# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""An address that lets a new user choose a password, once and for three days (`PASSWORD_RESET_TIMEOUT`)."""

from django.contrib.auth.tokens import default_token_generator
from django.urls import reverse
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode

from luwte_web.accounts.models import User


def invitation(user: User) -> str:
    """The path of the page on which this user chooses a password; whoever has it can, so hand it over."""
    uid = urlsafe_base64_encode(force_bytes(user.pk))
    return reverse("welcome", args=[uid, default_token_generator.make_token(user)])
