# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What people decide about a move: accept it, commit it, cancel it.

The rows of the locations are locked first, and the database itself refuses a move for which there is no place, of a
household that is locked, or of a minor who came alone to a place of others. A refusal is a `ChangeRefused`.
"""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from django.db import IntegrityError
from django.db.models import QuerySet

from luwte.model.places import PlaceGroup
from luwte.model.stays import MoveCause, MoveStatus
from luwte_web.accounts.actions import Action
from luwte_web.accounts.actors import Actor
from luwte_web.accounts.policy import demand
from luwte_web.audit.acts import Act
from luwte_web.registry import selectors
from luwte_web.registry.editing import refuse
from luwte_web.registry.eighteen import for_a_birthday_alone
from luwte_web.registry.group_of_place import place_at
from luwte_web.registry.models import Change, Household, Location, Move, MoveFacts, Thing
from luwte_web.registry.refusals import DECIDED, ChangeRefused, refusal, there, told
from luwte_web.registry.services import change, correct, know

KEY_BYTES = 8
Kind = TypeVar("Kind", bound=Thing)


@dataclass(frozen=True, slots=True)
class Proposed:
    """A move as it is proposed: who, where to, when, why, and in which plan."""

    household: str
    to: str
    on: date
    cause: MoveCause | None = None
    plan: str = ""


def accept(actor: Actor, proposed: Proposed, reason: str) -> str:
    """Accept a move, which reserves its places from its day on; returns the key of the move."""
    with _deciding(actor, reason, proposed.household, proposed.to, proposed.on) as made:
        if proposed.cause is MoveCause.EIGHTEEN:
            refuse(for_a_birthday_alone(proposed.household))
        to, household = _locked(proposed.to), _thing(Household.objects.all(), proposed.household)
        move = Move.objects.create(key=secrets.token_hex(KEY_BYTES))
        accepted = MoveFacts(move=move, household=household, to=to, on=proposed.on, status=MoveStatus.ACCEPTED)
        accepted.cause, accepted.plan, accepted.to_place = proposed.cause, proposed.plan, _whose_place(proposed)
        know(made, accepted)
    return move.key


def commit(actor: Actor, key: str, reason: str) -> None:
    """Commit an accepted move: from its day on, the place that the household leaves is free for others."""
    _turn(actor, key, MoveStatus.COMMITTED, reason)


def cancel(actor: Actor, key: str, reason: str) -> None:
    """Cancel a move that is not made. One whose old place was promised to others cannot be cancelled before theirs."""
    _turn(actor, key, MoveStatus.CANCELLED, reason)


def _turn(actor: Actor, key: str, status: MoveStatus, reason: str) -> None:
    move = _now(key)
    household, to = move.household.key, move.to.key
    with _deciding(actor, reason, household, to, move.on) as made:
        _locked(to)
        move = _now(key)
        if move.status in (status, MoveStatus.CANCELLED):
            raise ChangeRefused(refusal(DECIDED, household, household=household))
        correct(made, move, status=status)


@contextmanager
def _deciding(actor: Actor, reason: str, household: str, to: str, on: date) -> Iterator[Change]:
    """A change in which a refusal of the database becomes a finding about this move."""
    _thing(Household.objects.all(), household)
    demand(actor, Action.DECIDE_MOVE, selectors.household_thing(household))
    try:
        with change(actor, reason, act=Act.DECIDE, about=f"household:{household}") as made:
            yield made
    except IntegrityError as error:
        raise ChangeRefused(told(error, household, household=household, location=to, date=on)) from None


def _thing(things: "QuerySet[Kind]", key: str) -> Kind:
    return there(things.filter(key=key).first(), key)


def _locked(key: str) -> Location:
    """A location whose people nobody else counts until this change is there, or is not."""
    return _thing(Location.objects.select_for_update(), key)


def _now(key: str) -> MoveFacts:
    return there(MoveFacts.objects.known().select_related("household", "to").filter(move__key=key).first(), key)


def _whose_place(proposed: Proposed) -> PlaceGroup:
    """Whose place the household takes there."""
    household = there(selectors.record_about("households", proposed.household), proposed.household)
    at = there(selectors.record_about("locations", proposed.to), proposed.to)
    return place_at(household, selectors.records("persons", household__key=household.key), at, proposed.on)
