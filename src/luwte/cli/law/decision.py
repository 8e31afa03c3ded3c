# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""`luwte law decision`: a draft of the distribution decision by one way, with the reasons that people wrote."""

from datetime import date as day
from pathlib import Path
from typing import Annotated

import typer

from luwte.cli.desk import Desk
from luwte.cli.exits import UsageRefused
from luwte.cli.language import Language
from luwte.cli.law.asked import answer_about, ask, check_out, deliver
from luwte.cli.law.province import chosen_province
from luwte.cli.options import DatasetArgument, DateOption, LanguageOption, OutOption
from luwte.cli.options import day as as_day
from luwte.cli.planned import CycleOption, NeedAmvOption
from luwte.law.remainder import Scope, Way
from luwte.model.pledges import Decision
from luwte.planning.cells import to_csv
from luwte.planning.law.decision import draft
from luwte.reporting.law.decision import decision_paper, told
from luwte.reporting.paper import to_pdf
from luwte.words import N_

DOCUMENT, ASKED = "decision.pdf", "decisions.csv"
NOT_READ = N_("The reasons in {file} cannot be read.")

WayOption = Annotated[Way, typer.Option("--way", help=N_("How what is short is divided."), show_default=False)]
ScopeOption = Annotated[Scope, typer.Option("--scope", help=N_("Who carries it together."), show_default=False)]
OneProvinceOption = Annotated[
    str,
    typer.Option("--province", metavar="PROVINCE", help=N_("Only one province, by code or name."), show_default=False),
]
DueOption = Annotated[
    day | None,
    typer.Option(
        "--available-by", metavar="YYYY-MM-DD", parser=as_day, show_default=False,
        help=N_("A longer term than six months (Act 7(1))."),
    ),
]  # fmt: skip
ReasonsOption = Annotated[
    Path | None,
    typer.Option("--reasons", metavar="FILE", help=N_("The reasons, as text; people write them."), show_default=False),
]


def decision(
    directory: DatasetArgument,
    way: WayOption,
    scope: ScopeOption = Scope.PROVINCE,
    province: OneProvinceOption = "",
    available_by: DueOption = None,
    reasons: ReasonsOption = None,
    date: DateOption = None,
    cycle: CycleOption = None,
    need_amv: NeedAmvOption = None,
    out: OutOption = None,
    language: LanguageOption = Language.NL,
) -> None:
    """Draft the distribution decision by one way: what it asks of whom, why, and how even it is beside the others."""
    desk = Desk.speaking(language)
    check_out("decision", out)
    why = _read(reasons) if reasons else ""
    asked = ask(desk, directory, date, cycle, need_amv=need_amv)
    of = chosen_province(asked.tasks, province).province_code if province else ""
    found = draft(asked.dataset, asked.tasks, way, scope, asked.on, available_by)
    paper = decision_paper(found, asked.names, desk.words, reasons=why, province=of, synthetic=asked.dataset.synthetic)
    files = {ASKED: to_csv(Decision, found.asked)} | ({DOCUMENT: to_pdf(paper, desk.words)} if out else {})
    more = {"way": way.value, "scope": scope.value, "province": of, "available_by": found.available_by.isoformat()}
    words = told(found, asked.names, desk.words, province=of)
    deliver(desk, answer_about(asked, "decision", words, files, (), **more), out)


def _read(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        raise UsageRefused(NOT_READ, file=str(file)) from None
