# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""All that the law comes to for one municipality: its number, what counts, how far it is, and ways to close the gap."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from luwte.law.counting import Nature, Places, Reason, Verdict, count
from luwte.law.counting.durable import FiveYearsFrom, not_durable
from luwte.law.cycle import Held, StepSeen, calendar
from luwte.law.tasks import Task, Tasks
from luwte.law.ways import Closing, Durable, ways
from luwte.model.dataset import Dataset
from luwte.model.findings import Finding, InputRefused
from luwte.model.geography import Municipality
from luwte.model.people import Household
from luwte.model.periods import is_minor
from luwte.model.pledges import Decision
from luwte.planning.law.alike import Alike, alike
from luwte.planning.law.course import course_in, statuses_in
from luwte.planning.law.dwelling import Dwelling, dwelling
from luwte.planning.outputs import TaskRow
from luwte.planning.shares import decided_by, standing, task_rows

SURELY_DURABLE = frozenset({Reason.COUNTS, Reason.COMING, Reason.MINIMUM_UNSURE})


@dataclass(frozen=True)
class Municipal:
    """One municipality on a day. `sums` are its places by whether they count; `findings` what its tables contradict.

    `statuses` is its ladder so far, the last one holds; `steps` is the clock of the cycle. Both are empty where the
    question names no cycle.
    """

    on: date
    place: Municipality
    task: Task
    row: TaskRow
    decision: Decision | None
    places: tuple[Places, ...]
    durable: Durable
    ways: tuple[Closing, ...]
    statuses: tuple[Held, ...]
    steps: tuple[StepSeen, ...]
    housing: Dwelling | None
    alike: tuple[Alike, ...]
    findings: tuple[Finding, ...]

    @property
    def number(self) -> int:
        """What is asked of it, in places: binding, else agreed."""
        return self.row.realised + self.row.gap

    @property
    def sums(self) -> Mapping[Verdict, int]:
        """Places by whether they count."""
        counted: Counter[Verdict] = Counter()
        for one in self.places:
            counted[one.verdict] += one.candidate.places
        return {verdict: counted[verdict] for verdict in Verdict}

    @property
    def to_add(self) -> int:
        """Places by which what counts is short of the number; what may count is not counted."""
        return max(self.number - self.sums[Verdict.YES], 0)


def municipal(dataset: Dataset, tasks: Tasks, on: date, code: str) -> Municipal:
    """One municipality of a dataset on a day, beside the tasks of a cycle; another code raises `KeyError`."""
    rows = {row.municipality: row for row in task_rows(tasks, standing(dataset, tasks, on))}
    counting = count(dataset.locations, dataset.offers, on)
    places = tuple(one for one in counting.places if one.candidate.municipality == code)
    durable = durable_of(places, on, counting.reading)
    task, row = tasks.of[code], rows[code]
    statuses, refused = _ladder(dataset, tasks.cycle, on, code)
    return Municipal(
        on=on,
        place=dataset.municipality[code],
        task=task,
        row=row,
        decision=next((one for one in decided_by(dataset, tasks.cycle, on) if one.municipality == code), None),
        places=places,
        durable=durable,
        ways=ways(row.realised + row.gap, durable, number_amv=task.indicative_amv),
        statuses=statuses,
        steps=calendar(course_in(dataset, tasks.cycle), on) if tasks.cycle is not None else (),
        housing=dwelling(dataset, on, code),
        alike=alike(tasks, rows, code),
        findings=refused,
    )


def durable_of(places: tuple[Places, ...], on: date, reading: FiveYearsFrom) -> Durable:
    """The places of which it is sure that they last, also where they are too few to count."""
    sure: Counter[Nature] = Counter()
    for one in places:
        place = one.candidate
        is_few = one.reason is Reason.BELOW_MINIMUM
        lasts = is_few and place.told is None and not_durable(place.term, on, reading) is None
        if lasts or one.reason in SURELY_DURABLE:
            sure[place.nature] += place.places
    return Durable(sure[Nature.REGULAR], sure[Nature.SPECIAL])


def children_at(dataset: Dataset, on: date, code: str) -> int:
    """Children who live at open locations of a municipality on a day."""
    here = {place.key for place in dataset.locations if place.municipality == code and place.is_open(on)}
    living = (household for household in dataset.households if household.location in here)
    return sum(_children(dataset, household, on) for household in living)


def _children(dataset: Dataset, household: Household, on: date) -> int:
    return sum(is_minor(person.birth_month, on) for person in dataset.persons_of.get(household.key, ()))


def _ladder(dataset: Dataset, cycle: int | None, on: date, code: str) -> tuple[tuple[Held, ...], tuple[Finding, ...]]:
    """The statuses of one municipality; what the Act does not allow is told, and none of them shown."""
    if cycle is None:
        return (), ()
    own = replace(dataset, statuses=tuple(one for one in dataset.statuses if one.municipality == code))
    try:
        return statuses_in(own, cycle, on).get(code, ()), ()
    except InputRefused as why:
        return (), why.findings
