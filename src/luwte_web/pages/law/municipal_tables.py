# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The tables of the page about the task of one municipality."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from luwte.law.counting import Places, Verdict
from luwte.law.counting.places import Origin
from luwte.law.cycle.ladder import STATUSES
from luwte.law.explain import MARKS, cite
from luwte.law.ways import Closing, yearly, yearly_in_emergency
from luwte.model.places import PlaceGroup
from luwte.planning.law.alike import Alike
from luwte.planning.law.municipal import Municipal
from luwte.quality.norm import Norm
from luwte.reporting.labels import FORCES
from luwte.reporting.law import ways as worked
from luwte.reporting.law.counting import NATURES, ORIGINS, VERDICTS, why
from luwte.reporting.norms import VERIFICATIONS, asked
from luwte_web.pages import columns
from luwte_web.pages.law.asked import AskedOfLaw
from luwte_web.pages.links import to_location, to_municipality
from luwte_web.pages.norms.screens import to_norm
from luwte_web.pages.reader import Reader
from luwte_web.pages.tables import Column, Table

TONES = {Verdict.YES: "good", Verdict.NO: "bad", Verdict.UNKNOWN: "open"}


def places_table(asked: AskedOfLaw, one: Municipal) -> Table[Any]:
    """Every place at a location or in an offer: whether it counts, why, and the article."""
    reader, words = asked.reader, asked.reader.words

    def name(row: Places) -> str:
        place = asked.dataset.location.get(row.candidate.key)
        is_location = row.candidate.origin is Origin.LOCATION and place is not None
        return place.name if is_location and place else reader.text(ORIGINS[Origin.OFFER], key=row.candidate.key)

    def page_of(row: Places) -> str:
        is_shown = row.candidate.origin is Origin.LOCATION and not asked.is_live
        return to_location(row.candidate.key) if is_shown else ""

    shown: tuple[Column[Places], ...] = (
        columns.words(reader.text("Location or offer"), name, page_of),
        columns.words(reader.text("Nature"), lambda row: reader.text(NATURES[row.candidate.nature])),
        columns.counts(reader, reader.text("Places"), lambda row: row.candidate.places),
        columns.words(
            reader.text("Counts"), lambda row: reader.text(VERDICTS[row.verdict]), tone=lambda row: TONES[row.verdict]
        ),
        columns.words(reader.text("Why"), lambda row: why(row, words)),
        columns.words(reader.text("Article"), lambda row: cite(row.provision, words), lambda row: row.provision.link),
        columns.days(reader, reader.text("From"), lambda row: row.candidate.term.since),
        columns.days(reader, reader.text("First day without"), lambda row: row.candidate.term.until),
    )
    return Table.of("places", reader.text("Every place, whether it counts, and why"), shown, one.places)


def ladder_table(reader: Reader, one: Municipal) -> Table[Any]:
    """The statuses of the municipality in this cycle, with their days."""
    shown = (
        columns.words(reader.text("Status"), lambda held: reader.text(STATUSES[held.status])),
        columns.days(reader, reader.text("Since"), lambda held: held.since),
    )
    return Table.of("ladder", reader.text("Where it stood in this cycle, and since when"), shown, one.statuses)


def ways_table(reader: Reader, ways: Sequence[Closing], small: Decimal | None) -> Table[Any]:
    """The worked ways, each with its cost beside the same places as emergency reception."""
    words = reader.words

    def euros(amount: Decimal | None) -> str:
        return reader.number(None) if amount is None else worked.euros(amount, words)

    shown: tuple[Column[Closing], ...] = (
        columns.words(reader.text("Way"), lambda way: worked.named(way, words)),
        columns.words(reader.text("What it comes to"), lambda way: worked.comes_to(way, words)),
        columns.words(reader.text("Places a site"), lambda way: worked.sized(way, words)),
        columns.counts(reader, reader.text("Together"), lambda way: way.places),
        Column(
            reader.text("Cost a year (EUR)"),
            lambda way: yearly(way, small=small),
            lambda way: euros(yearly(way, small=small)),
            numeric=True,
        ),
        Column(
            reader.text("The same places as emergency reception (EUR)"),
            yearly_in_emergency,
            lambda way: euros(yearly_in_emergency(way)),
            numeric=True,
        ),
    )
    return Table.of("ways", reader.text("Three ways side by side"), shown, ways)


def costs_table(reader: Reader) -> Table[Any]:
    """What reception costs a resident a year, as far as it is known."""
    shown = (
        columns.words(reader.text("Year"), lambda one: str(one.year)),
        columns.words(reader.text("Form"), lambda one: reader.text(worked.FORMS[one.form])),
        columns.counts(reader, reader.text("EUR for a resident a year"), lambda one: one.eur),
        columns.words(reader.text("Source"), lambda one: reader.text(one.source)),
        columns.words(reader.text("How sure"), lambda one: reader.text(MARKS[one.mark])),
    )
    return Table.of("costs", reader.text("What is known of costs"), shown, worked.known_costs())


def norms_table(reader: Reader, norms: Sequence[Norm]) -> Table[Any]:
    """What a site for children cannot do without, each with its own page."""

    def group(norm: Norm) -> str:
        if PlaceGroup.FAMILY not in norm.groups:
            return reader.text("unaccompanied minors")
        return reader.text("families") if PlaceGroup.AMV not in norm.groups else reader.text("all children")

    shown: tuple[Column[Norm], ...] = (
        columns.words(reader.text("Norm"), lambda norm: norm.id, to_norm),
        columns.words(reader.text("What is asked"), lambda norm: norm.title[reader.language]),
        columns.words(reader.text("When it is met"), lambda norm: asked(norm, reader.words)),
        columns.words(reader.text("For whom"), group),
        columns.words(reader.text("Force"), lambda norm: reader.text(FORCES[norm.force])),
        columns.words(reader.text("How sure"), lambda norm: reader.text(VERIFICATIONS[norm.verification])),
    )
    return Table.of("good-site", reader.text("What a site for children cannot do without"), shown, norms)


def alike_table(reader: Reader, others: Sequence[Alike]) -> Table[Any]:
    """The nearest municipalities that have the places asked of them."""
    shown: tuple[Column[Alike], ...] = (
        columns.words(
            reader.text("Municipality"),
            lambda other: other.task.name,
            lambda other: to_municipality(other.row.municipality),
        ),
        columns.counts(reader, reader.text("Inhabitants"), lambda other: other.task.inhabitants),
        columns.shares(reader, reader.text("Inhabitants, beside this one"), lambda other: other.inhabitants),
        columns.shares(reader, reader.text("Weight in the key, beside this one"), lambda other: other.weight),
        columns.counts(reader, reader.text("Asked"), lambda other: other.row.realised + other.row.gap),
        columns.counts(reader, reader.text("There now"), lambda other: other.row.realised),
    )
    return Table.of("alike", reader.text("Municipalities like this one that have their places"), shown, others)
