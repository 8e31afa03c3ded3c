# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""A year of known openings and closings of the example: looking ahead, and planning each week by itself."""

from datetime import date
from fractions import Fraction
from time import perf_counter

from benchmarks.countries import example
from benchmarks.table import table
from luwte.law import distribute
from luwte.law.parameters import latest_cycle_published
from luwte.placement import load_policy
from luwte.planning.ahead import Ahead, look_ahead
from luwte.planning.shares import standing, task_rows
from luwte.reporting.ahead import COUNTS

CASES = ((Fraction(1, 20), date(2027, 11, 16)), (Fraction(1, 10), date(2027, 11, 16)))
TITLE = "## ahead: a year of known openings and closings"
WHAT = (
    "The example walked through week by week until the day named: nobody arrives or leaves, each week's plan is "
    "carried out. Both ways decide in the same weeks: the first, and those in which a location opens, closes, comes "
    "on notice or comes to be left. Every week of both is judged by the recount."
)


def horizon(scale: Fraction, until: date) -> Ahead:
    """The weeks of one size of country."""
    dataset = example(scale)
    on = dataset.reference_date
    assert on
    tasks = distribute(dataset.municipalities, cycle=latest_cycle_published(on))
    rows = task_rows(tasks, standing(dataset, tasks, on))
    return look_ahead(dataset, on, until, policy=load_policy(), tasks=rows)


def section() -> str:
    """What is reported: both ways on every count."""
    columns = []
    for scale, until in CASES:
        started = perf_counter()
        seen = horizon(scale, until)
        columns.append((f"{scale} until {until}", seen, perf_counter() - started))
    head = ["counted over all weeks"]
    for name, _, seconds in columns:
        head += [f"{name}: ahead", f"week by week ({seconds:.0f} s together)"]
    rows = []
    for number, count in enumerate(columns[0][1].counts):
        row = [COUNTS[count.count]]
        for _, seen, _ in columns:
            row += [f"{seen.counts[number].ahead:,}", f"{seen.counts[number].week_by_week:,}"]
        rows.append(row)
    return "\n".join((TITLE, "", WHAT, "", table(head, rows)))
