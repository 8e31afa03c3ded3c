# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Where django-allauth meets this house: no sign-up, every sign-in on the log, secrets encrypted, no claims kept."""

import base64
import hashlib
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialLogin
from cryptography.fernet import Fernet
from django.conf import settings
from django.db import transaction
from django.http import HttpRequest

from luwte_web.accounts.actors import NOBODY
from luwte_web.accounts.models import User
from luwte_web.accounts.selectors import actor_of
from luwte_web.audit.acts import Act
from luwte_web.audit.services import record

PURPOSE = b"second factors of accounts"


class Accounts(DefaultAccountAdapter):  # type: ignore[misc]
    """Local users. Each sign-in and sign-out is one transaction with its line on the log: no line, no session."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Nobody makes their own account; whoever manages users does."""
        return False

    @transaction.atomic
    def login(self, request: HttpRequest, user: User) -> None:
        """Begin a session, after all steps of signing in."""
        super().login(request, user)
        record(actor_of(user), Act.LOGIN, f"user:{user.token}")

    @transaction.atomic
    def logout(self, request: HttpRequest) -> None:
        """End the session."""
        if isinstance(request.user, User):
            record(actor_of(request.user), Act.LOGOUT, f"user:{request.user.token}")
        super().logout(request)

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        """Log that somebody tried; what they typed is not kept, only whose account it was where there is one."""
        known = User.objects.filter(email__iexact=credentials.get("email") or "").first()
        record_failure(known, "password")


class Organisations(DefaultSocialAccountAdapter):  # type: ignore[misc]
    """Sign-in through an organisation's own identity provider, for users that were added here before."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:
        """An identity provider tells who somebody is, not that they may come in."""
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """Keep nothing of what the provider tells (names, groups): the identifier is enough."""
        sociallogin.account.extra_data = {}
        if sociallogin.account.pk:
            sociallogin.account.save(update_fields=["extra_data"])


class SecondFactors(DefaultMFAAdapter):  # type: ignore[misc]
    """The secrets of second factors are encrypted with a key that comes from the installation's own."""

    def encrypt(self, text: str) -> str:
        """The text for the database."""
        return _cipher().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """The text from the database."""
        return _cipher().decrypt(encrypted_text.encode()).decode()


@transaction.atomic
def record_failure(user: User | None, step: str) -> None:
    """One line about a sign-in that failed."""
    record(NOBODY, Act.LOGIN_FAILED, f"user:{user.token}" if user else "user:unknown", {"step": step})


def _cipher() -> Fernet:
    key = hashlib.sha256(PURPOSE + settings.SECRET_KEY.encode()).digest()
    return Fernet(base64.urlsafe_b64encode(key))
