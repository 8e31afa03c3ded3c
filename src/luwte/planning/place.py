# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Tasks, suitability and placement in one pass, and the recount of its answer: what `place` and `plan` share."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from luwte.data.national.tables import holiday_regions
from luwte.law.distribution import distribute
from luwte.law.parameters import cycle_of, latest_cycle_published
from luwte.law.tasks import Tasks
from luwte.model.dataset import Dataset
from luwte.model.findings import Finding, InputRefused
from luwte.model.periods import SchoolRegion
from luwte.model.progress import Progress, silent
from luwte.placement import Limits, Placement, Policy, place
from luwte.planning.outputs import TaskRow
from luwte.planning.recount import Question, TermValues, Values, recount
from luwte.planning.recount.answer import Answer
from luwte.planning.recount.situation import Situation
from luwte.planning.shares import shares, standing, task_findings, task_rows
from luwte.planning.suitability import AssessedAt, Verdicts, assessed_in, fitness_of_all, verdicts_in, verdicts_of
from luwte.planning.worklist import worklist
from luwte.words import N_


class PlanUnsound(InputRefused):
    """The recount does not agree with the placement: nothing is published. Carries every difference."""


@dataclass(frozen=True)
class Placing:
    """A placement that the recount agrees with, and what it was computed from."""

    tasks: Tasks
    task_rows: tuple[TaskRow, ...]
    question: Question
    assessed: AssessedAt
    placement: Placement
    findings: tuple[Finding, ...]

    @cached_property
    def answer(self) -> Answer:
        """The placement as the recount sees it, for counting people."""
        return Answer(Situation(self.question), self.placement.proposals)


def place_all(
    dataset: Dataset,
    on: date,
    *,
    policy: Policy,
    cycle: int | None = None,
    need_amv: int | None = None,
    progress: Progress = silent,
    limits: Limits | None = None,
    start: Placement | None = None,
) -> Placing:
    """A place for every household, given the tasks of a cycle (its first year; default the latest published).

    `limits` end the search early; `start` is a placement to begin with. What begins with a placement that was cut
    counts as cut itself: it cannot be made again either. Raises InputRefused where the tables do not allow it, and
    PlanUnsound where the answer breaks a rule or states a number that the recount does not find.
    """
    progress(N_("Dividing the tasks"))
    tasks = distribute(dataset.municipalities, cycle=cycle or latest_cycle_published(on), need_amv=need_amv)
    rows = task_rows(tasks, standing(dataset, tasks, on))
    assessed = assessed_in(dataset, on)
    question = question_for(dataset, on, policy, rows, verdicts_of(assessed))
    placement = place(
        dataset, policy, on, fit=question.fit, shares=question.shares, progress=progress, limits=limits, start=start
    )
    placement = replace(placement, cut=placement.cut or (start is not None and start.cut))
    progress(N_("Counting again"))
    differences = recount(question, placement.proposals, placement.terms, placement.levels)
    if differences:
        raise PlanUnsound(differences)
    found = (
        *dataset.findings,
        *tasks.findings,
        *task_findings(dataset, rows, cycle_of(tasks.cycle or 0).published_on.known, on),
        *worklist(Answer(Situation(question), placement.proposals)),
        *placement.findings,
    )
    return Placing(tasks, rows, question, assessed, placement, found)


def question_for(
    dataset: Dataset, on: date, policy: Policy, tasks: tuple[TaskRow, ...], verdicts: Verdicts | None = None
) -> Question:
    """All that a placement is computed from, and counted again from; `verdicts` where the assessments were read before.

    None of them: they are read here, by the bundled catalogue.
    """
    return Question(
        dataset=dataset,
        on=on,
        values=values_of(policy),
        fit=fitness_of_all(dataset.locations, verdicts_in(dataset, on) if verdicts is None else verdicts),
        shares=shares(tasks),
        school_regions=school_regions(dataset),
    )


def values_of(policy: Policy) -> Values:
    """The values of a policy as the recount takes them."""
    days = policy.days
    return Values(
        must_leave_days=days.must_leave.value,
        notice_days=days.notice.value,
        minimum_remaining_days=days.minimum_remaining.value,
        closing_soon_days=days.closing_soon.value,
        term={
            name: TermValues(
                level=policy.level_of[name],
                weight=policy.weight(name),
                per_quarter=policy.weight(name, "per_quarter"),
                at_most=policy.weight(name, "at_most"),
                per_forced_move=policy.weight(name, "per_forced_move"),
                own_child=policy.weight(name, "own_child"),
                above=term.above,
                per=term.per,
            )
            for name, term in policy.term.items()
        },
    )


def school_regions(dataset: Dataset) -> Mapping[str, SchoolRegion]:
    """The holiday region of every municipality that has one."""
    regions = holiday_regions()
    return {m.code: regions[m.code].region for m in dataset.municipalities if m.code in regions}
