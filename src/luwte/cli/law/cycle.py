# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""`luwte law cycle`: the steps of a cycle with their last day, the day they were done, and how late that is."""

from datetime import date as day

from luwte.cli.desk import Desk
from luwte.cli.language import Language
from luwte.cli.law.asked import Answer, check_out, deliver
from luwte.cli.options import DateOption, LanguageOption, OutOption
from luwte.cli.planned import CycleOption
from luwte.law import latest_cycle_published
from luwte.law.cycle import calendar, course_of
from luwte.law.parameters import cycle_of
from luwte.planning.law.tables import cycle_tables
from luwte.reporting.law.cycle import told


def cycle(
    date: DateOption = None,
    cycle: CycleOption = None,
    out: OutOption = None,
    language: LanguageOption = Language.NL,
) -> None:
    """Follow a cycle: what was done when, by which day it had to be, and how many days late it is."""
    desk, on = Desk.speaking(language), date or day.today()
    check_out("cycle", out)
    asked = cycle_of(latest_cycle_published(on) if cycle is None else cycle)
    steps = calendar(course_of(asked), on)
    words = told(asked, steps, on, desk.words)
    tables = cycle_tables(asked.cycle, steps)
    deliver(desk, Answer("cycle", words, tables, (), on, "", {}, {"cycle": asked.cycle}), out)
