# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The five quantities of the whole country apart, each beside what was published of it; and who is short after a term.

What was published is only ever put beside: nothing here is computed from it.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from luwte.law.cycle import Held
from luwte.law.parameters import cycle_of
from luwte.law.published import Outcome, OutcomeFigure, Quantity, published_of
from luwte.model.cycles import Status
from luwte.model.dataset import Dataset
from luwte.model.marks import Mark
from luwte.planning.law.rows import QuantityRow
from luwte.planning.shares import decided_by

PROVINCES = 12


class Five(StrEnum):
    """The five quantities, in the order in which a cycle gives them."""

    INDICATIVE = "indicative"
    AGREED = "agreed"
    BINDING = "binding"
    REALISED = "realised"
    DURABLE = "durable"


@dataclass(frozen=True, slots=True)
class Beside:
    """One quantity of the country in places: `ours` by the tables, `None` where they do not tell, and as published.

    `of` is how many municipalities the number of the tables is about; `unsure` are places of which nobody can tell
    whether they count. `about`: the source gives the published number roughly.
    """

    quantity: Five
    ours: int | None
    of: int
    unsure: int = 0
    published: int | None = None
    about: bool = False
    known_on: date | None = None
    source: str = ""
    mark: Mark | None = None


@dataclass(frozen=True, slots=True)
class ShortAfterTerm:
    """A municipality whose term is over with fewer places than the decision asks; `reported` is the day of its notice.

    `status` is `None` where the tables know none; `days` are counted from the last day of the term.
    """

    municipality: str
    asked: int
    realised: int
    available_by: date
    days: int
    status: Status | None
    reported: date | None

    @property
    def short(self) -> int:
        """Places that are not there."""
        return self.asked - self.realised


def five_of(rows: Sequence[QuantityRow], cycle: int, on: date) -> tuple[Beside, ...]:
    """The five quantities of all municipalities together, beside what was published of the cycle by a day.

    Without `rows` there is only what was published.
    """
    known = {one.outcome: one for one in published_of(cycle).outcomes if one.known_on is None or one.known_on <= on}
    decided = [row.binding for row in rows if row.binding is not None]
    unsure = sum(row.durable_unsure for row in rows)
    return (
        _indicative(_sum(rows, lambda row: row.indicative), len(rows), cycle),
        Beside(Five.AGREED, _sum(rows, lambda row: row.agreed), len(rows)),
        _beside(Five.BINDING, sum(decided) if decided else None, len(decided), 0, known.get(Outcome.BINDING)),
        _beside(Five.REALISED, _sum(rows, lambda row: row.realised), len(rows), 0, known.get(Outcome.REALISED)),
        _beside(
            Five.DURABLE, _sum(rows, lambda row: row.durable), len(rows), unsure, known.get(Outcome.DURABLE_PRESENT)
        ),
    )


def short_after_term(
    dataset: Dataset, rows: Sequence[QuantityRow], statuses: Mapping[str, Sequence[Held]], cycle: int, on: date
) -> tuple[ShortAfterTerm, ...]:
    """Who was named in a decision of which the term is over, and has fewer places; the most places short first."""
    realised = {row.municipality: row.realised for row in rows}
    found = (
        ShortAfterTerm(
            one.municipality,
            one.places,
            realised.get(one.municipality, 0),
            one.available_by,
            (on - one.available_by).days,
            history[-1].status if (history := statuses.get(one.municipality, ())) else None,
            next((held.since for held in history if held.status is Status.LATE_REPORTED), None),
        )
        for one in decided_by(dataset, cycle, on)
        if one.available_by is not None and one.available_by < on
    )
    return tuple(sorted((one for one in found if one.short > 0), key=lambda one: (-one.short, one.municipality)))


def _sum(rows: Sequence[QuantityRow], value: Callable[[QuantityRow], int]) -> int | None:
    return sum(map(value, rows)) if rows else None


def _beside(quantity: Five, ours: int | None, of: int, unsure: int, told: OutcomeFigure | None) -> Beside:
    if told is None:
        return Beside(quantity, ours, of, unsure)
    return Beside(quantity, ours, of, unsure, told.value, told.about, told.known_on, told.source, told.mark)


def _indicative(ours: int | None, of: int, cycle: int) -> Beside:
    """Beside it stand the published numbers of all provinces, or of all municipalities, added up."""
    figures, parameters = published_of(cycle).figures, cycle_of(cycle)
    for kind, all_of_them in (("PV", PROVINCES), ("GM", parameters.municipalities.known)):
        told = [one for one in figures if one.quantity is Quantity.INDICATIVE and one.subject.startswith(kind)]
        if len(told) == all_of_them:
            least_sure = max(told, key=lambda one: list(Mark).index(one.mark))
            return Beside(
                Five.INDICATIVE,
                ours,
                of,
                published=sum(one.places for one in told),
                known_on=parameters.published_on.known,
                source=least_sure.source,
                mark=least_sure.mark,
            )
    return Beside(Five.INDICATIVE, ours, of)
