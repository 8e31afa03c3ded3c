# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The tables of the triage. Who reads about no people sees no small number, and no product that gives one away."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from django.urls import reverse

from luwte.model.findings import Finding
from luwte.model.places import Fitness, LocationKind, PlaceGroup
from luwte.planning.suitability import GROUPS_OF_CHILDREN
from luwte.quality.catalogue import load_catalogue
from luwte.quality.triage import COUNTED
from luwte.reporting.labels import FITNESS, KINDS_OF_SITE, LAYERS
from luwte.words import N_
from luwte_web.pages import columns, few
from luwte_web.pages.fitness import TONES as FIT_TONES
from luwte_web.pages.reader import NONE, Reader
from luwte_web.pages.tables import Column, Table
from luwte_web.pages.triage.standing import Stands
from luwte_web.pages.triage.tones import TONES

NO_PLACE = "no_place"


def kinds_table(reader: Reader, rows: Sequence[Stands], nowhere: int, *, exact: bool) -> Table[Any]:
    """Children by kind of site."""
    counts: Counter[str] = Counter({NO_PLACE: nowhere})
    for row in rows:
        counts[row.location.kind.value] += row.there.count
    called = {kind.value: reader.text(KINDS_OF_SITE[kind]) for kind in LocationKind}
    title, caption = reader.text("Kind of site"), reader.text("Children by kind of site")
    return _counts(reader, "children-by-kind", (title, caption), called, counts, exact=exact)


def fitness_table(reader: Reader, rows: Sequence[Stands], nowhere: int, *, exact: bool) -> Table[Any]:
    """Children by how fit their place is."""
    counts: Counter[str] = Counter({NO_PLACE: nowhere})
    for row in rows:
        counts.update({fit.value: children for fit, children in row.by_fitness().items()})
    called = {fit.value: reader.text(FITNESS[fit]) for fit in Fitness}
    title, caption = reader.text("Fitness"), reader.text("Children by fitness of their place")
    table = _counts(reader, "children-by-fitness", (title, caption), called, counts, exact=exact)
    note = N_("By the place alone; in a plan a place that does not meet a need of the household is not fit either.")
    return replace(table, note=reader.text(note))


def layers_table(reader: Reader, rows: Sequence[Stands], *, exact: bool) -> Table[Any]:
    """Locations and children by layer, for each group of children apart."""
    at, children = Counter[Any](), Counter[Any]()
    for row in rows:
        at[row.triage.counted, row.group] += 1
        children[row.triage.counted, row.group] += row.there.count
    groups = [group for group in PlaceGroup if group in GROUPS_OF_CHILDREN or any(one.group is group for one in rows)]

    def of(group: PlaceGroup) -> tuple[Column[Any], Column[Any]]:
        whom = reader.name(group)
        return (
            columns.counts(
                reader, reader.text(N_("Locations for {whom}"), whom=whom), lambda code: at[code, group]
            ),
            few.people(
                reader, reader.text(N_("Children on places for {whom}"), whom=whom),
                lambda code: children[code, group], exact=exact,
            ),
        )  # fmt: skip

    shown = (
        columns.words(reader.text("Layer"), lambda code: reader.text(LAYERS[code]), tone=lambda code: TONES[code]),
        *(column for group in groups for column in of(group)),
    )
    return Table.of("layers", reader.text(N_("Locations and children by layer")), shown, COUNTED)


def pressing_table(reader: Reader, rows: Sequence[Stands], *, exact: bool) -> Table[Any]:
    """What is critical or fails a gate, by children x days x failed gates, with each factor."""
    pressing = [row for row in rows if row.is_pressing]
    pressing.sort(key=lambda row: (-row.weight, -row.there.count, -len(row.triage.failed), row.location.key, row.group))
    shown = (
        _place(reader),
        columns.names(reader, reader.text("Group"), lambda row: row.group),
        _layer(reader),
        few.people(reader, reader.text("Children"), lambda row: row.there.count, exact=exact),
        _product(reader, reader.text(N_("Days there, of all together")), lambda _: 1, exact=exact),
        columns.counts(reader, reader.text("Gates that fail"), lambda row: len(row.triage.failed)),
        _product(reader, reader.text(N_("Days times gates")), lambda row: len(row.triage.failed), exact=exact),
        columns.words(reader.text("Which"), lambda row: ", ".join(row.triage.failed) or NONE),
    )
    note = reader.text(
        N_("In this order: the days that children have been there, all together, times the gates that fail.")
    )
    return Table.of(
        "pressing", reader.text(N_("Critical, or a gate fails: the most pressing first")), shown, pressing, note
    )


def losses_table(reader: Reader, rows: Sequence[Stands]) -> Table[Any]:
    """Alarms: what was met once, and is not now."""
    lost = [(row, loss) for row in rows if row.judged for loss in row.judged.losses]
    titles = load_catalogue()

    def on(loss: Finding, name: str) -> date:
        return date.fromisoformat(loss.params[name])

    shown = (
        columns.words(
            reader.text("Location"),
            lambda pair: pair[0].location.name,
            lambda pair: reverse("quality", args=[pair[0].location.key]),
        ),
        columns.names(reader, reader.text("Group"), lambda pair: pair[0].group),
        columns.words(
            reader.text("Norm"),
            lambda pair: pair[1].params["indicator"],
            lambda pair: reverse("norm", args=[pair[1].params["indicator"]]),
        ),
        columns.words(
            reader.text("What is asked"), lambda pair: titles[pair[1].params["indicator"]].title[reader.language]
        ),
        columns.days(reader, reader.text(N_("Met on")), lambda pair: on(pair[1], "before")),
        columns.days(reader, reader.text(N_("Not met on")), lambda pair: on(pair[1], "since")),
    )
    return Table.of("losses", reader.text(N_("Lost: met once, and not any more")), shown, lost)


def coa_table(reader: Reader, rows: Sequence[Stands]) -> Table[Any]:
    """Where COA's own category and ours differ."""
    differ = [row for row in rows if row.triage.disagrees_with_coa]
    shown = (
        _place(reader),
        columns.names(reader, reader.text("Group"), lambda row: row.group),
        columns.names(reader, reader.text("COA's own category"), lambda row: row.triage.coa),
        _layer(reader),
    )
    return Table.of("coa", reader.text(N_("COA and the norms do not agree")), shown, differ)


def _counts(
    reader: Reader, key: str, captions: tuple[str, str], called: dict[str, str], counts: Counter[str], *, exact: bool
) -> Table[Any]:
    named = called | {NO_PLACE: reader.text("no place")}
    shown = (
        columns.words(captions[0], lambda code: named[code], tone=lambda code: FIT_TONES.get(code, "")),
        few.people(reader, reader.text("Children"), lambda code: counts[code], exact=exact),
    )
    return Table.of(key, captions[1], shown, [code for code in named if counts[code]])


def _place(reader: Reader) -> Column[Any]:
    return columns.words(
        reader.text("Location"), lambda row: row.location.name, lambda row: reverse("quality", args=[row.location.key])
    )


def _layer(reader: Reader) -> Column[Any]:
    return columns.words(
        reader.text("Layer"),
        lambda row: reader.text(LAYERS[row.triage.counted]),
        tone=lambda row: TONES[row.triage.counted],
    )


def _product(reader: Reader, title: str, times: Callable[[Stands], int], *, exact: bool) -> Column[Any]:
    """The days of children times a number: for who reads about no people from five children on, days in hundreds."""
    if exact:
        return columns.counts(reader, title, lambda row: row.there.days * times(row))

    def told(row: Stands) -> str:
        return NONE if 0 < row.there.count < few.FEWEST else reader.number(round(row.there.days, -2) * times(row))

    return Column(title, told, numeric=True)
