# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""A letter on paper: as plain text, and as a page that opens from disk and prints."""

from collections.abc import Iterator
from textwrap import fill

from luwte.reporting.letters.parts import Letter, Line, Section
from luwte.reporting.printed import printed

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
    return printed("letter.html", letter=letter)


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
