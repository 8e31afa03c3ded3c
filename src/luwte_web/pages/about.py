# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What the pages rest on: method, sources, licences, marks."""

from typing import Any

from luwte.law.provisions import catalogue
from luwte.model.marks import Mark
from luwte.words import N_
from luwte_web.pages import columns
from luwte_web.pages.answers import Asked, Page, page
from luwte_web.pages.reader import Reader
from luwte_web.pages.tables import Table

MARKS = {
    Mark.PUBLISHED: N_("read in the official text"),
    Mark.SECONDARY: N_("reported by others: a newspaper, an organisation, a municipality"),
    Mark.RECONSTRUCTED: N_("computed back from published figures"),
    Mark.ASSUMPTION: N_("chosen by us, for people to change"),
}


@page
def about(asked: Asked) -> Page:
    """How to read these pages."""
    reader = asked.reader
    return Page("about.html", reader.text("About these pages"), {}, (marks_table(reader), instruments_table(reader)))


def marks_table(reader: Reader) -> Table[Any]:
    """How sure a figure is."""
    shown = (
        columns.names(reader, reader.text("Mark"), lambda row: row[0]),
        columns.words(reader.text("Meaning"), lambda row: reader.text(row[1])),
    )
    return Table.of("marks", reader.text("Marks"), shown, list(MARKS.items()))


def instruments_table(reader: Reader) -> Table[Any]:
    """The acts and decrees that the computations rest on."""
    shown = (
        columns.words(reader.text("Short"), lambda one: reader.norm(one.short)),
        columns.words(reader.text("Title"), lambda one: one.title, language="nl"),
        columns.words(reader.text("Number"), lambda one: one.id),
        columns.days(reader, reader.text("Version read"), lambda one: one.version),
    )
    return Table.of("law", reader.text("Acts and decrees"), shown, list(catalogue().instruments.values()))
