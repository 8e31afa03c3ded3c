# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The children in emergency reception at the end of earlier quarters, as the registry itself can count them.

It knows who left, and when; a dataset does not. It counts only days of which it knows everybody: after its first
tables, and after the last time that a household went out of the tables without a day on which it left. What people
counted is never replaced.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.utils import timezone

from luwte.model.dataset import Dataset
from luwte.model.marks import Mark
from luwte.model.people import Household as HouseholdRecord
from luwte.model.places import EMERGENCY_RECEPTION, LocationKind, PlaceGroup
from luwte.model.stays import Stay as StayRecord
from luwte.quality.phase_out.nights import nights
from luwte.quality.phase_out.quarters import Quarter
from luwte_web.accounts.actors import Actor
from luwte_web.registry.days import today
from luwte_web.registry.editing import refuse, unexplained
from luwte_web.registry.models import (
    Change,
    DatasetFacts,
    Departure,
    Headcount,
    HouseholdFacts,
    LocationFacts,
)
from luwte_web.registry.selectors import records
from luwte_web.registry.services import change, know
from luwte_web.registry.tables import KEPT


@dataclass(frozen=True, slots=True)
class Count:
    """The children at one kind of site in the night after a day; `amv` of them came alone. `is_new`: nobody counted."""

    on: date
    kind: LocationKind
    children: int
    amv: int
    is_new: bool


def first_day() -> date | None:
    """The first day of which the registry knows everybody; None while it is empty."""
    first = DatasetFacts.objects.exclude(reference_date=None).select_related("known_by").order_by("id").first()
    if first is None:
        return None
    gone = HouseholdFacts.objects.exclude(superseded_by=None).filter(household__now=None)
    unexplained_by = gone.exclude(household__in=Departure.objects.known().values("household"))
    last = Change.objects.filter(pk__in=unexplained_by.values("superseded_by")).order_by("-moment").first()
    return max(began(first), _day_of(last)) if last else began(first)


def began(first: DatasetFacts) -> date:
    """The day of the first tables; where these were of real people and came in later, the day on which they did."""
    day, came = first.reference_date or date.min, _day_of(first.known_by)
    return day if first.synthetic else max(day, came)


def count_quarters() -> list[Count]:
    """The children at the end of each quarter that is past, where the registry can tell. Nothing is written."""
    first, on = first_day(), today()
    days = list(_quarter_ends(first, on)) if first else []
    if not days:
        return []
    everybody, counted = _everybody(), set(Headcount.objects.known().values_list("on", "kind"))
    return [count for day in days for count in _of_day(day, everybody, counted)]


def keep_counts(actor: Actor, reason: str, source: str) -> list[Count]:
    """Write down what nobody counted yet, with who counted as `source`; what was written. Raises ChangeRefused."""
    refuse(unexplained(reason))
    new = [count for count in count_quarters() if count.is_new]
    if new:
        with change(actor, reason.strip(), about="registry:") as made:
            for count in new:
                facts = {"on": count.on, "kind": count.kind, "children": count.children, "amv": count.amv}
                know(made, Headcount(**facts, source=source, mark=Mark.RECONSTRUCTED))
    return new


def _quarter_ends(first: date, on: date) -> Iterator[date]:
    quarter = Quarter.of(first)
    while quarter.last < on:
        if quarter.last >= first:
            yield quarter.last
        quarter = quarter.later(1)


def _of_day(day: date, everybody: Dataset, counted: set[tuple[date, str]]) -> Iterator[Count]:
    slept = nights(replace(everybody, locations=tuple(_locations(day))))
    there = {one.child: one for one in slept if one.on(day)}
    children = Counter(one.location.kind for one in there.values())
    amv = Counter(one.location.kind for one in there.values() if one.group is PlaceGroup.AMV)
    for kind in EMERGENCY_RECEPTION:
        yield Count(day, kind, children[kind], amv[kind], (day, kind) not in counted)


def _everybody() -> Dataset:
    """Who is in reception and who left, with all their stays; of who is back, those from before it left as well."""
    departures = list(Departure.objects.known().select_related("household"))
    here = {household.key for household in records("households")}
    left = {one.household.key: one for one in departures if one.household.key not in here}
    known = {table: [*records(table), *_last_said(table, left.values())] for table in ("households", "persons")}
    known["stays"] = [*records("stays"), *_last_said("stays", departures)]
    ended = {(stay.household, stay.until) for stay in known["stays"]}
    return Dataset(
        households=tuple(_gone(one, left) for one in known["households"]),
        persons=tuple(known["persons"]),
        stays=(*known["stays"], *_untold(known["households"], left, ended)),
    )


def _last_said(table: str, left: Collection[Departure]) -> list[Any]:
    """What was said last of the households that left, when they did."""
    households, by = [one.household_id for one in left], [one.known_by_id for one in left]
    versions = KEPT[table].versions.objects.filter(household__in=households, superseded_by__in=by).order_by("id")
    return _records(table, dict(versions.values_list("line", "pk")).values())


def _locations(day: date) -> list[Any]:
    """Every location as it was known at the end of a day; one that was not known yet, as it was known first."""
    known: dict[int, int] = {}
    for version in LocationFacts.objects.select_related("known_by").order_by("id"):
        if version.location_id not in known or _day_of(version.known_by) <= day:
            known[version.location_id] = version.pk
    return _records("locations", known.values())


def _records(table: str, versions: Iterable[int]) -> list[Any]:
    kept = KEPT[table]
    return kept.records_of(list(kept.versions.objects.filter(pk__in=list(versions)).values_list(*kept.lookups)))


def _day_of(made: Change) -> date:
    return timezone.localtime(made.moment).date()


def _gone(household: HouseholdRecord, left: Mapping[str, Departure]) -> HouseholdRecord:
    return replace(household, location=None, since=None) if household.key in left else household


def _untold(
    households: Sequence[HouseholdRecord], left: Mapping[str, Departure], ended: set[tuple[str, date | None]]
) -> Iterator[StayRecord]:
    """The last stay of who left, where no stay tells of it."""
    for one in households:
        departure = left.get(one.key)
        if departure and one.location and (one.key, departure.on) not in ended:
            yield StayRecord(one.key, one.location, one.since or date.min, departure.on)
