# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""`luwte phase-out`: who is in emergency reception, at what pace that ends, and what it takes to end it by a day."""

from datetime import date as day
from typing import Annotated

import typer

from luwte.cli.desk import Desk, Sheet
from luwte.cli.folder import check_folder, write_folder
from luwte.cli.language import Language
from luwte.cli.options import DatasetArgument, DateOption, LanguageOption, OutOption
from luwte.cli.options import day as read_day
from luwte.cli.planned import day_of, source_seen_from
from luwte.data import TO_PLACE, read
from luwte.model.describe import WHOM
from luwte.placement import load_policy
from luwte.planning.phase_out import PhaseOut
from luwte.planning.phase_out import phase_out as account_of
from luwte.planning.phase_out.parts import By
from luwte.planning.results import PHASE_OUT, phase_out_files
from luwte.quality.phase_out.targets import LAST_DAY
from luwte.reporting.phase_out import BY, PARTS, asked_for, grounds, headline
from luwte.words import N_

QUARTERS = N_("Children in emergency reception, by quarter")
QUARTER = (
    N_("quarter"), N_("at its beginning"), N_("newly brought in, at least"), N_("born there"),
    N_("to regular reception"), N_("turned eighteen"), N_("others, on balance"), N_("at its end"),
)  # fmt: skip
OTHERS_NOTE = N_("Others, on balance: who came less who left, of those whom the tables do not hold any more.")
LOOKED_BACK = N_("Over {quarters} quarters and the days since:")
PLACES = N_("Places in regular reception that are needed (people)")
PLACE = (
    N_("for"), N_("in emergency reception"), N_("without a place"), N_("where it closes"), N_("free now"),
    N_("opening"), N_("missing"),
)  # fmt: skip
WRITTEN = N_("Written to {folder}: {files}.")
UNKNOWN = N_("unknown")

UntilOption = Annotated[
    day | None,
    typer.Option(
        "--until",
        metavar="YYYY-MM-DD",
        parser=read_day,
        help=N_("The day by which the last child should have left; 1 July 2027 where left out."),
        show_default=False,
    ),
]


def phase_out(
    directory: DatasetArgument,
    date: DateOption = None,
    until: UntilOption = None,
    out: OutOption = None,
    language: LanguageOption = Language.NL,
) -> None:
    """Phase-out: children in emergency reception by quarter, at what pace that ends, and what a chosen day takes."""
    desk, last_day = Desk.speaking(language), until or LAST_DAY
    if out is not None:
        check_folder(out, receipt=PHASE_OUT)
    with desk.progress() as progress:
        dataset = read(directory, need=TO_PLACE, progress=progress)
        found = account_of(dataset, day_of(dataset, date), until=last_day, policy=load_policy())
    desk.findings((*dataset.findings, *found.findings))
    _tell(desk, found)
    if out is not None:
        files = phase_out_files(found, last_day, source_seen_from(out, directory))
        write_folder(out, files, receipt=PHASE_OUT)
        desk.tell(WRITTEN, folder=out, files=", ".join(files))


def _tell(desk: Desk, found: PhaseOut) -> None:
    desk.table(_quarters(desk, found))
    desk.say(OTHERS_NOTE)
    for by in (By.KIND, By.FITNESS):
        desk.table(_now(desk, found, by))
    for seen in found.outlooks:
        desk.say(LOOKED_BACK, quarters=seen.quarters)
        for sentence in (headline(seen.pace, desk.words), *grounds(seen, desk.words)):
            desk.print(f"  {sentence}")
    for sentence in asked_for(found.ahead, desk.words):
        desk.print(sentence)
    desk.table(_places(desk, found))


def _quarters(desk: Desk, found: PhaseOut) -> Sheet:
    rows = [
        (
            row.quarter,
            desk.number(row.before),
            desk.number(row.new + row.again),
            desk.number(row.born),
            desk.number(row.to_regular),
            desk.number(row.eighteen),
            desk.words.text(UNKNOWN) if row.not_kept is None else desk.signed(row.not_kept),
            desk.number(row.children),
        )
        for row in found.quarters
        if row.by is By.ALL
    ]
    headings = [desk.words.text(heading) for heading in QUARTER]
    return Sheet(headings, rows, numeric=frozenset(range(1, len(QUARTER))), title=desk.words.text(QUARTERS))


def _now(desk: Desk, found: PhaseOut, by: By) -> Sheet:
    """The children of the day, by the parts of one count."""
    rows = [
        (desk.words.text(PARTS[by][row.part]), desk.number(row.children))
        for row in found.quarters
        if row.by is by and row.last_day == found.on
    ]
    whole = (desk.words.text(N_("together")), desk.number(found.children))
    return Sheet((desk.words.text(BY[by]), desk.words.text(N_("children"))), rows, frozenset({1}), footer=whole)


def _places(desk: Desk, found: PhaseOut) -> Sheet:
    rows = [
        (
            desk.words.text(WHOM[row.group]),
            *map(desk.number, (row.people, row.without, row.closing, row.free, row.opening, row.short)),
        )
        for row in found.places
    ]
    headings = [desk.words.text(heading) for heading in PLACE]
    return Sheet(headings, rows, numeric=frozenset(range(1, len(PLACE))), title=desk.words.text(PLACES))
