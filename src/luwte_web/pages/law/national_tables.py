# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The tables of the national page: reports of provinces, ways to divide what is short, and what each asks of whom."""

from collections.abc import Mapping, Sequence
from typing import Any

from luwte.law.remainder import Division, ProvinceShort, Reported
from luwte.law.remainder.divide import SCOPES, WAYS
from luwte.planning.law.decision import Changed, Draft
from luwte.reporting.law.told import per_cent
from luwte_web.pages import columns
from luwte_web.pages.links import to_municipality
from luwte_web.pages.reader import NONE, Reader
from luwte_web.pages.tables import Column, Table


def provinces_table(reader: Reader, provinces: Sequence[ProvinceShort], names: Mapping[str, str]) -> Table[Any]:
    """What the report of each province comes to."""
    shown: tuple[Column[ProvinceShort], ...] = (
        columns.words(reader.text("Province"), lambda one: names[one.province_code]),
        columns.counts(reader, reader.text("Its number"), lambda one: one.number),
        columns.counts(reader, reader.text("Offered"), lambda one: one.offered),
        columns.counts(reader, reader.text("Places short"), lambda one: one.remainder),
        columns.counts(reader, reader.text("More than its number"), lambda one: one.surplus),
        columns.counts(reader, reader.text("Municipalities with nothing known"), lambda one: len(one.unanswered)),
    )
    return Table.of("provinces", reader.text("What the provinces come to (places)"), shown, provinces)


def silent_table(reader: Reader, reports: Sequence[Reported], names: Mapping[str, str]) -> Table[Any]:
    """Who has not answered: neither a place nor an offer stands in the tables."""
    shown: tuple[Column[Reported], ...] = (
        _municipality(reader, names),
        columns.words(reader.text("Province"), lambda one: names[one.province_code]),
        columns.counts(reader, reader.text("Its number"), lambda one: one.number),
    )
    silent = sorted((one for one in reports if one.offered is None), key=lambda one: -one.number)
    return Table.of("silent", reader.text("Municipalities of which no place and no offer is known"), shown, silent)


def ways_table(reader: Reader, ways: Sequence[Division]) -> Table[Any]:
    """Every way with its number and how even it is; none is called the best."""
    words, numbers = reader.words, {(one.way, one.scope): at for at, one in enumerate(ways, 1)}
    shown: tuple[Column[Division], ...] = (
        columns.words(
            reader.text("Way to divide"), lambda one: f"{numbers[one.way, one.scope]}. {reader.text(WAYS[one.way])}"
        ),
        columns.words(reader.text("Who carries it"), lambda one: reader.text(SCOPES[one.scope])),
        _part(reader.text("Elsewhere, by municipality"), lambda one: one.over_municipalities.elsewhere, words),
        _part(reader.text("Elsewhere, by province"), lambda one: one.over_provinces.elsewhere, words),
        _part(reader.text("Least of its number"), lambda one: one.over_municipalities.lowest, words),
        _part(reader.text("Most of its number"), lambda one: one.over_municipalities.highest, words),
        columns.counts(reader, reader.text("Above their number by it"), lambda one: len(one.above_their_number)),
    )
    return Table.of("ways", reader.text("Ways to divide what is short, side by side"), shown, ways)


def assigned_table(
    reader: Reader, reports: Sequence[Reported], ways: Sequence[Division], names: Mapping[str, str]
) -> Table[Any]:
    """What each way, by its number, assigns to each municipality, beside what it is asked and offers."""
    shown: list[Column[Reported]] = [
        _municipality(reader, names),
        columns.words(reader.text("Province"), lambda one: names[one.province_code]),
        columns.counts(reader, reader.text("Its number"), lambda one: one.number),
        columns.counts(reader, reader.text("Offered"), lambda one: one.offered),
        *(
            columns.counts(reader, reader.text("Way {number}", number=at), _assigned(way))
            for at, way in enumerate(ways, 1)
        ),
    ]
    return Table.of("assigned", reader.text("What each way assigns to whom (places)"), shown, reports)


def draft_table(reader: Reader, draft: Draft, names: Mapping[str, str]) -> Table[Any]:
    """What a decision by one way asks of each municipality, in all."""
    asked = {one.municipality: one for one in draft.asked}
    shown: tuple[Column[Reported], ...] = (
        _municipality(reader, names),
        columns.words(reader.text("Province"), lambda one: names[one.province_code]),
        columns.counts(reader, reader.text("Its number"), lambda one: one.number),
        columns.counts(reader, reader.text("Offered"), lambda one: one.offered),
        columns.counts(reader, reader.text("Assigned"), lambda one: draft.chosen.assigned[one.municipality]),
        columns.counts(reader, reader.text("Asked"), lambda one: draft.chosen.places[one.municipality]),
        Column(
            reader.text("Of them for unaccompanied minors"),
            lambda one: asked[one.municipality].amv_places if one.municipality in asked else None,
            lambda one: reader.number(asked[one.municipality].amv_places) if one.municipality in asked else NONE,
            numeric=True,
        ),
    )
    return Table.of("draft", reader.text("What this asks of whom (places)"), shown, draft.reports)


def changed_table(reader: Reader, changed: Sequence[Changed], names: Mapping[str, str]) -> Table[Any]:
    """Whom an earlier decision of the cycle asks another number."""
    shown: tuple[Column[Changed], ...] = (
        _municipality(reader, names),
        columns.counts(reader, reader.text("Asked before"), lambda one: one.was),
        columns.counts(reader, reader.text("Asked now"), lambda one: one.now),
        columns.changes(reader, reader.text("Difference"), lambda one: one.now - one.was),
    )
    return Table.of("changed", reader.text("Another number than in the earlier decision (places)"), shown, changed)


def _municipality(reader: Reader, names: Mapping[str, str]) -> Column[Any]:
    return columns.words(
        reader.text("Municipality"),
        lambda one: names.get(one.municipality, one.municipality),
        lambda one: to_municipality(one.municipality),
    )


def _assigned(way: Division) -> Any:
    return lambda one: way.assigned[one.municipality]


def _part(title: str, value: Any, words: Any) -> Column[Division]:
    """Tenths of a per cent: ways differ by less than a whole one."""

    def plain(one: Division) -> float | None:
        part = value(one)
        return None if part is None else float(part)

    return Column(title, plain, lambda one: per_cent(value(one), words), numeric=True)
