# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Everything that writes users and their roles: may the actor, is it sensible, do it, log it, in one transaction.

What cannot be done as asked is told by the exceptions below, all reasons at once.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.utils import timezone

from luwte.words import N_
from luwte_web.accounts.actions import Action
from luwte_web.accounts.actors import Actor, Membership, Role, Scope
from luwte_web.accounts.grants import GRANTS, reads_about_people
from luwte_web.accounts.models import Appointment, User
from luwte_web.accounts.policy import demand
from luwte_web.accounts.selectors import current
from luwte_web.audit.acts import Act
from luwte_web.audit.services import record

NOT_AN_ADDRESS = N_("This is not an e-mail address. Write it as name@organisation.")
ADDRESS_KNOWN = N_("Somebody with this e-mail address is a user already. Give that user the role.")
NOT_THIS_SCOPE = N_("This role cannot be given within this scope. Choose another scope for it.")
PLACE_MISSING = N_(
    "Say within which place: the code of a province or municipality, or the key of a location or guardian."
)
PLACE_TOO_MUCH = N_("A role within the whole country names no place. Leave the place empty.")
HELD_ALREADY = N_("This user holds this role already.")
NOT_BOTH = N_("Who manages users does not read about people. End the one role before you give the other.")
NOT_ONESELF = N_("Nobody changes their own roles. Ask another administrator.")
LAST_ADMINISTRATOR = N_("This is the last administrator. Make somebody else administrator first.")
NOT_ACTIVE = N_("This user was ended. Add the person again under another address.")


class NotAsAsked(Exception):  # noqa: N818 - it says what is so
    """What was asked cannot be done; each reason is a message id that says what is wrong and how to mend it."""

    def __init__(self, reasons: Sequence[str]) -> None:
        super().__init__(*reasons)
        self.reasons = tuple(reasons)


@transaction.atomic
def add_user(actor: Actor, email: str, memberships: Iterable[Membership] = (), *, is_demo: bool = False) -> User:
    """Add somebody who can sign in once they have chosen a password, or through their organisation."""
    demand(actor, Action.MANAGE_USERS)
    given = tuple(memberships)
    _refuse([*_wrong_with_address(email), *_wrong_with_roles(given)])
    user = User(email=email.strip().lower(), added_at=timezone.now(), is_demo=is_demo)
    user.set_unusable_password()
    user.save()
    for membership in given:
        _give(user, membership, user.added_at)
    record(actor, Act.MANAGE_USER, f"user:{user.token}", {"what": "added", "roles": [_told(each) for each in given]})
    return user


@transaction.atomic
def end_user(actor: Actor, user: User) -> None:
    """Let somebody sign in no more; their roles end with it, and so do every session and every token."""
    demand(actor, Action.MANAGE_USERS)
    user = _locked(user)
    _refuse([*_oneself(actor, user), *_last(user, current(user))])
    user.is_active = False
    user.set_unusable_password()
    user.save(update_fields=["is_active", "password"])
    ended_at = timezone.now()
    current(user).update(ended_at=ended_at)
    user.machine_tokens.filter(ended_at__isnull=True).update(ended_at=ended_at)
    record(actor, Act.MANAGE_USER, f"user:{user.token}", {"what": "ended"})


@transaction.atomic
def invite(actor: Actor, user: User) -> None:
    """Let somebody choose a password anew; the one they had is worth nothing from now on."""
    demand(actor, Action.MANAGE_USERS)
    user.set_unusable_password()
    user.save(update_fields=["password"])
    record(actor, Act.MANAGE_USER, f"user:{user.token}", {"what": "invited"})


@transaction.atomic
def give_role(actor: Actor, user: User, membership: Membership) -> Appointment:
    """Give a user a role within a scope."""
    demand(actor, Action.MANAGE_USERS)
    user = _locked(user)
    held = [each.membership() for each in current(user)]
    _refuse(
        [
            *([] if user.is_active else [NOT_ACTIVE]),
            *_oneself(actor, user),
            *_wrong_with_roles((*held, membership)),
        ]
    )
    given = _give(user, membership, timezone.now())
    record(actor, Act.MANAGE_USER, f"user:{user.token}", {"what": "role given", "role": _told(membership)})
    return given


@transaction.atomic
def end_role(actor: Actor, appointment: Appointment) -> None:
    """Take a role from a user; a role that has ended already stays as it is."""
    demand(actor, Action.MANAGE_USERS)
    user = _locked(appointment.user)
    ending = current(user).filter(pk=appointment.pk)
    _refuse([*_oneself(actor, user), *_last(user, ending)])
    if ending.update(ended_at=timezone.now()):
        told = _told(appointment.membership())
        record(actor, Act.MANAGE_USER, f"user:{user.token}", {"what": "role ended", "role": told})


def _give(user: User, membership: Membership, at: datetime) -> Appointment:
    return Appointment.objects.create(
        user=user, role=membership.role, scope=membership.scope, within=membership.within, given_at=at
    )


def _locked(user: User) -> User:
    """The user as it is now, and nobody else changes it before this transaction ends."""
    return User.objects.select_for_update().get(pk=user.pk)


def _told(membership: Membership) -> str:
    """A membership for the log; which guardian's wards is told by the user's row alone."""
    where = "" if membership.scope is Scope.OWN_WARDS else membership.within
    return " ".join(filter(None, (membership.role.value, membership.scope.value, where)))


def _refuse(reasons: Sequence[str]) -> None:
    if reasons:
        raise NotAsAsked(reasons)


def _wrong_with_address(email: str) -> list[str]:
    try:
        validate_email(email.strip())
    except ValidationError:
        return [NOT_AN_ADDRESS]
    return [ADDRESS_KNOWN] if User.objects.filter(email__iexact=email.strip()).exists() else []


def _wrong_with_roles(memberships: Sequence[Membership]) -> list[str]:
    wrong = [reason for membership in memberships for reason in _wrong_with_role(membership)]
    if len(set(memberships)) < len(memberships):
        wrong.append(HELD_ALREADY)
    roles = {each.role for each in memberships}
    if Role.ADMINISTRATOR in roles and any(reads_about_people(role) for role in roles):
        wrong.append(NOT_BOTH)
    return wrong


def _wrong_with_role(membership: Membership) -> list[str]:
    wrong = [] if membership.scope in GRANTS[membership.role].scopes else [NOT_THIS_SCOPE]
    if membership.scope is Scope.COUNTRY and membership.within:
        wrong.append(PLACE_TOO_MUCH)
    if membership.scope is not Scope.COUNTRY and not membership.within:
        wrong.append(PLACE_MISSING)
    return wrong


def _oneself(actor: Actor, user: User) -> list[str]:
    return [NOT_ONESELF] if actor.key == user.token else []


def _last(user: User, ending: Iterable[Appointment]) -> list[str]:
    """Somebody must be left who can manage users."""
    if all(each.role != Role.ADMINISTRATOR for each in ending):
        return []
    others = Appointment.objects.filter(role=Role.ADMINISTRATOR, ended_at__isnull=True, user__is_demo=user.is_demo)
    return [] if others.exclude(user=user).select_for_update().first() else [LAST_ADMINISTRATOR]
