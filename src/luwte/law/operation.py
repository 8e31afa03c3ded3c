# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Who is responsible for what at a site: by COA, by the municipality or by both, and what nobody answers for.

A municipality can run a site when material and immaterial reception can be provided (Decree 4.1). Whether they can is
for people to judge; here stands for which of the two somebody is named. Immaterial reception is read as guidance.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property

from luwte.law.counting.verdicts import Verdict
from luwte.model.findings import Finding, FindingKind, Severity
from luwte.model.places import Location, Operator
from luwte.model.sites import Operation, OperationTask, Responsible
from luwte.words import N_

PROVISION = "Decree 4.1"
TASKS: Mapping[str, str] = {
    OperationTask.GUIDANCE: N_("guidance"),
    OperationTask.CARE: N_("care"),
    OperationTask.SCHOOL: N_("school"),
    OperationTask.SAFETY: N_("safety"),
    OperationTask.SUPERVISION: N_("supervision"),
    OperationTask.MATERIAL: N_("bed, food and clothing"),
}
RUNNING = frozenset(OperationTask) - {OperationTask.SUPERVISION}
NO_SUPERVISOR = FindingKind(
    "law.operation_no_supervisor",
    Severity.WARNING,
    N_("The municipality answers for {location}, and nobody supervises it."),
    N_("Agree who does, and fill that in; a site must not be its own supervisor."),
    norm=PROVISION,
)
NOBODY = FindingKind(
    "law.operation_nobody",
    Severity.WARNING,
    N_("Nobody is responsible for {task} at {location}."),
    N_("Agree who is, and fill that in; until then it is unknown whether it is provided."),
    norm=PROVISION,
    codes={"task": TASKS},
)
NOT_TOLD = FindingKind(
    "law.operation_not_told",
    Severity.WARNING,
    N_("The municipality answers for {location}; who is responsible for what there is not filled in."),
    N_("Fill in who is responsible for guidance, care, school, safety, supervision, and bed, food and clothing."),
    norm=PROVISION,
)
ITS_OWN_SUPERVISOR = FindingKind(
    "law.operation_its_own_supervisor",
    Severity.WARNING,
    N_("{organisation} runs {location} and supervises it too."),
    N_("Let somebody else supervise it."),
    norm=PROVISION,
)
KINDS = (NO_SUPERVISOR, NOBODY, NOT_TOLD, ITS_OWN_SUPERVISOR)


class Form(StrEnum):
    """Who answers for a site: COA, the municipality, both (hybrid), or others."""

    COA = "coa"
    MUNICIPAL = "municipal"
    HYBRID = "hybrid"
    OTHER = "other"


@dataclass(frozen=True)
class Operated:
    """One site with who is responsible there on a day; of a planned site, on the day that it opens."""

    location: Location
    lines: tuple[Operation, ...]

    @cached_property
    def by_task(self) -> Mapping[OperationTask, tuple[Operation, ...]]:
        """Who is responsible for each thing, in the order of the things; nobody is an empty tuple."""
        return {task: tuple(one for one in self.lines if one.task is task) for task in OperationTask}

    @cached_property
    def form(self) -> Form:
        """By who answers for what is done; where nothing is told, by who runs the site."""
        answering = {self._answers(one) for one in self.lines if one.task in RUNNING}
        ours = answering & {Operator.COA, Operator.MUNICIPALITY} or {self.location.operator}
        if ours == {Operator.COA, Operator.MUNICIPALITY}:
            return Form.HYBRID
        return {Operator.COA: Form.COA, Operator.MUNICIPALITY: Form.MUNICIPAL}.get(ours.pop(), Form.OTHER)

    @property
    def is_municipal(self) -> bool:
        """Whether the municipality answers for the site, alone or together with COA."""
        return self.form in (Form.MUNICIPAL, Form.HYBRID)

    @property
    def is_supervised(self) -> bool:
        """Whether somebody supervises it: by the lines, or by the table of locations."""
        return bool(self.by_task[OperationTask.SUPERVISION] or self.location.supervisor)

    @property
    def missing(self) -> tuple[OperationTask, ...]:
        """What nobody is responsible for, supervision told apart; nothing where nothing was told at all."""
        if not self.lines:
            return ()
        return tuple(task for task, lines in self.by_task.items() if not lines and task in RUNNING)

    def provides(self, task: OperationTask) -> Verdict:
        """Whether somebody provides a thing: unknown where nobody is named, never no."""
        return Verdict.YES if self.by_task[task] else Verdict.UNKNOWN

    @property
    def both_receptions(self) -> Verdict:
        """Whether material and immaterial reception are both provided for (Decree 4.1)."""
        both = {self.provides(task) for task in (OperationTask.MATERIAL, OperationTask.GUIDANCE)}
        return Verdict.YES if both == {Verdict.YES} else Verdict.UNKNOWN

    def _answers(self, line: Operation) -> Operator:
        """A contractor works for who runs the site."""
        return {
            Responsible.COA: Operator.COA,
            Responsible.MUNICIPALITY: Operator.MUNICIPALITY,
            Responsible.NIDOS: Operator.NIDOS,
            Responsible.CONTRACTOR: self.location.operator,
        }.get(line.responsible, Operator.OTHER)


def operated(locations: Iterable[Location], lines: Iterable[Operation], on: date) -> tuple[Operated, ...]:
    """Every site that is open or planned, in the order of the table."""
    at: dict[str, list[Operation]] = defaultdict(list)
    for line in lines:
        at[line.location].append(line)
    return tuple(
        Operated(site, tuple(line for line in at[site.key] if line.holds_on(max(on, site.opens or on))))
        for site in locations
        if site.closes is None or site.closes > on
    )


def findings(sites: Iterable[Operated]) -> Iterator[Finding]:
    """What people have to arrange at the sites that a municipality answers for."""
    for site in sites:
        if site.is_municipal:
            yield from _findings_at(site)


def _findings_at(site: Operated) -> Iterator[Finding]:
    key, name = site.location.key, {"location": site.location.name}
    if not site.is_supervised:
        yield Finding(NO_SUPERVISOR, key, params=name)
    if not site.lines:
        yield Finding(NOT_TOLD, key, params=name)
    for task in site.missing:
        yield Finding(NOBODY, key, params={**name, "task": task.value})
    running = {one.organisation for task, ones in site.by_task.items() if task in RUNNING for one in ones}
    for one in site.by_task[OperationTask.SUPERVISION]:
        if one.organisation and one.organisation in running:
            yield Finding(ITS_OWN_SUPERVISOR, key, params={**name, "organisation": one.organisation})
