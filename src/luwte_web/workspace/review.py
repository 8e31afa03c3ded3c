# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What people decide about a proposal: accept it, choose another place, hold it, make it final, or take it back.

Each is one transaction with its actor and its reason. The turn is taken before the proposal is looked at, so that of
two who press at once the second finds what the first decided. A refusal is a `ChangeRefused`.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.http import Http404

from luwte.model.findings import Finding
from luwte.model.stays import MoveCause, MoveStatus
from luwte.placement.placement import Cause
from luwte_web.accounts.actions import Action
from luwte_web.accounts.actors import Actor
from luwte_web.accounts.policy import demand
from luwte_web.audit.acts import Act
from luwte_web.registry import moves, selectors
from luwte_web.registry.days import today
from luwte_web.registry.editing import refuse, unexplained
from luwte_web.registry.models import Household, MoveFacts
from luwte_web.registry.moves import Proposed
from luwte_web.registry.refusals import NO_PLACE, ChangeRefused, refusal
from luwte_web.registry.services import change, know, take_turn, withdraw
from luwte_web.workspace.assumed import assumed
from luwte_web.workspace.best_interests import missing_for
from luwte_web.workspace.models import Hold, PlanJob, Urgency
from luwte_web.workspace.proposals import DECIDED, Proposal, Standing, of_all, one
from luwte_web.workspace.refusals import (
    DAY_GONE,
    HELD,
    INCOMPLETE,
    NO_SUCH_PLACE,
    NOT_HELD,
    NOT_OPEN,
    NOT_PROPOSED,
    NOTHING_TO_COMMIT,
    OUT_OF_DATE,
    SAME_PLACE,
    WAITS,
    WAITS_UNSEEN,
)
from luwte_web.workspace.undisputed import undisputed

CAUSES: Mapping[Cause, MoveCause] = {
    Cause.LOCATION_CLOSES: MoveCause.CLOSURE,
    Cause.LOCATION_NOT_OPEN: MoveCause.CLOSURE,
    Cause.CLOSES_SOON: MoveCause.CLOSURE,
    Cause.WISH: MoveCause.OWN_WISH,
    Cause.NEARER: MoveCause.FAMILY,
    Cause.LINKED_REGION: MoveCause.PROCEDURE,
    Cause.MAKES_ROOM: MoveCause.CAPACITY,
    Cause.LESS_CROWDED: MoveCause.CAPACITY,
}


@dataclass(frozen=True)
class Together:
    """What became of proposals that were accepted together: the households, and why others were not."""

    accepted: tuple[str, ...]
    refused: tuple[tuple[str, tuple[Finding, ...]], ...]


def accept(actor: Actor, job: PlanJob, household: str, reason: str, on: date | None = None) -> str:
    """Accept a proposal as it is, from the day of the plan on; the key of the move that keeps its place."""
    with _deciding(actor, job, household, reason) as proposal:
        _must_be_open(proposal)
        if proposal.row.destination is None:
            raise ChangeRefused(refusal(NOT_PROPOSED, household, household=household))
        try:
            return _move(actor, job, proposal, proposal.row.destination, on, reason)
        except ChangeRefused as refused:
            raise _why_not_yet(actor, proposal, refused) from None


def override(actor: Actor, job: PlanJob, household: str, to: str, reason: str, on: date | None = None) -> str:
    """Choose another place than the plan proposes, also where its proposal is out of date; the key of the move."""
    with _deciding(actor, job, household, reason) as proposal:
        if proposal.standing is Standing.HELD:
            raise ChangeRefused(_held(proposal))
        if proposal.standing in DECIDED:
            raise ChangeRefused(refusal(NOT_OPEN, household, household=household))
        if to == _lives_at(household):
            raise ChangeRefused(refusal(SAME_PLACE, household, household=household))
        if selectors.record_about("locations", to) is None:
            raise ChangeRefused(refusal(NO_SUCH_PLACE, to, location=to))
        return _move(actor, job, proposal, to, on, reason)


def accept_undisputed(actor: Actor, job: PlanJob, households: Sequence[str], reason: str) -> Together:
    """Accept those of the named proposals that nobody disputes at this moment, each with a line of its own."""
    asked = set(households)
    wanted = {one.household for one in undisputed(job, [one for one in of_all(job) if one.household in asked])}
    for household in wanted:
        demand(actor, Action.DECIDE_MOVE, selectors.household_thing(household))
    accepted, refused = [], []
    for household in households:
        try:
            if household not in wanted:
                raise ChangeRefused(refusal(NOT_OPEN, household, household=household))
            accept(actor, job, household, reason)
            accepted.append(household)
        except ChangeRefused as why:
            refused.append((household, why.findings))
    return Together(tuple(accepted), tuple(refused))


def hold(actor: Actor, job: PlanJob, household: str, until: date, reason: str) -> None:
    """Leave a proposal undecided until a day, that day included; it is open again after it."""
    with _deciding(actor, job, household, reason) as proposal:
        if proposal.standing in DECIDED:
            raise ChangeRefused(refusal(NOT_OPEN, household, household=household))
        if until < today():
            raise ChangeRefused(refusal(DAY_GONE, household, date=until))
        with change(actor, reason, act=Act.DECIDE, about=f"household:{household}") as made:
            for earlier in _holds(job, household):
                withdraw(made, earlier)
            know(made, Hold(household=Household.objects.get(key=household), plan_id=job.plan_id, until=until))


def release(actor: Actor, job: PlanJob, household: str, reason: str) -> None:
    """Let a proposal that is on hold go on before its day."""
    with _deciding(actor, job, household, reason):
        holds = _holds(job, household)
        if not holds:
            raise ChangeRefused(refusal(NOT_HELD, household, household=household))
        with change(actor, reason, act=Act.DECIDE, about=f"household:{household}") as made:
            for earlier in holds:
                withdraw(made, earlier)


def commit(actor: Actor, job: PlanJob, household: str, reason: str, urgent_because: str = "") -> None:
    """Make an accepted move final. For a child only with a complete record of its best interests.

    No provision lets a move of a child go unweighed. Where it cannot wait, a person says why, and what was missing is
    kept with that reason; it still has to be written down afterwards.
    """
    with _deciding(actor, job, household, reason) as proposal:
        move = _accepted(proposal)
        lacking = missing_for(household, move.to.key, move.on)
        if lacking and not urgent_because.strip():
            raise ChangeRefused(refusal(INCOMPLETE, household, household=household))
        moves.commit(actor, move.move.key, reason)
        if lacking:
            with change(actor, urgent_because, act=Act.DECIDE, about=f"household:{household}") as made:
                codes = frozenset(each.code for each in lacking)
                know(made, Urgency(move=move.move, because=urgent_because.strip(), missing=codes))


def take_back(actor: Actor, job: PlanJob, household: str, reason: str) -> None:
    """Take back what was decided, while the move is not made; the proposal is open again, or out of date."""
    with _deciding(actor, job, household, reason) as proposal:
        if proposal.move is None:
            raise ChangeRefused(refusal(NOTHING_TO_COMMIT, household, household=household))
        moves.cancel(actor, proposal.move.move.key, reason)


@contextmanager
def _deciding(actor: Actor, job: PlanJob, household: str, reason: str) -> Iterator[Proposal]:
    """The proposal as it stands while nobody else decides anything; what would follow if, proposes nothing."""
    demand(actor, Action.DECIDE_MOVE, selectors.household_thing(household))
    if job.is_what_if:
        raise Http404
    refuse(unexplained(reason))
    with transaction.atomic():
        take_turn()
        proposal = one(job, household)
        if proposal is None:
            raise ChangeRefused(refusal(NOT_PROPOSED, household, household=household))
        yield proposal


def _must_be_open(proposal: Proposal) -> None:
    household = proposal.household
    if proposal.standing is Standing.HELD:
        raise ChangeRefused(_held(proposal))
    if proposal.standing is Standing.STALE:
        raise ChangeRefused(refusal(OUT_OF_DATE, household, household=household))
    if proposal.standing is not Standing.OPEN:
        raise ChangeRefused(refusal(NOT_OPEN, household, household=household))


def _why_not_yet(actor: Actor, proposal: Proposal, refused: ChangeRefused) -> ChangeRefused:
    """Where there is no place because others are to leave it first, that is told, and who as far as one may see."""
    if not proposal.waits_for or NO_PLACE not in [finding.kind for finding in refused.findings]:
        return refused
    household, others = proposal.household, selectors.seen_among(actor, proposal.waits_for)
    if not others:
        return ChangeRefused(refusal(WAITS_UNSEEN, household, household=household))
    return ChangeRefused(refusal(WAITS, household, household=household, others=", ".join(others)))


def _held(proposal: Proposal) -> Finding:
    return refusal(HELD, proposal.household, household=proposal.household, date=proposal.held_until)


def _move(actor: Actor, job: PlanJob, proposal: Proposal, to: str, on: date | None, reason: str) -> str:
    """Accept the move; it is of this plan, also where a person chose another place."""
    assert job.plan_id is not None  # noqa: S101 - a plan that is made is there
    first = assumed(job.plan_id).on
    if on is not None and on < first:
        raise ChangeRefused(refusal(DAY_GONE, proposal.household, date=on))
    cause = CAUSES.get(proposal.row.cause)
    return moves.accept(actor, Proposed(proposal.household, to, on or max(first, today()), cause, job.plan_id), reason)


def _accepted(proposal: Proposal) -> MoveFacts:
    move, household = proposal.move, proposal.household
    if move is None or move.status is not MoveStatus.ACCEPTED:
        raise ChangeRefused(refusal(NOTHING_TO_COMMIT, household, household=household))
    return move


def _holds(job: PlanJob, household: str) -> list[Hold]:
    return list(Hold.objects.known().filter(plan_id=job.plan_id, household__key=household))


def _lives_at(household: str) -> str | None:
    facts = selectors.record_about("households", household)
    return facts.location if facts else None
