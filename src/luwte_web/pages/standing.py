# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""How municipalities and provinces stand: what is due, what is there, and the map of the one over the other."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from luwte.model.geography import Municipality
from luwte.planning.outputs import TaskRow
from luwte_web.pages import columns
from luwte_web.pages.country import Country
from luwte_web.pages.links import to, to_municipality
from luwte_web.pages.reader import Reader
from luwte_web.pages.tables import Table
from luwte_web.pages.tally import Change


@dataclass(frozen=True, slots=True)
class Standing:
    """A municipality with its task and the people there."""

    place: Municipality
    task: TaskRow
    change: Change

    @property
    def due(self) -> int:
        """Binding, else agreed, else indicative."""
        return self.task.realised + self.task.gap

    @property
    def share(self) -> Fraction | None:
        """Realised over due; unknown where nothing is due."""
        return _share(self.task.realised, self.due)


@dataclass(frozen=True, slots=True)
class ProvinceStanding:
    """A province with the sums of its municipalities."""

    code: str
    name: str
    due: int
    realised: int
    children: int
    children_unfit: int

    @property
    def share(self) -> Fraction | None:
        """Realised over due."""
        return _share(self.realised, self.due)


def standings(country: Country) -> list[Standing]:
    """All municipalities that have a task, in the order of the tables."""
    return [
        Standing(place, country.task_of[place.code], country.change_in(place.code))
        for place in country.dataset.municipalities
        if place.code in country.task_of
    ]


def provinces_of(country: Country) -> Mapping[str, str]:
    """The names of the provinces by code."""
    return {row.province_code: row.province for row in country.plan.provinces}


def province_standings(country: Country) -> list[ProvinceStanding]:
    """The provinces that have a task."""
    own: dict[str, list[Standing]] = defaultdict(list)
    for standing in standings(country):
        own[standing.place.province_code].append(standing)
    return [
        ProvinceStanding(
            code,
            name,
            sum(s.due for s in own[code]),
            sum(s.task.realised for s in own[code]),
            sum(s.change.before.children for s in own[code]),
            sum(s.change.before.children_unfit for s in own[code]),
        )
        for code, name in provinces_of(country).items()
    ]


def province_table(country: Country, reader: Reader) -> Table[Any]:
    """Tasks and places by province; the map shows the same by municipality."""
    shown = (
        columns.words(reader.text("Province"), lambda p: p.name, lambda p: to("municipalities", province=p.code)),
        columns.counts(reader, reader.text("Task"), lambda p: p.due),
        columns.counts(reader, reader.text("Realised"), lambda p: p.realised),
        columns.shares(reader, reader.text("Share"), lambda p: p.share),
        columns.counts(reader, reader.text("Children"), lambda p: p.children),
        columns.counts(reader, reader.text("Children in unfit places"), lambda p: p.children_unfit),
    )
    return Table.of(
        "provinces", reader.text("Task, places and children by province"), shown, province_standings(country)
    )


def municipality_table(reader: Reader, rows: Sequence[Standing]) -> Table[Any]:
    """The list of municipalities; the five quantities of the law are never added together."""
    shown = (
        columns.words(reader.text("Municipality"), lambda s: s.place.name, lambda s: to_municipality(s.place.code)),
        columns.words(reader.text("Province"), lambda s: s.place.province),
        columns.counts(reader, reader.text("Indicative"), lambda s: s.task.indicative),
        columns.counts(reader, reader.text("Agreed"), lambda s: s.task.agreed),
        columns.counts(reader, reader.text("Binding"), lambda s: s.task.binding),
        columns.counts(reader, reader.text("Realised"), lambda s: s.task.realised),
        columns.changes(reader, reader.text("Still to realise"), lambda s: s.task.gap),
        columns.counts(reader, reader.text("Children"), lambda s: s.change.before.children),
        columns.counts(reader, reader.text("Children in unfit places"), lambda s: s.change.before.children_unfit),
    )
    return Table.of("municipalities", reader.text("Task, places and children by municipality"), shown, rows)


def _share(realised: int, due: int) -> Fraction | None:
    return Fraction(realised, due) if due > 0 else None
