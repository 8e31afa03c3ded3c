# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The verb `place`: a place for every household, or the cause why not, with levels, bounds and explanations."""

from collections import Counter
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction

from luwte.model.dataset import Dataset
from luwte.model.findings import Finding, FindingKind, Severity
from luwte.model.places import Fitness, PlaceGroup
from luwte.model.progress import Progress, silent
from luwte.placement.clock import Limits
from luwte.placement.columns import UNPLACED
from luwte.placement.explain import proposals, weighed
from luwte.placement.linear import THOUSANDTHS, solver_name
from luwte.placement.options import all_options
from luwte.placement.placement import LevelResult, Placement, Proposal
from luwte.placement.policy import Policy
from luwte.placement.problem import Problem, describe_problem
from luwte.placement.sites import GROUPS, NOT_KNOWN, SLOTS_EACH, Ints, ints
from luwte.placement.solve import Solution, solve
from luwte.placement.value import above_places
from luwte.placement.worth import worths
from luwte.words import N_

COST_UNKNOWN = FindingKind(
    code="placement.cost_unknown",
    severity=Severity.NOTE,
    what=N_("The cost of a place is unknown at {number} open locations."),
    mend=N_("Cost is not weighed there. Fill in cost_per_place_day in locations.csv."),
)
POINT_UNKNOWN = FindingKind(
    code="placement.point_unknown",
    severity=Severity.NOTE,
    what=N_("The position of {number} open locations is unknown."),
    mend=N_("Distance is not weighed there. Fill in lon and lat in locations.csv."),
)
KINDS = (COST_UNKNOWN, POINT_UNKNOWN)


def place(
    dataset: Dataset,
    policy: Policy,
    on: date,
    *,
    fit: Mapping[tuple[str, PlaceGroup], Fitness],
    shares: Mapping[str, Fraction] | None = None,
    progress: Progress = silent,
    limits: Limits | None = None,
    start: Placement | None = None,
) -> Placement:
    """Place every household of a dataset at a date.

    `fit` tells how fit a location is for a place group (absent: unknown); `shares` the realised part of a
    municipality's task, by code. The dataset has passed `read`. `limits` end the search early, `start`
    is a placement to begin with: what of it is lawful here changes only where that is better. The same input gives the
    same placement, unless a limit in seconds cut in (`Placement.cut`).
    """
    problem = describe_problem(dataset, policy, on, fit, shares or {})
    options = all_options(problem, progress)
    begin = None if start is None else _slots_of(problem, start)
    solution = solve(problem, options, progress, limits, begin)
    progress(N_("Explain the plan"))
    proposed = proposals(dataset, problem, options, solution.plan)
    return Placement(
        date=on,
        policy_hash=policy.hash,
        proposals=proposed,
        levels=_levels(solution),
        terms=_totals(problem, solution, proposed),
        worth=worths(problem, solution),
        findings=(*problem.findings, *_unknown_amounts(problem)),
        solver=solver_name(),
        cut=solution.cut,
    )


def _slots_of(problem: Problem, start: Placement) -> Ints:
    """The slots (H) of an earlier placement; -1 where it has none, or does not know the household or location."""
    at = {key: index for index, key in enumerate(problem.sites.keys)}
    slots = []
    for key in problem.people.keys:
        proposal = start.of.get(key)
        if proposal is None or proposal.place_group is None or proposal.destination not in at:
            slots.append(UNPLACED)
        else:
            slots.append(SLOTS_EACH * at[proposal.destination] + GROUPS.index(proposal.place_group))
    return ints(slots)


def _levels(solution: Solution) -> tuple[LevelResult, ...]:
    return tuple(
        LevelResult(
            level=number,
            value=weighed(decided.value),
            bound=weighed(decided.bound),
            gap=(Decimal(decided.value - decided.bound) / max(THOUSANDTHS, abs(decided.bound))).quantize(
                Decimal("0.000001")
            ),
            seconds=round(seconds, 3),
            stopped_by=decided.stopped_by,
        )
        for number, (decided, seconds) in enumerate(zip(solution.decided, solution.seconds, strict=True), start=1)
    )


def _totals(problem: Problem, solution: Solution, proposed: tuple[Proposal, ...]) -> Mapping[str, Decimal]:
    totals: Counter[str] = Counter(dict.fromkeys(problem.policy.term, 0))
    for proposal in proposed:
        for name, value in proposal.terms.items():
            totals[name] += int(value * THOUSANDTHS)
    children, adults = above_places(problem, solution.plan)
    totals["over_places_children"] += problem.policy.weight("over_places_children") * int(children.sum())
    totals["over_places_adults"] += problem.policy.weight("over_places_adults") * int(adults.sum())
    return {name: weighed(total) for name, total in totals.items()}


def _unknown_amounts(problem: Problem) -> list[Finding]:
    sites = problem.sites
    costless = int((sites.open & (sites.cost == NOT_KNOWN)).sum())
    pointless = int((sites.open & (sites.point != sites.point).any(axis=1)).sum())
    return [
        Finding(kind, params={"number": str(number)})
        for kind, number in ((COST_UNKNOWN, costless), (POINT_UNKNOWN, pointless))
        if number
    ]
