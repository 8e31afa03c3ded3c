# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Tokens with which programs act as a user: made and ended by who manages users, shown once, and ending by themselves.

A program has the roles that its user holds at that moment, and no others. Only a hash is kept: a token is a long random
text, so that nobody finds it back from its hash by trying.
"""

import hashlib
import secrets
from datetime import timedelta
from typing import NamedTuple

from django.db import transaction
from django.utils import timezone

from luwte.words import N_
from luwte_web.accounts import demo
from luwte_web.accounts.actions import Action
from luwte_web.accounts.actors import Actor
from luwte_web.accounts.models import PURPOSE_LENGTH, MachineToken, User
from luwte_web.accounts.policy import demand
from luwte_web.accounts.selectors import actor_of, working_tokens
from luwte_web.accounts.services import NOT_ACTIVE, NOT_ONESELF, NotAsAsked
from luwte_web.audit.acts import Act
from luwte_web.audit.services import record

PREFIX = "luwte_"  # so that programs that look for lost secrets know one
SECRET_BYTES = 32
LONGEST_DAYS = 366
USUAL_DAYS = 90

NO_PURPOSE = N_("Say in a few words what the token is for.")
PURPOSE_TOO_LONG = N_("Say in fewer words what the token is for.")
NOT_THIS_LONG = N_("A token works for at least one day and at most 366.")


class Made(NamedTuple):
    """A new token with its secret, which is not kept."""

    token: MachineToken
    secret: str


class Bearer(NamedTuple):
    """Who acts through a token, and the name of that token."""

    actor: Actor
    key: str


@transaction.atomic
def make_token(actor: Actor, user: User, purpose: str, days: int = USUAL_DAYS) -> Made:
    """Let a program act as a user for so many days; the secret is in the answer and nowhere else."""
    demand(actor, Action.MANAGE_USERS)
    user = User.objects.select_for_update().get(pk=user.pk)
    purpose = purpose.strip()
    if reasons := [*_wrong_with(actor, user), *_wrong_with_terms(purpose, days)]:
        raise NotAsAsked(reasons)
    secret, now = PREFIX + secrets.token_urlsafe(SECRET_BYTES), timezone.now()
    token = MachineToken.objects.create(
        user=user, hash=_hash(secret), purpose=purpose, made_at=now, expires_at=now + timedelta(days=days)
    )
    told = {"what": "token made", "token": token.key, "until": token.expires_at.date().isoformat()}
    record(actor, Act.MANAGE_USER, f"user:{user.token}", told)
    return Made(token, secret)


@transaction.atomic
def end_token(actor: Actor, token: MachineToken) -> None:
    """Let a token open nothing any more; one that has ended already stays as it is."""
    demand(actor, Action.MANAGE_USERS)
    ending = MachineToken.objects.filter(pk=token.pk, ended_at__isnull=True)
    if ending.update(ended_at=timezone.now()):
        record(actor, Act.MANAGE_USER, f"user:{token.user.token}", {"what": "token ended", "token": token.key})


def bearer_of(secret: str) -> Bearer | None:
    """Who acts through the token with this secret, with the roles that hold now; None where it opens nothing.

    A token of a user of the demo works while the demo runs, as their sessions do.
    """
    token = working_tokens().select_related("user").filter(hash=_hash(secret)).first()
    if token is None or (token.user.is_demo and not demo.is_open()):
        return None
    return Bearer(actor_of(token.user), token.key)


def _wrong_with(actor: Actor, user: User) -> list[str]:
    """Nobody gives themselves a second way in, and who was ended has none."""
    return [*([] if user.is_active else [NOT_ACTIVE]), *([NOT_ONESELF] if actor.key == user.token else [])]


def _wrong_with_terms(purpose: str, days: int) -> list[str]:
    wrong = [] if purpose else [NO_PURPOSE]
    if len(purpose) > PURPOSE_LENGTH:
        wrong.append(PURPOSE_TOO_LONG)
    return wrong if 1 <= days <= LONGEST_DAYS else [*wrong, NOT_THIS_LONG]


def _hash(secret: str) -> str:
    return hashlib.sha256(secret.encode("utf-8", "surrogateescape")).hexdigest()
