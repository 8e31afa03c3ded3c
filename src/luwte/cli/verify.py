# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""`luwte verify`: make a plan, or another result, again from its tables, and compare."""

from pathlib import Path
from typing import Annotated

import typer

from luwte.cli.desk import Desk
from luwte.cli.exits import Exit, UsageRefused
from luwte.cli.language import Language, words_for
from luwte.cli.law.again import law_account, verify_law
from luwte.cli.options import BeforeOption, CatalogueOption, LanguageOption
from luwte.cli.planned import beside
from luwte.data import TO_PLACE, read
from luwte.model.findings import Finding, InputRefused, Severity
from luwte.placement import load_policy
from luwte.planning.files import POLICY, account_in, read_files
from luwte.planning.verify import missing
from luwte.planning.verify import verify as differences
from luwte.planning.verify_result import Norms, account_beside, told_by, verify_result
from luwte.words import N_

NO_DATA = N_("The tables that this was made from are not found. Give them with --data.")
SAME = N_("The plan stands: its hashes, its rules, its levels and a second run agree.")
NOT_TWICE = N_("The plan stands: its hashes, its rules and its levels agree. It was not made a second time.")
DIFFERS = N_("The plan does not stand: see the errors above.")
RESULT_STANDS = N_("The result stands: its hashes and a second count agree.")
RESULT_DIFFERS = N_("The result does not stand: see the errors above.")

PlanArgument = Annotated[
    Path, typer.Argument(metavar="OUT", help=N_("Folder that luwte plan wrote."), show_default=False)
]
ResultArgument = Annotated[
    Path,
    typer.Argument(
        metavar="OUT", help=N_("Folder that luwte plan, assess, phase-out, terms or law wrote."), show_default=False
    ),
]
DataOption = Annotated[
    Path | None,
    typer.Option(
        "--data",
        metavar="DIR",
        help=N_("Tables that it was made from; where they lay then, seen from the folder, where left out."),
        show_default=False,
    ),
]


def verify(
    folder: ResultArgument,
    data: DataOption = None,
    catalogue: CatalogueOption = None,
    before: BeforeOption = None,
    language: LanguageOption = Language.NL,
) -> None:
    """Verify a plan or another result: check its hashes, count again, make it again and compare."""
    desk = Desk.speaking(language)
    if (name := account_beside(folder)) is not None:
        _end(desk, _result(desk, folder, name, data, Norms.of(catalogue, before)), RESULT_STANDS, RESULT_DIFFERS)
        return
    if (name := law_account(folder)) is not None:
        _end(desk, verify_law(folder, name, data), RESULT_STANDS, RESULT_DIFFERS)
        return
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
    _end(desk, found, NOT_TWICE if account.summary.receipt.cut else SAME, DIFFERS)


def _result(desk: Desk, folder: Path, name: str, data: Path | None, norms: Norms) -> tuple[Finding, ...]:
    """What differs in a result that is no plan."""
    files = {file.name: file.read_bytes() for file in sorted(folder.iterdir()) if file.is_file()}
    told = told_by(name, files[name])
    with desk.progress() as progress:
        dataset = read(source_of(folder, data, told.source.data), need=TO_PLACE, progress=progress)
        return verify_result(files, told, dataset, norms)


def _end(desk: Desk, found: tuple[Finding, ...], stands: str, differs: str) -> None:
    desk.findings(found)
    if any(finding.kind.severity is Severity.ERROR for finding in found):
        desk.tell(differs)
        raise typer.Exit(Exit.REFUSED)
    desk.say(stands)


def source_of(folder: Path, given: Path | None, recorded: str | None) -> Path:
    """Where the tables of a plan lie: as given, else where they lay when it was made."""
    if given is not None:
        return given
    if recorded is None or not (folder / recorded).exists():
        raise UsageRefused(NO_DATA)
    return folder / recorded
