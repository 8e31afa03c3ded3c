# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""A document set in pages by Typst. The same document gives the same bytes on every machine."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any, Final

from luwte.reporting.paper.blocks import Block, as_data
from luwte.words import N_, Words

STANDARD: Final = "ua-1"  # ISO 14289-1
PAGE_OF = N_("page {page} of {pages}")
SYNTHETIC = N_("Made-up data: these are no real people and no real locations.")
NOT_IN_OUR_TYPE = re.compile(
    r"[^\n -~\u00a0-\u00ac\u00ae-\u017f\u2010-\u2015\u2018-\u201e\u2020-\u2022\u2026\u20ac\u2192\u2212]"
)
STANDS_FOR_IT = "?"
TEXT_SIZES: Final = (10.0, 9.5, 9.0, 8.5, 8.0)  # points; the first in which a document fits its pages is taken


@dataclass(frozen=True)
class Paper:
    """A document in one language: its title, what stands under it, its body, and what the foot of every page says.

    `pages` is how many it may fill: where it would fill more, its text is set smaller, as far as it can be read.
    """

    title: str
    subtitle: str
    blocks: Sequence[Block]
    foot: str
    on: date
    synthetic: bool = False
    pages: int | None = None


def to_pdf(paper: Paper, words: Words) -> bytes:
    """The pages of a document as PDF/UA-1; its time of making is the document's own day.

    A sign that the typefaces do not have (they have those of western and central European languages) becomes `?`.
    """
    facts = _settable(
        {
            "title": paper.title,
            "subtitle": paper.subtitle,
            "language": words.language,
            "foot": paper.foot,
            "page_of": words.text(PAGE_OF),
            "warning": words.text(SYNTHETIC) if paper.synthetic else "",
            "blocks": [as_data(block) for block in paper.blocks],
        }
    )
    with as_file(files("luwte.reporting") / "paper") as folder:
        size = TEXT_SIZES[0] if paper.pages is None else _size(facts, folder, paper.pages)
        return _compiled(facts, folder, size, paper.on)


def _compiled(facts: Mapping[str, Any], folder: Path, size: float, on: date) -> bytes:
    import typst

    pdf: bytes = typst.compile(
        str(folder / "paper.typ"),
        format="pdf",
        pdf_standards=[STANDARD],
        timestamp=datetime.combine(on, time(), UTC),
        **_given(facts, folder, size),
    )
    return pdf


def _size(facts: Mapping[str, Any], folder: Path, pages: int) -> float:
    """The largest size of text in which a document fits its pages; the smallest there is where it fits in none."""
    return next((size for size in TEXT_SIZES[:-1] if _pages(facts, folder, size) <= pages), TEXT_SIZES[-1])


def _pages(facts: Mapping[str, Any], folder: Path, size: float) -> int:
    import typst

    source = str(folder / "paper.typ")
    return int(typst.query(source, "<pages>", field="value", one=True, **_given(facts, folder, size)))


def _given(facts: Mapping[str, Any], folder: Path, size: float) -> dict[str, Any]:
    """What the template is given; no typeface of the machine is looked at."""
    return {
        "root": str(folder),
        "font_paths": [str(folder / "fonts")],
        "ignore_system_fonts": True,
        "sys_inputs": {"paper": json.dumps({**facts, "size": size})},
    }


def _settable(value: Any) -> Any:
    """The same with signs that can be set: the standard allows none that has no shape."""
    match value:
        case str():
            return NOT_IN_OUR_TYPE.sub(STANDS_FOR_IT, value)
        case dict():
            return {key: _settable(each) for key, each in value.items()}
        case list() | tuple():
            return [_settable(each) for each in value]
        case _:
            return value
