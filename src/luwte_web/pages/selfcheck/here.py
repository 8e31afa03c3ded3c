# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What Luwte knows of a municipality, beside what the municipality says of itself: facts by subject, and figures."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import floor

from luwte.model.places import Fitness, Location
from luwte.quality.norm import Norm
from luwte.quality.yardstick import yardstick
from luwte_web.pages.answers import Asked
from luwte_web.pages.locations import Fact
from luwte_web.pages.standing import Standing

DAYS_A_YEAR = Decimal("365.25")
TENTH = Decimal("0.1")


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


def here_of(asked: Asked, code: str) -> Here | None:
    """The municipality in the plan that is shown; None where it has no task there."""
    country = asked.country
    if code not in country.task_of:
        return None
    standing = Standing(country.dataset.municipality[code], country.task_of[code], country.change_in(code))
    open_now = [place for place in country.locations_in.get(code, ()) if place.is_open(country.on)]
    return Here(asked, standing, open_now)


def known_here(here: Here, domain: str) -> list[Fact]:
    """What is known about one of the recommendations."""
    return list(KNOWN[domain](here)) if domain in KNOWN else []


def figure(here: Here, norm: Norm) -> Decimal | None:
    """What Luwte itself finds for a norm, in its unit, never rounded up; None where it knows no figure."""
    return FIGURES[norm.id](here) if norm.id in FIGURES else None


def places_at(locations: Sequence[Location], counts: Callable[[Location], bool]) -> int:
    """The places at some of the locations."""
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
    yield Fact(reader.text("Places in emergency reception"), reader.number(places_at(in_emergency, lambda _: True)))
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


def _shortest_term(here: Here) -> Decimal | None:
    """Years until the first location for children closes; None where none has an end date."""
    ends = [place.closes for place in here.with_children if place.closes]
    return _tenths((min(ends) - here.asked.country.on).days / DAYS_A_YEAR) if ends else None


def _part_of_task(here: Here) -> Decimal | None:
    """Places realised as a percentage of the task."""
    share = here.standing.share
    return None if share is None else Decimal(floor(share * 1000)) / 10


def _tenths(value: Decimal) -> Decimal:
    return floor(value / TENTH) * TENTH


FIGURES: Mapping[str, Callable[[Here], Decimal | None]] = {"MUN-201": _shortest_term, "MUN-801": _part_of_task}
