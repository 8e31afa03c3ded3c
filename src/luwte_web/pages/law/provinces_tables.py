# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The tables on the pages of provinces. Where a report has the same table, it is that one."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

from luwte.law.cycle.ladder import STATUSES
from luwte.model.pledges import Exchange
from luwte.planning.law.provincial import AtTheTable, ProvincialTable
from luwte.reporting.law.province_tables import BY_AGREED, BY_KEY, called
from luwte.reporting.law.told import per_cent
from luwte.reporting.law.valued import Signed, Valued
from luwte.reporting.law.valued import Value as Spoken
from luwte.words import N_
from luwte_web.pages import columns
from luwte_web.pages.links import to_municipality
from luwte_web.pages.reader import NONE, Reader
from luwte_web.pages.tables import Column, Table, Value
from luwte_web.registry import models


@dataclass(frozen=True, slots=True)
class ProvinceLine:
    """A province on the page of all; children only where a plan counted them."""

    table: ProvincialTable
    link: str
    children_unfit: int | None


@dataclass(frozen=True, slots=True)
class Agreed:
    """An exchange with why it was written down and where it can be taken back, for whom that is."""

    exchange: Exchange | models.Exchange
    reason: str = ""
    back: str = ""


def provinces_table(reader: Reader, lines: Sequence[ProvinceLine]) -> Table[Any]:
    """All provinces side by side."""

    def together(title: str, value: Callable[[AtTheTable], int | None]) -> Column[Any]:
        return columns.counts(reader, title, lambda line: value(line.table.together))

    shown = [
        columns.words(reader.text("Province"), lambda line: line.table.province.province, lambda line: line.link),
        together(reader.text("Indicative"), lambda one: one.indicative),
        together(reader.text("Agreed"), lambda one: one.agreed),
        together(reader.text("Offered"), lambda one: one.offered),
        together(reader.text("Places short"), lambda one: one.short),
        columns.counts(reader, reader.text("More than asked"), lambda line: line.table.surplus),
        together(reader.text("Binding"), lambda one: one.binding),
        together(reader.text("Realised"), lambda one: one.realised),
        together(reader.text("Realised and durable"), lambda one: one.durable),
        together(reader.text("Maybe durable"), lambda one: one.durable_unsure),
        columns.counts(reader, reader.text("Did not answer"), lambda line: len(line.table.unanswered)),
    ]
    if any(line.children_unfit is not None for line in lines):
        unfit = reader.text("Children in unfit places")
        shown.append(columns.counts(reader, unfit, lambda line: line.children_unfit))
    return Table.of("provinces", reader.text("Provinces side by side (places)"), shown, lines)


def municipalities_table(reader: Reader, found: ProvincialTable) -> Table[Any]:
    """Every municipality at the table; the number leads to how it was computed. The last row is the province."""

    def status(one: AtTheTable) -> str:
        return reader.text(STATUSES[one.held.status]) if one.held else reader.text(N_("unknown"))

    def trace(one: AtTheTable) -> str:
        return to_municipality(one.municipality) + "#computation" if one.municipality else ""

    def page(one: AtTheTable) -> str:
        return to_municipality(one.municipality) if one.municipality else ""

    shown = (
        columns.words(reader.text("Municipality"), lambda one: called(one, reader.words), page),
        replace(columns.counts(reader, reader.text("Indicative"), lambda one: one.indicative), link=trace),
        columns.counts(reader, reader.text("of it for minors"), lambda one: one.indicative_amv),
        columns.changes(reader, reader.text("By exchange"), lambda one: one.exchanged),
        columns.counts(reader, reader.text("Agreed"), lambda one: one.agreed),
        columns.counts(reader, reader.text("There now"), lambda one: one.realised),
        columns.counts(reader, reader.text("Viable"), lambda one: one.viable),
        columns.counts(reader, reader.text("Other offers"), lambda one: one.other),
        columns.counts(reader, reader.text("Places short"), lambda one: one.short),
        columns.words(reader.text("Answered"), lambda one: reader.yes(one.answered) if one.municipality else NONE),
        columns.words(reader.text("Status"), lambda one: status(one) if one.municipality else NONE),
    )  # fmt: skip
    caption = reader.text("Municipalities at the provincial table (places)")
    return Table.of("municipalities", caption, shown, (*found.municipalities, found.together))


def exchanges_table(reader: Reader, rows: Sequence[Agreed], names: Mapping[str, str]) -> Table[Any]:
    """What was exchanged; who may take one back also sees why it was written down."""

    def name(code: str) -> str:
        return names.get(code, code)

    shown = [
        columns.words(reader.text("Hands over"), lambda row: name(row.exchange.giver)),
        columns.words(reader.text("Takes over"), lambda row: name(row.exchange.taker)),
        columns.counts(reader, reader.text("Places"), lambda row: row.exchange.places),
        columns.counts(reader, reader.text("of them for unaccompanied minors"), lambda row: row.exchange.amv_places),
        columns.days(reader, reader.text("Agreed on"), lambda row: row.exchange.agreed_on),
    ]
    if any(row.back for row in rows):
        shown += [
            columns.words(reader.text("Why, and who agreed"), lambda row: row.reason),
            columns.words(reader.text("Take it back"), lambda _: reader.text("Take it back"), lambda row: row.back),
        ]
    return Table.of("exchanges", reader.text("Exchanges inside the province"), shown, rows)


def valued_table(key: str, valued: Valued, reader: Reader) -> Table[Any]:
    """A table of the report on a page."""
    listed = valued.listed(reader.words)
    lines = list(zip(valued.rows, listed.rows, strict=True))

    def column(at: int, heading: str) -> Column[Any]:
        return Column(heading, lambda line: _plain(line[0][at]), lambda line: line[1][at], numeric=at in valued.numeric)

    shown = [column(at, heading) for at, heading in enumerate(valued.headings)]
    return Table.of(key, valued.title, shown, lines)


def effect_table(reader: Reader, before: ProvincialTable, after: ProvincialTable, ends: Sequence[str]) -> Table[Any]:
    """What an exchange does: to both municipalities, to the sums, and to how even it is."""
    shown = (
        columns.words(reader.text("What"), lambda row: row[0]),
        Column(reader.text("Now"), lambda row: row[1], numeric=True),
        Column(reader.text("With this exchange"), lambda row: row[2], numeric=True),
    )
    rows = list(_effects(reader, before, after, ends))
    return Table.of("effect", reader.text("What this exchange would do"), shown, rows)


def _effects(
    reader: Reader, before: ProvincialTable, after: ProvincialTable, ends: Sequence[str]
) -> Iterator[tuple[str, str, str]]:
    pairs = [(_of(before, code), _of(after, code)) for code in ends]
    for then, now in (*pairs, (before.together, after.together)):
        name = called(then, reader.words)
        yield reader.text("{name}: agreed", name=name), reader.number(then.agreed), reader.number(now.agreed)
        yield reader.text("{name}: short", name=name), reader.number(then.short), reader.number(now.short)
    silent = sum(one.short for one in before.municipalities), sum(one.short for one in after.municipalities)
    yield reader.text("All municipalities one by one: short"), *map(reader.number, silent)
    for title, of in ((BY_KEY, "numbers"), (BY_AGREED, "offers")):
        parts = (getattr(table.now, of).elsewhere for table in (before, after))
        yield (
            reader.text("Elsewhere: {measured}", measured=reader.text(title)),
            *(_part(reader, part) for part in parts),
        )


def _part(reader: Reader, part: Fraction | None) -> str:
    return per_cent(part, reader.words)


def _of(table: ProvincialTable, code: str) -> AtTheTable:
    return next(one for one in table.municipalities if one.municipality == code)


def _plain(value: Spoken) -> Value:
    match value:
        case Signed():
            return value.value
        case Fraction():
            return float(value)
        case _:
            return value
