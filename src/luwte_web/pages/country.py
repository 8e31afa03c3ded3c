# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The published plan seen as a country: who lives where now and after the plan, counted once and kept in memory."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache

from luwte.law.distribution import distribute
from luwte.law.tasks import Tasks
from luwte.model.dataset import Dataset
from luwte.model.people import Household, HouseholdGroup
from luwte.model.places import Fitness, Location, PlaceGroup
from luwte.model.pledges import Decision
from luwte.placement import Policy
from luwte.placement.placement import Action
from luwte.planning import PlanFolder
from luwte.planning.outputs import PlacementRow, SuitabilityRow, TaskRow
from luwte.planning.suitability import Verdicts, fitness, verdicts_in
from luwte_web.artefacts import selectors
from luwte_web.pages.tally import Change

COUNTRIES_IN_MEMORY = 3
NOWHERE = ""
NO_NAME = "–"
ACCESSIBLE = "accessible"
PLACE_OF_GROUP = {
    HouseholdGroup.FAMILY: PlaceGroup.FAMILY,
    HouseholdGroup.AMV: PlaceGroup.AMV,
    HouseholdGroup.YOUNG_ADULT: PlaceGroup.ADULT,
    HouseholdGroup.ADULT: PlaceGroup.ADULT,
}


@dataclass(frozen=True)
class Country:
    """A dataset, the plan made from it and the policy it was made with, with the counts that pages need."""

    address: str
    dataset: Dataset
    plan: PlanFolder
    policy: Policy

    @property
    def on(self) -> date:
        """The day the plan looks at."""
        return self.plan.summary.on

    @property
    def must_leave_days(self) -> int:
        """Who lives at a location that closes within so many days must leave it."""
        return self.policy.days.must_leave.value

    @property
    def shows_households(self) -> bool:
        """Single households are shown of synthetic data only, as long as nobody can sign in."""
        return self.dataset.synthetic

    @cached_property
    def tasks(self) -> Tasks:
        """The distribution that the plan rests on, computed again for its trace."""
        summary = self.plan.summary
        return distribute(
            self.dataset.municipalities,
            cycle=summary.cycle,
            need=summary.need if summary.cycle is None else None,
            need_amv=summary.need_amv,
            inhabitants_on=summary.inhabitants_on,
        )

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
    def verdicts(self) -> Verdicts:
        """What the gates of locations say on the day of the plan."""
        return verdicts_in(self.dataset, self.plan.summary.on)

    @cached_property
    def decision_of(self) -> Mapping[str, Decision]:
        """What the distribution decision of the plan's cycle asks, by municipality."""
        cycle = self.plan.summary.cycle
        return {decision.municipality: decision for decision in self.dataset.decisions if decision.cycle == cycle}

    @cached_property
    def locations_in(self) -> Mapping[str, tuple[Location, ...]]:
        """Locations by municipality."""
        found: dict[str, list[Location]] = defaultdict(list)
        for location in self.dataset.locations:
            found[location.municipality].append(location)
        return {code: tuple(places) for code, places in found.items()}

    @cached_property
    def everywhere(self) -> Change:
        """All people, now and after the plan, those without a place included."""
        return Change.of(self._changes.values())

    def change_of(self, key: str) -> Change:
        """People at a location, now and after the plan; of `NOWHERE`: people without a place."""
        return self._changes.get(key) or Change()

    def change_in(self, municipality: str) -> Change:
        """People in a municipality, now and after the plan."""
        return Change.of(self.change_of(place.key) for place in self.locations_in.get(municipality, ()))

    def coming_to(self, key: str) -> list[PlacementRow]:
        """Who is brought to a location."""
        return [row for row in self._rows_at.get(key, ()) if row.destination == key and row.origin != key]

    def leaving(self, key: str) -> list[PlacementRow]:
        """Who leaves a location, or must and has nowhere to go."""
        return [row for row in self._rows_at.get(key, ()) if row.origin == key and row.destination != key]

    def must_leave_without_place(self, key: str) -> list[PlacementRow]:
        """Who must leave a location and has nowhere to go."""
        return [row for row in self.leaving(key) if row.action is Action.UNPLACED]

    def fitness_at(self, household: Household, key: str | None) -> Fitness | None:
        """How fit a location is for one household: not at all with an unmet need; None where there is no place."""
        location = self.dataset.location.get(key or NOWHERE)
        if location is None:
            return None
        if lacking(household, location):
            return Fitness.UNFIT
        group = PLACE_OF_GROUP[household.group]
        return fitness(location, group, household.phase, self.verdicts.get((location.key, group)))

    def place_name(self, key: str | None) -> str:
        """The name of a location, or a dash."""
        location = self.dataset.location.get(key or NOWHERE)
        return location.name if location else NO_NAME

    def province_at(self, key: str | None) -> str:
        """The code of the province of a location, or nothing."""
        location = self.dataset.location.get(key or NOWHERE)
        return self.dataset.municipality[location.municipality].province_code if location else ""

    @cached_property
    def _changes(self) -> Mapping[str, Change]:
        changes: dict[str, Change] = defaultdict(Change)
        for row in self.plan.placements:
            household = self.dataset.household[row.household]
            before, after = self._home(row.origin), row.destination or NOWHERE
            changes[before].before.add(row, household.group, self.fitness_at(household, before))
            changes[after].after.add(row, household.group, self.fitness_at(household, after))
        return changes

    @cached_property
    def _rows_at(self) -> Mapping[str, list[PlacementRow]]:
        found: dict[str, list[PlacementRow]] = defaultdict(list)
        for row in self.plan.placements:
            for key in {row.origin, row.destination}:
                found[key or NOWHERE].append(row)
        return found

    def _home(self, key: str | None) -> str:
        """Where somebody lives now; a location that is not open is nowhere."""
        location = self.dataset.location.get(key or NOWHERE)
        return location.key if location and location.is_open(self.on) else NOWHERE


def lacking(household: Household, location: Location) -> frozenset[str]:
    """The needs of a household that a location does not provide; accessible places provide accessibility."""
    provided = location.provides | ({ACCESSIBLE} if location.accessible_places else frozenset())
    return household.needs - provided


@lru_cache(maxsize=COUNTRIES_IN_MEMORY)
def country_of(address: str) -> Country:
    """The country of a stored plan."""
    stored = selectors.published(address)
    return Country(address, stored.dataset, stored.plan, stored.policy)


def warm() -> None:
    """Load the plan that is shown, so that the first reader does not wait."""
    if shown := selectors.shown():
        _ = country_of(shown.address).everywhere
