# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The frontier on the page of a plan: the curve, and every point as a plan that can be opened."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from luwte.planning.outputs import FrontierRow
from luwte.reporting import frontier as drawn
from luwte_web.artefacts import selectors
from luwte_web.pages import columns
from luwte_web.pages.country import Country
from luwte_web.pages.opened import to_plan
from luwte_web.pages.reader import Reader
from luwte_web.pages.tables import Table


@dataclass(frozen=True)
class Along:
    """The points around a plan, the address of the plan that they were made for, and which points are stored."""

    rows: Sequence[FrontierRow]
    made_for: str
    here: str
    stored: frozenset[str]

    def address_of(self, row: FrontierRow) -> str:
        """The address of a point's plan."""
        return row.plan or self.made_for

    def link(self, row: FrontierRow) -> str:
        """The page of a point's plan; nothing for the plan that is being read, and for one that is not stored."""
        address = self.address_of(row)
        return to_plan(address) if address in self.stored and address != self.here else ""


def along(country: Country) -> Along | None:
    """The frontier of a plan, or of the plan that is shown where this one is a point of that; else None."""
    made_for, rows = country.address, country.plan.frontier
    shown = selectors.shown()
    if not rows and shown and shown.address != country.address:
        made_for, rows = shown.address, selectors.published(shown.address).plan.frontier
        if country.address not in {row.plan for row in rows}:
            return None
    if not rows:
        return None
    stored = selectors.stored_among({made_for, *(row.plan for row in rows if row.plan)})
    return Along(rows, made_for, country.address, stored)


def curve(frontier: Along, reader: Reader) -> str:
    """Inline SVG; the table says the same."""
    return drawn.draw(frontier.rows, reader.words, link=frontier.link, name="frontier")


def frontier_table(frontier: Along | None, reader: Reader) -> Table[Any]:
    """Every point in counts, with how close it is to the best possible by its own weights."""
    rows = frontier.rows if frontier else ()

    def name(row: FrontierRow) -> str:
        here = frontier is not None and frontier.address_of(row) == frontier.here
        shown = drawn.rate_in_words(row, reader.words)
        return reader.text("{point}, this plan", point=shown) if here else shown

    shown = (
        columns.words(reader.text("A move weighs"), name, frontier.link if frontier else None),
        columns.counts(reader, reader.text("Children in a place that is not fit"), lambda row: row.children_in_unfit),
        columns.counts(reader, reader.text("Children who get out of one"), lambda row: row.out_of_unfit),
        columns.counts(
            reader, reader.text("Children moved who could have stayed"), lambda row: row.moved_who_could_stay
        ),
        columns.counts(reader, reader.text("People without a place"), lambda row: row.people_without_place),
        columns.counts(reader, reader.text("Households that move"), lambda row: row.households_moved),
        columns.weights(reader, reader.text("Welfare of children"), lambda row: row.level_2),
        columns.weights(reader, reader.text("Proven bound"), lambda row: row.level_2_bound),
    )
    dominated = ", ".join(drawn.rate_in_words(row, reader.words) for row in rows if row.dominated)
    note = reader.text(drawn.DOMINATED, rates=dominated) if dominated else ""
    return Table.of("frontier", reader.text("Plans along the frontier"), shown, rows, note)
