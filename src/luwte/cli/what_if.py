# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""`luwte place` with changes: a location refused, opened or used otherwise, beside the plan as it is."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from luwte.cli.desk import Desk
from luwte.cli.exits import UsageRefused
from luwte.cli.folder import check_folder, write_folder
from luwte.cli.limits import asked_of, stoppable, tell_cut
from luwte.cli.planned import day_of, input_hashes, policy_bytes, seen_from
from luwte.cli.what_if_shown import tell_difference
from luwte.data import TO_PLACE, read
from luwte.model.places import PlaceGroup
from luwte.placement import load_policy
from luwte.planning import Request, files_of, place_all
from luwte.planning.files import POLICY
from luwte.planning.plan import draw_up
from luwte.planning.scenarios import Change, Closed, Converted, Opened, changed, what_if
from luwte.planning.scenarios.what_if import what_if_files
from luwte.words import N_

NOT_A_CONVERSION = N_(
    "--convert {given} cannot be read: give LOCATION:GROUP:GROUP:PLACES, with two of the groups family, amv and adult."
)
GROUP = "|".join(PlaceGroup)
CONVERSION = re.compile(rf"(?P<location>.+):(?P<origin>{GROUP}):(?P<to>{GROUP}):(?P<places>[0-9]+)")
WRITTEN = N_("Written to {folder}: {files}.")

WithoutOption = Annotated[
    list[str] | None,
    typer.Option(
        "--without", metavar="L", help=N_("What if location L were closed or refused (can be given more than once).")
    ),
]
WithOption = Annotated[
    list[str] | None,
    typer.Option(
        "--with", metavar="L", help=N_("What if planned location L opened now (can be given more than once).")
    ),
]
ConvertOption = Annotated[
    list[str] | None,
    typer.Option(
        "--convert",
        metavar="L:GROUP:GROUP:N",
        help=N_("What if N places of one group at location L served another, as in L12:adult:family:20."),
    ),
]


@dataclass(frozen=True, slots=True)
class Trial:
    """What is placed with changes, by their names in the account, and what is written of it."""

    directory: Path
    out: Path
    date: date | None
    policy: Path | None
    changes: Mapping[str, Change]
    tables: Sequence[str]
    account: str
    time_limit: float | None = None
    gap: Decimal | None = None


def changes_of(
    without: Sequence[str] | None, opened: Sequence[str] | None, converted: Sequence[str] | None
) -> Mapping[str, Change]:
    """The changes that the options ask for: closed first, then opened, then used otherwise."""
    closing: Mapping[str, Change] = {f"without:{key}": Closed(key) for key in without or ()}
    opening: Mapping[str, Change] = {f"with:{key}": Opened(key) for key in opened or ()}
    converting: Mapping[str, Change] = {f"convert:{text}": _conversion(text) for text in converted or ()}
    return {**closing, **opening, **converting}


def place_with_changes(desk: Desk, trial: Trial) -> None:
    """Place the tables as they are and with the changes; write the second plan, and tell where the two differ."""
    check_folder(trial.out, receipt=trial.account)
    rules = load_policy(trial.policy)
    with desk.progress() as progress:
        dataset = read(trial.directory, need=TO_PLACE, progress=progress)
        on = day_of(dataset, trial.date)
        altered = changed(dataset, trial.changes.values(), on)
        with stoppable(desk, trial.time_limit, trial.gap) as limits:
            again = partial(place_all, on=on, policy=rules, progress=progress, limits=limits)
            as_it_is = again(dataset)
            then = again(altered, start=as_it_is.placement)
        compared = what_if(as_it_is, then)
        asked = Request(
            language=desk.words.language,
            data=seen_from(trial.out, trial.directory),
            changes=tuple(trial.changes),
            **asked_of(limits),
        )
        made = draw_up(then, rules)
        files = files_of(
            made,
            request=asked,
            inputs=input_hashes(trial.directory),
            beside={POLICY: policy_bytes(trial.policy), **what_if_files(compared)},
            tables=trial.tables,
            account_name=trial.account,
        )
        write_folder(trial.out, files, receipt=trial.account)
    tell_difference(desk, compared, altered)
    tell_cut(desk, made.receipt)
    desk.tell(WRITTEN, folder=trial.out, files=", ".join(files))


def _conversion(text: str) -> Converted:
    read = CONVERSION.fullmatch(text)
    if read is None or read["origin"] == read["to"]:
        raise UsageRefused(NOT_A_CONVERSION, given=text)
    return Converted(read["location"], PlaceGroup(read["origin"]), PlaceGroup(read["to"]), int(read["places"]))
