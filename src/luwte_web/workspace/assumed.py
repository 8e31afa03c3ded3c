# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What a plan assumed: its rows and who lives where after it, worked out once and kept in memory by its address."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache

from luwte.model.dataset import Dataset
from luwte.model.places import Fitness, PlaceGroup
from luwte.placement.placement import Action, Cause
from luwte.planning.outputs import PlacementRow
from luwte.planning.place import question_for
from luwte.planning.recount.answer import Answer, Placed
from luwte.planning.recount.situation import Situation
from luwte_web.artefacts import selectors
from luwte_web.artefacts.selectors import Published

PLANS_IN_MEMORY = 2


@dataclass(frozen=True)
class Assumed:
    """A plan with the tables it was made from, as the recount sees them."""

    stored: Published

    @property
    def dataset(self) -> Dataset:
        """The tables that the plan was made from."""
        return self.stored.dataset

    @property
    def on(self) -> date:
        """The day of the plan."""
        return self.stored.plan.summary.on

    @cached_property
    def proposals(self) -> Mapping[str, PlacementRow]:
        """What a person decides on, by household: who would move, who gets a first place, for whom none was found."""
        return {row.household: row for row in self.stored.plan.placements if asks_for_a_decision(row)}

    @cached_property
    def destination(self) -> Mapping[str, str | None]:
        """Where the plan has each household live."""
        return {row.household: row.destination for row in self.stored.plan.placements}

    @cached_property
    def answer(self) -> Answer:
        """The plan as the recount sees it."""
        stored = self.stored
        question = question_for(stored.dataset, self.on, stored.policy, stored.plan.tasks)
        return Answer(Situation(question), stored.plan.placements)

    @cached_property
    def placed_at(self) -> Mapping[str, list[Placed]]:
        """Who lives at each location after the plan."""
        found: defaultdict[str, list[Placed]] = defaultdict(list)
        for placed in self.answer.placed:
            found[placed.at.key].append(placed)
        return dict(found)

    @cached_property
    def leaving(self) -> Mapping[str, list[tuple[str, PlaceGroup]]]:
        """Whom a decision would move away from each location, and whose place each leaves."""
        situation, found = self.answer.situation, defaultdict[str, list[tuple[str, PlaceGroup]]](list)
        for row in self.proposals.values():
            home = situation.home.get(row.household)
            if home is not None and row.destination is not None:
                household = self.dataset.household[row.household]
                found[home.key].append((row.household, situation.group_at_home(household, home)))
        return dict(found)

    def fitness(self, row: PlacementRow) -> Fitness | None:
        """How fit the proposed place is for this household; None where no place is proposed."""
        placed = self.answer.destination.get(row.household)
        return self.answer.situation.fitness(placed.household, placed.at, placed.group) if placed else None


@lru_cache(maxsize=PLANS_IN_MEMORY)
def assumed(address: str) -> Assumed:
    """What a stored plan assumed; it never changes."""
    return Assumed(selectors.published(address))


def asks_for_a_decision(row: PlacementRow) -> bool:
    """Whether a person decides on it: who stays, and who moves as people decided before, is no proposal."""
    return row.action is not Action.STAY and row.cause is not Cause.RESERVED
