# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Everything that was decided and written down about one proposal, the latest first: what, when, by whom and why."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from luwte.model.stays import MoveStatus
from luwte.words import N_
from luwte_web.registry.models import Change, MoveFacts, Version
from luwte_web.workspace.assumed import assumed
from luwte_web.workspace.models import BestInterests, ChildView, GuardianView, Hold, PlanJob, Urgency


class What(StrEnum):
    """One sort of thing that somebody did."""

    ACCEPTED = "accepted"
    OVERRIDDEN = "overridden"
    COMMITTED = "committed"
    TAKEN_BACK = "taken_back"
    HELD = "held"
    RELEASED = "released"
    URGENT = "urgent"
    WEIGHED = "weighed"
    CHILD = "child"
    GUARDIAN = "guardian"


WHATS: Mapping[What, str] = {
    What.ACCEPTED: N_("accepted the proposal"),
    What.OVERRIDDEN: N_("chose another place"),
    What.COMMITTED: N_("made the move final"),
    What.TAKEN_BACK: N_("took the decision back"),
    What.HELD: N_("put the proposal on hold"),
    What.RELEASED: N_("let the proposal go on"),
    What.URGENT: N_("decided that the move could not wait"),
    What.WEIGHED: N_("wrote down the best interests of the children"),
    What.CHILD: N_("wrote down the view of a child"),
    What.GUARDIAN: N_("wrote down the view of the guardian"),
}
BY_STATUS = {MoveStatus.COMMITTED: What.COMMITTED, MoveStatus.CANCELLED: What.TAKEN_BACK}


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that was done; `to` is the location that it was about, `day` the day that it names."""

    number: int
    moment: datetime
    actor: str
    what: What
    reason: str
    to: str = ""
    day: date | None = None


def history(job: PlanJob, household: str) -> list[Event]:
    """What was decided about a household in a plan, and what was written down about its children for any move."""
    found = (*_moves(job, household), *_holds(job, household), *_records(household))
    return sorted(found, key=lambda event: event.number, reverse=True)


def _moves(job: PlanJob, household: str) -> Iterator[Event]:
    assert job.plan_id is not None  # noqa: S101 - a plan that is made is there
    proposed = assumed(job.plan_id).destination.get(household)
    versions = MoveFacts.objects.filter(household__key=household, plan=job.plan_id)
    for version in versions.select_related("known_by", "to", "move"):
        chosen = What.ACCEPTED if version.to.key == proposed else What.OVERRIDDEN
        what = BY_STATUS.get(version.status, chosen)
        yield _event(version.known_by, what, to=version.to.key, day=version.on)
    moved = versions.values_list("move_id", flat=True)
    for urgent in Urgency.objects.filter(move_id__in=moved).select_related("known_by"):
        yield _event(urgent.known_by, What.URGENT)


def _holds(job: PlanJob, household: str) -> Iterator[Event]:
    holds = Hold.objects.filter(household__key=household, plan_id=job.plan_id)
    begun = {hold.known_by_id for hold in holds}
    for hold in holds.select_related("known_by", "superseded_by"):
        yield _event(hold.known_by, What.HELD, day=hold.until)
        if hold.superseded_by is not None and hold.superseded_by_id not in begun:
            yield _event(hold.superseded_by, What.RELEASED)


def _records(household: str) -> Iterator[Event]:
    kinds: Mapping[type[Version], What] = {
        BestInterests: What.WEIGHED,
        ChildView: What.CHILD,
        GuardianView: What.GUARDIAN,
    }
    for kind, what in kinds.items():
        versions = kind.objects.filter(household__key=household).select_related("known_by", "to")
        for version in versions:
            yield _event(version.known_by, what, to=version.to.key, reason="")  # type: ignore[attr-defined]


def _event(change: Change, what: What, *, to: str = "", day: date | None = None, reason: str | None = None) -> Event:
    said = change.reason if reason is None else reason
    return Event(change.pk, change.moment, change.actor, what, said, to, day)
