# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""`--until`: the weeks after a plan, over the openings and closings that are known, beside planning week by week."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated

import typer

from luwte.cli.desk import Desk, Sheet
from luwte.cli.exits import UsageRefused
from luwte.cli.options import day
from luwte.model.dataset import Dataset
from luwte.model.progress import Progress
from luwte.placement import Policy
from luwte.planning import Plan
from luwte.planning.ahead import Ahead, look_ahead
from luwte.reporting.ahead import ASSUMED, COUNTS
from luwte.words import N_

TOO_EARLY = N_("--until {until} lies before the day of the plan, {on}. Nothing was computed.")
TITLE = N_("From {on} until {until}: looking ahead, and planning each week by itself")
HEADINGS = (N_("counted over all weeks"), N_("looking ahead"), N_("week by week"))

UntilOption = Annotated[
    date | None,
    typer.Option(
        "--until",
        metavar="YYYY-MM-DD",
        parser=day,
        help=N_("Also look ahead week by week until this day, over the openings and closings that are known."),
        show_default=False,
    ),
]


def check_until(on: date, until: date | None) -> None:
    """Refuse, before any work, a last day that lies before the first."""
    if until is not None and until < on:
        raise UsageRefused(TOO_EARLY, until=until.isoformat(), on=on.isoformat())


def ahead_of(made: Plan, dataset: Dataset, policy: Policy, until: date | None, progress: Progress) -> Ahead | None:
    """The weeks after a plan; nothing where they were not asked for."""
    if until is None:
        return None
    return look_ahead(dataset, made.summary.on, until, policy=policy, tasks=made.tasks, progress=progress)


def files_ahead(seen: Ahead | None) -> Mapping[str, bytes]:
    """The tables of the weeks ahead; none where they were not asked for."""
    return seen.files() if seen else {}


def tell_ahead(desk: Desk, seen: Ahead | None) -> None:
    """What both ways of planning come to, and what that rests on; nothing where it was not asked for."""
    if seen is None:
        return
    rows = [
        (desk.words.text(COUNTS[row.count]), desk.number(row.ahead), desk.number(row.week_by_week))
        for row in seen.counts
    ]
    first, last = seen.weeks[0].week, seen.weeks[-1].week
    title = desk.words.text(TITLE, on=first.isoformat(), until=last.isoformat())
    headings = [desk.words.text(heading) for heading in HEADINGS]
    desk.table(Sheet(headings, rows, numeric=frozenset({1, 2}), title=title))
    desk.say(ASSUMED)
