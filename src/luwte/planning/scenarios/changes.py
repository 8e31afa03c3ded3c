# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Changes to try: a location refused or opened, places of another group, more places, households that get a home.

A change gives the tables as they would be; what cannot be tried is refused, with everything that is wrong at once.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Protocol

from luwte.data.content import content_hash
from luwte.model.dataset import Dataset
from luwte.model.findings import Finding, FindingKind, InputRefused, Severity
from luwte.model.places import Location, PlaceGroup, Unit
from luwte.planning.recount.division import is_in_use
from luwte.planning.worth.units import new_units
from luwte.words import N_

NO_SUCH_LOCATION = FindingKind(
    code="planning.what_if_no_such_location",
    severity=Severity.ERROR,
    what=N_("There is no location {location} in the tables."),
    mend=N_("Give a key from the column location of locations.csv."),
)
NOT_OPEN = FindingKind(
    code="planning.what_if_not_open",
    severity=Severity.ERROR,
    what=N_("Location {location} is not open on {date}, so there is nothing to close."),
    mend=N_("Give a location that is open on that day, or another --date."),
)
OPEN_ALREADY = FindingKind(
    code="planning.what_if_open_already",
    severity=Severity.ERROR,
    what=N_("Location {location} is open on {date} already."),
    mend=N_("Give a location that is planned and not open yet."),
)
CLOSED_BEFORE = FindingKind(
    code="planning.what_if_closed_before",
    severity=Severity.ERROR,
    what=N_("Location {location} closed on {closes}; it cannot open on {date}."),
    mend=N_("Give a location that is still to open, or empty its closing day in locations.csv."),
)
TOO_FEW_PLACES = FindingKind(
    code="planning.what_if_too_few_places",
    severity=Severity.ERROR,
    what=N_("Location {location} has {there} such places; {asked} cannot change."),
    mend=N_("Give no more places than stand in locations.csv."),
)
KINDS = (NO_SUCH_LOCATION, NOT_OPEN, OPEN_ALREADY, CLOSED_BEFORE, TOO_FEW_PLACES)


class Change(Protocol):
    """One change to a dataset."""

    def applied(self, dataset: Dataset, on: date) -> Dataset:
        """The dataset with the change on a day; raises InputRefused where it cannot be tried."""


@dataclass(frozen=True, slots=True)
class Closed:
    """A location refused or closed: it closes the day after, so that who lives there must leave and nobody comes."""

    location: str

    def applied(self, dataset: Dataset, on: date) -> Dataset:
        """The location open for its last day."""
        location = _location(dataset, self.location)
        if not location.is_open(on):
            raise _refused(NOT_OPEN, location, on)
        return _with(dataset, replace(location, closes=on + timedelta(days=1)))


@dataclass(frozen=True, slots=True)
class Opened:
    """A planned location that opens now, with all its places."""

    location: str

    def applied(self, dataset: Dataset, on: date) -> Dataset:
        """The location open since the day."""
        location = _location(dataset, self.location)
        if location.is_open(on):
            raise _refused(OPEN_ALREADY, location, on)
        if location.closes is not None and location.closes <= on:
            raise _refused(CLOSED_BEFORE, location, on, closes=location.closes.isoformat())
        return _with(dataset, replace(location, opens=on))


@dataclass(frozen=True, slots=True)
class Converted:
    """Places of one group at a location that serve another group instead."""

    location: str
    origin: PlaceGroup
    to: PlaceGroup
    places: int

    def applied(self, dataset: Dataset, on: date) -> Dataset:
        """The location with as many places in all; who lives there stays until a person decides."""
        location = _location(dataset, self.location)
        there = location.places_for(self.origin)
        if there < self.places:
            raise _refused(TOO_FEW_PLACES, location, on, there=str(there), asked=str(self.places))
        fewer = _with_places(dataset, location, self.origin, -self.places)
        return _with_places(fewer, fewer.location[self.location], self.to, self.places)


@dataclass(frozen=True, slots=True)
class MorePlaces:
    """Places added to a location for a group."""

    location: str
    group: PlaceGroup
    places: int

    def applied(self, dataset: Dataset, on: date) -> Dataset:
        """The location with so many more."""
        return _with_places(dataset, _location(dataset, self.location), self.group, self.places)


@dataclass(frozen=True, slots=True)
class Housed:
    """Households that leave reception for a home."""

    households: frozenset[str]

    def applied(self, dataset: Dataset, on: date) -> Dataset:
        """The tables without them; who wanted to be near them no longer is held to that."""
        gone = self.households
        return replace(
            dataset,
            households=tuple(
                replace(h, keep_near=None) if h.keep_near in gone else h
                for h in dataset.households
                if h.key not in gone
            ),
            persons=tuple(person for person in dataset.persons if person.household not in gone),
            stays=tuple(stay for stay in dataset.stays if stay.household not in gone),
            moves=tuple(move for move in dataset.moves if move.household not in gone),
        )


def changed(dataset: Dataset, changes: Iterable[Change], on: date) -> Dataset:
    """The dataset with every change, one after the other, and a content hash of its own."""
    refused: list[Finding] = []
    for change in changes:
        try:
            dataset = change.applied(dataset, on)
        except InputRefused as refusal:
            refused += refusal.findings
    if refused:
        raise InputRefused(tuple(refused))
    return replace(dataset, content_hash=content_hash(dataset))


def _location(dataset: Dataset, key: str) -> Location:
    location = dataset.location.get(key)
    if location is None:
        raise InputRefused((Finding(NO_SUCH_LOCATION, key, params={"location": key}),))
    return location


def _with(dataset: Dataset, location: Location) -> Dataset:
    return replace(dataset, locations=tuple(location if x.key == location.key else x for x in dataset.locations))


def _with_places(dataset: Dataset, location: Location, group: PlaceGroup, more: int) -> Dataset:
    """So many places more or fewer, in units where the location hands them out in units."""
    made = _with(dataset, _holding(location, group, location.places_for(group) + more))
    return replace(made, units=(*made.units, *_new_units(dataset, location, group, more)))


def _holding(location: Location, group: PlaceGroup, places: int) -> Location:
    if group is PlaceGroup.FAMILY:
        return replace(location, family_places=places)
    if group is PlaceGroup.AMV:
        return replace(location, amv_places=places)
    return replace(location, adult_places=places)


def _new_units(dataset: Dataset, location: Location, group: PlaceGroup, places: int) -> tuple[Unit, ...]:
    """Units for places that are added, like those that the location has."""
    there = [unit for unit in dataset.units if unit.location == location.key and unit.group is group]
    there = [unit for unit in there if is_in_use(unit)]
    if not there or places <= 0:
        return ()
    sizes = new_units([unit.places for unit in there], places)
    known = {unit.unit for unit in dataset.units if unit.location == location.key}
    names = (name for number in range(1, len(known) + len(sizes) + 1) if (name := f"new-{number}") not in known)
    return tuple(replace(there[0], unit=name, places=size) for name, size in zip(names, sizes, strict=False))


def _refused(kind: FindingKind, location: Location, on: date, **params: str) -> InputRefused:
    told = {"location": location.key, "date": on.isoformat(), **params}
    return InputRefused((Finding(kind, location.key, params=told),))
