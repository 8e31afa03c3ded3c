# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What changed in the registry since a plan was made of it, told by the numbers of changes."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db.models import Count, Q

from luwte.model.places import PlaceGroup
from luwte_web.registry.models import HouseholdFacts, MoveFacts, PersonFacts, Unit, Version
from luwte_web.registry.models.people import LIVE
from luwte_web.registry.models.versions import Versions
from luwte_web.registry.tables import KEPT

OF_NO_WEIGHT = frozenset({"name", "supervisor", "scheme", "contractor"})  # of a location: no plan looks at these
GONE = "gone"


@dataclass(frozen=True)
class Since:
    """What is known now and was not known at a change of the registry, of all households and locations.

    `households` and `locations` hold, by key, the fields that say something else now, or `GONE`; `persons` the
    households of which a person changed. `moves` are the moves that are accepted or committed now, by household;
    `settled` tells where who came to live somewhere lives, and whose place it takes.
    """

    change: int
    households: Mapping[str, frozenset[str]]
    persons: frozenset[str]
    locations: Mapping[str, frozenset[str]]
    moves: Mapping[str, MoveFacts]
    settled: Mapping[str, tuple[str, PlaceGroup]]

    @cached_property
    def came(self) -> Mapping[str, tuple[str, PlaceGroup]]:
        """Where each household that was put somewhere since lives or will live, and whose place it takes."""
        going = {
            key: (move.to.key, move.to_place) for key, move in self.moves.items() if move.known_by_id > self.change
        }
        return {**self.settled, **going}

    @cached_property
    def sizes(self) -> Counter[str]:
        """The persons of every household that was put somewhere since."""
        counted = PersonFacts.objects.known().filter(household__key__in=list(self.came))
        return Counter(dict(counted.values_list("household__key").annotate(Count("id"))))


def since(change: int) -> Since:
    """Compare the registry as it is known now with what was known at a change."""
    differing = _differences("households", change)
    live = MoveFacts.objects.known().filter(LIVE).select_related("household", "to", "move")
    households = HouseholdFacts.objects.known().filter(known_by__gt=change, location__isnull=False)
    settled = households.values_list("household__key", "location__key", "on_place")
    return Since(
        change=change,
        households=differing,
        persons=_touched(PersonFacts, change, "household__key"),
        locations=_locations(change),
        moves={move.household.key: move for move in live},
        settled={
            key: (at, place) for key, at, place in settled if key not in differing or "location" in differing[key]
        },
    )


def _locations(change: int) -> Mapping[str, frozenset[str]]:
    found = {key: fields - OF_NO_WEIGHT for key, fields in _differences("locations", change).items()}
    for key in _touched(Unit, change, "location__key"):
        found[key] = found.get(key, frozenset()) | {"units"}
    return {key: fields for key, fields in found.items() if fields}


def _differences(table: str, change: int) -> Mapping[str, frozenset[str]]:
    """Per thing the fields in which its record differs now from what it was at the change; of new things none."""
    kept = KEPT[table]
    versions = kept.versions
    now = _records(table, versions.objects.known().filter(known_by__gt=change))
    ended = versions.objects.known(change).filter(superseded_by__gt=change)
    return {key: _differing(before, now.get(key)) for key, before in _records(table, ended).items()}


def _records(table: str, rows: Versions) -> Mapping[str, Any]:
    kept = KEPT[table]
    return {record.key: record for record in kept.records_of(list(rows.values_list(*kept.lookups)))}


def _differing(before: Any, now: Any | None) -> frozenset[str]:
    if now is None:
        return frozenset({GONE})
    return frozenset(name for name in before.__slots__ if getattr(before, name) != getattr(now, name))


def _touched(versions: type[Version], change: int, thing: str) -> frozenset[str]:
    """Of which things a line was written or withdrawn since."""
    touched = versions.objects.filter(Q(known_by__gt=change) | Q(superseded_by__gt=change))
    return frozenset(touched.values_list(thing, flat=True))
