# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What it would do to put a household at another place than the plan proposes: shown before a person decides so."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from luwte.model.places import Fitness, Location
from luwte.planning.elsewhere import Elsewhere, elsewhere
from luwte.planning.recount.welcome import may_take_in
from luwte.quality.assess import has_places
from luwte_web.registry.refusals import ChangeRefused, refusal
from luwte_web.workspace.assumed import assumed
from luwte_web.workspace.models import PlanJob
from luwte_web.workspace.proposals import DECIDED, Proposal, of_all
from luwte_web.workspace.refusals import NO_SUCH_PLACE, NOT_PROPOSED


@dataclass(frozen=True)
class Effect:
    """One override as it would be.

    `levels` gives for each level its value in the plan and then, in weighed persons. `short` is how many people would
    be without the place that the plan has for them, and `rivals` are the proposals among which they must be found.
    """

    to: Location
    fitness: Fitness
    levels: Mapping[int, tuple[Decimal, Decimal]]
    found: Elsewhere
    short: int
    rivals: tuple[Proposal, ...]


def effect_of(job: PlanJob, household: str, to: str) -> Effect:
    """Count what another place does to each level, which rules it breaks, and who would be without the place.

    Raises ChangeRefused where the plan knows no such household or location.
    """
    assert job.plan_id is not None  # noqa: S101 - a plan that is made is there
    plan = assumed(job.plan_id)
    if household not in plan.destination:
        raise ChangeRefused(refusal(NOT_PROPOSED, household, household=household))
    at = plan.dataset.location.get(to)
    if at is None:
        raise ChangeRefused(refusal(NO_SUCH_PLACE, to, location=to))
    found = elsewhere(plan.answer, household, to)
    group, situation = found.put.place_group, plan.answer.situation
    assert group is not None  # noqa: S101 - who is put somewhere takes a place there
    rivals = [
        one
        for one in of_all(job)
        if one.row.destination == to
        and one.row.place_group is group
        and one.household != household
        and one.standing not in DECIDED
    ]
    return Effect(
        to=at,
        fitness=situation.fitness(plan.dataset.household[household], at, group),
        levels={row.level: (row.value, row.value + found.levels[row.level]) for row in plan.stored.plan.summary.levels},
        found=found,
        short=min(found.over, found.put.size),
        rivals=tuple(rivals) if found.over else (),
    )


@dataclass(frozen=True, slots=True)
class Choice:
    """A location that may take a household in: how fit it is for them, and whether it has room in this plan."""

    location: Location
    fitness: Fitness
    has_room: bool


def choices(job: PlanJob, household: str) -> list[Choice]:
    """The locations that no rule but room keeps a household from: fit ones first, with room before full."""
    assert job.plan_id is not None  # noqa: S101 - a plan that is made is there
    plan = assumed(job.plan_id)
    situation, record = plan.answer.situation, plan.dataset.household[household]
    proposed = plan.destination.get(household)
    found = []
    for at in plan.dataset.locations:
        if at.key in (proposed, record.location) or not situation.lasts_long_enough(at):
            continue
        groups = [group for group in situation.groups_there(record, at) if has_places(at, group)]
        if groups and may_take_in(situation, record, at):
            group = min(groups)
            size = situation.members[household].size
            room = not plan.answer.after[at.key].with_more(group, size).over(at)[group]
            found.append(Choice(at, situation.fitness(record, at, group), room))
    return sorted(found, key=lambda one: (not one.fitness.is_fit, not one.has_room, one.location.name))
