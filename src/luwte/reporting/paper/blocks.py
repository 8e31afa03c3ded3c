# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What a document is made of. All text is plain: nothing in it is read as markup."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from luwte.reporting.listed import Listed


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; levels follow each other from 1 without a gap, for who reads by ear."""

    text: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph; `link` makes the whole of it lead somewhere."""

    text: str
    link: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """A paragraph that must not be missed: what is assumed, unknown or made up."""

    text: str


@dataclass(frozen=True, slots=True)
class Fine:
    """A paragraph in small print: where something comes from, and how sure it is."""

    text: str


@dataclass(frozen=True, slots=True)
class Points:
    """A list; several columns are read one after the other."""

    items: Sequence[str]
    columns: int = 1


@dataclass(frozen=True, slots=True)
class Figure:
    """One number with what it counts."""

    number: str
    label: str


@dataclass(frozen=True, slots=True)
class Figures:
    """A few numbers side by side."""

    figures: Sequence[Figure]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table; its first column names the row. `widths` are parts of the width, equal where left out."""

    table: Listed
    widths: Sequence[int] = ()


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing as SVG, what it shows for who cannot see it, and its caption.

    `width` is in parts of a hundred of the room there is, `height` the most that it may take, in millimetres.
    """

    svg: str
    alt: str
    caption: str = ""
    width: int = 100
    height: int | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """A question that people ask, with its answer."""

    asked: str
    answer: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class Beside:
    """Blocks in columns side by side, read one column after the other. `widths` are parts, equal where left out."""

    columns: "Sequence[Sequence[Block]]"
    widths: Sequence[int] = ()


@dataclass(frozen=True, slots=True)
class NewPage:
    """What follows begins on a new page."""


Block = Heading | Text | Note | Fine | Points | Figures | Grid | Picture | Question | Beside | NewPage


def as_data(block: Block) -> dict[str, Any]:
    """A block as the template reads it."""
    match block:
        case Grid(table, widths):
            data: dict[str, Any] = {
                "title": table.title,
                "headings": table.headings,
                "rows": [list(row) for row in table.rows],
                "numeric": sorted(table.numeric),
                "widths": list(widths) or [1] * len(table.headings),
            }
        case Beside(columns, parts):
            data = {
                "columns": [[as_data(one) for one in column] for column in columns],
                "widths": list(parts) or [1] * len(columns),
            }
        case _:
            data = asdict(block)
    return {"kind": type(block).__name__.lower(), **data}
