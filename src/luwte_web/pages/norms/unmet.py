# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Where a norm is not met, or those who answered disagree: newest answers of the registry, at locations one may see."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse

from luwte.model.places import Location, PlaceGroup
from luwte.model.quality import Answer
from luwte.planning.suitability import assessed_at
from luwte.quality.answers import Heard
from luwte.quality.norm import Norm
from luwte.words import N_
from luwte_web.accounts.actors import Actor
from luwte_web.pages import columns
from luwte_web.pages.reader import Reader
from luwte_web.pages.tables import Table
from luwte_web.registry.selectors import locations_seen, records

IN_DOUBT = N_("in doubt")
TONES = {Answer.NOT_MET: "bad", Answer.PARTLY: "fair"}


@dataclass(frozen=True, slots=True)
class Unmet:
    """What was heard of a norm for one group at one location where it is not simply met."""

    location: Location
    group: PlaceGroup
    heard: Heard


def voices_at(actor: Actor, norm: Norm, on: date) -> list[Unmet]:
    """Where the norm is known to be missed, in part or whole, or where those who answered disagree; worst first."""
    seen = locations_seen(actor).values("location")
    locations = {place.key: place for place in records("locations", location__in=seen)}
    answers = records("assessments", location__in=seen, indicator=norm.id)
    found = assessed_at(locations.values(), answers, (), on)
    rows = [
        Unmet(locations[key], group, heard)
        for (key, group), assessed in found.items()
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
        columns.words(reader.text("Who said what"), lambda r: "; ".join(_voices(reader, r.heard))),
    )
    return Table.of("unmet", reader.text("Locations that do not meet it"), shown, rows)


def _voices(reader: Reader, heard: Heard) -> Iterator[str]:
    for voice in heard.voices:
        for given in voice.answers:
            value = f" ({given.value})" if given.value else ""
            yield f"{reader.name(given.method)} {reader.day(given.date)}: {reader.name(given.answer)}{value}"
