# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""`luwte law cycle`: the steps of a cycle with their last day, the day they were done, and how late that is."""

from datetime import date as day

from luwte.cli.desk import Desk
from luwte.cli.distribute import tables_of
from luwte.cli.language import Language
from luwte.cli.law.asked import Answer, check_out, deliver, findings_of
from luwte.cli.options import DateOption, DirectoryArgument, LanguageOption, OutOption
from luwte.cli.planned import CycleOption, inputs_of
from luwte.law import distribute, latest_cycle_published
from luwte.law.cycle import calendar
from luwte.law.parameters import cycle_of
from luwte.planning.law import counted, course_in, statuses_in
from luwte.planning.law.country import five_of, short_after_term
from luwte.planning.law.tables import cycle_tables
from luwte.reporting.law.country import five
from luwte.reporting.law.country import short_after_term as short_listed
from luwte.reporting.law.cycle import told
from luwte.reporting.law.on_paper import paper_of
from luwte.reporting.paper import to_pdf

PAPER = "cycle.pdf"


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
    names = {one.code: one.name for one in dataset.municipalities}
    tasks = distribute(dataset.municipalities, cycle=asked.cycle)
    rows = counted(dataset, tasks, on).quantities if directory else ()
    in_figures = [five(five_of(rows, asked.cycle, on), desk.words)]
    missing = [short_listed(short_after_term(dataset, rows, statuses, asked.cycle, on), names, desk.words)]
    words = told(asked, steps, statuses, names, on, desk.words, in_figures=in_figures, at_the_end=missing)
    paper = {PAPER: to_pdf(paper_of(words, on, desk.words, synthetic=dataset.synthetic), desk.words)} if out else {}
    answer = Answer(
        "cycle",
        words,
        {**cycle_tables(asked.cycle, steps, statuses), **paper},
        findings_of(dataset),
        on,
        dataset.content_hash,
        inputs_of(directory),
        {"cycle": asked.cycle},
        dataset.synthetic,
    )
    deliver(desk, answer, out)
