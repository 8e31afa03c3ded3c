# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Fairness: who is worse off than others, who would have been better off in a queue, how even the spread is."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from luwte.planning.fairness import MEASURES, Measure, everybody
from luwte.planning.fairness.contrasts import FEW
from luwte.planning.outputs import FairnessRow
from luwte.planning.summary import Evenness
from luwte.reporting import fairness as told
from luwte.reporting.labels import WHO
from luwte_web.pages import columns
from luwte_web.pages.answers import Asked, Page, page
from luwte_web.pages.country import Country
from luwte_web.pages.reader import Reader
from luwte_web.pages.tables import Column, Table

COUNTED = frozenset({"unfit", "queue"})  # measures whose numbers stand in columns of their own


@page
def fairness(asked: Asked) -> Page:
    """Highlights first; every class in a table that unfolds."""
    country, reader = asked.country, asked.reader
    dimensions = [(key, reader.text(title)) for key, title in told.DIMENSIONS.items()]
    tables = (
        queue_table(country, reader),
        contrast_table(country, reader),
        *(class_table(country, reader, key, title) for key, title in dimensions),
        evenness_table(country, reader),
    )
    context = {
        "queue": list(told.beside_a_queue(country.plan, reader.words)),
        "highlights": list(highlights(country, reader)),
        "dimensions": [f"by-{key}" for key, _ in dimensions],
        "few": FEW,
    }
    return Page("fairness.html", reader.text("Is the plan fair?"), context, tables)


def highlights(country: Country, reader: Reader) -> Iterator[str]:
    """What stands out between classes."""
    return told.what_stands_out(country.plan.fairness, reader.words, provinces(country))


def provinces(country: Country) -> Mapping[str, str]:
    """Names of provinces by code."""
    return {row.province_code: row.province for row in country.plan.provinces}


def queue_table(country: Country, reader: Reader) -> Table[Any]:
    """The plan beside the queue, in counts."""
    summary = country.plan.summary
    queue, trade, unfit = summary.queue, summary.trade, summary.children_by_fitness["unfit"]
    rows = (
        (reader.text("Households better off here"), queue.better_in_plan, queue.better_in_queue),
        (reader.text("Children who leave a place that is not fit"), trade.out_of_unfit, queue.out_of_unfit),
        (reader.text("Children in a place that is not fit"), unfit.after, queue.children_in_unfit),
        (reader.text("Children moved who could have stayed"), trade.moved_who_could_stay, 0),
        (reader.text("People without a place"), trade.people_without_place, queue.people_without_place),
    )
    shown = (
        columns.words(reader.text("Measure"), lambda row: row[0]),
        columns.counts(reader, reader.text("This plan"), lambda row: row[1]),
        columns.counts(reader, reader.text("A queue by arrival"), lambda row: row[2]),
    )
    return Table.of("queue", reader.text("The plan beside a queue"), shown, rows)


def contrast_table(country: Country, reader: Reader) -> Table[Any]:
    """For every measure the worst class of every dimension, beside everybody."""
    rows, words = country.plan.fairness, reader.words
    all_of_them, worst = everybody(rows), told.worst_in_words(rows, words, provinces(country))
    shown: list[Column[Any]] = [
        columns.words(reader.text("Measure"), lambda measure: told.titled(measure, words)),
        columns.words(
            reader.text("Everybody"), lambda measure: told.value_in_words(measure, measure.of(all_of_them), words)
        ),
    ]
    shown += [_worst_column(reader, dimension, worst) for dimension in told.DIMENSIONS]
    return Table.of("contrasts", reader.text("The class that is worst off, beside everybody"), shown, MEASURES)


def class_table(country: Country, reader: Reader, dimension: str, title: str) -> Table[Any]:
    """Every class of one dimension."""
    rows = [row for row in country.plan.fairness if row.dimension == dimension]
    names = provinces(country)
    shown = (
        columns.words(reader.text("Class"), lambda row: told.marked_class(row, reader.words, names)),
        columns.counts(reader, reader.text("Households"), lambda row: row.households),
        columns.counts(reader, reader.text("Children"), lambda row: row.children),
        columns.counts(reader, reader.text("Not fit, now"), lambda row: row.children_unfit_before),
        columns.counts(reader, reader.text("Not fit, after"), lambda row: row.children_unfit_after),
        columns.counts(reader, reader.text("Unknown, after"), lambda row: row.children_unknown_after),
        columns.counts(reader, reader.text("Fit, after"), lambda row: row.children_fit_after),
        *(_measured(reader, measure) for measure in MEASURES if measure.name not in COUNTED),
        columns.counts(reader, reader.text("Better off in the plan"), lambda row: row.better_in_plan),
        columns.counts(reader, reader.text("Better off in a queue"), lambda row: row.better_in_queue),
    )
    return Table.of(f"by-{dimension}", title, shown, rows)


def evenness_table(country: Country, reader: Reader) -> Table[Any]:
    """How far people, children and unaccompanied minors are from a spread like that of the tasks."""
    rows: Sequence[tuple[str, Evenness]] = list(country.plan.summary.evenness.items())
    shown = (
        columns.words(reader.text("Who"), lambda row: reader.text(WHO[row[0]])),
        _part(reader, reader.text("Now"), "before"),
        _part(reader, reader.text("After the plan"), "after"),
    )
    return Table.of("evenness", reader.text("Who would have to live elsewhere for an even spread"), shown, rows)


def _worst_column(reader: Reader, dimension: str, worst: Mapping[tuple[str, str], str]) -> Column[Any]:
    return columns.words(
        reader.text(told.DIMENSIONS[dimension]), lambda measure: worst.get((measure.name, dimension), told.NONE)
    )


def _measured(reader: Reader, measure: Measure) -> Column[Any]:
    def value(row: FairnessRow) -> Decimal | None:
        exact = measure.of(row)
        return None if exact is None else Decimal(exact.numerator) / exact.denominator

    title = told.titled(measure, reader.words)
    return Column(title, value, lambda row: told.value_in_words(measure, measure.of(row), reader.words), numeric=True)


def _part(reader: Reader, title: str, when: str) -> Column[Any]:
    def shown(row: tuple[str, Evenness]) -> str:
        return told.per_cent(getattr(row[1], when), reader.words)

    return Column(title, lambda row: getattr(row[1], when), shown, numeric=True)
