# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""`--arrivals`: where the newcomers of a plan would go with those in mind who are expected after them."""

from collections.abc import Mapping
from typing import Annotated

import typer

from luwte.cli.desk import Desk, Sheet
from luwte.model.dataset import Dataset
from luwte.placement import Policy
from luwte.planning import Plan
from luwte.planning.arrivals import Advice, advise
from luwte.planning.place import question_for
from luwte.reporting import numbers
from luwte.words import N_

TITLE = N_("Newcomers who would go elsewhere if expected arrivals count as well")
HEADINGS = (N_("household"), N_("people"), N_("children"), N_("by the plan"), N_("expecting others"))
NOWHERE = N_("no place")
ALIKE = (
    N_("{n} newcomer goes to the same place with expected arrivals in mind."),
    N_("{n} newcomers go to the same place with expected arrivals in mind."),
)
METHOD = N_(
    "Arrivals are drawn from those of the last quarter; a place that they are likely to need more is left to them, and "
    "nobody who is there now goes without a place for them. This is advice: the plan stands as it is, and a person "
    "decides."
)

ArrivalsOption = Annotated[
    int,
    typer.Option(
        "--arrivals",
        metavar="N",
        min=0,
        max=52,
        help=N_("Also advise where newcomers go if N more weeks of arrivals are expected."),
        show_default=False,
    ),
]


def advice_on(made: Plan, dataset: Dataset, policy: Policy, weeks: int) -> Advice | None:
    """Advice on the newcomers of a plan; nothing where it was not asked for."""
    if not weeks:
        return None
    question = question_for(dataset, made.summary.on, policy, made.tasks)
    return advise(question, policy, made.placements, weeks)


def files_of_advice(advice: Advice | None) -> Mapping[str, bytes]:
    """The tables of the advice; none where it was not asked for."""
    return advice.files() if advice else {}


def tell_advice(desk: Desk, advice: Advice | None) -> None:
    """Who would go elsewhere, and how that was found; nothing where it was not asked for."""
    if advice is None:
        return
    elsewhere = [row for row in advice.newcomers if row.by_plan != row.expecting]
    if elsewhere:
        nowhere = desk.words.text(NOWHERE)
        rows = [
            (row.household, str(row.size), str(row.minors), row.by_plan or nowhere, row.expecting or nowhere)
            for row in elsewhere
        ]
        headings = [desk.words.text(heading) for heading in HEADINGS]
        desk.table(Sheet(headings, rows, numeric=frozenset({1, 2}), title=desk.words.text(TITLE)))
    desk.print(numbers.counted(*ALIKE, len(advice.newcomers) - len(elsewhere), desk.words))
    desk.say(METHOD)
