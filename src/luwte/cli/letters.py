# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""`luwte letters`: letters about the proposals of a plan, without planning again."""

import csv
import io
from collections.abc import Iterator, Sequence
from typing import Annotated
from urllib.parse import quote

import typer

from luwte.cli.desk import Desk
from luwte.cli.exits import UsageRefused
from luwte.cli.explained import UNKNOWN_HOUSEHOLD
from luwte.cli.folder import write_folder
from luwte.cli.language import Language
from luwte.cli.options import LanguageOption, OutOption
from luwte.cli.verify import DataOption, PlanArgument, source_of
from luwte.data import TO_PLACE, read
from luwte.model.dataset import Dataset
from luwte.model.findings import Finding, InputRefused
from luwte.placement.placement import Action
from luwte.planning import PlanFolder, load_plan
from luwte.planning.faults import DATASET_DIFFERS
from luwte.planning.outputs import PlacementRow
from luwte.reporting.explained import Voice
from luwte.reporting.letters import Letter, as_html, as_text, letter
from luwte.words import N_

INDEX = "letters.csv"
NO_CHILDREN = N_("Household {household} has no children: there is no letter for a child.")
WHOM_OR_WHERE = N_(
    "Give --household to read a letter here, or --out for a folder with letters to all who change place."
)
WRITTEN = N_("Written to {folder}: {number} letters, listed in {index}.")

HouseholdOption = Annotated[
    list[str] | None,
    typer.Option(
        "--household",
        metavar="HOUSEHOLD",
        help=N_("Only to this household; may be given more than once. All who change place where left out."),
        show_default=False,
    ),
]
ForOption = Annotated[
    Voice, typer.Option("--for", help=N_("Write to the adult (for an amv: the guardian) or to the child."))
]


def letters(
    folder: PlanArgument,
    household: HouseholdOption = None,
    audience: ForOption = Voice.ADULT,
    data: DataOption = None,
    out: OutOption = None,
    language: LanguageOption = Language.NL,
) -> None:
    """Letters: the reasons of a proposal, what happens when and what people can do, to adults or to children."""
    desk = Desk.speaking(language)
    if not household and out is None:
        raise UsageRefused(WHOM_OR_WHERE)
    stored = load_plan(folder)
    with desk.progress() as progress:
        dataset = read(source_of(folder, data, stored.request.data), need=TO_PLACE, progress=progress)
    _same_tables(stored, dataset)
    rows = _chosen(stored, household, audience)
    written = [(row.household, letter(row, dataset, stored.summary.on, desk.words, audience)) for row in rows]
    if out is None:
        for _, one in written:
            desk.print(as_text(one))
        return
    write_folder(out, dict(_files(written)), receipt=INDEX)
    desk.tell(WRITTEN, folder=out, number=desk.number(len(written)), index=INDEX)


def _same_tables(stored: PlanFolder, dataset: Dataset) -> None:
    stated, found = stored.receipt.dataset, dataset.content_hash
    if stated != found:
        raise InputRefused((Finding(DATASET_DIFFERS, params={"stated": stated, "found": found}),))


def _chosen(stored: PlanFolder, asked: Sequence[str] | None, audience: Voice) -> list[PlacementRow]:
    """The rows to write about; of all households those that change place, or have none."""
    if not asked:
        changing = (row for row in stored.placements if row.action is not Action.STAY)
        return [row for row in changing if audience is Voice.ADULT or row.minors]
    row_of = {row.household: row for row in stored.placements}
    for key in asked:
        if key not in row_of:
            raise UsageRefused(UNKNOWN_HOUSEHOLD, household=key)
        if audience is Voice.CHILD and not row_of[key].minors:
            raise UsageRefused(NO_CHILDREN, household=key)
    return [row_of[key] for key in asked]


def _files(written: Sequence[tuple[str, Letter]]) -> Iterator[tuple[str, bytes]]:
    """Every letter as text and as a page to print, and a list of them."""
    index = io.StringIO()
    table = csv.writer(index, lineterminator="\n")
    table.writerow(("household", "for", "language", "file"))
    for household, one in written:
        name = f"{quote(household, safe='')}-{one.voice}-{one.language}"
        table.writerow((household, one.voice, one.language, f"{name}.txt"))
        yield f"{name}.txt", as_text(one).encode()
        yield f"{name}.html", as_html(one).encode()
    yield INDEX, index.getvalue().encode()
