# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""A distribution decision that follows from one way to divide the remainder: what it would ask of whom, and by when.

A draft decides nothing: people choose a way and say why (Act 5(2)).
"""

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple

from luwte.law.cycle.steps import rules
from luwte.law.parameters import Cycle, cycle_of
from luwte.law.remainder import Division, ProvinceShort, Reported, Scope, Way, shortfalls, side_by_side
from luwte.law.tasks import Tasks
from luwte.model.cycles import Step
from luwte.model.dataset import Dataset
from luwte.model.findings import Finding, FindingKind, InputRefused, Severity
from luwte.model.periods import months_later
from luwte.model.pledges import Decision
from luwte.planning.law.reports import reports
from luwte.planning.shares import agreed_by
from luwte.words import N_

TERM_TOO_SHORT = FindingKind(
    "law.decision_term_too_short",
    Severity.ERROR,
    N_("The places would be due on {day}, and a municipality has six months: through {least} (Act 7(1))."),
    N_("Name that day or a later one."),
    norm="Act 7(1)",
)
NOTHING_TO_ASK = FindingKind(
    "law.decision_nothing_to_ask",
    Severity.ERROR,
    N_("No municipality would be asked a single place."),
    N_("Look whether the tables hold numbers for this cycle."),
    norm="Act 5(1)",
)
NO_CYCLE = FindingKind(
    "law.decision_no_cycle",
    Severity.ERROR,
    N_("A decision is about a cycle."),
    N_("Name the cycle."),
    norm="Act 5(1)",
)
KINDS = (TERM_TOO_SHORT, NOTHING_TO_ASK, NO_CYCLE)


class Changed(NamedTuple):
    """A municipality of which an earlier decision of the cycle asks another number, in places; 0 is not named."""

    municipality: str
    was: int
    now: int


@dataclass(frozen=True)
class Draft:
    """What a decision would ask: `asked` names municipalities by code, `ways` are all there are, with the chosen one.

    `amv_places` of who is asked more of them by the key than places in all are left open.
    """

    cycle: Cycle
    need_amv: int | None
    decided_on: date
    available_by: date
    least_term: date
    reports: tuple[Reported, ...]
    ways: tuple[Division, ...]
    chosen: Division
    asked: tuple[Decision, ...]
    earlier: Mapping[str, Decision]

    @cached_property
    def provinces(self) -> tuple[ProvinceShort, ...]:
        """What the reports of the provinces come to."""
        return shortfalls(self.reports)

    @property
    def remainder(self) -> int:
        """What provinces are short of their numbers, all together."""
        return sum(one.remainder for one in self.provinces)

    @property
    def places(self) -> int:
        """What the decision asks of all municipalities together: what is offered above a number binds too."""
        return sum(one.places for one in self.asked)

    @property
    def is_longer_term(self) -> bool:
        """Whether it names a longer term than the six months of Act 7(1)."""
        return self.available_by > self.least_term

    @property
    def unanswered(self) -> tuple[str, ...]:
        """Municipalities of which the tables hold neither place nor offer."""
        return tuple(one.municipality for one in self.reports if one.offered is None)

    @property
    def changed(self) -> tuple[Changed, ...]:
        """Whom an earlier decision of the cycle asks another number, by code."""
        now = {one.municipality: one.places for one in self.asked}
        was = {code: one.places for code, one in self.earlier.items()}
        codes = sorted(now.keys() | was.keys()) if was else ()
        return tuple(
            Changed(code, was.get(code, 0), now.get(code, 0)) for code in codes if was.get(code, 0) != now.get(code, 0)
        )

    @property
    def behind(self) -> tuple[Division, ...]:
        """Every way that asks the same of everybody as the chosen one."""
        return tuple(one for one in self.ways if one.places == self.chosen.places)

    @cached_property
    def fingerprint(self) -> str:
        """What tells this draft from another: SHA-256 over what is asked of whom."""
        told = ";".join(f"{one.municipality}:{one.places}:{one.available_by}" for one in self.asked)
        return hashlib.sha256(told.encode()).hexdigest()


def draft(
    dataset: Dataset, tasks: Tasks, way: Way, scope: Scope, decided_on: date, available_by: date | None = None
) -> Draft:
    """The decision that follows from one way, by what the tables hold on its day; six months where no term is named.

    Raises InputRefused for a term that is too short, and where nobody would be asked anything.
    """
    if tasks.cycle is None:
        raise InputRefused((Finding(NO_CYCLE),))
    least = six_months(decided_on)
    due = available_by or least
    reported = reports(dataset, tasks, decided_on)
    ways = side_by_side(reported)
    chosen = next(one for one in ways if (one.way, one.scope) == (way, scope))
    asked = tuple(_asked(tasks, chosen, _amv(dataset, tasks, decided_on), decided_on, due))
    refused = (
        [Finding(TERM_TOO_SHORT, params={"day": due.isoformat(), "least": least.isoformat()})] if due < least else []
    )
    refused += [] if asked else [Finding(NOTHING_TO_ASK)]
    if refused:
        raise InputRefused(tuple(refused))
    earlier = {one.municipality: one for one in dataset.decisions if one.cycle == tasks.cycle}
    return Draft(cycle_of(tasks.cycle), tasks.need_amv, decided_on, due, least, reported, ways, chosen, asked, earlier)


def taken(dataset: Dataset, tasks: Tasks, decisions: Mapping[str, Decision]) -> Draft | None:
    """What was decided, by municipality, as the draft that it follows from; None where no way gives those numbers.

    `dataset` holds the tables as they were known before.
    """
    days = [(one.decided_on, one.available_by) for one in decisions.values() if one.decided_on and one.available_by]
    if tasks.cycle is None or not days:
        return None
    decided_on, due = max(days)
    reported = reports(dataset, tasks, decided_on)
    ways, numbers = side_by_side(reported), {code: one.places for code, one in decisions.items()}
    chosen = next(
        (one for one in ways if {code: places for code, places in one.places.items() if places} == numbers), None
    )
    if chosen is None:
        return None
    cycle, asked = cycle_of(tasks.cycle), tuple(decisions.values())
    return Draft(cycle, tasks.need_amv, decided_on, due, six_months(decided_on), reported, ways, chosen, asked, {})


def six_months(decided_on: date) -> date:
    """The last day of the term that every municipality has (Act 7(1))."""
    return months_later(decided_on, rules()[Step.REALISATION].due.months or 0)  # type: ignore[union-attr]


def _asked(
    tasks: Tasks, chosen: Division, amv: Mapping[str, int | None], decided_on: date, due: date
) -> Iterator[Decision]:
    for task in tasks.municipalities:
        code, places = task.municipality, chosen.places[task.municipality]
        if places and tasks.cycle is not None:
            of_them = amv[code]
            told = of_them if of_them is not None and 0 <= of_them <= places else None
            yield Decision(tasks.cycle, code, places, told, decided_on, due)


def _amv(dataset: Dataset, tasks: Tasks, on: date) -> Mapping[str, int | None]:
    """The number for unaccompanied minors by the key and the exchanges, where the need for them is known."""
    net: Counter[str] = Counter()
    for one in agreed_by(dataset, on):
        net[one.taker] += one.amv_places
        net[one.giver] -= one.amv_places
    return {
        task.municipality: None if task.indicative_amv is None else task.indicative_amv + net[task.municipality]
        for task in tasks.municipalities
    }
