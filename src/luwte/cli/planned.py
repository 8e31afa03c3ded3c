# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What `place`, `plan` and `verify` share: reading what is asked, and telling what came out."""

import os
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from luwte.cli.desk import Desk, Sheet
from luwte.cli.exits import UsageRefused
from luwte.cli.limits import tell_cut
from luwte.data.in_use import national_in_use
from luwte.model.dataset import Dataset
from luwte.placement import policy as policies
from luwte.planning import Plan
from luwte.planning.accounts import sha256
from luwte.planning.files import POLICY, REPORT
from luwte.planning.results import Source
from luwte.reporting import labels, numbers, report
from luwte.words import N_, Words

NO_DATE = N_("Give --date: the tables do not tell which day they describe.")
TRADE = (
    N_("{n} child leaves an unfit place for a fit one."),
    N_("{n} children leave an unfit place for a fit one."),
)
PRICE = (
    N_("For that, {n} child moves who could have stayed."),
    N_("For that, {n} children move who could have stayed."),
)
AS_ASKED = (
    N_("{n} more child who could have stayed goes where it was asked to go."),
    N_("{n} more children who could have stayed go where they were asked to go."),
)
WITHOUT = (N_("{n} person is left without a place."), N_("{n} people are left without a place."))
HOUSEHOLDS = N_("Households: {stay} stay, {move} move, {new} get a first place, {unplaced} have no place.")

PolicyOption = Annotated[
    Path | None,
    typer.Option("--policy", metavar="FILE", help=N_("Policy with other weights (YAML)."), show_default=False),
]
CycleOption = Annotated[
    int | None,
    typer.Option(
        "--cycle",
        metavar="YEAR",
        help=N_("First year of the cycle; the latest that was published on the day where left out."),
        show_default=False,
    ),
]
NeedAmvOption = Annotated[
    int | None,
    typer.Option(
        "--need-amv",
        min=0,
        metavar="N",
        help=N_("National need for unaccompanied minors (amv), in places, where the cycle does not tell it."),
        show_default=False,
    ),
]
OutFolder = Annotated[
    Path, typer.Option("--out", metavar="OUT", help=N_("Folder to write the result to."), show_default=False)
]


def day_of(dataset: Dataset, asked: date | None) -> date:
    """The day asked for, else the day that the tables describe."""
    on = asked or dataset.reference_date
    if on is None:
        raise UsageRefused(NO_DATE)
    return on


def policy_bytes(file: Path | None) -> bytes:
    """The policy file as it is, the bundled one where none is given."""
    return (file or policies.BUNDLED).read_bytes()


def input_hashes(source: Path) -> Mapping[str, str]:
    """The SHA-256 of every file of tables."""
    tables = [source] if source.is_file() else sorted(p for p in source.iterdir() if p.suffix in (".csv", ".parquet"))
    return {file.name: sha256(file.read_bytes()) for file in tables}


def inputs_of(directory: Path | None) -> Mapping[str, str]:
    """The SHA-256 of every file of tables; without a folder, of the receipt of the national tables that are named."""
    named = None if directory else national_in_use()
    return input_hashes(directory) if directory else named.inputs if named else {}


def seen_from(out: Path, source: Path) -> str | None:
    """Where the tables lie, seen from the plan's folder, so that both can be moved together."""
    try:
        return Path(os.path.relpath(source.resolve(), out.resolve())).as_posix()
    except ValueError:  # on another drive
        return None


def source_seen_from(out: Path, directory: Path) -> Source:
    """The tables of a result that is written to `out`."""
    return Source(input_hashes(directory), seen_from(out, directory))


def beside(plan: Plan, dataset: Dataset, words: Words, policy: bytes) -> Mapping[str, bytes]:
    """The files that lie beside a plan's tables: the report, and the policy for who makes the plan again."""
    return {REPORT: report(plan, dataset, words).encode(), POLICY: policy}


def tell_outcome(desk: Desk, plan: Plan) -> None:
    """What the plan trades, in people, and its levels with bounds."""
    trade, households = plan.summary.trade, plan.summary.households
    lines = (
        (TRADE, trade.out_of_unfit),
        (PRICE, trade.moved_who_could_stay),
        *([(AS_ASKED, trade.moved_as_asked)] if trade.moved_as_asked else []),
        (WITHOUT, trade.people_without_place),
    )
    for (one, many), number in lines:
        desk.say(numbers.counted(one, many, number, desk.words))
    actions = {action: numbers.whole(households.get(action, 0), desk.words) for action in labels.ACTIONS}
    desk.say(HOUSEHOLDS, **actions)
    desk.table(_levels(plan, desk.words))
    tell_cut(desk, plan.receipt)


def _levels(plan: Plan, words: Words) -> Sheet:
    headings = (N_("level"), N_("counted in"), N_("value"), N_("bound"), N_("gap"), N_("seconds"))
    rows = []
    for one in plan.summary.levels:
        name, unit = labels.LEVELS[one.level]
        seconds = plan.seconds.get(f"level_{one.level}", 0.0)
        rows.append(
            (
                f"{one.level} {words.text(name)}",
                words.text(unit),
                numbers.decimal(one.value, words),
                numbers.decimal(one.bound, words),
                numbers.gap(one, words),
                f"{seconds:.1f}",
            )
        )
    return Sheet([words.text(heading) for heading in headings], rows, numeric=frozenset({2, 3, 4, 5}))
