# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Users, known by a token, and the roles they were given, each within a scope and for a time."""

import secrets
from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower

from luwte_web.accounts.actors import Membership, Role, Scope

TOKEN_BYTES = 8
TOKEN_LENGTH = 24
WITHIN_LENGTH = 100
HASH_LENGTH = 64  # SHA-256, hexadecimal
PURPOSE_LENGTH = 100


def new_token() -> str:
    """A random key that tells nothing about whom it stands for."""
    return "u-" + secrets.token_hex(TOKEN_BYTES)


def new_machine_key() -> str:
    """What a token for a program is called; it opens nothing."""
    return "t-" + secrets.token_hex(TOKEN_BYTES)


class Users(BaseUserManager["User"]):
    """Finds users whatever the case of the letters they type."""

    def get_by_natural_key(self, username: str | None) -> "User":
        """The user with this address."""
        return self.get(email__iexact=username)


class User(AbstractBaseUser):
    """Somebody who can sign in. No name is kept: an address to sign in with, and a token for the log."""

    token = models.CharField(max_length=TOKEN_LENGTH, unique=True, default=new_token, editable=False)
    email = models.EmailField(unique=True)
    is_active = models.BooleanField(default=True)
    is_demo = models.BooleanField(default=False)
    added_at = models.DateTimeField()
    last_login: Any = None  # the log knows

    objects: ClassVar[Users] = Users()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    class Meta:
        """What the database itself holds."""

        constraints = (
            models.UniqueConstraint(Lower("email"), name="an_address_is_one_user_in_any_case"),
            models.CheckConstraint(name="a_user_has_a_token", condition=~Q(token="")),
        )

    def __str__(self) -> str:
        return self.token


class Appointment(models.Model):
    """A role that a user was given within a scope; ended, never deleted."""

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="appointments")
    role = models.CharField(max_length=32)
    scope = models.CharField(max_length=16)
    within = models.CharField(max_length=WITHIN_LENGTH, blank=True)
    given_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        """What the database itself holds."""

        constraints = (
            models.CheckConstraint(name="a_role_exists", condition=Q(role__in=[role.value for role in Role])),
            models.CheckConstraint(name="a_scope_exists", condition=Q(scope__in=[scope.value for scope in Scope])),
            models.CheckConstraint(
                name="every_scope_but_the_country_names_a_place",
                condition=Q(scope="country", within="") | (~Q(scope="country") & ~Q(within="")),
            ),
            models.CheckConstraint(
                name="a_role_ends_after_it_was_given",
                condition=Q(ended_at__isnull=True) | Q(ended_at__gte=F("given_at")),
            ),
            models.UniqueConstraint(
                fields=("user", "role", "scope", "within"),
                condition=Q(ended_at__isnull=True),
                name="a_role_is_held_once",
            ),
        )

    def membership(self) -> Membership:
        """The same as a value."""
        return Membership(Role(self.role), Scope(self.scope), self.within)


class MachineToken(models.Model):
    """A token with which a program acts as a user until a day. The token itself is shown once; its hash is kept."""

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="machine_tokens")
    key = models.CharField(max_length=TOKEN_LENGTH, unique=True, default=new_machine_key, editable=False)
    hash = models.CharField(max_length=HASH_LENGTH, unique=True)
    purpose = models.CharField(max_length=PURPOSE_LENGTH)
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        """What the database itself holds."""

        constraints = (
            models.CheckConstraint(name="a_token_says_what_it_is_for", condition=~Q(purpose="")),
            models.CheckConstraint(name="a_token_expires_after_it_was_made", condition=Q(expires_at__gt=F("made_at"))),
            models.CheckConstraint(
                name="a_token_ends_after_it_was_made",
                condition=Q(ended_at__isnull=True) | Q(ended_at__gte=F("made_at")),
            ),
        )
