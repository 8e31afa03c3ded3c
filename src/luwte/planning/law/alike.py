# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Municipalities like one: near in inhabitants and in weight in the key, and with the places that were asked."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from luwte.law.tasks import Task, Tasks
from luwte.planning.outputs import TaskRow

NEAREST = 3


@dataclass(frozen=True, slots=True)
class Alike:
    """A municipality that has its places; how far it is from the one asked about, as parts of that one's.

    `inhabitants` and `weight`: 1/10 is a tenth more, -1/10 a tenth less.
    """

    task: Task
    row: TaskRow
    inhabitants: Fraction
    weight: Fraction


def alike(tasks: Tasks, rows: Mapping[str, TaskRow], code: str) -> tuple[Alike, ...]:
    """The nearest that have at least as many places as is asked of them, the nearest first.

    Near is what differs least by a factor, in inhabitants times in weight (1 + SES-WOA, or the derived weight in its
    place): the two things that the key looks at. How urban a municipality is, the tables do not tell.
    """
    own = tasks.of[code]
    done = (task for task in tasks.municipalities if task is not own and _is_done(rows[task.municipality]))
    nearest = sorted(done, key=lambda task: (_apart(own, task), task.municipality))[:NEAREST]
    return tuple(_alike(own, task, rows[task.municipality]) for task in nearest)


def _is_done(row: TaskRow) -> bool:
    """It has places, and at least as many as is asked."""
    return row.realised > 0 and row.gap <= 0


def _apart(one: Task, other: Task) -> Fraction:
    pairs: Iterable[tuple[int | Fraction, int | Fraction]] = (
        (one.inhabitants, other.inhabitants),
        (one.weight, other.weight),
    )
    apart = Fraction(1)
    for a, b in pairs:
        least, most = sorted((Fraction(a), Fraction(b)))
        apart *= most / least if least > 0 else most + 1
    return apart


def _alike(own: Task, other: Task, row: TaskRow) -> Alike:
    return Alike(other, row, _more(other.inhabitants, own.inhabitants), _more(other.weight, own.weight))


def _more(value: int | Fraction, than: int | Fraction) -> Fraction:
    return Fraction(value) / than - 1 if than else Fraction(0)
