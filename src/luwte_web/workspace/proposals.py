# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What a plan proposes and how each proposal stands now: open, decided, on hold, or out of date."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from luwte.model.stays import MoveStatus
from luwte.placement.placement import Action
from luwte.planning.outputs import PlacementRow
from luwte.words import N_
from luwte_web.accounts.actors import Actor
from luwte_web.registry.days import today
from luwte_web.registry.models import MoveFacts
from luwte_web.registry.selectors import households_seen
from luwte_web.workspace.asked import Ask
from luwte_web.workspace.assumed import assumed
from luwte_web.workspace.models import Hold, PlanJob
from luwte_web.workspace.room import Room
from luwte_web.workspace.since import GONE, Since, since

URGENCY = {Action.UNPLACED: 0, Action.NEW: 1, Action.MOVE: 2}


class Standing(StrEnum):
    """How a proposal stands."""

    OPEN = "open"
    ACCEPTED = "accepted"
    OVERRIDDEN = "overridden"
    HELD = "held"
    COMMITTED = "committed"
    STALE = "stale"


DECIDED = frozenset((Standing.ACCEPTED, Standing.OVERRIDDEN, Standing.COMMITTED))


class Changed(StrEnum):
    """What changed since the plan was made, so that its proposal does not hold any more."""

    GONE = "gone"
    LIVES_ELSEWHERE = "lives_elsewhere"
    LOCK = "lock"
    NEEDS = "needs"
    WISH = "wish"
    HOUSEHOLD = "household"
    PERSONS = "persons"
    OTHER_MOVE = "other_move"
    HERE = "here"
    THERE = "there"
    NO_ROOM = "no_room"


CHANGES: Mapping[Changed, str] = {
    Changed.GONE: N_("The household is not in the registry any more."),
    Changed.LIVES_ELSEWHERE: N_("The household lives somewhere else now."),
    Changed.LOCK: N_("A person decided whether the household stays where it is."),
    Changed.NEEDS: N_("What the household needs of a place changed."),
    Changed.WISH: N_("The wish of the household changed."),
    Changed.HOUSEHOLD: N_("Other facts about the household changed."),
    Changed.PERSONS: N_("The persons of the household changed."),
    Changed.OTHER_MOVE: N_("Another move of the household was decided."),
    Changed.HERE: N_("Facts about the location where it lives changed."),
    Changed.THERE: N_("Facts about the proposed location changed."),
    Changed.NO_ROOM: N_("Others came to the proposed location. No room is left there for this household."),
}
BY_FIELD: Mapping[str, Changed] = {
    GONE: Changed.GONE,
    "location": Changed.LIVES_ELSEWHERE,
    "locked": Changed.LOCK,
    "lock_reason": Changed.LOCK,
    "needs": Changed.NEEDS,
    **dict.fromkeys(("wish_kind", "wish", "wish_by", "wish_on"), Changed.WISH),
}


@dataclass(frozen=True, slots=True)
class Proposal:
    """One proposal as it stands; `move` is what was decided, `held_until` the last day of a hold.

    `waits_for` are the households whose move must be final before the place is free; empty where it is free already.
    `trades` tells that those wait for this household in turn, so that none of them can go first.
    """

    row: PlacementRow
    standing: Standing
    move: MoveFacts | None = None
    held_until: date | None = None
    changed: tuple[Changed, ...] = ()
    waits_for: tuple[str, ...] = ()
    trades: bool = False

    @property
    def household(self) -> str:
        """The key of the household."""
        return self.row.household

    @property
    def to(self) -> str | None:
        """Where it goes: as a person decided, else as the plan proposes."""
        return self.move.to.key if self.move else self.row.destination


def of(actor: Actor, job: PlanJob) -> list[Proposal]:
    """The proposals of a plan about the households that the actor reads about, the most urgent first.

    First who has no place, then who gets a first one, then who moves; children before adults, and who has most to gain
    for children before others.
    """
    seen = set(households_seen(actor).values_list("household__key", flat=True))
    found = [proposal for proposal in of_all(job) if proposal.household in seen]
    return sorted(found, key=lambda proposal: urgency(proposal.row))


def one(job: PlanJob, household: str) -> Proposal | None:
    """The proposal for one household as it stands at this moment; None where the plan proposes nothing."""
    return next((proposal for proposal in of_all(job, household) if proposal.household == household), None)


def urgency(row: PlacementRow | Ask) -> tuple[int, bool, int, str]:
    """By what proposals are put in order: the most urgent first."""
    return URGENCY[row.action], not row.minors, -row.minors, row.household


def of_all(job: PlanJob, household: str | None = None) -> Iterator[Proposal]:
    """Every proposal of a plan, or that for one household: for services, which ask first what the actor may do."""
    assert job.plan_id is not None and job.change_id is not None  # noqa: PT018, S101 - a plan that is made is there
    plan, now = assumed(job.plan_id), since(job.change_id)
    room, held = Room(plan, now), held_in(job.plan_id)
    asked = plan.proposals.values() if household is None else filter(None, [plan.proposals.get(household)])
    for row in asked:
        yield _standing(row, job.plan_id, now, room, held.get(row.household))


def held_in(plan: str) -> Mapping[str, date]:
    """Until which day the households are whose proposal in a plan is on hold today."""
    held = Hold.objects.known().filter(plan_id=plan, until__gte=today())
    return dict(held.values_list("household__key", "until"))


def decided(row: PlacementRow | Ask, plan: str, now: Since) -> Standing | None:
    """How people decided on a proposal of this plan; None where nobody did."""
    move = now.moves.get(row.household)
    if move is not None and move.plan == plan:
        if move.status is MoveStatus.COMMITTED:
            return Standing.COMMITTED
        return Standing.ACCEPTED if move.to.key == row.destination else Standing.OVERRIDDEN
    is_there = now.settled.get(row.household, ("",))[0] == row.destination
    return Standing.COMMITTED if is_there else None


def changes(row: PlacementRow | Ask, now: Since) -> Iterator[Changed]:
    """Everything that changed and that a proposal rests on, but for the places that others took."""
    key = row.household
    fields = now.households.get(key, frozenset())
    yield from sorted(BY_FIELD.get(field, Changed.HOUSEHOLD) for field in fields - {"since", "forced_moves"})
    if key in now.persons and GONE not in fields:
        yield Changed.PERSONS
    if key in now.moves and now.moves[key].known_by_id > now.change:
        yield Changed.OTHER_MOVE
    if row.origin in now.locations:
        yield Changed.HERE
    if row.destination in now.locations:
        yield Changed.THERE


def _standing(row: PlacementRow, plan: str, now: Since, room: Room, held: date | None) -> Proposal:
    if standing := decided(row, plan, now):
        move = now.moves.get(row.household)
        return Proposal(row, standing, move if move is not None and move.plan == plan else None)
    changed = tuple(dict.fromkeys((*changes(row, now), *_taken(row, now, room))))
    if changed:
        return Proposal(row, Standing.STALE, held_until=held, changed=changed)
    standing = Standing.HELD if held else Standing.OPEN
    return Proposal(row, standing, held_until=held, waits_for=room.waits_for(row), trades=room.trades(row))


def _taken(row: PlacementRow, now: Since, room: Room) -> Iterator[Changed]:
    """Whether others took the proposed place; of a location that itself changed that is no question any more."""
    if row.destination is not None and row.destination not in now.locations and not room.is_there_for(row):
        yield Changed.NO_ROOM
