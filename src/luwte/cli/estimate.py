# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""`luwte estimate`: how many places the two years ahead ask for, beside what was published."""

from calendar import monthrange
from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Annotated

import typer

from luwte.cli.desk import Desk, sheet_of
from luwte.cli.exits import UsageRefused
from luwte.cli.folder import check_folder, write_folder
from luwte.cli.language import Language
from luwte.cli.options import LanguageOption, OutOption
from luwte.cli.planned import inputs_of
from luwte.law.estimate import Assumptions, Estimate, Series, entered, from_inflow, inflow_in_use, read_series
from luwte.law.estimate.parameters import estimate_parameters_hash
from luwte.model.receipt import Receipt, software
from luwte.planning.accounts import sha256, with_account
from luwte.planning.estimate_rows import tables
from luwte.reporting import estimated
from luwte.reporting.estimate_page import page
from luwte.words import N_

RECEIPT, REPORT = "estimate.json", "estimate.html"
MOST_PERCENT = 100

ONE_WAY = N_("Give either --residents with what you expect, or --now and --stay to reckon from inflow; not both.")
BOTH_NEEDED = N_("Give --now and --stay together: residents at the end of the series, and months that people stay.")
BAND_ALONE = N_("--low and --high belong to --residents.")
NOT_A_STAY = N_("--stay is '{stay}'. Write a number of months of at least 1, such as 14 or 14.5.")
WRITTEN = N_("Written to {folder}: {files}.")

ResidentsOption = Annotated[
    int | None, typer.Option("--residents", min=0, metavar="N", help=N_("Residents expected, entered by you."))
]
LowOption = Annotated[int | None, typer.Option("--low", min=0, metavar="N", help=N_("The least that you expect."))]
HighOption = Annotated[int | None, typer.Option("--high", min=0, metavar="N", help=N_("The most that you expect."))]
NowOption = Annotated[
    int | None,
    typer.Option("--now", min=0, metavar="N", help=N_("Residents at the end of the last month of the series.")),
]
StayOption = Annotated[
    str | None,
    typer.Option("--stay", metavar="MONTHS", help=N_("How many months somebody lives in reception on average.")),
]
EnteringOption = Annotated[
    int,
    typer.Option(
        "--entering", min=0, max=MOST_PERCENT, metavar="PERCENT", help=N_("How many in a hundred who come move in.")
    ),
]
SeriesOption = Annotated[
    Path | None,
    typer.Option(
        "--series", metavar="FILE", help=N_("Inflow by month (CSV); years of CBS in the package if left out.")
    ),
]


def estimate(
    residents: ResidentsOption = None,
    low: LowOption = None,
    high: HighOption = None,
    now: NowOption = None,
    stay: StayOption = None,
    entering: EnteringOption = MOST_PERCENT,
    series: SeriesOption = None,
    out: OutOption = None,
    language: LanguageOption = Language.NL,
) -> None:
    """Estimate how many places are needed: from residents you expect, or from inflow, with a band."""
    desk = Desk.speaking(language)
    if residents is not None and (now is not None or stay is not None or series is not None):
        raise UsageRefused(ONE_WAY)
    if residents is None and (low is not None or high is not None):
        raise UsageRefused(BAND_ALONE)
    assumed = _assumed(now, stay, entering)
    if out is not None:
        check_folder(out, receipt=RECEIPT)
    if residents is not None:
        found = entered(residents, low, high)
    else:
        found = from_inflow(read_series(series) if series else inflow_in_use(), assumed)
    desk.findings(found.findings)
    _tell(desk, found)
    if out is not None:
        files = _files(found, desk, series)
        write_folder(out, files, receipt=RECEIPT)
        desk.tell(WRITTEN, folder=out, files=", ".join(files))


def _assumed(now: int | None, stay: str | None, entering: int) -> Assumptions | None:
    if (now is None) != (stay is None):
        raise UsageRefused(BOTH_NEEDED)
    if now is None or stay is None:
        return None
    try:
        months = Fraction(stay)
    except (ValueError, ZeroDivisionError):
        months = Fraction(0)
    if months < 1:
        raise UsageRefused(NOT_A_STAY, stay=stay)
    return Assumptions(now, months, Fraction(entering, MOST_PERCENT))


def _tell(desk: Desk, found: Estimate) -> None:
    for sentence in estimated.headline(found, desk.words):
        desk.print(sentence)
    if found.months:
        desk.table(sheet_of(estimated.months(found, desk.words)))
    for sentence in estimated.rests_on(found, desk.words):
        desk.print(sentence)
    desk.table(sheet_of(estimated.beside(desk.words)))


def _files(found: Estimate, desk: Desk, series: Path | None) -> Mapping[str, bytes]:
    """The tables, the report and the account."""
    receipt = Receipt(
        software=software(),
        dataset=_content(found.series),
        reference_date=_last_day(found.series),
        parameters={"estimate": estimate_parameters_hash()},
    )
    made = {**tables(found), REPORT: page(found, receipt, desk.words).encode()}
    inputs = inputs_of(series) if found.series else {}
    assumed = found.assumed
    told = {
        "occupancy": str(found.occupancy),
        "now": assumed.now if assumed else None,
        "stay_months": str(assumed.stay) if assumed else None,
        "entering": str(assumed.entering) if assumed else None,
    }
    return with_account("estimate", RECEIPT, receipt, made, inputs, **told)


def _content(series: Series | None) -> str:
    """The hash of a series; of residents entered by hand there is none."""
    if series is None:
        return ""
    return sha256(f"{series.last}:{','.join(map(str, series.people))}".encode())


def _last_day(series: Series | None) -> date:
    """The last day of the series; for residents entered by hand the day on which that was done."""
    if series is None:
        return date.today()
    year, month = map(int, series.last.split("-"))
    return date(year, month, monthrange(year, month)[1])
