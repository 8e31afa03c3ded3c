# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The fact sheet as a document: two pages, whatever the municipality."""

from luwte.reporting.fact_sheet.facts import Facts
from luwte.reporting.fact_sheet.first import first_page
from luwte.reporting.fact_sheet.second import second_page
from luwte.reporting.numbers import day, whole
from luwte.reporting.paper import NewPage, Paper
from luwte.words import N_, Words

PAGES = 2
SHORT_HASH = 12  # characters
TITLE = N_("{name} and asylum reception")
SUBTITLE = N_("Facts for the council and for residents. {province}, {inhabitants} inhabitants. As known on {day}.")
FOOT = N_("{software}; tables {tables}, law {law}, norms {norms}. Boundaries: CBS and Kadaster 2024. Inhabitants: CBS.")


def fact_sheet(facts: Facts, words: Words) -> Paper:
    """The fact sheet in one language."""
    one, receipt = facts.one, facts.receipt
    return Paper(
        title=words.text(TITLE, name=one.place.name),
        subtitle=words.text(
            SUBTITLE,
            province=one.place.province,
            inhabitants=whole(one.task.inhabitants, words),
            day=day(one.on, words),
        ),
        blocks=(*first_page(facts, words), NewPage(), *second_page(facts, words)),
        foot=words.text(
            FOOT,
            software=receipt.software,
            tables=receipt.dataset[:SHORT_HASH],
            law=receipt.parameters["law"][:SHORT_HASH],
            norms=receipt.parameters["catalogue"][:SHORT_HASH],
        ),
        on=one.on,
        synthetic=facts.dataset.synthetic,
        pages=PAGES,
    )
