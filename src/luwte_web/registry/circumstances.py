# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What a household needs of a place, that it stays, who is its guardian, and whom it should live near to."""

from dataclasses import dataclass
from datetime import date

from luwte.data.raw import error
from luwte.model.people import HouseholdGroup
from luwte.model.periods import is_minor
from luwte.words import N_
from luwte_web.accounts.actions import Action
from luwte_web.accounts.actors import Actor
from luwte_web.audit.acts import Act
from luwte_web.registry.days import today
from luwte_web.registry.editing import Seen, editing
from luwte_web.registry.models import Household, PersonFacts, Relative, Tie
from luwte_web.registry.models.municipalities import provinces
from luwte_web.registry.refusals import ChangeRefused, refusal, there
from luwte_web.registry.selectors import households_seen
from luwte_web.registry.services import correct, know, withdraw

NO_WARD = error(
    "guardian_no_ward",
    N_("Household {household} is not of unaccompanied minors, and has no guardian."),
    N_("Leave the guardian out, or correct who the household is."),
)
ONESELF = error(
    "relative_oneself", N_("Household {household} cannot be its own relative."), N_("Fill in the other household.")
)
ONE_OF_BOTH = error(
    "relative_one_of_both",
    N_("A relative lives in another household here, or in a municipality."),
    N_("Fill in one of the two."),
)
KINDS = (NO_WARD, ONESELF, ONE_OF_BOTH)


@dataclass(frozen=True, slots=True)
class Kin:
    """A relative: another household by its key, or a municipality by its code. `near`: plans keep them together."""

    tie: Tie
    household: str = ""
    municipality: str = ""
    near: bool = False


def need(actor: Actor, key: str, needs: frozenset[str], reason: str, seen: Seen = ()) -> None:
    """Write down what a place must provide."""
    with editing(actor, Action.WRITE_PERSON, key, reason, seen) as edit:
        correct(edit.made, edit.facts, needs=needs)


def lock(actor: Actor, key: str, reason: str, seen: Seen = ()) -> None:
    """Decide that a household stays where it is; no plan moves it, and no move is accepted."""
    with editing(actor, Action.DECIDE_MOVE, key, reason, seen, act=Act.DECIDE) as edit:
        correct(edit.made, edit.facts, locked=True, lock_reason=reason.strip())


def unlock(actor: Actor, key: str, reason: str, seen: Seen = ()) -> None:
    """Decide that a household may be moved again."""
    with editing(actor, Action.DECIDE_MOVE, key, reason, seen, act=Act.DECIDE) as edit:
        correct(edit.made, edit.facts, locked=False, lock_reason="")


def guard(actor: Actor, key: str, guardian: str, since: date, reason: str, seen: Seen = ()) -> None:
    """Write down who is the guardian, by a pseudonym; since when, for the minors who had none."""
    with editing(actor, Action.WRITE_PERSON, key, reason, seen) as edit:
        if edit.facts.group is not HouseholdGroup.AMV:
            raise ChangeRefused(refusal(NO_WARD, key, household=key))
        correct(edit.made, edit.facts, guardian=guardian)
        for person in PersonFacts.objects.known().filter(household__key=key, guardian_since=None):
            if is_minor(person.birth_month, today()):
                correct(edit.made, person, guardian_since=since)


def relate(actor: Actor, key: str, kin: Kin, reason: str, seen: Seen = ()) -> None:
    """Write down somebody whom the household should live near to; whom the actor may not see is not there."""
    with editing(actor, Action.WRITE_PERSON, key, reason, seen) as edit:
        if bool(kin.household) == bool(kin.municipality):
            raise ChangeRefused(refusal(ONE_OF_BOTH, key))
        if kin.municipality:
            there(provinces().get(kin.municipality), kin.municipality)
        other = _other(actor, key, kin.household) if kin.household else None
        relative = Relative(household=edit.facts.household, tie=kin.tie, other=other, municipality=kin.municipality)
        know(edit.made, relative)
        if kin.near and other:
            correct(edit.made, edit.facts, keep_near=other)


def unrelate(actor: Actor, key: str, line: int, reason: str, seen: Seen = ()) -> None:
    """Say that somebody is no relative, or not to be kept near, any more."""
    with editing(actor, Action.WRITE_PERSON, key, reason, seen) as edit:
        relatives = Relative.objects.known().filter(household=edit.facts.household)
        relative = there(relatives.filter(line=line).first(), line)
        withdraw(edit.made, relative)
        if relative.other_id and relative.other_id == edit.facts.keep_near_id:
            correct(edit.made, edit.facts, keep_near=None)


def _other(actor: Actor, key: str, other: str) -> Household:
    if other == key:
        raise ChangeRefused(refusal(ONESELF, key, household=key))
    return there(households_seen(actor).filter(household__key=other).first(), other).household
