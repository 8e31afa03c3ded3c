# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""`luwte distribute`: what the law asks of every municipality, how, and how it compares with what was published."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from luwte import law
from luwte.cli.desk import Desk
from luwte.cli.distribute_shown import show, show_trace
from luwte.cli.exits import UsageRefused
from luwte.cli.folder import check_folder, write_folder
from luwte.cli.language import Language
from luwte.cli.options import DirectoryArgument, LanguageOption, OutOption, day
from luwte.data import read
from luwte.data.content import content_hash
from luwte.data.in_use import municipalities_in_use, national_in_use
from luwte.law.parameters import cycles
from luwte.law.published import comparison_findings
from luwte.law.tables import RECEIPT, result_files
from luwte.law.trace import trace
from luwte.model.dataset import Dataset
from luwte.model.receipt import software
from luwte.words import N_

FEW = 25  # a table of up to this many municipalities is shown whole

ONE_OF_TWO = N_("Give either --cycle (one of {cycles}) or --need with a number of places.")
WRITTEN = N_("Written to {folder}: {files}.")

Cycle = Annotated[int | None, typer.Option(metavar="YEAR", help=N_("First year of a cycle with published parameters."))]
Need = Annotated[int | None, typer.Option(min=0, metavar="N", help=N_("National need, in places."))]
NeedAmv = Annotated[
    int | None,
    typer.Option(min=0, metavar="M", help=N_("Part of the need for unaccompanied minors (amv), in places.")),
]
InhabitantsOn = Annotated[
    date | None,
    typer.Option(metavar="YYYY-MM-DD", parser=day, help=N_("Day of the count of inhabitants, one of the table's.")),
]
Explain = Annotated[str | None, typer.Option(metavar="CODE", help=N_("Show every step of one municipality's task."))]
Whole = Annotated[bool, typer.Option("--municipalities", help=N_("Show every municipality, not only the provinces."))]


def distribute(
    directory: DirectoryArgument = None,
    cycle: Cycle = None,
    need: Need = None,
    need_amv: NeedAmv = None,
    inhabitants_on: InhabitantsOn = None,
    explain: Explain = None,
    municipalities: Whole = False,
    out: OutOption = None,
    language: LanguageOption = Language.NL,
) -> None:
    """Divide the need for places over municipalities by the key of the law; without DIR over the bundled table."""
    desk = Desk.speaking(language)
    if (cycle is None) == (need is None):
        raise UsageRefused(ONE_OF_TWO, cycles=", ".join(str(one.cycle) for one in cycles()))
    if out is not None:
        check_folder(out, receipt=RECEIPT)
    dataset = tables_of(directory, desk)
    tasks = law.distribute(
        dataset.municipalities, cycle=cycle, need=need, need_amv=need_amv, inhabitants_on=inhabitants_on
    )
    steps = trace(tasks, dataset.municipalities, explain) if explain is not None else None
    desk.findings((*dataset.findings, *tasks.findings, *comparison_findings(tasks)))
    if steps is not None:
        show_trace(desk, steps, tasks.of[steps.subject].name)
    else:
        show(desk, tasks, whole=municipalities or len(tasks.municipalities) <= FEW)
    if out is not None:
        named = None if directory else national_in_use()
        national = named.inputs if named else {}
        files = result_files(tasks, software=software(), dataset=dataset.content_hash, national=national)
        write_folder(out, files, receipt=RECEIPT)
        desk.tell(WRITTEN, folder=out, files=", ".join(files))


def tables_of(directory: Path | None, desk: Desk) -> Dataset:
    """The tables of a folder, or the national table of municipalities alone: the bundled one, or the one in use."""
    if directory is None:
        named = national_in_use()
        bundled = Dataset(
            municipalities=municipalities_in_use(),
            bundled=frozenset({"municipalities"}),
            findings=(named.finding,) if named else (),
        )
        return replace(bundled, content_hash=content_hash(bundled))
    with desk.progress() as progress:
        return read(directory, progress=progress)
