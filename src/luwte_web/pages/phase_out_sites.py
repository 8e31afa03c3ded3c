# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Tables of the sites that are phased out: what presses most, under which conditions, and what is done until then."""

from datetime import date
from typing import Any

from luwte.planning.phase_out import PhaseOut
from luwte.planning.phase_out.rows import SiteRow
from luwte.reporting.labels import LAYERS
from luwte.words import N_
from luwte_web.pages import columns, few
from luwte_web.pages.country import Country
from luwte_web.pages.links import to_location
from luwte_web.pages.reader import Reader
from luwte_web.pages.tables import Column, Table

STATES = {True: N_("all met"), False: N_("not all met"), None: N_("open")}
SAID = {True: N_("yes"), False: N_("no"), None: N_("nobody decided")}
TONES = {True: "good", False: "bad", None: "open"}


def critical_table(country: Country, reader: Reader, found: PhaseOut, *, exact: bool) -> Table[Any]:
    """Critical sites, the most pressing first, with the factors; of few children no factor gives the number away."""

    def factor(title: str, name: str) -> Column[Any]:
        def told(row: Any) -> str:
            return reader.number(getattr(row, name)) if exact else reader.text("not told")

        return Column(title, lambda row: getattr(row, name) if exact else told(row), told, numeric=True)

    shown = (
        columns.counts(reader, reader.text("Rank"), lambda row: row.rank),
        _location(country, reader),
        _group(reader),
        few.people(reader, reader.text("Children"), lambda row: row.children, exact=exact),
        columns.weights(reader, reader.text("Days there, mean"), lambda row: row.days),
        columns.counts(reader, reader.text("Failed gates"), lambda row: row.failed_gates),
        factor(reader.text("Children x days x failed gates"), "weight"),
        columns.words(reader.text("Which gates"), lambda row: ", ".join(row.gates)),
        columns.words(reader.text("Code"), lambda row: row.location),
    )
    return Table.of("critical", reader.text("Critical sites, the most pressing first"), shown, found.critical)


def conditions_table(country: Country, reader: Reader, found: PhaseOut, *, exact: bool) -> Table[Any]:
    """Under which conditions a site can become regular reception, or be refused: those nearest to it first."""
    rows = sorted(found.sites, key=lambda row: (-_met(row), -row.children, row.location, row.group))
    shown = (
        _location(country, reader),
        _group(reader),
        few.people(reader, reader.text("Children"), lambda row: row.children, exact=exact),
        columns.words(reader.text("Layer"), lambda row: reader.text(LAYERS[row.layer])),
        columns.names(reader, reader.text("Fitness"), lambda row: row.fit),
        _gates(reader),
        _condition(reader, N_("Long enough"), "term_long_enough"),
        _condition(reader, N_("Permit feasible"), "permit_feasible"),
        _condition(reader, N_("Region behind it"), "regional_support"),
        columns.days(reader, reader.text("Closes on"), lambda row: row.closes, N_("no date")),
        columns.days(reader, reader.text("Intake stopped"), lambda row: row.intake_stopped_on, N_("not stopped")),
        columns.counts(reader, reader.text("Measures agreed"), lambda row: row.measures),
    )
    return Table.of("conditions", reader.text("Sites and their conditions"), shown, rows)


def measures_table(country: Country, reader: Reader, found: PhaseOut) -> Table[Any]:
    """What is agreed until a site is left, what is due first in front."""

    def due(day: date | None) -> str:
        return reader.day(day, N_("no date"))

    shown = (
        _location(country, reader),
        columns.words(reader.text("Norm"), lambda row: row.indicator),
        columns.words(reader.text("What is done"), lambda row: row.action),
        columns.words(reader.text("By whom"), lambda row: reader.owner(row.owner or "") or reader.text("nobody named")),
        Column(
            reader.text("Due"),
            lambda row: row.due,
            lambda row: due(row.due),
            tone=lambda row: "bad" if row.is_late else "",
        ),
        columns.weights(reader, reader.text("Cost (EUR)"), lambda row: row.cost),
    )
    return Table.of("measures", reader.text("Measures until then"), shown, found.measures)


def _met(row: SiteRow) -> int:
    """How many of the four conditions are known to be met, the gates before all others."""
    stated = (row.term_long_enough, row.permit_feasible, row.regional_support)
    return (len(stated) + 1) * (row.gates_met is True) + sum(each is True for each in stated)


def _gates(reader: Reader) -> Column[Any]:
    """What the gates say, and how many fail."""

    def told(row: SiteRow) -> str:
        state = reader.text(STATES[row.gates_met])
        return f"{state} ({reader.number(len(row.failed_gates))})" if row.failed_gates else state

    return columns.words(reader.text("Gates"), told, tone=lambda row: TONES[row.gates_met])


def _condition(reader: Reader, title: str, name: str) -> Column[Any]:
    """What a person said of one condition."""
    return columns.words(
        reader.text(title),
        lambda row: reader.text(SAID[getattr(row, name)]),
        tone=lambda row: TONES[getattr(row, name)],
    )


def _location(country: Country, reader: Reader) -> Column[Any]:
    return columns.words(
        reader.text("Location"), lambda row: country.place_name(row.location), lambda row: to_location(row.location)
    )


def _group(reader: Reader) -> Column[Any]:
    return columns.names(reader, reader.text("Group"), lambda row: row.group)
