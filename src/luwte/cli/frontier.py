# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""`--frontier`: plans along a range of rates beside the plan asked for, each in a folder of its own."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Annotated

import typer

from luwte.cli.desk import Desk, Sheet
from luwte.cli.planned import seen_from
from luwte.model.dataset import Dataset
from luwte.model.progress import Progress
from luwte.placement import Limits, Policy
from luwte.placement.rates import written
from luwte.planning import Plan, Request, files_of
from luwte.planning.cells import to_csv
from luwte.planning.files import ACCOUNT, FRONTIER, TABLES, address_of
from luwte.planning.frontier import Point, frontier, frontier_rows
from luwte.planning.outputs import FrontierRow
from luwte.reporting import frontier as shown
from luwte.words import N_

FOLDER = Path("frontier")
FrontierOption = Annotated[
    bool,
    typer.Option(
        "--frontier",
        help=N_("Also plan along a range of rates between moving a child who could stay and a place for another."),
    ),
]
HEADINGS = (
    N_("a move weighs"),
    N_("children in a place that is not fit"),
    N_("children moved who could stay"),
    N_("people without a place"),
    N_("folder"),
)
THE_DEFAULT = N_("this plan")


@dataclass(frozen=True)
class Writing:
    """How the plan that was asked for is written, so that its points are written likewise.

    `beside` makes the files that planning does not make itself, from a plan and the bytes of its policy.
    """

    out: Path
    source: Path
    request: Request
    inputs: Mapping[str, str]
    beside: Callable[[Plan, bytes], Mapping[str, bytes]]
    tables: Collection[str] = tuple(TABLES)
    account_name: str = ACCOUNT

    def files_of_point(self, point: Point) -> Mapping[str, bytes]:
        """The folder of one point, a plan as any other."""
        return files_of(
            point.plan,
            request=replace(self.request, data=seen_from(self.out / FOLDER / point.rate.key, self.source), recommend=0),
            inputs=self.inputs,
            beside=self.beside(point.plan, written(point.policy)),
            tables=self.tables,
            account_name=self.account_name,
        )


@dataclass(frozen=True)
class Frontier:
    """The points as rows, the table that lies beside the plan, and the points' folders by path from the plan's."""

    rows: tuple[FrontierRow, ...] = ()
    table: Mapping[str, bytes] = field(default_factory=dict)
    folders: Mapping[str, bytes] = field(default_factory=dict)


NOT_ASKED = Frontier()


def follow(
    made: Plan, dataset: Dataset, policy: Policy, writing: Writing, progress: Progress, limits: Limits | None = None
) -> Frontier:
    """Plan along the rates and write every point but the default one, which is the plan itself."""
    asked = writing.request
    points = frontier(
        dataset,
        made.summary.on,
        policy,
        made,
        cycle=asked.cycle,
        need_amv=asked.need_amv,
        progress=progress,
        limits=limits,
    )
    files = {one.rate.key: writing.files_of_point(one) for one in points if not one.rate.is_default}
    rows = frontier_rows(points, {key: address_of(content) for key, content in files.items()})
    folders = {
        (FOLDER / key / name).as_posix(): content for key, point in files.items() for name, content in point.items()
    }
    return Frontier(rows, {FRONTIER: to_csv(FrontierRow, rows)}, folders)


def tell_frontier(desk: Desk, rows: Sequence[FrontierRow]) -> None:
    """The points as a table, the default among them; nothing where the frontier was not asked for."""
    if not rows:
        return
    lines = [
        (
            shown.rate_in_words(row, desk.words),
            desk.number(row.children_in_unfit),
            desk.number(row.moved_who_could_stay),
            desk.number(row.people_without_place),
            desk.words.text(THE_DEFAULT) if row.is_default else (FOLDER / row.point).as_posix(),
        )
        for row in rows
    ]
    headings = [desk.words.text(heading) for heading in HEADINGS]
    desk.table(Sheet(headings, lines, numeric=frozenset({1, 2, 3}), title=desk.words.text(shown.TITLE)))
    if dominated := [shown.rate_in_words(row, desk.words) for row in rows if row.dominated]:
        desk.tell(shown.DOMINATED, rates=", ".join(dominated))
