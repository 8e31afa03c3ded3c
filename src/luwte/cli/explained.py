# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""`--explain`: what is proposed for a household and why, in plain words, with the numbers below."""

from collections.abc import Iterator, Sequence
from typing import Annotated

import typer

from luwte.cli.desk import Desk, Sheet
from luwte.cli.exits import UsageRefused
from luwte.model.dataset import Dataset
from luwte.planning import Plan
from luwte.planning.outputs import PlacementRow
from luwte.reporting import labels, numbers
from luwte.reporting.explained import explain
from luwte.words import N_, Words

UNKNOWN_HOUSEHOLD = N_("There is no household {household} in these tables. Nothing was computed.")
HOUSEHOLD = N_("Household {household}: {group}, {size} people, {minors} of them children")
WEIGHS, LEVEL, WEIGHT = N_("what weighs"), N_("level"), N_("weight")
NEXT_BEST = N_("the next best place, {place}, would differ by")

ExplainOption = Annotated[
    list[str] | None,
    typer.Option(
        "--explain",
        metavar="HOUSEHOLD",
        help=N_("Explain the proposal for this household in plain words; may be given more than once."),
        show_default=False,
    ),
]


def check_known(dataset: Dataset, households: Sequence[str] | None) -> None:
    """Refuse, before any work, a household that the tables do not have."""
    for key in households or ():
        if key not in dataset.household:
            raise UsageRefused(UNKNOWN_HOUSEHOLD, household=key)


def tell_explained(desk: Desk, made: Plan, dataset: Dataset, households: Sequence[str] | None) -> None:
    """The explanation of each household that was asked for, in the order of asking."""
    row_of = {row.household: row for row in made.placements} if households else {}
    for key in households or ():
        row = row_of[key]
        group = desk.words.text(labels.HOUSEHOLDS[row.group])
        desk.print("")
        desk.say(HOUSEHOLD, household=key, group=group, size=row.size, minors=row.minors)
        for paragraph in explain(row, dataset, made.summary.on, desk.words).paragraphs:
            desk.print("")
            desk.print(paragraph)
        desk.print("")
        desk.table(_numbers(row, dataset, desk.words))


def _numbers(row: PlacementRow, dataset: Dataset, words: Words) -> Sheet:
    """What weighs, level by level, and what the next best place would cost."""
    headings = [words.text(heading) for heading in (WEIGHS, LEVEL, WEIGHT)]
    return Sheet(headings, [*_terms(row, words), *_next_best(row, dataset, words)], numeric=frozenset({2}))


def _terms(row: PlacementRow, words: Words) -> Iterator[tuple[str, str, str]]:
    for name, value in row.terms:
        level = int(name[1])
        yield words.text(labels.TERMS[name[3:]]), _level(level, words), numbers.decimal(value, words)


def _next_best(row: PlacementRow, dataset: Dataset, words: Words) -> Iterator[tuple[str, str, str]]:
    prices = (row.next_best_level_1, row.next_best_level_2, row.next_best_level_3)
    for level, price in enumerate(prices, start=1):
        if row.next_best and price is not None:
            place = dataset.location[row.next_best].name
            yield words.text(NEXT_BEST, place=place), _level(level, words), numbers.decimal(price, words)


def _level(level: int, words: Words) -> str:
    return f"{level} {words.text(labels.LEVELS[level][0])}"
