# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Which proposals nobody disputes: who presses once accepts them all, so each reason to look first is named."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from django.db.models import Q

from luwte.model.periods import is_minor
from luwte.placement.placement import Cause
from luwte.words import N_
from luwte_web.workspace.assumed import Assumed, assumed
from luwte_web.workspace.best_interests import missing
from luwte_web.workspace.children import Children
from luwte_web.workspace.models import BestInterests, ChildView, GuardianView, PlanJob, Stance
from luwte_web.workspace.proposals import Proposal, Standing

EVIDENT = frozenset(
    (Cause.NO_PLACE_YET, Cause.LEAVES_UNFIT_PLACE, Cause.LOCATION_CLOSES, Cause.LOCATION_NOT_OPEN, Cause.CLOSES_SOON)
)


class Dispute(StrEnum):
    """One reason to look at a proposal before it is accepted."""

    NO_PLACE = "no_place"
    CAUSE = "cause"
    NOT_FIT = "not_fit"
    WAITS = "waits"
    TRADES = "trades"
    LOCK = "lock"
    WISH = "wish"
    NEAR = "near"
    LEAVES_FIT = "leaves_fit"
    INCOMPLETE = "incomplete"
    CHILD = "child"
    GUARDIAN = "guardian"


DISPUTES: Mapping[Dispute, str] = {
    Dispute.NO_PLACE: N_("No place was found. A person must look for one."),
    Dispute.CAUSE: N_("The move is for the sake of others, or for a better place. Nobody has to leave."),
    Dispute.NOT_FIT: N_("The new place is not known to be fit for them."),
    Dispute.WAITS: N_("The place is free only once the move of others is final."),
    Dispute.TRADES: N_("They trade places with others, and nobody can go first. Choose another place for one of them."),
    Dispute.LOCK: N_("A person decided that they stay where they are. Only who undoes that can move them."),
    Dispute.WISH: N_("It is not what they asked for."),
    Dispute.NEAR: N_("It is not near the people they want to be near."),
    Dispute.LEAVES_FIT: N_("A child leaves a fit place that stays open."),
    Dispute.INCOMPLETE: N_("The best interests of the children are not written down completely."),
    Dispute.CHILD: N_("A child objects."),
    Dispute.GUARDIAN: N_("The guardian objects."),
}
BY_TERM: Mapping[str, Dispute] = {
    "wish_not_met": Dispute.WISH,
    "not_near": Dispute.NEAR,
    "moved_from_fit": Dispute.LEAVES_FIT,
}


@dataclass(frozen=True)
class Records:
    """What is written down now about moves, by household and location."""

    weighed: Mapping[tuple[str, str], BestInterests]
    views: Mapping[tuple[str, str], Mapping[str, ChildView]]
    guardians: Mapping[tuple[str, str], GuardianView]


def disputes(job: PlanJob, proposals: list[Proposal]) -> Mapping[str, tuple[Dispute, ...]]:
    """Why each of these proposals needs a look, by household; nothing where nobody disputes it."""
    assert job.plan_id is not None  # noqa: S101 - a plan that is made is there
    plan, records = assumed(job.plan_id), _records(proposals)
    return {one.household: tuple(_disputes(one, plan, records)) for one in proposals}


def undisputed(job: PlanJob, proposals: list[Proposal]) -> list[Proposal]:
    """The open proposals that nobody disputes."""
    is_open = [one for one in proposals if one.standing is Standing.OPEN]
    found = disputes(job, is_open)
    return [one for one in is_open if not found[one.household]]


def _records(proposals: list[Proposal]) -> Records:
    about = Q(household__key__in=[one.household for one in proposals if one.row.minors])
    weighed = BestInterests.objects.known().filter(about).select_related("household", "to")
    views: defaultdict[tuple[str, str], dict[str, ChildView]] = defaultdict(dict)
    for view in ChildView.objects.known().filter(about).select_related("household", "person", "to"):
        views[view.household.key, view.to.key][view.person.key] = view
    guardians = GuardianView.objects.known().filter(about).select_related("household", "to")
    return Records(
        {(one.household.key, one.to.key): one for one in weighed},
        dict(views),
        {(one.household.key, one.to.key): one for one in guardians},
    )


def _disputes(proposal: Proposal, plan: Assumed, records: Records) -> Iterator[Dispute]:
    row = proposal.row
    if row.destination is None:
        yield Dispute.NO_PLACE
        return
    if row.cause not in EVIDENT:
        yield Dispute.CAUSE
    fit = plan.fitness(row)
    if fit is None or not fit.is_fit:
        yield Dispute.NOT_FIT
    if proposal.waits_for:
        yield Dispute.TRADES if proposal.trades else Dispute.WAITS
    if plan.dataset.household[row.household].locked:
        yield Dispute.LOCK
    terms = {name[3:] for name, _ in row.terms}
    yield from (dispute for term, dispute in BY_TERM.items() if term in terms)
    if row.minors:
        yield from _voices(proposal, plan, records)


def _voices(proposal: Proposal, plan: Assumed, records: Records) -> Iterator[Dispute]:
    """What children and guardians say, and whether it was asked."""
    at = (proposal.household, proposal.row.destination or "")
    views, guardian = records.views.get(at, {}), records.guardians.get(at)
    if missing(records.weighed.get(at), views, guardian, _children(proposal, plan)):
        yield Dispute.INCOMPLETE
    if any(view.stance is Stance.OBJECTS for view in views.values()):
        yield Dispute.CHILD
    if guardian is not None and guardian.stance is Stance.OBJECTS:
        yield Dispute.GUARDIAN


def _children(proposal: Proposal, plan: Assumed) -> Children:
    """The children as the plan knows them; where the registry knows others since, its proposal is out of date."""
    persons = plan.dataset.persons_of.get(proposal.household, ())
    minors = tuple(person.key for person in persons if is_minor(person.birth_month, plan.on))
    school_age = plan.answer.situation.members[proposal.household].school_age
    return Children(minors, school_age, proposal.row.group == "amv")
