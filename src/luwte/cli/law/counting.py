# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""`luwte law counting`: which places count, which do not, by which article, and five quantities kept apart."""

from typing import Annotated

import typer

from luwte.cli.desk import Desk
from luwte.cli.language import Language
from luwte.cli.law.asked import answer_about, ask, check_out, deliver
from luwte.cli.options import DatasetArgument, DateOption, LanguageOption, OutOption
from luwte.cli.planned import CycleOption
from luwte.law.counting import FiveYearsFrom
from luwte.planning.law import counted
from luwte.planning.law.tables import counting_tables
from luwte.reporting.law.counting import told
from luwte.words import N_

FiveYearsOption = Annotated[
    FiveYearsFrom,
    typer.Option(
        "--five-years-from",
        help=N_("From which day the five years run: the opening of a site, or the day of counting."),
        show_default=False,
    ),
]


def counting(
    directory: DatasetArgument,
    date: DateOption = None,
    cycle: CycleOption = None,
    five_years_from: FiveYearsOption = FiveYearsFrom.OPENING,
    out: OutOption = None,
    language: LanguageOption = Language.NL,
) -> None:
    """Count: every place as counting or not, with the article and why, and what is viable."""
    desk = Desk.speaking(language)
    check_out("counting", out)
    asked = ask(desk, directory, date, cycle)
    found = counted(asked.dataset, asked.tasks, asked.on, reading=five_years_from)
    words = told(found, asked.names, desk.words)
    tables, reading = counting_tables(found), five_years_from.value
    deliver(desk, answer_about(asked, "counting", words, tables, found.findings, five_years_from=reading), out)
