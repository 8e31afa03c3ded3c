# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""`luwte verify`: make a plan again from its tables, and compare."""

from pathlib import Path
from typing import Annotated

import typer

from luwte.cli.desk import Desk
from luwte.cli.exits import Exit, UsageRefused
from luwte.cli.language import Language, words_for
from luwte.cli.options import LanguageOption
from luwte.cli.planned import beside
from luwte.data import TO_PLACE, read
from luwte.model.findings import InputRefused, Severity
from luwte.placement import load_policy
from luwte.planning.files import POLICY, account_in, read_files
from luwte.planning.verify import missing
from luwte.planning.verify import verify as differences
from luwte.words import N_

NO_DATA = N_("The tables of this plan are not found. Give them with --data.")
SAME = N_("The plan stands: its hashes, its rules, its levels and a second run agree.")
NOT_TWICE = N_("The plan stands: its hashes, its rules and its levels agree. It was not made a second time.")
DIFFERS = N_("The plan does not stand: see the errors above.")

PlanArgument = Annotated[
    Path, typer.Argument(metavar="OUT", help=N_("Folder that luwte plan wrote."), show_default=False)
]
DataOption = Annotated[
    Path | None,
    typer.Option(
        "--data",
        metavar="DIR",
        help=N_("Tables that the plan was made from; where they lay then, seen from the plan, where left out."),
        show_default=False,
    ),
]


def verify(folder: PlanArgument, data: DataOption = None, language: LanguageOption = Language.NL) -> None:
    """Verify a plan: check its hashes, count rules and levels again, make it again and compare."""
    desk = Desk.speaking(language)
    files = read_files(folder)
    account = account_in(files)
    if POLICY not in files:
        raise InputRefused((missing(POLICY),))
    written_in = words_for(Language(account.request.language))
    with desk.progress() as progress:
        dataset = read(source_of(folder, data, account.request.data), need=TO_PLACE, progress=progress)
        found = differences(
            files,
            dataset,
            load_policy(folder / POLICY),
            beside=lambda plan: beside(plan, dataset, written_in, files[POLICY]),
            progress=progress,
        )
    desk.findings(found)
    if any(finding.kind.severity is Severity.ERROR for finding in found):
        desk.tell(DIFFERS)
        raise typer.Exit(Exit.REFUSED)
    desk.say(NOT_TWICE if account.summary.receipt.cut else SAME)


def source_of(folder: Path, given: Path | None, recorded: str | None) -> Path:
    """Where the tables of a plan lie: as given, else where they lay when it was made."""
    if given is not None:
        return given
    if recorded is None or not (folder / recorded).exists():
        raise UsageRefused(NO_DATA)
    return folder / recorded
