# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The published plan seen as a country: who lives where now and after the plan, counted once and kept in memory."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, lru_cache

from luwte.model.dataset import Dataset
from luwte.model.people import Household, HouseholdGroup
from luwte.model.places import Fitness, Location, LocationKind, PlaceGroup
from luwte.placement.placement import Action
from luwte.planning import PlanFolder
from luwte.planning.outputs import PlacementRow, SuitabilityRow, TaskRow
from luwte.planning.suitability import fitness
from luwte_web.artefacts import selectors

COUNTRIES_IN_MEMORY = 2
PLACE_OF_GROUP = {
    HouseholdGroup.FAMILY: PlaceGroup.FAMILY,
    HouseholdGroup.AMV: PlaceGroup.AMV,
    HouseholdGroup.YOUNG_ADULT: PlaceGroup.ADULT,
    HouseholdGroup.ADULT: PlaceGroup.ADULT,
}


@dataclass
class Tally:
    """People and children somewhere, at one moment."""

    people: int = 0
    children: int = 0
    by_group: dict[HouseholdGroup, int] = field(default_factory=lambda: defaultdict(int))
    children_by_fitness: dict[Fitness, int] = field(default_factory=lambda: defaultdict(int))

    def add(self, row: PlacementRow, group: HouseholdGroup, fit: Fitness) -> None:
        """Count one household."""
        self.people += row.size
        self.children += row.minors
        self.by_group[group] += row.size
        self.children_by_fitness[fit] += row.minors

    def join(self, other: "Tally") -> None:
        """Count another tally in."""
        self.people += other.people
        self.children += other.children
        for group, people in other.by_group.items():
            self.by_group[group] += people
        for fit, children in other.children_by_fitness.items():
            self.children_by_fitness[fit] += children

    @property
    def children_unfit(self) -> int:
        """Children in a place that is not fit for them."""
        return self.children_by_fitness[Fitness.UNFIT]


@dataclass
class Change:
    """The same place now and after the plan."""

    before: Tally = field(default_factory=Tally)
    after: Tally = field(default_factory=Tally)

    def join(self, other: "Change") -> None:
        """Count another change in."""
        self.before.join(other.before)
        self.after.join(other.after)


def total(changes: Iterable[Change]) -> Change:
    """Several places together."""
    whole = Change()
    for change in changes:
        whole.join(change)
    return whole


@dataclass(frozen=True)
class Country:
    """A dataset and the plan made from it, with the counts that pages need."""

    address: str
    dataset: Dataset
    plan: PlanFolder

    @property
    def on(self) -> date:
        """The day the plan looks at."""
        return self.plan.receipt.reference_date

    @property
    def shows_households(self) -> bool:
        """Single households are shown of synthetic data only, as long as nobody can sign in."""
        return self.dataset.synthetic

    @cached_property
    def placement_of(self) -> Mapping[str, PlacementRow]:
        """What is proposed, by household."""
        return {row.household: row for row in self.plan.placements}

    @cached_property
    def task_of(self) -> Mapping[str, TaskRow]:
        """Tasks by municipality."""
        return {row.municipality: row for row in self.plan.tasks}

    @cached_property
    def suitability_of(self) -> Mapping[tuple[str, PlaceGroup], SuitabilityRow]:
        """How fit a location is, by location and group."""
        return {(row.location, row.group): row for row in self.plan.suitability}

    @cached_property
    def locations_in(self) -> Mapping[str, tuple[Location, ...]]:
        """Locations by municipality."""
        found: dict[str, list[Location]] = defaultdict(list)
        for location in self.dataset.locations:
            found[location.municipality].append(location)
        return {code: tuple(places) for code, places in found.items()}

    @cached_property
    def change_at(self) -> Mapping[str, Change]:
        """People at every location, now and after the plan; under the empty key who has no place."""
        changes: dict[str, Change] = defaultdict(Change)
        for row in self.plan.placements:
            household = self.dataset.household[row.household]
            group = HouseholdGroup(row.group)
            before, after = row.origin or "", row.destination or ""
            changes[before].before.add(row, group, self.fitness_at(household, row, before))
            changes[after].after.add(row, group, self.fitness_at(household, row, after))
        return changes

    def change_in(self, municipality: str) -> Change:
        """People in a municipality, now and after the plan."""
        return total(self._change_of(place.key) for place in self.locations_in.get(municipality, ()))

    def change_by_kind(self) -> Mapping[LocationKind, Change]:
        """People by kind of location, now and after the plan."""
        return {
            kind: total(self._change_of(place.key) for place in self.dataset.locations if place.kind is kind)
            for kind in LocationKind
        }

    @cached_property
    def everywhere(self) -> Change:
        """All people, now and after the plan."""
        return total(self.change_at.values())

    def fitness_at(self, household: Household, row: PlacementRow, key: str) -> Fitness:
        """How fit a location is for one household: by place group and phase, and not at all with an unmet need."""
        if not key:
            return Fitness.UNFIT
        location = self.dataset.location[key]
        group = row.place_group or PLACE_OF_GROUP[household.group]
        if not lacking(household, location):
            return fitness(location, group, household.phase)
        return Fitness.UNFIT

    def moving_to(self, key: str) -> tuple[PlacementRow, ...]:
        """Who comes to a location."""
        return tuple(r for r in self.plan.placements if r.destination == key and r.action in (Action.MOVE, Action.NEW))

    def leaving(self, key: str) -> tuple[PlacementRow, ...]:
        """Who leaves a location, or must and has nowhere to go."""
        return tuple(r for r in self.plan.placements if r.origin == key and r.action in (Action.MOVE, Action.UNPLACED))

    def _change_of(self, key: str) -> Change:
        return self.change_at.get(key) or Change()


def lacking(household: Household, location: Location) -> frozenset[str]:
    """The needs of a household that a location does not provide; accessible places provide accessibility."""
    provided = location.provides | ({"accessible"} if location.accessible_places else frozenset())
    return household.needs - provided


@lru_cache(maxsize=COUNTRIES_IN_MEMORY)
def country_of(address: str) -> Country:
    """The country of a stored plan."""
    stored = selectors.published(address)
    return Country(address, stored.dataset, stored.plan)
