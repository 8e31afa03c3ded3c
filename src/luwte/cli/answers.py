# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""`luwte answers`: take what was answered in the field into the tables."""

from dataclasses import replace
from datetime import date as day
from pathlib import Path
from typing import Annotated

import typer

from luwte.cli.desk import Desk
from luwte.cli.exits import Refused
from luwte.cli.language import Language
from luwte.cli.options import CatalogueOption, LanguageOption
from luwte.cli.options import day as read_day
from luwte.cli.planned import OutFolder
from luwte.data import read, write
from luwte.quality.catalogue import load_catalogue
from luwte.quality.forms import gather
from luwte.words import N_

NOT_EMPTY = N_(
    "The folder {folder} holds files. Choose a new or empty folder: the tables that were read stay as they are."
)
GATHERED = N_("Forms read: {forms}. New answers: {new}; already in the table: {known}.")
WRITTEN = N_("Written to {folder}: all tables, with {answers} answers in assessments.csv. Next: luwte assess {folder}")

FilesArgument = Annotated[
    list[Path],
    typer.Argument(
        metavar="FILE...",
        help=N_("What ODK Central or KoboToolbox exported: CSV or XLSX, with the names of questions as headings."),
        show_default=False,
    ),
]
DataOption = Annotated[
    Path,
    typer.Option("--data", metavar="DIR", help=N_("Tables that the answers are added to."), show_default=False),
]
TodayOption = Annotated[
    day | None,
    typer.Option(
        "--today",
        metavar="YYYY-MM-DD",
        parser=read_day,
        help=N_("Refuse answers of a later day than this; the day on the clock where left out."),
        show_default=False,
    ),
]


def answers(
    files: FilesArgument,
    data: DataOption,
    out: OutFolder,
    catalogue: CatalogueOption = None,
    today: TodayOption = None,
    language: LanguageOption = Language.NL,
) -> None:
    """Add answers that were given in ODK or KoboToolbox to the tables, and write those anew, whole or not at all."""
    desk = Desk.speaking(language)
    if out.exists() and (not out.is_dir() or any(out.iterdir())):
        raise Refused(NOT_EMPTY, folder=str(out))
    held_against = load_catalogue(catalogue)
    with desk.progress() as progress:
        dataset = read(data, need=("locations",), progress=progress)
    gathered = gather(files, dataset, held_against, today or day.today())
    together = replace(dataset, assessments=(*dataset.assessments, *gathered.new))
    write(together, out)
    desk.findings((*dataset.findings, *gathered.findings))
    counts = {"forms": gathered.forms, "new": len(gathered.new), "known": gathered.known}
    desk.say(GATHERED, **{name: desk.number(count) for name, count in counts.items()})
    desk.tell(WRITTEN, folder=out, answers=desk.number(len(together.assessments)))
