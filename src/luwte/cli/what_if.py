# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""`luwte place` with changes: a location refused, opened or used otherwise, beside the plan as it is."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from luwte.cli.desk import Desk, Sheet
from luwte.cli.exits import UsageRefused
from luwte.cli.folder import write_folder
from luwte.cli.planned import day_of, input_hashes, policy_bytes, seen_from
from luwte.data import TO_PLACE, read
from luwte.model.dataset import Dataset
from luwte.model.places import PlaceGroup
from luwte.placement import load_policy
from luwte.planning import Request, files_of, place_all
from luwte.planning.files import POLICY
from luwte.planning.plan import draw_up
from luwte.planning.scenarios import Change, Closed, Converted, Opened, WhatIf, changed, proven_fall, what_if
from luwte.planning.scenarios.outcome import Outcome
from luwte.planning.scenarios.what_if import what_if_files
from luwte.reporting import labels, numbers
from luwte.reporting.needed import counts, proof
from luwte.words import N_, Words

SHOWN = 15  # ways that people go otherwise; the table has every household
NOT_A_CONVERSION = N_(
    "--convert {given} cannot be read: give LOCATION:GROUP:GROUP:PLACES, with two of the groups family, amv and adult."
)
WRITTEN = N_("Written to {folder}: {files}.")
PEOPLE = (N_("after the plan"), N_("as it is"), N_("with the change"), N_("difference"))
WAYS = (N_("as it is"), N_("with the change"), N_("households"), N_("people"), N_("children"))
LEVELS = (N_("level"), N_("as it is"), N_("with the change"), N_("its bound"), N_("what is proven"))
NOBODY = N_("Nobody goes elsewhere.")
ELSEWHERE = (N_("{n} household goes elsewhere:"), N_("{n} households go elsewhere:"))
MORE_WAYS = (N_("and {n} household more, all in the table"), N_("and {n} households more, all in the table"))

_Way = tuple[str | None, str | None]

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
    rules = load_policy(trial.policy)
    with desk.progress() as progress:
        dataset = read(trial.directory, need=TO_PLACE, progress=progress)
        on = day_of(dataset, trial.date)
        altered = changed(dataset, trial.changes.values(), on)
        as_it_is = place_all(dataset, on, policy=rules, progress=progress)
        then = place_all(altered, on, policy=rules, progress=progress)
        compared = what_if(as_it_is, then)
        asked = Request(
            language=desk.words.language, data=seen_from(trial.out, trial.directory), changes=tuple(trial.changes)
        )
        files = files_of(
            draw_up(then, rules),
            request=asked,
            inputs=input_hashes(trial.directory),
            beside={POLICY: policy_bytes(trial.policy), **what_if_files(compared)},
            tables=trial.tables,
            account_name=trial.account,
        )
        write_folder(trial.out, files, receipt=trial.account)
    tell_difference(desk, compared, altered)
    desk.tell(WRITTEN, folder=trial.out, files=", ".join(files))


def tell_difference(desk: Desk, compared: WhatIf, dataset: Dataset) -> None:
    """People first, then who goes elsewhere, then the levels."""
    words = desk.words
    pairs = zip(counts(compared.as_it_is), counts(compared.changed), strict=True)
    rows = [(words.text(label), *_pair(before, after, words)) for (label, before), (_, after) in pairs]
    desk.table(Sheet([words.text(heading) for heading in PEOPLE], rows, numeric=frozenset({1, 2, 3})))
    _tell_elsewhere(desk, compared, dataset)
    desk.table(_levels(compared.as_it_is, compared.changed, words))


def _pair(before: int, after: int, words: Words) -> tuple[str, str, str]:
    return numbers.whole(before, words), numbers.whole(after, words), numbers.signed(after - before, words)


def _tell_elsewhere(desk: Desk, compared: WhatIf, dataset: Dataset) -> None:
    """Where people would go and where they go instead, the most people first."""
    if not compared.elsewhere:
        desk.say(NOBODY)
        return
    words = desk.words
    households, people, children = Counter[_Way](), Counter[_Way](), Counter[_Way]()
    for one in compared.elsewhere:
        way = one.as_it_is, one.changed
        households[way] += 1
        people[way] += one.size
        children[way] += one.minors
    ways = sorted(people, key=lambda way: (-people[way], way[0] or "", way[1] or ""))
    rows = [
        (*(_name(key, dataset, words) for key in way), *(str(count[way]) for count in (households, people, children)))
        for way in ways[:SHOWN]
    ]
    desk.say(numbers.counted(*ELSEWHERE, len(compared.elsewhere), words))
    desk.table(Sheet([words.text(heading) for heading in WAYS], rows, numeric=frozenset({2, 3, 4})))
    if left := sum(households[way] for way in ways[SHOWN:]):
        desk.say(numbers.counted(*MORE_WAYS, left, words))


def _levels(before: Outcome, after: Outcome, words: Words) -> Sheet:
    rows = [
        (
            f"{old.level} {words.text(labels.LEVELS[old.level][0])}",
            numbers.decimal(old.value, words),
            numbers.decimal(new.value, words),
            numbers.decimal(new.bound, words),
            proof(proven_fall(old, new), words),
        )
        for old, new in zip(before.levels, after.levels, strict=True)
    ]
    return Sheet([words.text(heading) for heading in LEVELS], rows, numeric=frozenset({1, 2, 3}))


def _name(key: str | None, dataset: Dataset, words: Words) -> str:
    return words.text(labels.KINDS_OF_SITE["no_place"]) if key is None else f"{key} {dataset.location[key].name}"


def _conversion(text: str) -> Converted:
    location, origin, to, number = ("", *text.rsplit(":", 3))[-4:] if text.count(":") >= 3 else ("", "", "", "")
    groups = set(PlaceGroup)
    if not location or origin not in groups or to not in groups or origin == to or not number.isdecimal():
        raise UsageRefused(NOT_A_CONVERSION, given=text)
    return Converted(location, PlaceGroup(origin), PlaceGroup(to), int(number))
