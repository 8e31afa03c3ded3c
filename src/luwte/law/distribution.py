# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Divide the national need for reception places over municipalities: the verb `distribute`."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from luwte.law.inputs import KeyInputs, days_counted, key_inputs
from luwte.law.key import indicative_number, share, weighting_factor
from luwte.law.parameters import Cycle, cycle_of, parameters_hash
from luwte.law.tasks import KeyUsed, ProvinceTask, Task, Tasks
from luwte.model.findings import Finding, FindingKind, InputRefused, Severity
from luwte.model.geography import Municipality
from luwte.words import N_

NEGATIVE_NEED = FindingKind(
    "law.negative_need",
    Severity.ERROR,
    N_("A need of {need} places was asked for."),
    N_("Give a need of 0 or more."),
    norm="Act 2(1)",
)
MINORS_OVER_NEED = FindingKind(
    "law.minors_over_need",
    Severity.WARNING,
    N_("The need for unaccompanied minors ({need_amv}) is more than the whole need ({need})."),
    N_("Check both numbers: the places for unaccompanied minors are part of the need."),
    norm="Decree 2.2(1)",
)
NEED_AMV_UNKNOWN = FindingKind(
    "law.need_amv_unknown",
    Severity.NOTE,
    N_("The national need for unaccompanied minors is not known, so their places are left empty."),
    N_("Give it (--need-amv) where you know it."),
    norm="Decree 2.2(1)",
)
NEED_AMV_GIVEN = FindingKind(
    "law.need_amv_given",
    Severity.NOTE,
    N_("The need for unaccompanied minors is {given} as given, not the {published} of cycle {cycle}."),
    N_("Leave it out (--need-amv) to use the cycle's own."),
    norm="Decree 2.2(1)",
)
OTHER_DAY = FindingKind(
    "law.inhabitants_of_another_day",
    Severity.WARNING,
    N_("The inhabitants of {day} were counted, but cycle {cycle} counts those of {cycle_day}."),
    N_("Leave out the day (--inhabitants-on) to compute the cycle itself."),
    norm="Decree 2.1(3)",
)
MOST_RECENT_DAY = FindingKind(
    "law.most_recent_inhabitants",
    Severity.NOTE,
    N_("The most recent inhabitants of the table were counted, those of {day}."),
    N_("Other days can be chosen (--inhabitants-on): {days}."),
    norm="Decree 2.1(3)",
)
NO_DAY = FindingKind(
    "law.inhabitants_without_day",
    Severity.NOTE,
    N_("The table does not tell of which day its inhabitants are."),
    N_("Name the column inhabitants_YYYY_MM_DD where you know the day."),
    norm="Decree 2.1(3)",
)
DERIVED_WEIGHT = FindingKind(
    "law.derived_weight_used",
    Severity.NOTE,
    N_("A weight derived from the published distribution of 2026, not a figure of CBS, stands in for 1 + SES-WOA."),
    N_("Fill in the column ses_woa to compute with the scores of CBS."),
    norm="Act 3(1)",
)
PART_OF_COUNTRY = FindingKind(
    "law.part_of_country",
    Severity.WARNING,
    N_("The need of the whole country is divided over {here} municipalities, where cycle {cycle} has {all}."),
    N_("Use a table of the whole country, or give the need of this part yourself."),
    norm="Act 3(2)",
)
SUM_DIFFERS = FindingKind(
    "law.sum_differs_from_need",
    Severity.NOTE,
    N_("The numbers add up to {sum}, the need is {need}."),
    N_("Nothing to mend: every municipality is rounded on its own, and the law hands out no remainder."),
    norm="Decree 2.1(3)",
)
KINDS = (
    NEGATIVE_NEED,
    MINORS_OVER_NEED,
    NEED_AMV_UNKNOWN,
    NEED_AMV_GIVEN,
    OTHER_DAY,
    MOST_RECENT_DAY,
    NO_DAY,
    DERIVED_WEIGHT,
    PART_OF_COUNTRY,
    SUM_DIFFERS,
)


@dataclass(frozen=True, slots=True)
class Need:
    """BO: the national need in places, of which `amv` for unaccompanied minors; `cycle` where one was named."""

    places: int
    amv: int | None
    cycle: Cycle | None


def distribute(
    municipalities: Iterable[Municipality],
    *,
    cycle: int | None = None,
    need: int | None = None,
    need_amv: int | None = None,
    inhabitants_on: date | None = None,
) -> Tasks:
    """The indicative number of every municipality and the task of every province (Decree 2.1 and 2.2).

    Name a `cycle` by its first year or give the national `need` in places, one of the two (else ValueError).
    `need_amv` goes before the cycle's own; where neither is known `indicative_amv` is `None`. `inhabitants_on`
    chooses the count; otherwise the cycle's day, or the most recent the table has. Anything wrong in the table, and
    a cycle or day that is not there, raises `InputRefused` with all findings.
    """
    table = tuple(municipalities)
    asked = _need(cycle, need, need_amv)
    inputs = key_inputs(table, _day(table, asked.cycle, inhabitants_on))
    tasks = _tasks(inputs, asked)
    provinces = _province_tasks(table, tasks)
    return Tasks(
        cycle=cycle,
        need=asked.places,
        need_amv=asked.amv,
        inhabitants_on=inputs.day,
        municipalities=tasks,
        provinces=provinces,
        parameters_hash=_fingerprint(asked, inputs.day),
        findings=tuple(_findings(table, inputs, asked, tasks, need_amv, inhabitants_on)),
        key_used=inputs.key_used,
    )


def _need(cycle: int | None, need: int | None, need_amv: int | None) -> Need:
    if (cycle is None) == (need is None):
        raise ValueError("give either a cycle or a need")
    negative = [number for number in (need, need_amv) if number is not None and number < 0]
    if negative:
        raise InputRefused(tuple(Finding(NEGATIVE_NEED, params={"need": str(number)}) for number in negative))
    if cycle is None:
        return Need(need or 0, need_amv, None)
    named = cycle_of(cycle)
    amv = named.need_amv.known if need_amv is None else need_amv
    return Need(named.need.known or 0, amv, named)


def _day(table: Sequence[Municipality], cycle: Cycle | None, asked: date | None) -> date | None:
    """The day of the count: as asked, else the cycle's, else the most recent (Decree 2.1(3)).

    A table with only the column without a day has nothing to choose from, unless a day was asked for.
    """
    if asked is not None:
        return asked
    days = days_counted(table)
    undated = all(None in one.inhabitants for one in table)
    if undated and (not days or cycle is None):
        return None
    return cycle.inhabitants_on.known if cycle else max(days, default=None)


def _tasks(inputs: KeyInputs, need: Need) -> tuple[Task, ...]:
    factors = [weighting_factor(row.weight, row.inhabitants, inputs.country) for row in inputs.rows]
    total = sum(factors, Fraction(0))
    return tuple(
        Task(
            municipality=row.municipality.code,
            name=row.municipality.name,
            province_code=row.municipality.province_code,
            inhabitants=row.inhabitants,
            weight=row.weight,
            share=(part := share(factor, total)),
            indicative=indicative_number(need.places, part),
            indicative_amv=None if need.amv is None else indicative_number(need.amv, part),
            key_used=inputs.key_used,
        )
        for row, factor in zip(inputs.rows, factors, strict=True)
    )


def _province_tasks(table: Sequence[Municipality], tasks: Sequence[Task]) -> tuple[ProvinceTask, ...]:
    """Decree 2.1(2): the task of a province is the sum of the numbers of its municipalities."""
    names = {one.province_code: one.province for one in reversed(table)}
    return tuple(
        ProvinceTask(code, names[code], sum(task.indicative for task in own), _sum_amv(own))
        for code in sorted(names)
        if (own := [task for task in tasks if task.province_code == code])
    )


def _sum_amv(tasks: Sequence[Task]) -> int | None:
    known = [task.indicative_amv for task in tasks if task.indicative_amv is not None]
    return sum(known) if len(known) == len(tasks) else None


def _fingerprint(need: Need, day: date | None) -> str:
    """SHA-256 of the parameters that were used: the package's files and what the caller gave."""
    cycle = need.cycle.cycle if need.cycle else None
    used = [parameters_hash(), cycle, need.places, need.amv, day.isoformat() if day else None]
    return hashlib.sha256(json.dumps(used).encode()).hexdigest()


def _findings(
    table: Sequence[Municipality],
    inputs: KeyInputs,
    need: Need,
    tasks: Sequence[Task],
    amv_given: int | None,
    day_asked: date | None,
) -> Iterator[Finding]:
    yield from _day_findings(table, inputs.day, need.cycle, day_asked)
    yield from _need_findings(need, amv_given)
    if inputs.key_used is KeyUsed.DERIVED_WEIGHT:
        yield Finding(DERIVED_WEIGHT)
    if need.cycle and (expected := need.cycle.municipalities.known) and len(table) < expected:
        params = {"here": str(len(table)), "cycle": str(need.cycle.cycle), "all": str(expected)}
        yield Finding(PART_OF_COUNTRY, params=params)
    if (total := sum(task.indicative for task in tasks)) != need.places:
        yield Finding(SUM_DIFFERS, params={"sum": str(total), "need": str(need.places)})


def _day_findings(
    table: Sequence[Municipality], day: date | None, cycle: Cycle | None, asked: date | None
) -> Iterator[Finding]:
    if day is None:
        yield Finding(NO_DAY)
    elif cycle and (own := cycle.inhabitants_on.known) and own != day:
        params = {"day": day.isoformat(), "cycle": str(cycle.cycle), "cycle_day": own.isoformat()}
        yield Finding(OTHER_DAY, params=params)
    elif not cycle and asked is None and len(days := days_counted(table)) > 1:
        params = {"day": day.isoformat(), "days": ", ".join(known.isoformat() for known in days)}
        yield Finding(MOST_RECENT_DAY, params=params)


def _need_findings(need: Need, amv_given: int | None) -> Iterator[Finding]:
    if need.amv is None:
        yield Finding(NEED_AMV_UNKNOWN)
    elif need.amv > need.places:
        yield Finding(MINORS_OVER_NEED, params={"need_amv": str(need.amv), "need": str(need.places)})
    own = need.cycle.need_amv.known if need.cycle else None
    if need.cycle and amv_given is not None and own is not None and amv_given != own:
        params = {"given": str(amv_given), "published": str(own), "cycle": str(need.cycle.cycle)}
        yield Finding(NEED_AMV_GIVEN, params=params)
