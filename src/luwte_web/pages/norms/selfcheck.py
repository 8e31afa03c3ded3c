# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The self-check of a municipality: what the eight recommendations ask, beside the figures that are known already."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import Http404

from luwte.model.places import Fitness, Location
from luwte.quality.catalogue import Profile, load_catalogue
from luwte.quality.norm import Norm
from luwte.quality.yardstick import yardstick
from luwte.reporting import norms as called
from luwte_web.pages import columns
from luwte_web.pages.answers import Asked, Page, page
from luwte_web.pages.locations import Fact
from luwte_web.pages.norms.screens import to_norm
from luwte_web.pages.reader import Reader
from luwte_web.pages.standing import Standing
from luwte_web.pages.tables import Table


@dataclass(frozen=True, slots=True)
class Recommendation:
    """One of the eight: its title, what it asks, and what is known about it here."""

    title: str
    norms: Sequence[tuple[str, str, str, str]]
    known: Sequence[Fact]


@dataclass(frozen=True)
class Here:
    """A municipality with its open locations, as the figures are asked of it."""

    asked: Asked
    standing: Standing
    locations: Sequence[Location]

    @property
    def with_children(self) -> list[Location]:
        """The locations with places for families or unaccompanied minors."""
        return [place for place in self.locations if place.family_places + place.amv_places + place.flexible_places]


@page
def selfcheck(asked: Asked, code: str) -> Page:
    """What is asked of this municipality, and what Luwte knows of it; the answers are for people to give."""
    country, reader = asked.country, asked.reader
    if code not in country.task_of:
        raise Http404
    standing = Standing(country.dataset.municipality[code], country.task_of[code], country.change_in(code))
    open_now = [place for place in country.locations_in.get(code, ()) if place.is_open(country.on)]
    here = Here(asked, standing, open_now)
    catalogue = load_catalogue()
    own = catalogue.profile(Profile.MUNICIPAL, country.on)
    recommendations = [
        Recommendation(
            catalogue.domains[domain][reader.language],
            [_shown(reader, norm) for norm in own if norm.domain == domain],
            list(KNOWN[domain](here)) if domain in KNOWN else [],
        )
        for domain in dict.fromkeys(norm.domain for norm in own)
    ]
    title = reader.text("Self-check of {municipality}", municipality=standing.place.name)
    context = {"standing": standing, "recommendations": recommendations, "source": _source(reader)}
    return Page("selfcheck.html", title, context, (kinds_table(reader, open_now), asked_table(reader, own)))


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
        columns.counts(reader, reader.text("Places"), lambda kind: _places(locations, lambda p: p.kind is kind)),
    )
    return Table.of("kinds", reader.text("Open locations by kind"), shown, sorted(number))


def _shown(reader: Reader, norm: Norm) -> tuple[str, str, str, str]:
    """A norm as a line of the list: its address, id, title and, where there is more than yes, its bar."""
    bar = called.asked(norm, reader.words)
    return to_norm(norm), norm.id, norm.title[reader.language], "" if bar == reader.text("yes") else bar


def _source(reader: Reader) -> str:
    return load_catalogue().sources["KIA-25"].title[reader.language]


def _places(locations: Sequence[Location], counts: Callable[[Location], bool]) -> int:
    return sum(place.total_places for place in locations if counts(place))


def _home(here: Here) -> Iterator[Fact]:
    reader, sizes = here.asked.reader, [place.total_places for place in here.with_children]
    yield Fact(reader.text("Locations with places for children"), reader.number(len(sizes)))
    if sizes:
        yield Fact(reader.text("Places at the largest of them"), reader.number(max(sizes)))


def _stability(here: Here) -> Iterator[Fact]:
    reader, ends = here.asked.reader, [place.closes for place in here.with_children if place.closes]
    yield Fact(reader.text("Locations for children with an end date"), reader.number(len(ends)))
    if ends:
        yield Fact(reader.text("The first one ends on"), reader.day(min(ends)))
    yield Fact(reader.text("Places that last five years or more"), reader.number(here.standing.task.counted_durable))


def _emergency(here: Here) -> Iterator[Fact]:
    reader, kinds = here.asked.reader, yardstick().emergency_kinds
    in_emergency = [place for place in here.locations if place.kind in kinds]
    children = sum(here.asked.country.change_of(place.key).before.children for place in in_emergency)
    yield Fact(reader.text("Places in emergency reception"), reader.number(_places(in_emergency, lambda _: True)))
    yield Fact(reader.text("Children there now"), reader.number(children))


def _school_and_care(here: Here) -> Iterator[Fact]:
    reader = here.asked.reader
    known = [place.school_places for place in here.with_children if place.school_places is not None]
    number = sum(known) if here.with_children and len(known) == len(here.with_children) else None
    yield Fact(reader.text("School places"), reader.number(number))


def _quality(here: Here) -> Iterator[Fact]:
    reader, children = here.asked.reader, here.standing.change.before
    assessed = children.children_by_fitness.get(Fitness.FIT_ASSESSED, 0)
    yield Fact(reader.text("Children now"), reader.number(children.children))
    yield Fact(reader.text("of them in a place that was assessed as fit"), reader.number(assessed))
    yield Fact(reader.text("of them in a place that is not fit"), reader.number(children.children_unfit))


def _task(here: Here) -> Iterator[Fact]:
    reader, standing = here.asked.reader, here.standing
    amv = sum(place.amv_places for place in here.locations)
    yield Fact(reader.text("Task, in places"), reader.number(standing.due))
    yield Fact(reader.text("Places realised"), reader.number(standing.task.realised))
    yield Fact(reader.text("Part of the task"), reader.share(standing.share))
    yield Fact(reader.text("Indicative task for unaccompanied minors"), reader.number(standing.task.indicative_amv))
    yield Fact(reader.text("Places for unaccompanied minors"), reader.number(amv))


KNOWN: Mapping[str, Callable[[Here], Iterator[Fact]]] = {
    "municipal_home": _home,
    "municipal_stability": _stability,
    "municipal_emergency": _emergency,
    "municipal_school_and_care": _school_and_care,
    "municipal_quality": _quality,
    "municipal_task": _task,
}
