# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The letter about a proposal, on a page to read and to print; `?for=child` gives the one for children."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.http import Http404

from luwte.planning.outputs import PlacementRow
from luwte.reporting.explained import Voice
from luwte.reporting.letters import letter as write
from luwte_web.pages.answers import Asked, HouseholdsClosed, Page, page
from luwte_web.pages.links import to_letter
from luwte_web.pages.reader import Reader


@dataclass(frozen=True, slots=True)
class Choice:
    """A letter that can be opened."""

    title: str
    link: str
    is_current: bool = False


@page
def letter(asked: Asked, key: str) -> Page:
    """The letter to a household, or to its children."""
    country, reader = asked.country, asked.reader
    if not country.shows_households:
        raise HouseholdsClosed
    row = country.placement_of.get(key)
    voice = asked.query.get("for", Voice.ADULT)
    if row is None or voice not in set(Voice) or (voice == Voice.CHILD and not row.minors):
        raise Http404
    written = write(row, country.dataset, country.on, reader.words, Voice(voice))
    context = {"letter": written, "row": row, "choices": list(letters_of(reader, row, Voice(voice)))}
    return Page("letter.html", written.title, context)


def letters_of(reader: Reader, row: PlacementRow, current: Voice | None = None) -> Iterator[Choice]:
    """The letters there are for a household."""
    adult = reader.text("Letter to the guardian") if row.group == "amv" else reader.text("Letter to the household")
    yield Choice(adult, to_letter(row.household, Voice.ADULT), current is Voice.ADULT)
    if row.minors:
        yield Choice(reader.text("Letter to the child"), to_letter(row.household, Voice.CHILD), current is Voice.CHILD)
