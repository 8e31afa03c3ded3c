# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""`luwte law sites`: offers side by side, places at risk, who answers for sites, and places for minors alone."""

from luwte.cli.desk import Desk
from luwte.cli.language import Language
from luwte.cli.law.asked import answer_about, ask, check_out, deliver
from luwte.cli.options import DatasetArgument, DateOption, LanguageOption, OutOption
from luwte.cli.planned import CycleOption, NeedAmvOption
from luwte.law import distribute
from luwte.law.operation import findings, operated
from luwte.planning.law.at_risk import at_risk, children_now
from luwte.planning.law.candidates import candidates
from luwte.planning.law.contradictions import contradictions
from luwte.planning.law.pipeline import amv_rows
from luwte.planning.law.site_rows import site_tables
from luwte.reporting.law.sites import told


def sites(
    directory: DatasetArgument,
    date: DateOption = None,
    cycle: CycleOption = None,
    need_amv: NeedAmvOption = None,
    out: OutOption = None,
    language: LanguageOption = Language.NL,
) -> None:
    """Look at sites: what is offered and how good it is, what may go, who answers for it, and what minors need."""
    desk = Desk.speaking(language)
    check_out("sites", out)
    asked = ask(desk, directory, date, cycle)
    dataset, on = asked.dataset, asked.on
    tasks = distribute(dataset.municipalities, cycle=asked.tasks.cycle, need_amv=need_amv)
    offers, risks = candidates(dataset, on), at_risk(dataset, on)
    run, minors = operated(dataset.locations, dataset.operations, on), amv_rows(dataset, tasks, on)
    words = told(
        offers, risks, run, minors, tasks.need_amv, children_now(dataset, on), on, asked.names, desk.words
    )  # fmt: skip
    tables = site_tables(offers, risks, run, minors)
    deliver(
        desk,
        answer_about(asked, "sites", words, tables, (*findings(run), *contradictions(offers)), need_amv=need_amv),
        out,
    )
