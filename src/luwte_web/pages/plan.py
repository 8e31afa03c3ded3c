# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The plan as a whole: what was found, what it trades, how good it is, who moves and why, what a place is worth."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from luwte.placement.placement import Action
from luwte.planning.outputs import PlacementRow
from luwte.reporting.fairness import beside_a_queue
from luwte.reporting.labels import LEVELS, TERMS
from luwte_web.artefacts import selectors
from luwte_web.pages import columns
from luwte_web.pages.answers import Asked, Page, page
from luwte_web.pages.country import Country, country_of
from luwte_web.pages.fairness import highlights
from luwte_web.pages.findings import found_table
from luwte_web.pages.frontier import along, curve, frontier_table
from luwte_web.pages.links import to, to_location
from luwte_web.pages.opened import opened
from luwte_web.pages.overview import trade, unknowns
from luwte_web.pages.reader import Reader
from luwte_web.pages.tables import Column, Table

MOST_WORTH = 20  # places shown; the download has them all


@page
def plan(asked: Asked) -> Page:
    """The plan: findings first."""
    country, reader = asked.country, asked.reader
    frontier = along(country)
    tables = (
        found_table(country, reader),
        levels_table(country, reader),
        causes_table(country, reader),
        terms_table(country, reader),
        weights_table(country, reader),
        worth_table(country, reader).part(0, MOST_WORTH),
        frontier_table(frontier, reader),
    )
    context = {
        "trade": trade(asked),
        "unknowns": list(unknowns(asked)),
        "summary": country.plan.summary,
        "queue": list(beside_a_queue(country.plan, reader.words)),
        "highlights": list(highlights(country, reader)),
        "curve": curve(frontier, reader) if frontier else "",
    }
    return Page("plan.html", reader.text("The plan for {day}", day=reader.day(country.on)), context, tables)


@require_safe
def report(request: HttpRequest) -> HttpResponse:
    """The report that was written with the plan, to keep and to print; it opens from disk."""
    shown = opened(request)
    content = selectors.report_of(shown.address) if shown else None
    if shown is None or content is None or not country_of(shown.address).shows_households:
        raise Http404
    answer = HttpResponse(content, content_type="text/html; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="luwte-report.html"'
    return answer


def levels_table(country: Country, reader: Reader) -> Table[Any]:
    """Each level with the bound that no plan can be below."""
    shown = (
        columns.words(reader.text("Level"), lambda row: f"{row.level}. {reader.text(LEVELS[row.level][0])}"),
        columns.weights(reader, reader.text("Value"), lambda row: row.value),
        columns.weights(reader, reader.text("Proven bound"), lambda row: row.bound),
        Column(reader.text("Gap"), lambda row: row.gap, reader.gap, numeric=True),
        columns.words(reader.text("Counted in"), lambda row: reader.text(LEVELS[row.level][1])),
    )
    return Table.of("levels", reader.text("How close to the best possible"), shown, country.plan.summary.levels)


def causes_table(country: Country, reader: Reader) -> Table[Any]:
    """Who moves and why, counted."""
    counted: dict[tuple[Action, Any], list[PlacementRow]] = {}
    for row in country.plan.placements:
        counted.setdefault((row.action, row.cause), []).append(row)
    order = [Action.UNPLACED, Action.NEW, Action.MOVE, Action.STAY]
    rows = sorted(counted.items(), key=lambda item: (order.index(item[0][0]), -len(item[1])))
    shown = (
        columns.words(
            reader.text("Proposal"),
            lambda item: reader.name(item[0][0]),
            lambda item: to("proposals", action=item[0][0].value, cause=item[0][1].value),
        ),
        columns.names(reader, reader.text("Why"), lambda item: item[0][1]),
        columns.counts(reader, reader.text("Households"), lambda item: len(item[1])),
        columns.counts(reader, reader.text("People"), lambda item: sum(row.size for row in item[1])),
        columns.counts(reader, reader.text("Children"), lambda item: sum(row.minors for row in item[1])),
    )
    return Table.of("who-moves", reader.text("Proposals by reason"), shown, rows)


def terms_table(country: Country, reader: Reader) -> Table[Any]:
    """What the values of the levels are made of."""
    rows = [(name, value) for name, value in country.plan.summary.terms.items() if value]
    shown = (
        columns.words(reader.text("What weighs"), lambda row: reader.text(TERMS.get(row[0], row[0]))),
        columns.weights(reader, reader.text("Weighed persons"), lambda row: row[1]),
    )
    return Table.of("terms", reader.text("What the levels are made of"), shown, rows)


def weights_table(country: Country, reader: Reader) -> Table[Any]:
    """What the policy weighs, with where each weight comes from: who disagrees can change it."""
    shown = (
        columns.words(reader.text("What weighs"), lambda row: reader.text(TERMS.get(row[0], row[0]))),
        columns.words(reader.text("Level"), lambda row: reader.text(LEVELS[country.policy.level_of[row[0]]][0])),
        columns.weights(reader, reader.text("Weight for each person"), lambda row: row[1].weight),
        columns.names(reader, reader.text("Mark"), lambda row: row[1].mark),
        columns.words(reader.text("Source"), lambda row: row[1].source, language="en"),
    )
    return Table.of("weights", reader.text("Weights of the policy"), shown, list(country.policy.term.items()))


def worth_table(country: Country, reader: Reader) -> Table[Any]:
    """What one more place would be worth: a price of the bound, not yet a promise."""
    places = (row for row in country.plan.worth if row.unit is None)
    rows = sorted(places, key=lambda row: (-row.level_1, -row.level_2, -row.level_3, row.location))
    shown = (
        columns.words(
            reader.text("Location"), lambda row: country.place_name(row.location), lambda row: to_location(row.location)
        ),
        columns.names(reader, reader.text("For"), lambda row: row.group),
        columns.weights(reader, reader.text("Protection"), lambda row: row.level_1),
        columns.weights(reader, reader.text("Welfare of children"), lambda row: row.level_2),
        columns.weights(reader, reader.text("Voice and fit"), lambda row: row.level_3),
    )
    return Table.of("worth", reader.text("What one more place is worth"), shown, rows)
