# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The main job: from tables to a plan that is checked, counted and accounted for."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial

from luwte.model.dataset import Dataset
from luwte.model.findings import Finding
from luwte.model.progress import Progress, silent
from luwte.model.receipt import Receipt, software
from luwte.placement import Limits, Policy
from luwte.placement.placement import Placement
from luwte.planning.census import children_by_fitness, children_by_kind, evenness, trade
from luwte.planning.fairness import Fairness, fairness
from luwte.planning.needed import Needed
from luwte.planning.outputs import FairnessRow, PlacementRow, ProvinceRow, SuitabilityRow, TaskRow, WorthRow
from luwte.planning.place import Placing, place_all
from luwte.planning.placement_rows import placement_rows, worth_rows
from luwte.planning.scenarios.recommend import RecommendationRow, recommendations
from luwte.planning.shares import province_rows
from luwte.planning.suitability import judged_by, rows_of
from luwte.planning.summary import LevelRow, Summary
from luwte.planning.worth import conversion_worth, home_worth, province_worth
from luwte.words import N_


@dataclass(frozen=True)
class Plan:
    """A plan: its tables, its findings, and what it comes to; `seconds`, by stage, are no part of its content."""

    summary: Summary
    tasks: tuple[TaskRow, ...]
    provinces: tuple[ProvinceRow, ...]
    placements: tuple[PlacementRow, ...]
    suitability: tuple[SuitabilityRow, ...]
    worth: tuple[WorthRow, ...]
    findings: tuple[Finding, ...]
    fairness: tuple[FairnessRow, ...] = ()
    needed: Needed = field(default_factory=Needed)
    seconds: Mapping[str, float] = field(default_factory=dict, compare=False)

    @property
    def receipt(self) -> Receipt:
        """Where the plan comes from."""
        return self.summary.receipt


def plan(
    dataset: Dataset,
    date: date,
    *,
    policy: Policy,
    cycle: int | None = None,
    need_amv: int | None = None,
    recommend: int = 0,
    progress: Progress = silent,
    limits: Limits | None = None,
) -> Plan:
    """Tasks by law, a place for every household, counted again by independent code, with findings and receipt.

    `cycle` is the first year of a cycle (default: the latest published on the date), `need_amv` the national need for
    places for unaccompanied minors where the cycle does not tell it. With `recommend`, so many changes that would help
    are planned too, each from the plan on. `limits` hold for each of these searches; a person who stops one is not kept
    waiting for the next. Raises what `place_all` raises.
    """
    limits = limits or Limits()
    again = partial(place_all, on=date, policy=policy, cycle=cycle, need_amv=need_amv, progress=progress, limits=limits)
    placing = again(dataset)
    tried = [placing.placement]

    def with_change(altered: Dataset) -> Placing:
        then = again(altered, start=placing.placement)
        tried.append(then.placement)
        return then

    recommended = recommendations(placing, with_change, recommend, progress, limits.stopped)
    progress(N_("Drawing up the account"))
    return draw_up(placing, policy, recommended, cut=any(placement.cut for placement in tried))


def draw_up(
    placing: Placing, policy: Policy, recommended: tuple[RecommendationRow, ...] = (), *, cut: bool = False
) -> Plan:
    """The account of a placement that the recount agrees with; `cut` where the search for what goes with it was cut."""
    dataset = placing.question.dataset
    fair = fairness(placing.answer, policy)
    receipt = _receipt(dataset, placing.question.on, policy, placing)
    return Plan(
        summary=_summary(dataset, placing, replace(receipt, cut=receipt.cut or cut), fair),
        tasks=placing.task_rows,
        provinces=province_rows(placing.tasks),
        placements=placement_rows(placing.placement, policy),
        suitability=tuple(rows_of(dataset.locations, placing.assessed)),
        worth=worth_rows(placing.placement),
        findings=placing.findings,
        fairness=fair.rows,
        needed=Needed(province_worth(placing), conversion_worth(placing), home_worth(placing), recommended),
        seconds={f"level_{level.level}": level.seconds for level in placing.placement.levels},
    )


def _summary(dataset: Dataset, placing: Placing, receipt: Receipt, fair: Fairness) -> Summary:
    tasks, placement, answer = placing.tasks, placing.placement, placing.answer
    return Summary(
        on=receipt.reference_date,
        title=dataset.title,
        synthetic=dataset.synthetic,
        cycle=tasks.cycle,
        need=tasks.need,
        need_amv=tasks.need_amv,
        inhabitants_on=tasks.inhabitants_on,
        levels=_levels(placement),
        terms=dict(placement.terms),
        households=dict(sorted(Counter(p.action.value for p in placement.proposals).items())),
        persons=dict(sorted(Counter(_each_person(placement)).items())),
        children_by_kind=children_by_kind(answer),
        children_by_fitness=children_by_fitness(answer),
        trade=trade(answer),
        evenness=evenness(answer, placing.task_rows),
        receipt=receipt,
        queue=fair.queue,
    )


def _levels(placement: Placement) -> tuple[LevelRow, ...]:
    return tuple(LevelRow(one.level, one.value, one.bound, one.gap, one.stopped_by) for one in placement.levels)


def _each_person(placement: Placement) -> list[str]:
    return [proposal.action.value for proposal in placement.proposals for _ in range(proposal.size)]


def _receipt(dataset: Dataset, on: date, policy: Policy, placing: Placing) -> Receipt:
    return Receipt(
        software=software(),
        dataset=dataset.content_hash,
        reference_date=on,
        parameters={"policy": policy.hash, "cycle": placing.tasks.parameters_hash, **judged_by(dataset)},
        solver=placing.placement.solver,
        seed=dataset.seed,
        cut=placing.placement.cut,
    )
