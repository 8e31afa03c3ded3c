# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""`luwte law cycle`: the steps of a cycle with their last day, the day they were done, and how late that is."""

from datetime import date as day

from luwte.cli.desk import Desk
from luwte.cli.distribute import tables_of
from luwte.cli.language import Language
from luwte.cli.law.asked import Answer, check_out, deliver, findings_of
from luwte.cli.options import DateOption, DirectoryArgument, LanguageOption, OutOption
from luwte.cli.planned import CycleOption, input_hashes
from luwte.law import latest_cycle_published
from luwte.law.cycle import calendar
from luwte.law.parameters import cycle_of
from luwte.planning.law import course_in, statuses_in
from luwte.planning.law.tables import cycle_tables
from luwte.reporting.law.cycle import told


def cycle(
    directory: DirectoryArgument = None,
    date: DateOption = None,
    cycle: CycleOption = None,
    out: OutOption = None,
    language: LanguageOption = Language.NL,
) -> None:
    """Follow a cycle: what was done when, by which day it had to be, and how many days late it is."""
    desk = Desk.speaking(language)
    check_out("cycle", out)
    dataset = tables_of(directory, desk)
    on = date or dataset.reference_date or day.today()
    asked = cycle_of(latest_cycle_published(on) if cycle is None else cycle)
    steps = calendar(course_in(dataset, asked.cycle), on)
    statuses = statuses_in(dataset, asked.cycle, on)
    answer = Answer(
        "cycle",
        told(asked, steps, statuses, {one.code: one.name for one in dataset.municipalities}, on, desk.words),
        cycle_tables(asked.cycle, steps, statuses),
        findings_of(dataset),
        on,
        dataset.content_hash,
        input_hashes(directory) if directory else {},
        {"cycle": asked.cycle},
        dataset.synthetic,
    )
    deliver(desk, answer, out)
