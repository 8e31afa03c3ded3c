# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What would follow if a location closed, held beside the newest plan of the registry as it is."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from luwte.model.people import HouseholdGroup
from luwte.model.places import Fitness
from luwte.planning.outputs import PlacementRow
from luwte.planning.scenarios import Closed, changed
from luwte.reporting.labels import LEVELS
from luwte.words import N_
from luwte_web.artefacts import selectors as artefacts
from luwte_web.audit.reading import reads_people
from luwte_web.pages import columns
from luwte_web.pages.country import Country, country_of
from luwte_web.pages.opened import to_plan
from luwte_web.pages.people.places import location_named
from luwte_web.pages.reader import Reader
from luwte_web.pages.review.desk import Desk, table_asked
from luwte_web.pages.review.plans import titled
from luwte_web.pages.tables import Table
from luwte_web.registry.selectors import households_seen
from luwte_web.workspace import jobs
from luwte_web.workspace.models import PlanJob

COMPARISONS_IN_MEMORY = 8
NO_PLACE = N_("no place found")
NOTE = N_("Less is better, in every row. A difference smaller than the gap of the plans may be chance.")


@dataclass(frozen=True, slots=True)
class Measure:
    """One number of both plans; `as_it_is` is None where no plan was made of the registry as it is."""

    title: str
    as_it_is: Decimal | None
    closed: Decimal

    @property
    def difference(self) -> Decimal | None:
        """How much more it would be."""
        return None if self.as_it_is is None else self.closed - self.as_it_is


def what_if(request: HttpRequest, desk: Desk, job: PlanJob) -> HttpResponse:
    """What it does to each level, where those who live there would go, and who else would go elsewhere."""
    closed, as_it_is = country_of(job.plan_id or ""), _as_it_is()
    seen = set(households_seen(desk.actor).values_list("household__key", flat=True))
    before = as_it_is.placement_of if as_it_is else {}
    rows = [row for row in closed.plan.placements if row.household in seen]
    there = [row for row in rows if row.origin == job.without]
    others = [row for row in rows if row.origin != job.without and _goes_elsewhere(row, before)]
    reads_people(request, [f"household:{row.household}" for row in (*there, *others)], {"page": "what_if"})
    tables = (
        measures_table(desk.reader, closed, as_it_is),
        there_table(desk.reader, closed, before, there),
        others_table(desk.reader, closed, before, others),
    )
    if file := table_asked(request, *tables):
        return file
    context = {
        "title": titled(desk.reader, job),
        "job": job,
        "location": location_named(job.without),
        "as_it_is": as_it_is,
        "is_comparable": as_it_is and differ_in_nothing_else(as_it_is.address, closed.address, job.without),
        "tables": tables,
        "figures": to_plan(job.plan_id),
        "query": request.GET,
    }
    return render(request, "review/what_if.html", context)


def _as_it_is() -> Country | None:
    """The newest plan that was made of the registry as it is; where none was, the plan that is shown to everybody."""
    newest, shown = jobs.made().first(), artefacts.shown()
    address = newest.plan_id if newest else shown.address if shown else None
    return country_of(address) if address else None


@lru_cache(maxsize=COMPARISONS_IN_MEMORY)
def differ_in_nothing_else(as_it_is: str, closed: str, location: str) -> bool:
    """Whether two stored plans are of one day, and of the same tables but for a location that closes."""
    before, after = country_of(as_it_is), country_of(closed)
    if before.on != after.on or location not in before.dataset.location:
        return False
    return before.dataset.location[location].is_open(before.on) and (
        changed(before.dataset, [Closed(location)], before.on).content_hash == after.dataset.content_hash
    )


def measures_table(reader: Reader, closed: Country, as_it_is: Country | None) -> Table[Measure]:
    """Levels and people of both plans."""
    before = _measures(reader, as_it_is) if as_it_is else {}
    rows = [Measure(title, before.get(title), value) for title, value in _measures(reader, closed).items()]
    shown = (
        columns.words(reader.text(N_("What it does")), lambda row: row.title),
        columns.weights(reader, reader.text(N_("As it is")), lambda row: row.as_it_is),
        columns.weights(reader, reader.text(N_("If it closed")), lambda row: row.closed),
        columns.differences(reader, reader.text(N_("Difference")), lambda row: row.difference),
    )
    caption = reader.text(N_("What it does to each level, and to how many"))
    return Table.of("measures", caption, shown, rows, reader.text(NOTE))


def there_table(
    reader: Reader, closed: Country, before: Mapping[str, PlacementRow], rows: list[PlacementRow]
) -> Table[PlacementRow]:
    """Where each household that lives there would go."""
    caption = reader.text(N_("Who lives there, and where they would go"))
    return Table.of("there", caption, _who_goes(reader, closed, before), rows)


def others_table(
    reader: Reader, closed: Country, before: Mapping[str, PlacementRow], rows: list[PlacementRow]
) -> Table[PlacementRow]:
    """Households of elsewhere for whom the plan would have another place."""
    caption = reader.text(N_("Who else would get another place than in the plan as it is"))
    return Table.of("others", caption, _who_goes(reader, closed, before), rows)


def _who_goes(reader: Reader, closed: Country, before: Mapping[str, PlacementRow]) -> tuple[Any, ...]:
    def place(row: PlacementRow | None) -> str:
        if row is None:
            return reader.text("unknown")
        return closed.place_name(row.destination) if row.destination else reader.text(NO_PLACE)

    return (
        columns.words(
            reader.text("Household"), lambda row: row.household, lambda row: reverse("household", args=[row.household])
        ),
        columns.names(reader, reader.text("Group"), lambda row: HouseholdGroup(row.group)),
        columns.counts(reader, reader.text("People"), lambda row: row.size),
        columns.counts(reader, reader.text("Children"), lambda row: row.minors),
        columns.words(reader.text(N_("As it is")), lambda row: place(before.get(row.household))),
        columns.words(reader.text(N_("If it closed")), place, tone=lambda row: "" if row.destination else "bad"),
    )


def _measures(reader: Reader, country: Country) -> Mapping[str, Decimal]:
    return dict(_each(reader, country))


def _each(reader: Reader, country: Country) -> Iterator[tuple[str, Decimal]]:
    summary = country.plan.summary
    for row in summary.levels:
        name, counted = LEVELS[row.level]
        yield f"{row.level}. {reader.text(name)} ({reader.text(counted)})", row.value
    unfit = summary.children_by_fitness[Fitness.UNFIT.value].after
    yield reader.text("children in a place that is not fit"), Decimal(unfit)
    yield reader.text(N_("children without a place")), Decimal(summary.trade.children_without_place)
    yield reader.text("people without a place"), Decimal(summary.trade.people_without_place)
    yield reader.text("children moved who could have stayed"), Decimal(summary.trade.moved_who_could_stay)


def _goes_elsewhere(row: PlacementRow, before: Mapping[str, PlacementRow]) -> bool:
    return row.household in before and before[row.household].destination != row.destination
