# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The answer as placed households: what each rule and each term looks at."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from luwte.model.people import Household
from luwte.model.places import Location, PlaceGroup
from luwte.planning.recount.occupancy import Occupancy, before, occupancies
from luwte.planning.recount.question import Proposed
from luwte.planning.recount.situation import Situation


@dataclass(frozen=True, slots=True)
class Placed:
    """A household at the location where the plan puts it; `brought` unless it lives there already."""

    household: Household
    at: Location
    group: PlaceGroup
    brought: bool
    reserved: bool

    @property
    def newly_brought(self) -> bool:
        """Brought by this plan, not by a move that people accepted before it."""
        return self.brought and not self.reserved


@dataclass(frozen=True)
class Answer:
    """The proposals against the situation; only proposals whose household and location exist are looked at."""

    situation: Situation
    proposals: Sequence[Proposed]

    @cached_property
    def placed(self) -> tuple[Placed, ...]:
        """Every household that gets or keeps a place."""
        return tuple(self._placed())

    @cached_property
    def unplaced(self) -> tuple[Household, ...]:
        """Every household for which no place is proposed."""
        households = self.situation.question.dataset.household
        return tuple(
            households[p.household] for p in self.proposals if p.destination is None and p.household in households
        )

    @cached_property
    def destination(self) -> Mapping[str, Placed]:
        """Placed households by key."""
        return {placed.household.key: placed for placed in self.placed}

    @cached_property
    def before(self) -> Mapping[str, Occupancy]:
        """People there before the plan, by location."""
        return before(self.situation)

    @cached_property
    def after(self) -> Mapping[str, Occupancy]:
        """People there after the plan, by location."""
        return occupancies(self.situation, ((p.household, p.at, p.group) for p in self.placed))

    def _placed(self) -> Iterator[Placed]:
        dataset, situation = self.situation.question.dataset, self.situation
        for proposal in self.proposals:
            household = dataset.household.get(proposal.household)
            at = dataset.location.get(proposal.destination or "")
            if household is None or at is None or proposal.place_group is None:
                continue
            reserved = situation.reserved.get(household.key)
            yield Placed(
                household=household,
                at=at,
                group=proposal.place_group,
                brought=situation.is_brought(household, at),
                reserved=reserved is not None and reserved.key == at.key,
            )
