# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""`luwte law province`: the provincial table of one province, and the commissioner's report as PDF and workbook."""

from typing import Annotated

import typer

from luwte.cli.desk import Desk
from luwte.cli.exits import UsageRefused
from luwte.cli.language import Language
from luwte.cli.law.asked import answer_about, ask, check_out, deliver
from luwte.cli.options import DatasetArgument, DateOption, LanguageOption, OutOption
from luwte.cli.planned import CycleOption, NeedAmvOption
from luwte.law import Tasks
from luwte.law.tasks import ProvinceTask
from luwte.model.receipt import software
from luwte.planning.law.province import province_named, provincial_table
from luwte.planning.law.province_rows import province_tables
from luwte.reporting.law.province import pdf, told, workbook
from luwte.words import N_

REPORT_PDF, REPORT_BOOK = "report.pdf", "report.xlsx"
NO_SUCH_PROVINCE = N_("There is no province '{said}' in the tables. Those that there are: {provinces}.")

ProvinceOption = Annotated[
    str,
    typer.Option(
        "--province",
        metavar="PROVINCE",
        help=N_("The province, by code or name: PV25, Gelderland."),
        show_default=False,
    ),
]


def province(
    directory: DatasetArgument,
    province: ProvinceOption,
    date: DateOption = None,
    cycle: CycleOption = None,
    need_amv: NeedAmvOption = None,
    out: OutOption = None,
    language: LanguageOption = Language.NL,
) -> None:
    """Report on the provincial table: what was agreed, exchanged and offered, and who did not answer."""
    desk = Desk.speaking(language)
    check_out("province", out)
    asked = ask(desk, directory, date, cycle, need_amv=need_amv)
    chosen = chosen_province(asked.tasks, province)
    found = provincial_table(asked.dataset, asked.tasks, chosen, asked.on)
    made_with, synthetic = software(), asked.dataset.synthetic
    documents = {
        REPORT_PDF: pdf(found, asked.names, made_with, desk.words, synthetic=synthetic),
        REPORT_BOOK: workbook(found, asked.names, made_with, desk.words, synthetic=synthetic),
    }
    tables = {**province_tables(found), **documents}
    more = {"province": chosen.province_code, "need_amv": need_amv}
    words = told(found, asked.names, desk.words)
    deliver(desk, answer_about(asked, "province", words, tables, (), **more), out)


def chosen_province(tasks: Tasks, said: str) -> ProvinceTask:
    """The province that somebody named by code or name; another word raises UsageRefused that lists them."""
    if found := province_named(tasks, said):
        return found
    provinces = ", ".join(f"{one.province_code} {one.province}" for one in tasks.provinces)
    raise UsageRefused(NO_SUCH_PROVINCE, said=said, provinces=provinces)
