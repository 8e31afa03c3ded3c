# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""`luwte law regimes`: what stands and what is exposed when the Act is in force, repealed, or kept in loose parts."""

from luwte.cli.desk import Desk
from luwte.cli.language import Language
from luwte.cli.law.asked import answer_about, ask, check_out, deliver
from luwte.cli.options import DatasetArgument, DateOption, LanguageOption, OutOption
from luwte.cli.planned import CycleOption
from luwte.law.regimes import resting
from luwte.planning.law.tables import regime_tables
from luwte.planning.shares import decided_by
from luwte.reporting.law.regimes import told


def regimes(
    directory: DatasetArgument,
    date: DateOption = None,
    cycle: CycleOption = None,
    out: OutOption = None,
    language: LanguageOption = Language.NL,
) -> None:
    """Compare regimes: which places, also for unaccompanied minors, and which money stand or are exposed."""
    desk = Desk.speaking(language)
    check_out("regimes", out)
    asked = ask(desk, directory, date, cycle)
    decisions = decided_by(asked.dataset, asked.tasks.cycle, asked.on)
    lines = resting(asked.dataset.locations, asked.dataset.offers, decisions, asked.on)
    words = told(lines, asked.on, asked.names, desk.words)
    deliver(desk, answer_about(asked, "regimes", words, regime_tables(lines, asked.on), ()), out)
