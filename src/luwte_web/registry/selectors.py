# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Everything that reads the registry, as it is known now or as it was known at a moment."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.db.models import QuerySet

from luwte.model.dataset import Dataset
from luwte.model.people import Household
from luwte.model.places import Location
from luwte_web import bridge
from luwte_web.accounts.actions import Action, Kind
from luwte_web.accounts.actors import Actor
from luwte_web.accounts.policy import can, can_somewhere, visible
from luwte_web.accounts.things import Thing
from luwte_web.registry.models import (
    Change,
    Disappearance,
    HouseholdFacts,
    LocationFacts,
    MoveFacts,
    PersonFacts,
    Stay,
)
from luwte_web.registry.models.municipalities import provinces
from luwte_web.registry.tables import KEPT, Kept

NOTHING_YET = 0


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a table: its version, its number, and the record that it says."""

    version: int
    number: int
    record: Any


def latest_change() -> int:
    """The number of the change that was made last; 0 while there was none."""
    return Change.objects.order_by("-id").values_list("id", flat=True).first() or NOTHING_YET


def change_at(moment: datetime) -> int:
    """The number of the last change made at or before a moment."""
    made = Change.objects.filter(moment__lte=moment).order_by("-id")
    return made.values_list("id", flat=True).first() or NOTHING_YET


def lines(kept: Kept, to: int | None = None) -> list[Line]:
    """The lines of one table in their order, as known now or once the change with this number was made."""
    known = kept.versions.objects.known(to).order_by("line")
    rows = list(known.values_list("id", "line", *kept.lookups))
    records = kept.records_of([row[2:] for row in rows])
    return [Line(row[0], row[1], record) for row, record in zip(rows, records, strict=True)]


def records(table: str, **where: object) -> list[Any]:
    """The records of the current lines of a table for which something holds."""
    kept = KEPT[table]
    rows = kept.versions.objects.known().filter(**where).order_by("line").values_list(*kept.lookups)
    return kept.records_of(rows)


def record_about(table: str, key: str) -> Any | None:
    """What is known now of the thing with this key, or None where nothing is."""
    return next(iter(records(table, **{f"{KEPT[table].versions.thing}__key": key})), None)


def household_thing(key: str) -> Thing:
    """A household as the policy sees it: where it lives, and whose ward it is."""
    household: Household | None = record_about("households", key)
    if household is None:
        return Thing(Kind.HOUSEHOLD)
    at = location_thing(household.location) if household.location else Thing(Kind.LOCATION)
    return replace(at, kind=Kind.HOUSEHOLD, guardian=household.guardian or "")


def location_thing(key: str) -> Thing:
    """A location as the policy sees it: in which municipality and province it lies."""
    location: Location | None = record_about("locations", key)
    if location is None:
        return Thing(Kind.LOCATION, key)
    return Thing(Kind.LOCATION, key, location.municipality, provinces().get(location.municipality, ""))


def municipality_thing(code: str) -> Thing:
    """A municipality as the policy sees it: in which province it lies."""
    return Thing(Kind.MUNICIPALITY, municipality=code, province=provinces().get(code, ""))


def households_seen(actor: Actor) -> QuerySet[HouseholdFacts]:
    """What is known now of the households that the actor reads about.

    The household and its location come with each (`row.household.key`, `row.location.now.name`).
    """
    rows = HouseholdFacts.objects.known().select_related("household", "location__now")
    return visible(actor, rows)


def seen_among(actor: Actor, households: Collection[str]) -> list[str]:
    """Those of the households that the actor reads about: what tells of one household names no other to strangers."""
    if not households:
        return []
    seen = households_seen(actor).filter(household__key__in=households)
    known = set(seen.values_list("household__key", flat=True))
    return [key for key in households if key in known]


def persons_seen(actor: Actor) -> QuerySet[PersonFacts]:
    """What is known now of the persons that the actor reads about, each with its household (`row.household.now`)."""
    return visible(actor, PersonFacts.objects.known().select_related("person", "household__now"))


def persons_counted(actor: Actor) -> QuerySet[PersonFacts]:
    """The persons of whom the actor may know how many they are: those at the locations that it reads about.

    Who reads about people counts those whom it reads about; who reads figures of the country counts everybody.
    """
    if can_somewhere(actor, Action.READ_PERSON):
        return persons_seen(actor)
    persons = PersonFacts.objects.known()
    if can(actor, Action.READ_FIGURES):
        return persons
    return persons.filter(household__now__location__in=locations_seen(actor).values("location"))


def stays_seen(actor: Actor) -> QuerySet[Stay]:
    """The stays, of now and before, of the households that the actor reads about."""
    return visible(actor, Stay.objects.known().select_related("household", "location__now"))


def moves_seen(actor: Actor) -> QuerySet[MoveFacts]:
    """The moves of the households that the actor reads about, whatever became of them."""
    return visible(actor, MoveFacts.objects.known().select_related("move", "household", "to__now"))


def disappearances_seen(actor: Actor) -> QuerySet[Disappearance]:
    """The reports of missing children that the actor reads about."""
    return visible(actor, Disappearance.objects.known().select_related("person__now__household"))


def locations_seen(actor: Actor) -> QuerySet[LocationFacts]:
    """What is known now of the locations that the actor reads about."""
    return visible(actor, LocationFacts.objects.known().select_related("location"))


def all_lines(to: int | None = None) -> Mapping[str, Sequence[Line]]:
    """The lines of every table."""
    return {table: lines(kept, to) for table, kept in KEPT.items()}


def dataset_of(known: Mapping[str, Sequence[Line]]) -> Dataset:
    """The dataset that lines say."""
    return bridge.dataset_of_records({table: [line.record for line in rows] for table, rows in known.items()})


def dataset_of_registry(as_of: datetime | None = None) -> Dataset:
    """The whole registry as a dataset: as it is known now, or as it was known at a moment.

    It has the content and the hash of the tables that `exporting` writes; warnings come from reading those.
    """
    return dataset_of(all_lines(None if as_of is None else change_at(as_of)))
