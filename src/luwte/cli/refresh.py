# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""`luwte refresh`: the newest inhabitants, SES-WOA, asylum requests and boundaries, or everything as it was."""

import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from luwte.cli.desk import Desk, Sheet
from luwte.cli.exits import UsageRefused
from luwte.cli.folder import check_folder, write_folder
from luwte.cli.language import Language
from luwte.cli.options import LanguageOption
from luwte.data.refresh import RECEIPT, Answers, Contract, Refreshed, Saved, known_in, national_home, read_contract
from luwte.data.refresh import files as files_of
from luwte.data.refresh import refresh as asked
from luwte.data.refresh.changes import COUNT, SCORE, Change
from luwte.model.findings import InputRefused
from luwte.model.receipt import software
from luwte.words import N_

LARGEST = 10  # changes of inhabitants that are shown; all stand in a file

KEPT = N_("Nothing was replaced: the national tables stay as they were, with inhabitants of {day}.")
NOTHING_WRITTEN = N_("The services answer as agreed. Nothing was written, because --check was given.")
WRITTEN = N_("Written to {folder}. Use it with: luwte distribute {folder} --cycle 2026")
ONE_OF_TWO = N_("Give --check or --from, not both.")
EDITIONS = N_("Which edition")
CHANGED = N_("Values that changed: {count}. The largest changes of inhabitants:")
UNCHANGED = N_("No value changed.")
FIRST_SCORES = N_(
    "These tables have SES-WOA itself, and the key takes it in the place of the derived weight: the task of every "
    "municipality can come out differently."
)
NO_SCORES = N_("none; the derived weight stays in use")
WHERE = N_("Save each answer under its name in one folder, further pages as .2.json, .3.json and so on.")

CheckOption = Annotated[
    bool, typer.Option("--check", help=N_("Only look whether the services answer as agreed; write nothing."))
]
FromOption = Annotated[
    Path | None,
    typer.Option("--from", metavar="FOLDER", help=N_("Answers that were saved elsewhere, for who has no connection.")),
]
IntoOption = Annotated[
    Path | None,
    typer.Option("--into", metavar="FOLDER", help=N_("Where to keep the tables; national in LUWTE_HOME if left out.")),
]
ContractOption = Annotated[
    Path | None,
    typer.Option("--contract", metavar="FILE", help=N_("Other tables, filters or titles to ask for, a YAML file.")),
]
OthersOption = Annotated[
    bool,
    typer.Option(
        "--other-municipalities", help=N_("Allow that municipalities were merged or split: you looked at it.")
    ),
]
AddressesOption = Annotated[
    bool, typer.Option("--addresses", help=N_("Show what is asked and under which name to save it; ask nothing."))
]


def refresh(
    check: CheckOption = False,
    saved: FromOption = None,
    into: IntoOption = None,
    contract: ContractOption = None,
    other_municipalities: OthersOption = False,
    addresses: AddressesOption = False,
    language: LanguageOption = Language.NL,
) -> None:
    """Bring inhabitants, SES-WOA, asylum requests and boundaries up to date from CBS and PDOK, or change nothing."""
    desk, wanted = Desk.speaking(language), read_contract(contract) if contract else read_contract()
    if check and saved:
        raise UsageRefused(ONE_OF_TWO)
    if addresses:
        _show_addresses(desk, wanted)
        return
    folder = into or national_home(os.environ)
    check_folder(folder, receipt=RECEIPT)
    known = known_in(folder)
    try:
        with desk.progress() as progress:
            found = asked(_answers(saved), wanted, known, others_allowed=other_municipalities, progress=progress)
    except InputRefused:
        desk.tell(KEPT, day=known.editions.of(COUNT))
        raise
    desk.findings(found.findings)
    _show(desk, found)
    if check:
        desk.tell(NOTHING_WRITTEN)
        return
    written = files_of(found, wanted, software=software(), on=datetime.now(UTC))
    write_folder(folder, written, receipt=RECEIPT)
    desk.tell(WRITTEN, folder=folder)


def _answers(saved: Path | None) -> Answers:
    """The folder, or the services; what uses the network is loaded only here."""
    if saved is not None:
        return Saved(saved)
    from luwte.data.refresh.online import Online

    return Online()


def _show_addresses(desk: Desk, contract: Contract) -> None:
    for name, address in contract.addresses():
        desk.print(f"{name}  {address}")
    desk.tell(WHERE)


def _show(desk: Desk, found: Refreshed) -> None:
    """Which edition each table was and is, and what changed most."""
    desk.table(_editions(desk, found))
    if found.before.editions.scores_of is None and found.editions.scores_of is not None:
        desk.say(FIRST_SCORES)
    if not found.changes:
        desk.say(UNCHANGED)
        return
    desk.say(CHANGED, count=desk.number(len(found.changes)))
    desk.table(_largest(desk, found))


def _editions(desk: Desk, found: Refreshed) -> Sheet:
    text, before, now = desk.words.text, found.before.editions, found.editions
    none = text(NO_SCORES)
    rows = [
        (text(N_("Inhabitants of")), before.of(COUNT), now.of(COUNT)),
        (text(N_("SES-WOA of")), before.of(SCORE) or none, now.of(SCORE) or none),
        (text(N_("Asylum requests up to")), before.requests_to, now.requests_to),
        (text(N_("Municipalities")), *map(desk.number, (len(found.before.municipalities), len(found.shapes)))),
    ]
    return Sheet((text(EDITIONS), text(N_("before")), text(N_("now"))), rows)


def _largest(desk: Desk, found: Refreshed) -> Sheet:
    counted = sorted((each for each in found.changes if each.what == COUNT), key=_size, reverse=True)
    rows = [
        (each.name, each.old_edition, _number(desk, each.old), each.new_edition, _number(desk, each.new))
        for each in counted[:LARGEST]
    ]
    text = desk.words.text
    headings = (
        text(N_("Municipality")),
        text(N_("counted on")),
        text(N_("before")),
        text(N_("counted on")),
        text(N_("now")),
    )
    return Sheet(headings, rows, numeric=frozenset({2, 4}))


def _size(change: Change) -> int:
    return abs(int(change.new or 0) - int(change.old or 0))


def _number(desk: Desk, text: str) -> str:
    return desk.number(int(text)) if text else "-"
