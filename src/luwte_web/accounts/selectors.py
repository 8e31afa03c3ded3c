# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Everything that reads users and their roles."""

from django.contrib.auth.models import AnonymousUser
from django.db.models import Prefetch, QuerySet
from django.utils import timezone

from luwte_web.accounts.actors import NOBODY, Actor
from luwte_web.accounts.models import Appointment, MachineToken, User


def actor_of(user: User | AnonymousUser) -> Actor:
    """The actor that a signed-in user is, with the roles that hold now; nobody where nobody signed in."""
    if not isinstance(user, User) or not user.is_active:
        return NOBODY
    return Actor(user.token, tuple(each.membership() for each in current(user)))


def current(user: User) -> QuerySet[Appointment]:
    """The roles that a user holds now, the oldest first."""
    return user.appointments.filter(ended_at__isnull=True).order_by("given_at", "id")


def people() -> QuerySet[User]:
    """All users with the roles that they hold now as `held`; those of the demo apart from an installation's own."""
    held = Prefetch("appointments", Appointment.objects.filter(ended_at__isnull=True).order_by("id"), to_attr="held")
    return User.objects.order_by("is_demo", "-is_active", "email").prefetch_related(held)


def with_address(email: str) -> User | None:
    """The user with this e-mail address, whatever the case of its letters."""
    return User.objects.filter(email__iexact=email.strip()).first()


def working_tokens() -> QuerySet[MachineToken]:
    """The tokens with which programs can act now, the oldest first."""
    working = MachineToken.objects.filter(ended_at__isnull=True, expires_at__gt=timezone.now(), user__is_active=True)
    return working.order_by("made_at", "id")
