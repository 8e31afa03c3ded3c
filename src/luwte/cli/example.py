# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""`luwte example`: write the bundled example country as tables, show how it is calibrated, or write empty tables."""

from fractions import Fraction
from pathlib import Path
from typing import Annotated

import typer
from babel.numbers import format_decimal, format_percent

from luwte.cli.desk import Desk, Sheet
from luwte.cli.exits import UsageRefused
from luwte.cli.language import Language
from luwte.cli.options import LanguageOption
from luwte.data.example import (
    LARGEST,
    LARGEST_SEED,
    SEED,
    SMALLEST,
    Figure,
    describe,
    make_example,
    require_free,
    write_example,
)
from luwte.data.write import write_empty
from luwte.model.marks import Mark
from luwte.words import N_, Words

DIRECTORY_NEEDED = N_("Name a folder to write to, or give --describe.")
ONE_THING = N_("--empty and --describe do not go together.")
WRONG_SCALE = N_("--scale must be a number from {smallest} to {largest}, not '{given}'.")
WRITTEN = N_("Example country in {folder}: {locations} locations, {households} households, {persons} people.")
ALL_SYNTHETIC = N_("It is synthetic: no person and no location in it is real. Next: luwte plan {folder} --out OUT")
EMPTY_WRITTEN = N_("Empty tables in {folder}; its README.md tells what each column holds.")
CALIBRATION = N_("The example beside the figures it is calibrated to")
HEADINGS = (
    N_("Calibrated on"),
    N_("Target"),
    N_("Outcome"),
    N_("Deviation"),
    N_("Near enough"),
    N_("Mark"),
    N_("Source"),
)
YES, NO = N_("yes"), N_("no")
MARKS = {
    Mark.PUBLISHED: N_("published"),
    Mark.SECONDARY: N_("secondary"),
    Mark.RECONSTRUCTED: N_("reconstructed"),
    Mark.ASSUMPTION: N_("assumption"),
}
WHOLE_FROM = 100  # figures from here on are shown as whole numbers

Directory = Annotated[
    Path | None, typer.Argument(metavar="DIR", help=N_("Folder to write the tables to."), show_default=False)
]
Scale = Annotated[
    str, typer.Option(metavar="S", help=N_("Size of the country: 1 is 70,000 people, 0.01 a small one for trying out."))
]
Seed = Annotated[
    int, typer.Option(min=0, max=LARGEST_SEED, metavar="N", help=N_("Another number gives another country."))
]
Describe = Annotated[bool, typer.Option("--describe", help=N_("Show target and outcome of every figure."))]
Empty = Annotated[bool, typer.Option("--empty", help=N_("Write empty tables to fill in yourself."))]
Force = Annotated[bool, typer.Option("--force", help=N_("Replace an earlier example in the folder."))]


def example(
    directory: Directory = None,
    scale: Scale = "1",
    seed: Seed = SEED,
    describe_it: Describe = False,
    empty: Empty = False,
    force: Force = False,
    language: LanguageOption = Language.NL,
) -> None:
    """Write the example country as tables, show how near it comes to the published figures, or write empty tables."""
    desk = Desk.speaking(language)
    if empty and describe_it:
        raise UsageRefused(ONE_THING)
    if directory is None and not describe_it:
        raise UsageRefused(DIRECTORY_NEEDED)
    if directory is not None:
        require_free(directory, replace=force and not empty)
    if empty and directory is not None:
        write_empty(directory)
        desk.say(EMPTY_WRITTEN, folder=directory)
        return
    size = _scale(scale)
    with desk.progress() as progress:
        dataset = make_example(scale=size, seed=seed, progress=progress)
        if directory is not None:
            write_example(dataset, directory, replace=force)
    if describe_it:
        desk.table(_calibration(describe(dataset, scale=size), desk.words))
    if directory is not None:
        counts = {name: desk.number(len(getattr(dataset, name))) for name in ("locations", "households", "persons")}
        desk.say(WRITTEN, folder=directory, **counts)
        desk.tell(ALL_SYNTHETIC, folder=directory)


def _scale(text: str) -> Fraction:
    try:
        size = Fraction(text)
    except (ValueError, ZeroDivisionError):
        size = Fraction(0)
    if not SMALLEST <= size <= LARGEST:
        raise UsageRefused(WRONG_SCALE, smallest=str(float(SMALLEST)), largest=str(LARGEST), given=text)
    return size


def _calibration(figures: tuple[Figure, ...], words: Words) -> Sheet:
    rows = [
        (
            words.text(figure.label, **figure.params),
            _number(figure.target, words),
            _number(figure.outcome, words),
            str(format_percent(figure.deviation, format="+0.0 %;-0.0 %", locale=words.language)),
            words.text(YES if figure.is_near else NO),
            words.text(MARKS[figure.note.mark]),
            figure.note.source,
        )
        for figure in figures
    ]
    headings = [words.text(heading) for heading in HEADINGS]
    return Sheet(headings, rows, numeric=frozenset({1, 2, 3}), title=words.text(CALIBRATION))


def _number(value: float, words: Words) -> str:
    return str(format_decimal(value, format="#,##0" if value >= WHOLE_FROM else "0.###", locale=words.language))
