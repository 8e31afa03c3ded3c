# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""A letter on paper: as plain text, and as a page that opens from disk and prints."""

from collections.abc import Iterator
from functools import cache
from textwrap import fill

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

from luwte.reporting.letters.parts import Letter, Line, Section

WIDTH = 78  # signs on a line of plain text


def as_text(letter: Letter) -> str:
    """Plain text with lines of at most `WIDTH` signs, an open line on a line of its own."""
    blocks = [letter.title.upper(), letter.reference, letter.greeting]
    for section in letter.sections:
        blocks += _blocks(section)
    blocks += ["\n\n".join(_lines(letter.closing)), *_blocks(letter.sources)]
    return "\n\n".join(blocks) + "\n"


def as_html(letter: Letter) -> str:
    """A whole HTML page without script or anything from elsewhere."""
    return _templates().get_template("letter.html").render(letter=letter)


def _blocks(section: Section) -> Iterator[str]:
    if section.heading:
        yield section.heading.upper()
    for paragraph in section.paragraphs:
        yield "\n".join(_lines(paragraph))


def _lines(paragraph: tuple[Line, ...]) -> Iterator[str]:
    sentences = " ".join(line.text for line in paragraph if not line.is_open)
    yield fill(sentences, WIDTH)
    for line in paragraph:
        if line.is_open:
            yield line.text


@cache
def _templates() -> Environment:
    return Environment(
        loader=PackageLoader("luwte.reporting"),
        autoescape=select_autoescape(default=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
