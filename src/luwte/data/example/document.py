# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Write the page about the example from its assumptions: `python -m luwte.data.example.document [FILE]`."""

import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import cast

from luwte.data.example.assumptions import Book, bundled_book
from luwte.data.example.describe import Figure, describe
from luwte.data.example.make import make_example

PAGE = Path("docs/example.md")
PROFILES = "sites.profiles"
WHOLE_FROM = 100  # figures from here on are shown as whole numbers
HEAD = """\
<!-- SPDX-FileCopyrightText: 2026 The Luwte authors -->
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!-- Made from src/luwte/data/example by `python -m luwte.data.example.document`; edit assumptions.yaml there. -->

# The example country

`luwte example DIR` writes a country in the tables of Luwte, to try things out without anybody's data. No person and no
location in it is real. The locations lie at random points inside their municipality and are called
"Voorbeeldlocatie ... (synthetisch)"; the decisions of the first cycle are not the ones that were taken. Real are the
municipalities, the school holidays and the commitments, each with its source.

The same scale and seed give the same files on every machine: all chance comes from the raw numbers of one seeded
generator (PCG64), with a stream of its own for every purpose.

Adult households are larger than single arrivals alone would make them. The totals that were published and the size of
the national placement problem leave no other way: see `people.households`. Who needs another composition changes the
assumption and loses nothing else.

## Target beside outcome

Scale 1, seed 2026. `luwte example --describe [--scale S] [--seed N]` shows the same for another country.
"""
SECTIONS = {
    "calendar": "The day",
    "capacity": "Places",
    "sites": "Locations",
    "people": "People",
    "occupancy": "How full locations are",
    "stays": "Stays and moves",
    "voices": "Needs, wishes and ties",
    "pledges": "Offers, decisions and moves to come",
    "quality": "Assessments",
    "participation": "What children say and do",
    "agreements": "What municipalities agree for sites",
    "checks": "How near is near enough",
}


def page(book: Book, figures: Sequence[Figure]) -> str:
    """The whole page."""
    return HEAD + "\n" + "\n".join((*_calibration(figures), *_assumptions(book))) + "\n"


def _calibration(figures: Sequence[Figure]) -> Iterator[str]:
    yield from _table_head("Figure", "Target", "Outcome", "Deviation", "Mark", "Source")
    for figure in figures:
        label, deviation = figure.label.format(**figure.params), f"{figure.deviation:+.1%}"
        yield _row(
            label, _number(figure.target), _number(figure.outcome), deviation, figure.note.mark, figure.note.source
        )


def _assumptions(book: Book) -> Iterator[str]:
    yield "\n## Assumptions\n\nRanges are `lowest to highest`, both included; weights need not add up to one."
    for section, title in SECTIONS.items():
        yield f"\n### {title}\n"
        yield from _table_head("Name", "Value", "Unit", "Why", "Source", "Mark")
        for name, note in book.notes.items():
            if name.partition(".")[0] == section:
                value = "see below" if name == PROFILES else _text(book.written[name])
                yield _row(f"`{name}`", value, note.unit, note.why, note.source, note.mark)
        if section == PROFILES.partition(".")[0]:
            yield from _profiles(book)


def _profiles(book: Book) -> Iterator[str]:
    yield ""
    profiles = cast(Mapping[str, Mapping[str, object]], book.written[PROFILES])
    shown = ("sector", "kind", "share", "places", "spread", "groups", "buildings", "operators")
    yield from _table_head("profile", *shown, "other")
    for name, profile in profiles.items():
        rest = {key: value for key, value in profile.items() if key not in shown}
        yield _row(f"`{name}`", *(_text(profile[key]) for key in shown), _text(rest))


def _number(value: float) -> str:
    return f"{value:,.0f}" if value >= WHOLE_FROM else f"{value:.3g}"


def _text(value: object) -> str:
    match value:
        case bool():
            return "yes" if value else "no"
        case Mapping():
            return ", ".join(f"{key}: {_text(item)}" for key, item in value.items())
        case [int(lowest), int(highest)]:
            return f"{lowest} to {highest}"
        case list():
            return " ".join(_text(item) for item in value)
        case _:
            return str(value)


def _table_head(*names: str) -> tuple[str, str]:
    return _row(*names), "|" + "---|" * len(names)


def _row(*cells: str) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|").strip() for cell in cells) + " |"


if __name__ == "__main__":
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else PAGE
    target.write_text(page(bundled_book(), describe(make_example())), encoding="utf-8", newline="\n")
