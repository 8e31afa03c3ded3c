# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""`luwte law remainder`: what provinces are short of their number, and ways to divide it side by side."""

from luwte.cli.desk import Desk
from luwte.cli.language import Language
from luwte.cli.law.asked import answer_about, ask, check_out, deliver
from luwte.cli.options import DatasetArgument, DateOption, LanguageOption, OutOption
from luwte.cli.planned import CycleOption
from luwte.law.remainder import side_by_side
from luwte.planning.law import reports
from luwte.planning.law.tables import remainder_tables
from luwte.reporting.law.remainder import told


def remainder(
    directory: DatasetArgument,
    date: DateOption = None,
    cycle: CycleOption = None,
    out: OutOption = None,
    language: LanguageOption = Language.NL,
) -> None:
    """Divide what provinces are short: several ways side by side, each with how even it is. People choose."""
    desk = Desk.speaking(language)
    check_out("remainder", out)
    asked = ask(desk, directory, date, cycle)
    reported = reports(asked.dataset, asked.tasks, asked.on)
    divisions = side_by_side(reported)
    words = told(reported, divisions, asked.on, asked.names, desk.words)
    deliver(desk, answer_about(asked, "remainder", words, remainder_tables(reported, divisions), ()), out)
