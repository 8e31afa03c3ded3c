# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Children who live in reception here now, as a number that nobody can be found by, beside that of the country."""

from collections.abc import Iterator

from luwte.law.explain import MARKS
from luwte.model.marks import Mark
from luwte.reporting import few
from luwte.reporting.fact_sheet.facts import Facts
from luwte.reporting.numbers import day
from luwte.reporting.paper import Block, Heading, Text
from luwte.words import N_, Words

CHILDREN_HERE = N_("Children here now")
NO_CHILDREN = N_("On {day} no children live in reception here, as far as the tables know.")
CHILDREN_NOW = N_(
    "On {day} {children} children live in reception here. Numbers are rounded, so that nobody can be found."
)
CHILDREN_UNKNOWN = N_("How many children live in reception here is not known: these tables hold no people.")
COUNTRY = N_(
    "In the whole country there were 16,623 in mid-2025, about a third of them in emergency reception (Werkgroep Kind "
    "in azc; {mark})."
)


def children_here(facts: Facts, words: Words) -> Iterator[Block]:
    """A heading with one paragraph."""
    yield Heading(words.text(CHILDREN_HERE))
    yield Text(f"{_here(facts, words)} {words.text(COUNTRY, mark=words.text(MARKS[Mark.SECONDARY]))}")


def _here(facts: Facts, words: Words) -> str:
    on = day(facts.one.on, words)
    if facts.children is None:
        return words.text(CHILDREN_UNKNOWN)
    if not facts.children:
        return words.text(NO_CHILDREN, day=on)
    return words.text(CHILDREN_NOW, day=on, children=few.told(facts.children, words))
