# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Where a norm is not met, or those who answered disagree, at locations one may see: as the triage has it."""

from collections.abc import Iterator, Set
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from luwte.model.places import Location, PlaceGroup
from luwte.model.quality import Answer, Assessment
from luwte.quality.answers import Heard
from luwte.quality.norm import Norm
from luwte.quality.participation import answers_from
from luwte.words import N_
from luwte_web.accounts.actors import Actor
from luwte_web.pages import columns
from luwte_web.pages.reader import Reader
from luwte_web.pages.tables import Table
from luwte_web.registry.assessed import assessed_now, tables_seen
from luwte_web.registry.days import today

IN_DOUBT, FROM_TABLES = N_("in doubt"), N_("the tables of the registry")
TONES = {Answer.NOT_MET: "bad", Answer.PARTLY: "fair"}


@dataclass(frozen=True, slots=True)
class Unmet:
    """What was heard of a norm for one group at one location where it is not simply met; `derived` are the answers
    that follow from other tables.
    """

    location: Location
    group: PlaceGroup
    heard: Heard
    derived: Set[Assessment]


def voices_at(actor: Actor, norm: Norm) -> list[Unmet]:
    """Where the norm is known to be missed, in part or whole, or where those who answered disagree; worst first."""
    tables = tables_seen(actor)
    derived = {each.assessment for each in answers_from(tables, today())}
    rows = [
        Unmet(assessed.location, assessed.group, heard, derived)
        for assessed in assessed_now(tables).values()
        for heard in assessed.heard
        if heard.norm.id == norm.id and (heard.answer in TONES or heard.doubts)
    ]
    return sorted(rows, key=lambda row: (row.heard.answer is not Answer.NOT_MET, bool(row.heard.doubts)))


def unmet_table(reader: Reader, rows: list[Unmet]) -> Table[Any]:
    """The locations with who said what and when; respondents stay side by side."""

    def said(row: Unmet) -> str:
        return reader.name(row.heard.answer) if row.heard.is_answered else reader.text(IN_DOUBT)

    shown = (
        columns.words(
            reader.text("Location"), lambda r: r.location.name, lambda r: reverse("quality", args=[r.location.key])
        ),
        columns.names(reader, reader.text("Group"), lambda r: r.group),
        columns.words(reader.text("Answer"), said, tone=lambda r: TONES.get(r.heard.answer, "open")),
        columns.words(reader.text("Who said what"), lambda r: "; ".join(_voices(reader, r))),
    )
    return Table.of("unmet", reader.text("Locations that do not meet it"), shown, rows)


def _voices(reader: Reader, row: Unmet) -> Iterator[str]:
    for voice in row.heard.voices:
        for given in voice.answers:
            who = reader.text(FROM_TABLES) if given in row.derived else reader.name(given.method)
            value = f" ({given.value})" if given.value else ""
            yield f"{who} {reader.day(given.date)}: {reader.name(given.answer)}{value}"
