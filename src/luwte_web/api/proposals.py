# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Proposals of a plan, and what people decide about them: accept, another place, hold, make final, take back.

A decision names by If-Match what was seen: where the proposal, its move or the record of a child's interests is another
by then, nothing is decided (412). Who reads a proposal reads about the household, and that is on the log.
"""

import hashlib
import json
from collections.abc import Sequence
from datetime import date
from typing import Annotated, Any, Literal

from django.http import Http404, HttpRequest, HttpResponse
from ninja import Body, Path, Query, Router, Schema
from ninja.responses import Status
from pydantic import Field

from luwte.data.raw import error
from luwte.model.findings import Finding
from luwte.planning.outputs import PlacementRow
from luwte.words import N_
from luwte_web.accounts.acting import acting
from luwte_web.accounts.actions import Action
from luwte_web.accounts.actors import Actor
from luwte_web.api.findings import told_findings
from luwte_web.api.operations import operation
from luwte_web.api.paging import Paged, part_of, part_shape
from luwte_web.api.plans import Named
from luwte_web.api.problems import Failed, Fault
from luwte_web.api.records import address_of, demand_household
from luwte_web.api.shapes import ADDRESS, plain
from luwte_web.api.values import Day, Exact, Given, Key, Reason
from luwte_web.api.versions import IfMatch, etag_of, only_if_unchanged, seen_by
from luwte_web.audit.reading import reads_people
from luwte_web.registry import selectors
from luwte_web.workspace import jobs, proposals, review
from luwte_web.workspace.best_interests import guardian_view_of, missing_for, record_of
from luwte_web.workspace.children import views_of
from luwte_web.workspace.effect import effect_of
from luwte_web.workspace.models import PlanJob
from luwte_web.workspace.proposals import Proposal, Standing
from luwte_web.workspace.undisputed import disputes

router = Router(tags=["proposals"])
READ, DECIDE = [Action.READ_PERSON], [Action.DECIDE_MOVE]
MOST_AT_ONCE = 500
VERSION_LENGTH = 16
Decided = Literal["accept", "override", "hold", "release", "commit", "take_back"]

TO_MISSING = error("api.override_without_place", N_("Another place needs to be named."), N_("Give to, a location."))
UNTIL_MISSING = error("api.hold_without_day", N_("A hold needs its last day."), N_("Give until, a day."))
KINDS = (TO_MISSING, UNTIL_MISSING)


class ProposalShape(Schema):
    """What is proposed for a household, and how that stands."""

    household: str
    group: str
    size: int
    minors: int
    origin: str | None = Field(alias="from", description=N_("Where it lives now."))
    proposed: str | None = Field(description=N_("Where the plan would have it live."))
    to: str | None = Field(description=N_("Where it goes: as a person decided, else as the plan proposes."))
    action: str
    cause: str
    standing: Standing = Field(description=N_("Whether it is open, decided, on hold or out of date."))
    changed: list[str] = Field(description=N_("What changed since the plan was made, as codes."))
    disputes: list[str] = Field(description=N_("Why a person should look before accepting it, as codes."))
    missing: list[str] = Field(
        description=N_("What is not written down yet, as codes; what is of one child ends with a colon and its key.")
    )
    waits_for: list[str] = Field(description=N_("Households whose move must be final before the place is free."))
    held_until: date | None
    move: str | None = Field(description=N_("Key of the move that was decided."))
    on: date | None = Field(description=N_("Day of that move."))
    terms: list[Named]
    url: str = Field(description=ADDRESS)


class DecisionTaken(Given):
    """What a person decides, and why."""

    decision: Decided
    reason: Reason
    to: Key | None = Field(default=None, description=N_("Another location; for override."))
    on: Day | None = Field(default=None, description=N_("Day of the move; for accept and override."))
    until: Day | None = Field(default=None, description=N_("Last day of a hold; for hold."))
    urgent_because: Reason | None = Field(
        default=None, description=N_("Why this cannot wait until everything is written down; for commit.")
    )


class JointDecision(Given):
    """Accept what nobody disputes."""

    households: Annotated[list[Key], Field(min_length=1, max_length=MOST_AT_ONCE)]
    reason: Reason


class Refused(Schema):
    """A proposal that was not accepted, and why."""

    household: str
    errors: list[Fault]


class Together(Schema):
    """What became of proposals that were to be accepted together."""

    accepted: list[str]
    refused: list[Refused]


class LevelEffect(Schema):
    """What another place does to a level."""

    level: int
    before: Exact
    after: Exact


class Effect(Schema):
    """What it would do to put a household at another place."""

    to: str
    fitness: str
    levels: list[LevelEffect]
    short: int = Field(description=N_("How many people would be without the place that the plan has for them."))
    rivals: list[str] = Field(description=N_("The households among which they are."))
    broken: list[Fault] = Field(description=N_("The rules that it breaks."))


class Elsewhere(Schema):
    """Which other place."""

    to: Key = Field(description=N_("A location."))


@operation(
    router, "GET", "/plans/{plan}/proposals", N_("Proposals of a plan"), needs=READ, gives=part_shape(ProposalShape)
)
def list_proposals(request: HttpRequest, plan: Path[Key], asked: Query[Paged]) -> Any:
    """The proposals about the households that you may read about, the most urgent first."""
    job = _job(plan)
    rows = proposals.of(acting(request), job)
    return part_of(request, rows, len(rows), asked, lambda part: _told(request, job, part))


@operation(router, "GET", "/plans/{plan}/proposals/{household}", N_("One proposal"), needs=READ, gives=ProposalShape)
def read_proposal(request: HttpRequest, response: HttpResponse, plan: Path[Key], household: Path[Key]) -> Any:
    """What is proposed for a household, how it stands, and the ETag that a decision about it needs."""
    job = _job(plan)
    return _with_etag(request, response, job, household)


@operation(
    router, "GET", "/plans/{plan}/proposals/{household}/effect", N_("What another place would do"), needs=DECIDE,
    gives=Effect, problems=(409,),
)  # fmt: skip
def read_effect(request: HttpRequest, plan: Path[Key], household: Path[Key], asked: Query[Elsewhere]) -> Any:
    """What it would do to each level, to the rules and to others if this household came to another place."""
    job, actor = _job(plan), acting(request)
    demand_household(actor, Action.DECIDE_MOVE, household)
    found = effect_of(job, household, asked.to)
    reads_people(request, [f"household:{household}"], {"plan": plan, "token": seen_by(request)})
    return {
        "to": found.to.key,
        "fitness": found.fitness.value,
        "levels": [
            {"level": level, "before": plain(before), "after": plain(after)}
            for level, (before, after) in found.levels.items()
        ],
        "short": found.short,
        "rivals": selectors.seen_among(actor, [each.household for each in found.rivals]),
        "broken": told_findings(request, found.found.broken),
    }


@operation(
    router, "POST", "/plans/{plan}/proposals/{household}/decisions", N_("Decide about a proposal"), needs=DECIDE,
    gives=ProposalShape, status=201, problems=(409, 412, 428),
)  # fmt: skip
def decide(
    request: HttpRequest,
    response: HttpResponse,
    plan: Path[Key],
    household: Path[Key],
    decision: Body[DecisionTaken],
    if_match: IfMatch = None,
) -> Status[dict[str, Any]]:
    """Accept, choose another place, hold, let go on, make final or take back; always a person, always with a reason."""
    _complete(decision)
    job, actor = _job(plan), acting(request)
    demand_household(actor, Action.DECIDE_MOVE, household)
    with only_if_unchanged(if_match, lambda: _version(_one(actor, job, household))):
        _do(actor, job, household, decision)
    return Status(201, _with_etag(request, response, job, household))


@operation(
    router, "POST", "/plans/{plan}/joint-decisions", N_("Accept what nobody disputes"), needs=DECIDE, gives=Together
)
def decide_together(request: HttpRequest, plan: Path[Key], joint: Body[JointDecision]) -> Any:
    """Accept those of the named proposals that nobody disputes at this moment, each with a line of its own."""
    job, actor = _job(plan), acting(request)
    for household in joint.households:
        demand_household(actor, Action.DECIDE_MOVE, household)
    done = review.accept_undisputed(actor, job, list(dict.fromkeys(joint.households)), joint.reason)
    return {
        "accepted": list(done.accepted),
        "refused": [{"household": key, "errors": told_findings(request, why)} for key, why in done.refused],
    }


def _complete(decision: DecisionTaken) -> None:
    lacking = [
        kind
        for kind, is_lacking in (
            (TO_MISSING, decision.decision == "override" and decision.to is None),
            (UNTIL_MISSING, decision.decision == "hold" and decision.until is None),
        )
        if is_lacking
    ]
    if lacking:
        raise Failed(400, *(Finding(kind) for kind in lacking))


def _do(actor: Actor, job: PlanJob, household: str, asked: DecisionTaken) -> None:
    match asked.decision:
        case "accept":
            review.accept(actor, job, household, asked.reason, asked.on)
        case "override":
            review.override(actor, job, household, asked.to or "", asked.reason, asked.on)
        case "hold":
            review.hold(actor, job, household, asked.until or date.min, asked.reason)
        case "release":
            review.release(actor, job, household, asked.reason)
        case "commit":
            review.commit(actor, job, household, asked.reason, asked.urgent_because or "")
        case "take_back":
            review.take_back(actor, job, household, asked.reason)


def _job(plan: str) -> PlanJob:
    """The job that made a plan of the registry; another plan has no proposals to decide about."""
    job = jobs.made().filter(plan_id=plan).first()
    if job is None:
        raise Http404
    return job


def _one(actor: Actor, job: PlanJob, household: str) -> Proposal:
    """A proposal that the actor may see."""
    seen = selectors.households_seen(actor).filter(household__key=household).exists()
    proposal = proposals.one(job, household) if seen else None
    if proposal is None:
        raise Http404
    return proposal


def _with_etag(request: HttpRequest, response: HttpResponse, job: PlanJob, household: str) -> dict[str, Any]:
    proposal = _one(acting(request), job, household)
    response["ETag"] = etag_of(_version(proposal))
    return _told(request, job, [proposal])[0]


def _version(proposal: Proposal) -> str:
    """A name for everything that a decision rests on: how it stands, its move, and what is written down of it."""
    key, to = proposal.household, proposal.to or ""
    weighed, views, guardian = record_of(key, to), views_of(key, to), guardian_view_of(key, to)
    rests_on = [
        proposal.standing,
        proposal.move.pk if proposal.move else None,
        str(proposal.held_until),
        *proposal.changed,
        *proposal.waits_for,
        weighed.pk if weighed else None,
        *sorted(view.pk for view in views.values()),
        guardian.pk if guardian else None,
    ]
    return hashlib.sha256(json.dumps(rests_on).encode()).hexdigest()[:VERSION_LENGTH]


def _told(request: HttpRequest, job: PlanJob, part: Sequence[Proposal]) -> list[dict[str, Any]]:
    things = [f"household:{each.household}" for each in part]
    reads_people(request, things, {"plan": job.plan_id or "", "token": seen_by(request)})
    disputed, actor = disputes(job, list(part)), acting(request)
    return [
        {
            **_of_row(each.row),
            "to": each.to,
            "standing": each.standing,
            "changed": [change.value for change in each.changed],
            "disputes": [dispute.value for dispute in disputed[each.household]],
            "missing": _missing(each),
            "waits_for": selectors.seen_among(actor, each.waits_for),
            "held_until": each.held_until,
            "move": each.move.move.key if each.move else None,
            "on": each.move.on if each.move else None,
            "url": request.build_absolute_uri(address_of("plans", job.plan_id or "", "proposals", each.household)),
        }
        for each in part
    ]


def _of_row(row: PlacementRow) -> dict[str, Any]:
    return {
        "household": row.household,
        "group": row.group,
        "size": row.size,
        "minors": row.minors,
        "from": row.origin,
        "proposed": row.destination,
        "action": row.action.value,
        "cause": row.cause.value,
        "terms": [{"name": name, "value": plain(value)} for name, value in row.terms],
    }


def _missing(proposal: Proposal) -> list[str]:
    if proposal.move is None:
        return []
    return [each.code for each in missing_for(proposal.household, proposal.move.to.key, proposal.move.on)]
