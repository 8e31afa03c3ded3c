# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The first page: how the country stands, what the plan changes, what needs a decision, what is not known."""

from collections.abc import Iterator
from dataclasses import dataclass

from luwte.law.tasks import KeyUsed
from luwte.model.places import Fitness, LocationKind
from luwte_web.pages.answers import Asked, Page, page
from luwte_web.pages.fitness import counts_table, fitness_table
from luwte_web.pages.links import to
from luwte_web.pages.locations import closes_within
from luwte_web.pages.maps import legend, realised_map
from luwte_web.pages.reader import Reader
from luwte_web.pages.standing import province_table


@dataclass(frozen=True, slots=True)
class Figure:
    """One headline number, now and after the plan."""

    label: str
    before: int
    after: int


@dataclass(frozen=True, slots=True)
class Pointer:
    """One thing that waits for a person, and the page where it stands."""

    text: str
    link: str


@page
def overview(asked: Asked) -> Page:
    """How the country stands on the day of the plan."""
    country, reader = asked.country, asked.reader
    summary = country.plan.summary
    by_kind = (reader.text("Children by kind of site"), reader.text("Kind of site"))
    kinds = counts_table(reader, "children-by-kind", by_kind, LocationKind, summary.children_by_kind)
    fits = fitness_table(reader, summary.children_by_fitness)
    provinces = province_table(country, reader)
    return Page(
        "overview.html",
        reader.text("Reception on {day}", day=reader.day(country.on)),
        {
            "trade": trade(asked),
            "figures": list(_figures(asked)),
            "map": realised_map(country, reader),
            "legend": list(legend(country, reader)),
            "pointers": list(_pointers(asked)),
            "unknowns": list(unknowns(asked)),
        },
        (kinds, fits, provinces),
    )


def trade(asked: Asked) -> list[str]:
    """What the plan trades, in sentences."""
    reader, traded = asked.reader, asked.country.plan.summary.trade
    return [
        reader.count(
            "{shown} child leaves a place that is not fit.",
            "{shown} children leave places that are not fit.",
            traded.out_of_unfit,
        ),
        reader.count(
            "For that {shown} child moves who could have stayed.",
            "For that {shown} children move who could have stayed.",
            traded.moved_who_could_stay,
        ),
        *(_as_asked(reader, traded.moved_as_asked) if traded.moved_as_asked else ()),
    ]


def _as_asked(reader: Reader, children: int) -> Iterator[str]:
    yield reader.count(
        "{shown} more child who could have stayed goes where it was asked to go.",
        "{shown} more children who could have stayed go where they were asked to go.",
        children,
    )


def unknowns(asked: Asked) -> Iterator[str]:
    """What the numbers rest on without anybody having looked."""
    reader, country = asked.reader, asked.country
    fits = country.plan.summary.children_by_fitness
    if assumed := fits[Fitness.FIT_ASSUMED.value].before:
        yield reader.count(
            "{shown} child is counted as fit by the kind of the site alone; nobody has assessed it.",
            "{shown} children are counted as fit by the kind of the site alone; nobody has assessed it.",
            assumed,
        )
    if unknown := fits[Fitness.UNKNOWN.value].before:
        yield reader.count(
            "Of {shown} child nobody knows whether the place is fit.",
            "Of {shown} children nobody knows whether the place is fit.",
            unknown,
        )
    if country.plan.summary.need_amv is None:
        yield reader.text("The national need for places for unaccompanied minors in this cycle is not known.")
    if country.tasks.key_used is KeyUsed.DERIVED_WEIGHT:
        yield reader.text("A weight derived from the published distribution stands in for the SES-WOA score of CBS.")
    yield reader.text("Which places count as durable is not computed yet.")


def _figures(asked: Asked) -> Iterator[Figure]:
    reader, country = asked.reader, asked.country
    whole, nowhere = country.everywhere, country.change_of("")
    unfit = country.plan.summary.children_by_fitness[Fitness.UNFIT.value]
    yield Figure(reader.text("people in reception"), whole.before.people, whole.after.people)
    yield Figure(reader.text("children among them"), whole.before.children, whole.after.children)
    yield Figure(reader.text("children in a place that is not fit"), unfit.before, unfit.after)
    yield Figure(reader.text("people without a place"), nowhere.before.people, nowhere.after.people)


def _pointers(asked: Asked) -> Iterator[Pointer]:
    """What waits for a decision, the most urgent first."""
    reader, country = asked.reader, asked.country
    if without := country.change_of("").after.people:
        text = reader.count(
            "{shown} person has no place after the plan",
            "{shown} people have no place after the plan",
            without,
        )
        yield Pointer(text, to("proposals", action="unplaced"))
    days = country.must_leave_days
    if closing := [place for place in country.dataset.locations if closes_within(place, country.on, days)]:
        text = reader.count(
            "{shown} location closes within {days} days; {people} people live there",
            "{shown} locations close within {days} days; {people} people live there",
            len(closing),
            days=days,
            people=reader.number(sum(country.change_of(place.key).before.people for place in closing)),
        )
        yield Pointer(text, to("locations", closing=str(days)))
    text = reader.count(
        "{shown} municipality has places still to realise",
        "{shown} municipalities have places still to realise",
        sum(row.gap > 0 for row in country.plan.tasks),
    )
    yield Pointer(text, to("municipalities", sort="gap"))
