# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What the eight recommendations ask of a municipality, for everybody to read, beside what is known already."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.http import Http404

from luwte.model.places import Location
from luwte.quality.catalogue import Profile, load_catalogue
from luwte.quality.norm import Norm
from luwte.reporting import norms as called
from luwte_web.accounts.actions import Action
from luwte_web.accounts.policy import can
from luwte_web.pages import columns
from luwte_web.pages.answers import Asked, Page, page
from luwte_web.pages.locations import Fact
from luwte_web.pages.norms.screens import to_norm
from luwte_web.pages.reader import Reader
from luwte_web.pages.selfcheck.here import here_of, known_here, places_at
from luwte_web.pages.tables import Table
from luwte_web.registry.selectors import municipality_thing


@dataclass(frozen=True, slots=True)
class Recommendation:
    """One of the eight: its title, what it asks, and what is known about it here."""

    title: str
    norms: Sequence[tuple[str, str, str, str]]
    known: Sequence[Fact]


@page
def selfcheck(asked: Asked, code: str) -> Page:
    """What is asked of this municipality, and what Luwte knows of it; the answers are for people to give."""
    reader, here, catalogue = asked.reader, here_of(asked, code), load_catalogue()
    if here is None:
        raise Http404
    own = catalogue.profile(Profile.MUNICIPAL, asked.country.on)
    recommendations = [
        Recommendation(
            catalogue.domains[domain][reader.language],
            [_shown(reader, norm) for norm in own if norm.domain == domain],
            known_here(here, domain),
        )
        for domain in dict.fromkeys(norm.domain for norm in own)
    ]
    title = reader.text("Self-check of {municipality}", municipality=here.standing.place.name)
    context = {
        "standing": here.standing,
        "recommendations": recommendations,
        "source": _source(reader),
        "reads_answers": can(asked.actor, Action.READ_FIGURES, municipality_thing(code)),
    }
    return Page("selfcheck.html", title, context, (kinds_table(reader, here.locations), asked_table(reader, own)))


def asked_table(reader: Reader, rows: Sequence[Norm]) -> Table[Any]:
    """All measures in one table, to fill in elsewhere."""
    domains = load_catalogue().domains
    shown = (
        columns.words(reader.text("Norm"), lambda n: n.id, to_norm),
        columns.words(reader.text("Recommendation"), lambda n: domains[n.domain][reader.language]),
        columns.words(reader.text("What is asked"), lambda n: n.title[reader.language]),
        columns.words(reader.text("When it is met"), lambda n: called.asked(n, reader.words)),
        columns.names(reader, reader.text("Force"), lambda n: n.force),
    )
    return Table.of("asked", reader.text("What is asked of a municipality"), shown, rows)


def kinds_table(reader: Reader, locations: Sequence[Location]) -> Table[Any]:
    """The open locations by kind."""
    number = Counter(place.kind for place in locations)
    shown = (
        columns.names(reader, reader.text("Kind"), lambda kind: kind),
        columns.counts(reader, reader.text("Locations"), lambda kind: number[kind]),
        columns.counts(reader, reader.text("Places"), lambda kind: places_at(locations, lambda p: p.kind is kind)),
    )
    return Table.of("kinds", reader.text("Open locations by kind"), shown, sorted(number))


def _shown(reader: Reader, norm: Norm) -> tuple[str, str, str, str]:
    """A norm as a line of the list: its address, id, title and, where there is more than yes, its bar."""
    bar = called.asked(norm, reader.words)
    return to_norm(norm), norm.id, norm.title[reader.language], "" if bar == reader.text("yes") else bar


def _source(reader: Reader) -> str:
    return load_catalogue().sources["KIA-25"].title[reader.language]
