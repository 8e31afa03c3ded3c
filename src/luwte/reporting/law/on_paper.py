# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What a verb of the law tells, as a document: the same sentences and tables, and what people decide."""

from collections.abc import Iterator, Sequence
from datetime import date

from luwte.law.explain import cite
from luwte.law.provisions import cited
from luwte.reporting.law.told import Told, person_of
from luwte.reporting.listed import Listed
from luwte.reporting.numbers import day
from luwte.reporting.paper import Block, Grid, Heading, Paper, Points, Text
from luwte.words import N_, Words

FOOT = N_("Luwte, as the tables stood on {day}. People decide; this only counts.")
IN_FIGURES, ARTICLES = N_("In figures"), N_("The articles, and what people decide")
PEOPLE_DECIDE = N_("{article}: {person}")
TEXT_COLUMN, NUMBER_COLUMN = 3, 2  # parts of the width of a table


def paper_of(told: Told, on: date, words: Words, *, subtitle: str = "", synthetic: bool = False) -> Paper:
    """The document of what was told on a day; `synthetic`: made-up data."""
    blocks: list[Block] = [*map(Text, told.sentences), Heading(words.text(IN_FIGURES)), *grids(told.tables)]
    blocks += articles(told.cites, words)
    return Paper(told.title, subtitle, blocks, words.text(FOOT, day=day(on, words)), on, synthetic)


def grids(tables: Sequence[Listed]) -> Iterator[Grid]:
    """Tables of which columns of words are wider than those of numbers; those without rows are left out."""
    for table in tables:
        if table.rows:
            columns = range(len(table.headings))
            yield Grid(table, [NUMBER_COLUMN if at in table.numeric else TEXT_COLUMN for at in columns])


def articles(citations: Sequence[str], words: Words) -> Iterator[Block]:
    """The provisions that something rests on, each with what people decide of it."""
    yield Heading(words.text(ARTICLES))
    yield Points([_told(citation, words) for citation in citations])


def _told(citation: str, words: Words) -> str:
    article, person = cite(cited(citation), words), person_of(citation, words)
    return words.text(PEOPLE_DECIDE, article=article, person=person) if person else article
