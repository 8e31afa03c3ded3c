# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""`luwte law sheet`: two pages about one municipality, as an accessible PDF for a council or a residents' evening."""

from collections.abc import Mapping
from decimal import Decimal
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated

import typer

from luwte.cli.desk import Desk
from luwte.cli.exits import UsageRefused
from luwte.cli.folder import write_folder
from luwte.cli.language import Language
from luwte.cli.law.asked import FINDINGS, WRITTEN, Asked, ask, check_out, receipt_of
from luwte.cli.law.given import given_to
from luwte.cli.options import DatasetArgument, DateOption, LanguageOption
from luwte.cli.planned import CycleOption, OutFolder, input_hashes
from luwte.planning.accounts import with_account
from luwte.planning.cells import to_csv
from luwte.planning.finding_rows import finding_rows
from luwte.planning.outputs import FindingRow
from luwte.reporting.fact_sheet import Facts, fact_sheet, facts_of
from luwte.reporting.paper import to_pdf
from luwte.words import N_

SHEET = "fact-sheet.pdf"
NO_SUCH = N_(
    "There is no municipality '{named}' in the tables. Give its code (GM0363) or its whole name; close to it: {close}."
)

MunicipalityOption = Annotated[
    str,
    typer.Option(
        "--municipality",
        metavar="CODE",
        help=N_("A municipality by its code (GM0363) or its name (Amsterdam)."),
        show_default=False,
    ),
]
SmallOption = Annotated[
    int | None,
    typer.Option(
        "--small", min=1, metavar="EUR", help=N_("What a place at a small site costs in a year, where you know it.")
    ),
]


def sheet(
    directory: DatasetArgument,
    municipality: MunicipalityOption,
    out: OutFolder,
    small: SmallOption = None,
    date: DateOption = None,
    cycle: CycleOption = None,
    language: LanguageOption = Language.NL,
) -> None:
    """Write the fact sheet of a municipality: two pages for its council and its residents."""
    desk = Desk.speaking(language)
    check_out("sheet", out)
    asked = ask(desk, directory, date, cycle)
    each = None if small is None else Decimal(small)
    facts = facts_of(asked.dataset, asked.tasks, asked.on, code_of(asked, municipality), small=each)
    files = _files(desk, asked, facts, out)
    write_folder(out, files, receipt=receipt_of("sheet"))
    desk.findings((*asked.findings, *facts.one.findings), kept_in=out / FINDINGS)
    desk.tell(WRITTEN, folder=out, files=", ".join(files))


def code_of(asked: Asked, named: str) -> str:
    """The code of a municipality that is named by code or by name, whatever its capitals."""
    codes = {task.name.casefold(): task.municipality for task in asked.tasks.municipalities}
    codes |= {code.casefold(): code for code in asked.tasks.of}
    if found := codes.get(named.strip().casefold()):
        return found
    close = get_close_matches(named.casefold(), codes, n=3, cutoff=0.5)
    names = ", ".join(asked.names[codes[one]] for one in close) or "–"
    raise UsageRefused(NO_SUCH, named=named, close=names)


def _files(desk: Desk, asked: Asked, facts: Facts, out: Path) -> Mapping[str, bytes]:
    """The sheet, what was noticed, and the account of both."""
    findings = finding_rows((*asked.findings, *facts.one.findings))
    files = {SHEET: to_pdf(fact_sheet(facts, desk.words), desk.words), FINDINGS: to_csv(FindingRow, findings)}
    told = {
        "municipality": facts.one.place.code,
        "cycle": asked.tasks.cycle,
        "small": None if facts.small is None else str(facts.small),
        "language": desk.words.language,
        **given_to(out, asked.on),
    }
    inputs = input_hashes(asked.directory)
    return with_account("law sheet", receipt_of("sheet"), facts.receipt, files, inputs, **told)
