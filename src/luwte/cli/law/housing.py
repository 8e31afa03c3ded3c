# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""`luwte law housing`: how many permit holders each municipality houses in a half-year."""

from datetime import date
from typing import Annotated

import typer

from luwte.cli.desk import Desk
from luwte.cli.distribute import tables_of
from luwte.cli.language import Language
from luwte.cli.law.asked import Answer, check_out, deliver, findings_of
from luwte.cli.options import DirectoryArgument, LanguageOption, OutOption, day
from luwte.cli.planned import inputs_of
from luwte.law.housing import housing_tasks
from luwte.law.housing.figures import first_day
from luwte.planning.law import balances_in
from luwte.planning.law.tables import housing_tables
from luwte.reporting.law.housing import told
from luwte.words import N_

HalfYear = Annotated[
    str, typer.Option("--half-year", metavar="YEAR-I", help=N_("The half-year: 2026-I, 2026-II."), show_default=False)
]
National = Annotated[
    int | None,
    typer.Option("--national", min=0, metavar="N", help=N_("People to house in the whole country, where not known.")),
]
InhabitantsOn = Annotated[
    date | None,
    typer.Option(
        "--inhabitants-on", metavar="YYYY-MM-DD", parser=day, help=N_("Day of the count of inhabitants to divide by.")
    ),
]


def housing(
    half_year: HalfYear,
    directory: DirectoryArgument = None,
    national: National = None,
    inhabitants_on: InhabitantsOn = None,
    out: OutOption = None,
    language: LanguageOption = Language.NL,
) -> None:
    """Divide the housing task of a half-year by inhabitants; without DIR over the bundled table."""
    desk = Desk.speaking(language)
    check_out("housing", out)
    dataset = tables_of(directory, desk)
    found = housing_tasks(
        dataset.municipalities,
        half_year,
        people=national,
        inhabitants_on=inhabitants_on,
        balances=balances_in(dataset, half_year),
    )
    words = told(found, {one.code: one.name for one in dataset.municipalities}, desk.words)
    answer = Answer(
        "housing",
        words,
        housing_tables(found),
        (*findings_of(dataset), *found.findings),
        first_day(half_year),
        dataset.content_hash,
        inputs_of(directory),
        {"half_year": half_year, "national": found.people, "given": national is not None},
        dataset.synthetic,
    )
    deliver(desk, answer, out)
