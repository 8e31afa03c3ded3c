# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Regimes in tables: for the country, by province and municipality, and line by line, with children beside."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from luwte.law.explain import MARKS
from luwte.law.regimes import Holds, Regime, Resting, Sums, regimes, summed
from luwte.law.regimes.rules import BASES, HOLDS, REGIMES
from luwte.reporting.law.regimes import amv_told, begun
from luwte.words import N_
from luwte_web.pages import columns
from luwte_web.pages.law.beside import Beside
from luwte_web.pages.links import to_municipality
from luwte_web.pages.reader import NONE, Reader
from luwte_web.pages.tables import Column, Table

WITHOUT_THE_ACT = (Regime.REPEALED, Regime.LOOSE_PARTS)
TONES = {Holds.STANDS: "good", Holds.EXPOSED: "bad", Holds.UNKNOWN: "open"}


@dataclass(frozen=True)
class Area:
    """A municipality or province with its lines."""

    code: str
    name: str
    lines: Sequence[Resting]

    def exposed(self, regime: Regime) -> list[Resting]:
        """The lines that lose what they rest on."""
        return [one for one in self.lines if one.holds(regime) is Holds.EXPOSED]


def areas(lines: Iterable[Resting], of: Callable[[str], str], names: Mapping[str, str]) -> list[Area]:
    """Areas with something exposed, by name; `of` gives the area of a municipality."""
    found: dict[str, list[Resting]] = {}
    for line in lines:
        found.setdefault(of(line.municipality), []).append(line)
    known = (Area(code, names.get(code, code), rows) for code, rows in found.items())
    return sorted((one for one in known if any(map(one.exposed, WITHOUT_THE_ACT))), key=lambda one: one.name)


def country_table(reader: Reader, lines: Sequence[Resting], on: date, people: Beside | None) -> Table[Any]:
    """Every regime: what stands and what is exposed of all lines."""
    rows = [(regime, summed(lines, regime, on)) for regime in Regime]
    shown = (
        columns.words(reader.text("Regime"), lambda row: begun(reader.text(REGIMES[row[0]]))),
        columns.counts(reader, reader.text("Places that stand"), lambda row: row[1].places[Holds.STANDS]),
        columns.counts(reader, reader.text("Places that are exposed"), lambda row: row[1].places[Holds.EXPOSED]),
        _amv(reader, reader.text("of them for unaccompanied minors"), lambda row: row[1]),
        *_children(reader, people, reader.text("Children who live there now"), lambda row: _lost(lines, row[0])),
        columns.counts(reader, reader.text("Places with money that stands"), lambda row: row[1].money[Holds.STANDS]),
        columns.counts(reader, reader.text("with money that is exposed"), lambda row: row[1].money[Holds.EXPOSED]),
        columns.counts(reader, reader.text("nobody can tell"), lambda row: row[1].money[Holds.UNKNOWN]),
    )
    return Table.of("regimes", reader.text("All of it under each regime"), shown, rows)


def area_table(
    reader: Reader, key: str, caption: str, rows: Sequence[Area], on: date, people: Beside | None
) -> Table[Any]:
    """What is exposed by area, for each regime but the Act in force."""
    parts = [column for regime in WITHOUT_THE_ACT for column in _exposed(reader, regime, on, people)]
    link = (lambda one: to_municipality(one.code)) if key == "municipalities" else None
    shown = (columns.words(reader.text("Name"), lambda one: one.name, link), *parts)
    return Table.of(key, caption, shown, rows)


def line_table(
    reader: Reader, lines: Sequence[Resting], names: Mapping[str, str], places: Mapping[str, str], on: date,
    people: Beside | None,
) -> Table[Any]:  # fmt: skip
    """Every location, offer and unmet part of a decision, what it rests on, and whether that stands."""
    shown = (
        columns.words(
            reader.text("Municipality"),
            lambda one: names.get(one.municipality, one.municipality),
            lambda one: to_municipality(one.municipality),
        ),
        columns.words(
            reader.text("Location or offer"),
            lambda one: places.get(one.key, one.key) or reader.text(N_("asked, and offered by nobody")),
            lambda one: people.page_of(one.key) if people else "",
        ),
        columns.words(reader.text("It rests on"), lambda one: reader.text(BASES[one.basis])),
        *(_holds(reader, regime) for regime in WITHOUT_THE_ACT),
        columns.counts(reader, reader.text("Places"), lambda one: one.places),
        columns.counts(reader, reader.text("of them for unaccompanied minors"), lambda one: one.amv_places),
        *_children(reader, people, reader.text("Children who live there now"), lambda one: [one]),
        columns.days(reader, reader.text("There is money until"), lambda one: one.funded_until),
        columns.words(
            reader.text("Money while the Act is in force"),
            lambda one: reader.text(HOLDS[one.money(Regime.IN_FORCE, on)]),
            tone=lambda one: TONES[one.money(Regime.IN_FORCE, on)],
        ),
    )
    return Table.of("lines", reader.text("What everything rests on"), shown, lines)


def rules_table(reader: Reader) -> Table[Any]:
    """What holds under each regime, with where that comes from."""
    shown = (
        columns.words(reader.text("Regime"), lambda rule: begun(reader.text(REGIMES[rule.regime]))),
        *(_basis(reader, basis, title) for basis, title in BASES.items()),
        columns.words(reader.text("Source"), lambda rule: reader.text(rule.source)),
        columns.words(reader.text("How sure"), lambda rule: reader.text(MARKS[rule.mark])),
    )
    return Table.of("rules", reader.text("What the comparison rests on"), shown, list(regimes().values()))


def _exposed(reader: Reader, regime: Regime, on: date, people: Beside | None) -> list[Column[Any]]:
    said = begun(reader.text(REGIMES[regime]))
    sums = _sums_of(regime, on)
    return [
        columns.counts(
            reader,
            reader.text("{regime}: places exposed", regime=said),
            lambda one: sums(one).places[Holds.EXPOSED],
        ),
        _amv(reader, reader.text("of them for unaccompanied minors"), sums),
        *_children(reader, people, reader.text("children there now"), lambda one: one.exposed(regime)),
    ]


def _sums_of(regime: Regime, on: date) -> Callable[[Area], Sums]:
    return lambda area: summed(area.lines, regime, on)


def _amv(reader: Reader, title: str, sums: Callable[[Any], Sums]) -> Column[Any]:
    """Exposed places for minors; where a decision does not tell, that there are at least so many."""
    return Column(title, lambda row: amv_told(sums(row), Holds.EXPOSED, reader.words), numeric=True)


def _children(
    reader: Reader, people: Beside | None, title: str, lines: Callable[[Any], Iterable[Resting]]
) -> list[Column[Any]]:
    """A column of children where a plan tells who lives where."""
    if people is None:
        return []

    def told(row: Any) -> str:
        return people.told(people.children_at(one.key for one in lines(row)), reader)

    return [Column(title, told, numeric=True)]


def _lost(lines: Sequence[Resting], regime: Regime) -> list[Resting]:
    return [one for one in lines if one.holds(regime) is Holds.EXPOSED]


def _holds(reader: Reader, regime: Regime) -> Column[Any]:
    return columns.words(
        begun(reader.text(REGIMES[regime])),
        lambda one: reader.text(HOLDS[one.holds(regime)]),
        tone=lambda one: TONES[one.holds(regime)],
    )


def _basis(reader: Reader, basis: Any, title: str) -> Column[Any]:
    return columns.words(
        begun(reader.text(title)),
        lambda rule: reader.text(HOLDS[rule.holds[basis]]) if basis in rule.holds else NONE,
        tone=lambda rule: TONES[rule.holds[basis]],
    )
