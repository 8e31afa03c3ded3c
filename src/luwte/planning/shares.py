# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""How far each municipality is with its task: indicative, agreed, binding and realised places, kept apart."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from luwte.law.counting import Verdict, count_realised
from luwte.law.exchange import net_of
from luwte.law.tasks import Task, Tasks
from luwte.model.dataset import Dataset
from luwte.model.findings import Finding, FindingKind, Severity
from luwte.model.places import LocationKind
from luwte.model.pledges import Decision, Exchange
from luwte.planning.outputs import ProvinceRow, TaskRow
from luwte.words import N_

DURABLE_UNKNOWN = FindingKind(
    code="planning.durable_unknown",
    severity=Severity.NOTE,
    what=N_("Of {count} municipalities it is not sure which places count as durable; counted_durable is empty there."),
    mend=N_("Fill in until when their locations are there; luwte law counting tells why, place by place."),
    norm="Decree 3.1",
)
BINDING_UNKNOWN = FindingKind(
    code="planning.binding_unknown",
    severity=Severity.NOTE,
    what=N_("No distribution decision is known for {count} municipalities; their gap is to the agreed number."),
    mend=N_("Add the decisions of this cycle to decisions.csv once they are published."),
    norm="Act 5(1)",
)
EXCHANGE_BEFORE_CYCLE = FindingKind(
    code="planning.exchange_before_cycle",
    severity=Severity.WARNING,
    what=N_("The exchange of {places} places to {taker} was agreed on {agreed_on}, before this cycle was published."),
    mend=N_("It is counted. Take it out of exchanges.csv if it belongs to an earlier cycle."),
    norm="Act 4",
)
KINDS = (DURABLE_UNKNOWN, BINDING_UNKNOWN, EXCHANGE_BEFORE_CYCLE)


@dataclass(frozen=True, slots=True)
class Standing:
    """What is decided and what is there, per municipality code, in places; `durable` is `None` where it is not sure."""

    exchanged: Mapping[str, int]
    binding: Mapping[str, int]
    realised: Mapping[str, int]
    durable: Mapping[str, int | None]


def standing(dataset: Dataset, tasks: Tasks, on: date) -> Standing:
    """Exchanges agreed, decisions taken and places open on the day; a crisis emergency place realises nothing."""
    realised: Counter[str] = Counter()
    for location in dataset.locations:
        if location.is_open(on) and location.kind is not LocationKind.CRISIS_EMERGENCY:
            realised[location.municipality] += location.total_places
    binding = {decision.municipality: decision.places for decision in decided_by(dataset, tasks.cycle, on)}
    return Standing(net_of(agreed_by(dataset, on)), binding, realised, _durable(dataset, on))


def _durable(dataset: Dataset, on: date) -> Mapping[str, int | None]:
    """Realised places that count as durable (Decree 3.1), of who has any places at all."""
    counted = count_realised(dataset.locations, dataset.offers, on).by_municipality
    return {code: None if sums[Verdict.UNKNOWN] else sums[Verdict.YES] for code, sums in counted.items()}


def task_rows(tasks: Tasks, state: Standing) -> tuple[TaskRow, ...]:
    """tasks.csv: gap = (binding, else agreed) - realised; positive is short."""
    return tuple(_task_row(task, state) for task in tasks.municipalities)


def province_rows(tasks: Tasks) -> tuple[ProvinceRow, ...]:
    """provinces.csv: the task of a province is the sum of its municipalities (Decree 2.1(2))."""
    return tuple(ProvinceRow(p.province_code, p.province, p.indicative, p.indicative_amv) for p in tasks.provinces)


def shares(rows: tuple[TaskRow, ...]) -> Mapping[str, Fraction]:
    """Realised places over the task (binding, else agreed), exactly; over 1 the task is exceeded.

    A municipality without a task that has places is beyond it at once: its places count as over a task of less than
    one place.
    """
    return {row.municipality: _share(row.realised, row.realised + row.gap) for row in rows}


def task_findings(dataset: Dataset, rows: tuple[TaskRow, ...], published: date | None, on: date) -> tuple[Finding, ...]:
    """What is unknown in the tasks, said once for all municipalities."""
    unsure = sum(row.counted_durable is None for row in rows)
    found = [Finding(DURABLE_UNKNOWN, params={"count": str(unsure)})] if unsure else []
    without = sum(row.binding is None for row in rows)
    if without:
        found.append(Finding(BINDING_UNKNOWN, params={"count": str(without)}))
    for exchange in agreed_by(dataset, on):
        if published and exchange.agreed_on and exchange.agreed_on < published:
            found.append(_before_cycle(exchange, exchange.agreed_on))
    return tuple(found)


def decided_by(dataset: Dataset, cycle: int | None, on: date) -> tuple[Decision, ...]:
    """The decisions of a cycle that were taken by a day; one without a day counts always."""
    return tuple(
        one for one in dataset.decisions if one.cycle == cycle and (one.decided_on is None or one.decided_on <= on)
    )


def agreed_by(dataset: Dataset, on: date) -> tuple[Exchange, ...]:
    """The exchanges agreed by a day; one without a day counts always."""
    return tuple(e for e in dataset.exchanges if e.agreed_on is None or e.agreed_on <= on)


def _task_row(task: Task, state: Standing) -> TaskRow:
    code = task.municipality
    agreed = task.indicative + state.exchanged.get(code, 0)
    binding = state.binding.get(code)
    realised = state.realised.get(code, 0)
    asked = agreed if binding is None else binding
    return TaskRow(
        municipality=code,
        indicative=task.indicative,
        indicative_amv=task.indicative_amv,
        agreed=agreed,
        binding=binding,
        counted_durable=state.durable.get(code, 0),
        realised=realised,
        gap=asked - realised,
    )


def _share(realised: int, task: int) -> Fraction:
    if task <= 0:
        return Fraction(realised + 1 if realised else 0)
    return Fraction(realised, task)


def _before_cycle(exchange: Exchange, agreed_on: date) -> Finding:
    params = {"places": str(exchange.places), "taker": exchange.taker, "agreed_on": agreed_on.isoformat()}
    return Finding(EXCHANGE_BEFORE_CYCLE, subject=exchange.giver, params=params)
