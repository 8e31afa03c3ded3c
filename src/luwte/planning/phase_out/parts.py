# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""How the sites of emergency reception stood on a day: the parts by which their children are counted.

A site is of the kind that it has in the tables now: they do not tell what it was before. Its layer and its fitness are
those of the answers that were given up to the day.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import cached_property

from luwte.model.dataset import Dataset
from luwte.model.places import EMERGENCY_RECEPTION, Fitness, Location, PlaceGroup
from luwte.planning.suitability import GROUPS_OF_CHILDREN, AssessedAt, Verdicts, assessed_in, fitness, verdicts_of
from luwte.quality.phase_out.flows import EVERYWHERE, PartOf
from luwte.quality.triage import Layer, triage


class By(StrEnum):
    """What the parts are told apart by; two counts always: by kind of site and by fitness."""

    ALL = "all"
    KIND = "kind"
    FITNESS = "fitness"
    LAYER = "layer"


CODES: Mapping[By, tuple[str, ...]] = {
    By.ALL: (EVERYWHERE,),
    By.KIND: tuple(kind.value for kind in EMERGENCY_RECEPTION),
    By.FITNESS: tuple(fit.value for fit in Fitness),
    By.LAYER: tuple(layer.value for layer in Layer),
}


@dataclass(frozen=True)
class Standing:
    """The sites of emergency reception on one day."""

    sites: tuple[Location, ...]
    dataset: Dataset
    on: date

    @cached_property
    def assessed(self) -> AssessedAt:
        """What was known of each site, for the groups of children."""
        residents = [(site.key, group) for site in self.sites for group in GROUPS_OF_CHILDREN]
        return assessed_in(replace(self.dataset, locations=self.sites), self.on, residents=residents)

    @cached_property
    def _verdicts(self) -> Verdicts:
        return verdicts_of(self.assessed)

    def layer(self, site: Location, group: PlaceGroup) -> Layer:
        """The layer; unknown where nobody answered anything."""
        known = self.assessed.get((site.key, group))
        return triage(known).layer if known else Layer.UNKNOWN

    def fitness(self, site: Location, group: PlaceGroup) -> Fitness:
        """How fit."""
        return fitness(site, group, None, self._verdicts.get((site.key, group)))

    @cached_property
    def _parts(self) -> Mapping[By, Mapping[tuple[str, PlaceGroup], str]]:
        at = [(site, group) for site in self.sites for group in GROUPS_OF_CHILDREN]
        return {
            By.ALL: {(site.key, group): EVERYWHERE for site, group in at},
            By.KIND: {(site.key, group): site.kind.value for site, group in at},
            By.FITNESS: {(site.key, group): self.fitness(site, group).value for site, group in at},
            By.LAYER: {(site.key, group): self.layer(site, group).value for site, group in at},
        }

    def part_of(self, by: By) -> PartOf:
        """Which part a stay is in."""
        parts = self._parts[by]
        return lambda slept: parts[slept.location.key, slept.group]


def standing_of(dataset: Dataset) -> Callable[[date], Standing]:
    """The sites of emergency reception on any day; each day is looked at once."""
    sites = tuple(site for site in dataset.locations if site.kind in EMERGENCY_RECEPTION)
    known: dict[date, Standing] = {}

    def on(day: date) -> Standing:
        if day not in known:
            known[day] = Standing(sites, dataset, day)
        return known[day]

    return on
