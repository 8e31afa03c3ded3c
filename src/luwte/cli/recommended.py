# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""`luwte plan --recommend N`: what would help most, what the prices promise, and what came out when planned again."""

from typing import Annotated

import typer

from luwte.cli.desk import Desk, Sheet
from luwte.model.dataset import Dataset
from luwte.planning import Plan
from luwte.reporting import numbers
from luwte.reporting.needed import effects, leading, proof, result, title
from luwte.words import N_

HEADING = N_("What would help most:")
COLUMNS = (
    N_("what changes"),
    N_("level"),
    N_("promised at most"),
    N_("came out"),
    N_("what is proven"),
    N_("planned again"),
)

RecommendOption = Annotated[
    int,
    typer.Option(
        "--recommend",
        metavar="N",
        min=0,
        help=N_("Plan N changes that would help most as well: places, other use of places, homes."),
    ),
]


def tell_recommendations(desk: Desk, plan: Plan, dataset: Dataset) -> None:
    """One row for each recommendation, on the level that it is made for; nothing where none was asked for."""
    if not plan.needed.recommendations:
        return
    words, rows = desk.words, []
    for row in plan.needed.recommendations:
        effect = leading(effects(row, plan.summary.levels))
        rows.append(
            (
                title(row, dataset, words),
                str(effect.level),
                numbers.decimal(effect.predicted, words),
                numbers.decimal(effect.came_out, words),
                proof(effect.proven, words),
                result(row, words),
            )
        )
    desk.say(HEADING)
    desk.table(Sheet([words.text(column) for column in COLUMNS], rows, numeric=frozenset({1, 2, 3})))
