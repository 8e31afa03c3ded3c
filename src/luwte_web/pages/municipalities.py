# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Municipalities: the list, and for each its task with the computation in words, kept apart from what is there."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import Http404

from luwte.law.explain import SpokenStep, spoken
from luwte.law.trace import trace
from luwte.model.geography import Municipality
from luwte.model.pledges import Exchange
from luwte.planning.law.municipal import municipal
from luwte.reporting.law.municipal import how_far
from luwte.words import N_
from luwte_web.pages import columns
from luwte_web.pages.answers import Asked, Page, page
from luwte_web.pages.country import Country
from luwte_web.pages.filters import Filters
from luwte_web.pages.fitness import children_table
from luwte_web.pages.links import to_location, to_municipality
from luwte_web.pages.locations import location_table
from luwte_web.pages.reader import NONE, Reader
from luwte_web.pages.standing import Standing, municipality_table, provinces_of, standings
from luwte_web.pages.tables import Table

ORDERS: dict[str, Callable[[Standing], int]] = {
    "gap": lambda s: -s.task.gap,
    "unfit": lambda s: -s.change.before.children_unfit,
}


@dataclass(frozen=True, slots=True)
class Quantity:
    """One of the five quantities that are never mixed: places, whether it is the one that holds, and what it is."""

    name: str
    places: int | None
    meaning: str
    is_due: bool = False


@page
def municipalities(asked: Asked) -> Page:
    """All municipalities with task, places and children."""
    country, reader = asked.country, asked.reader
    filters = Filters(asked.query, reader)
    province = filters.choose("province", reader.text("Province"), provinces_of(country), reader.text("all provinces"))
    name = filters.search("name", reader.text("Name"))
    orders = {"gap": reader.text("most places still to realise"), "unfit": reader.text("most children in unfit places")}
    order = filters.choose("sort", reader.text("Order"), orders, reader.text("by name"))
    rows = [
        standing
        for standing in standings(country)
        if province in ("", standing.place.province_code) and name in standing.place.name.casefold()
    ]
    table = municipality_table(reader, sorted(rows, key=ORDERS[order]) if order else rows)
    return Page("municipalities.html", reader.text("Municipalities"), {"filters": filters, "table": table}, (table,))


@page
def municipality(asked: Asked, code: str) -> Page:
    """One municipality: its task, how it was computed, what counts towards it, the locations and children there."""
    country, reader = asked.country, asked.reader
    if code not in country.task_of:
        raise Http404
    standing = Standing(country.dataset.municipality[code], country.task_of[code], country.change_in(code))
    tables = (
        trace_table(reader, spoken(trace(country.tasks, country.dataset.municipalities, code), reader.words)),
        offers_table(country, reader, code),
        exchanges_table(country, reader, code),
        location_table(country, reader, country.locations_in.get(code, ()), in_one_municipality=True),
        children_table(reader, standing.change),
    )
    law = municipal(country.dataset, country.tasks, country.on, code)
    context = {
        "standing": standing,
        "quantities": list(_quantities(asked, standing)),
        "to_add": law.to_add,
        "sums": {verdict.name.lower(): count for verdict, count in law.sums.items()},
        "how_far": list(how_far(law, reader.words)),
    }
    return Page("municipality.html", standing.place.name, context, tables)


def trace_table(reader: Reader, steps: Sequence[SpokenStep]) -> Table[Any]:
    """The computation step by step, so that a person can redo it."""
    shown = (
        columns.words(reader.text("Step"), lambda step: step.label),
        columns.words(reader.text("Computation"), lambda step: step.formula or step.result, tone=lambda _: "formula"),
        columns.words(reader.text("Outcome"), lambda step: step.result, tone=lambda _: "outcome"),
        columns.words(reader.text("Article"), lambda step: step.citation or NONE, lambda step: step.link),
        columns.words(reader.text("Source"), _source),
    )
    return Table.of("computation", reader.text("How the task was computed"), shown, steps)


def offers_table(country: Country, reader: Reader, code: str) -> Table[Any]:
    """What the municipality offers."""
    rows = [offer for offer in country.dataset.offers if offer.municipality == code]
    shown = (
        columns.names(reader, reader.text("State"), lambda offer: offer.status),
        columns.counts(reader, reader.text("Places"), lambda offer: offer.places),
        columns.counts(reader, reader.text("of them for unaccompanied minors"), lambda offer: offer.amv_places),
        columns.names(reader, reader.text("Kind"), lambda offer: offer.kind),
        columns.days(reader, reader.text("From"), lambda offer: offer.available_from),
        columns.days(reader, reader.text("Until"), lambda offer: offer.available_until, N_("no end")),
        columns.words(
            reader.text("Planned site"),
            lambda offer: country.place_name(offer.location),
            lambda offer: to_location(offer.location),
        ),
    )
    return Table.of("offers", reader.text("Offers"), shown, rows)


def exchanges_table(country: Country, reader: Reader, code: str) -> Table[Any]:
    """Parts of tasks that the municipality took over or handed over (Act 4: inside the province)."""
    rows = [exchange for exchange in country.dataset.exchanges if code in (exchange.giver, exchange.taker)]

    def other(exchange: Exchange) -> Municipality:
        return country.dataset.municipality[exchange.giver if exchange.taker == code else exchange.taker]

    def sign(exchange: Exchange) -> int:
        return 1 if exchange.taker == code else -1

    shown = (
        columns.words(reader.text("With"), lambda e: other(e).name, lambda e: to_municipality(other(e).code)),
        columns.changes(reader, reader.text("Places"), lambda e: sign(e) * e.places),
        columns.changes(reader, reader.text("of them for unaccompanied minors"), lambda e: sign(e) * e.amv_places),
        columns.days(reader, reader.text("Agreed on"), lambda e: e.agreed_on),
    )
    return Table.of("exchanges", reader.text("Exchange with other municipalities"), shown, rows)


def _quantities(asked: Asked, standing: Standing) -> Iterator[Quantity]:
    reader, task = asked.reader, standing.task
    decision = asked.country.decision_of.get(task.municipality)
    is_bound = task.binding is not None
    is_exchanged = task.agreed != task.indicative
    yield Quantity(
        reader.text("Indicative"),
        task.indicative,
        reader.text("the municipality's part of the national need by the key of the law"),
        not is_bound and not is_exchanged,
    )
    yield Quantity(
        reader.text("Agreed"),
        task.agreed,
        reader.text("after exchange inside the province"),
        not is_bound and is_exchanged,
    )
    yield Quantity(
        reader.text("Binding"),
        task.binding,
        reader.text("in the distribution decision of {day}", day=reader.day(decision.decided_on if decision else None))
        if is_bound
        else reader.text("no distribution decision of this cycle is known"),
        is_bound,
    )
    yield Quantity(
        reader.text("Realised"),
        task.realised,
        reader.text("places at open locations, crisis emergency reception not counted"),
    )
    yield Quantity(
        reader.text("Realised and durable"),
        task.counted_durable,
        reader.text("places that last five years or more at a site of the least size"),
    )


def _source(step: SpokenStep) -> str:
    if not step.mark:
        return step.source or NONE
    return f"{step.source} ({step.mark})"
