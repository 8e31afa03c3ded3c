# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""People counted somewhere, now and after the plan."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from luwte.model.people import HouseholdGroup
from luwte.model.places import Fitness
from luwte.planning.outputs import PlacementRow


@dataclass
class Tally:
    """People and children somewhere, at one moment; `None` stands for children without a place."""

    people: int = 0
    children: int = 0
    by_group: dict[HouseholdGroup, int] = field(default_factory=lambda: defaultdict(int))
    children_by_fitness: dict[Fitness | None, int] = field(default_factory=lambda: defaultdict(int))

    def add(self, row: PlacementRow, group: HouseholdGroup, fit: Fitness | None) -> None:
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
        return self.children_by_fitness.get(Fitness.UNFIT, 0)


@dataclass
class Change:
    """The same place now and after the plan."""

    before: Tally = field(default_factory=Tally)
    after: Tally = field(default_factory=Tally)

    @classmethod
    def of(cls, parts: Iterable["Change"]) -> "Change":
        """Several places together."""
        whole = cls()
        for part in parts:
            whole.before.join(part.before)
            whole.after.join(part.after)
        return whole
