# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The weeks ahead: what opens and closes, who moves when, and what looking ahead spares children."""

from collections.abc import Iterator
from typing import Any

from luwte.reporting.ahead import ASSUMED, COUNTS
from luwte.reporting.labels import CAUSES
from luwte.reporting.weeks_drawn import TITLE, draw
from luwte_web.pages import columns
from luwte_web.pages.answers import Asked, Page, page
from luwte_web.pages.country import Country
from luwte_web.pages.links import to_household, to_location
from luwte_web.pages.reader import NONE, Reader
from luwte_web.pages.tables import Table

MOST_MOVES = 50  # shown; the download has them all


@page
def ahead(asked: Asked) -> Page:
    """The comparison first, then the weeks, then the moves."""
    country, reader = asked.country, asked.reader
    weeks = country.plan.ahead_weeks
    shows_moves = country.shows_households and bool(weeks)
    tables = (
        counts_table(country, reader),
        weeks_table(country, reader),
        *((moves_table(country, reader).part(0, MOST_MOVES),) if shows_moves else ()),
    )
    context = {
        "looked": bool(weeks),
        "lead": list(lead(country, reader)),
        "drawing": draw(weeks, reader.words, name="weeks") if weeks else "",
        "drawn": reader.text(TITLE),
        "assumed": reader.text(ASSUMED),
        "shows_moves": shows_moves,
    }
    return Page("ahead.html", reader.text("The weeks ahead"), context, tables)


def lead(country: Country, reader: Reader) -> Iterator[str]:
    """How often children have to move, in both ways of planning."""
    for row in country.plan.ahead_counts:
        if row.count == "forced_moves_of_children":
            yield reader.count(
                "Looking ahead, children have to move {shown} time until {day}.",
                "Looking ahead, children have to move {shown} times until {day}.",
                row.ahead,
                day=reader.day(country.plan.ahead_weeks[-1].week),
            )
            yield reader.text(
                "With each week planned by itself that is {times}.", times=reader.number(row.week_by_week)
            )


def counts_table(country: Country, reader: Reader) -> Table[Any]:
    """Both ways of planning, counted over all weeks."""
    shown = (
        columns.words(reader.text("Counted over all weeks"), lambda row: reader.text(COUNTS[row.count])),
        columns.counts(reader, reader.text("Looking ahead"), lambda row: row.ahead),
        columns.counts(reader, reader.text("Each week by itself"), lambda row: row.week_by_week),
    )
    return Table.of("ahead-counts", reader.text("Two ways of planning"), shown, country.plan.ahead_counts)


def weeks_table(country: Country, reader: Reader) -> Table[Any]:
    """The weeks in which something happens."""
    rows = [row for row in country.plan.ahead_weeks if row.opens or row.closes or row.moved or row.moved_week_by_week]
    shown = (
        columns.days(reader, reader.text("Week of"), lambda row: row.week),
        columns.words(reader.text("Opens"), lambda row: ", ".join(row.opens) or NONE),
        columns.words(reader.text("Closes"), lambda row: ", ".join(row.closes) or NONE),
        columns.counts(reader, reader.text("Households that move"), lambda row: row.moved),
        columns.counts(reader, reader.text("Children who move"), lambda row: row.children_moved),
        columns.counts(reader, reader.text("Children in a place that is not fit"), lambda row: row.children_unfit),
        columns.counts(reader, reader.text("People without a place"), lambda row: row.people_without_place),
        columns.counts(
            reader, reader.text("Children who move, each week by itself"), lambda row: row.children_moved_week_by_week
        ),
    )
    note = reader.text("Weeks in which nothing opens, closes or moves are left out.")
    return Table.of("ahead-weeks", reader.text("Week by week"), shown, rows, note)


def moves_table(country: Country, reader: Reader) -> Table[Any]:
    """Every move that the weeks ahead bring."""
    shown = (
        columns.days(reader, reader.text("Week of"), lambda row: row.week),
        columns.words(reader.text("Household"), lambda row: row.household, lambda row: to_household(row.household)),
        columns.words(reader.text("From"), lambda row: row.origin or NONE, lambda row: to_location(row.origin)),
        columns.words(reader.text("To"), lambda row: row.destination, lambda row: to_location(row.destination)),
        columns.counts(reader, reader.text("People"), lambda row: row.size),
        columns.counts(reader, reader.text("Children"), lambda row: row.minors),
        columns.words(reader.text("Why"), lambda row: reader.text(CAUSES[row.cause])),
    )
    return Table.of("ahead-moves", reader.text("Who moves when"), shown, country.plan.ahead)
