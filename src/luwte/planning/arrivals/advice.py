# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Advice beside a plan: where its newcomers would go with those in mind who are expected after them, and why.

The room is what the plan leaves when everybody else has gone where it says. It is advice: the plan stands as it is,
and a person decides. Units of locations are not looked at.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

import numpy as np

from luwte.data.example.dice import Dice
from luwte.model.dataset import Dataset
from luwte.model.people import Household
from luwte.placement import Policy
from luwte.placement.sites import GROUPS, Ints
from luwte.planning.arrivals.chance import arrived_lately, draw, weekly
from luwte.planning.arrivals.expect import FUTURES, Future, place_batch, prices_now
from luwte.planning.arrivals.kinds import Kinds, kinds_of
from luwte.planning.arrivals.room import Room, free_room
from luwte.planning.cells import to_csv
from luwte.planning.files import ARRIVALS, ARRIVALS_PRICES
from luwte.planning.outputs import ArrivalRow, ExpectedPriceRow, PlacementRow
from luwte.planning.recount import Question
from luwte.planning.recount.situation import Situation

SEED = 2026
THOUSANDTH = Decimal("0.001")
WORTH_IT = 500  # thousandths of a weighed person that another place than the plan's must gain; ours (assumption)


@dataclass(frozen=True)
class Advice:
    """A row for each newcomer, and what a free place would still gain for who is there and who is expected."""

    newcomers: tuple[ArrivalRow, ...]
    prices: tuple[ExpectedPriceRow, ...]

    def files(self) -> Mapping[str, bytes]:
        """The two tables by name."""
        return {
            ARRIVALS: to_csv(ArrivalRow, self.newcomers),
            ARRIVALS_PRICES: to_csv(ExpectedPriceRow, self.prices),
        }


def advise(question: Question, policy: Policy, placements: Sequence[PlacementRow], weeks: int) -> Advice:
    """Where newcomers of a plan would go if so many weeks of arrivals like those of the last quarter are expected.

    A newcomer is a household without a place in the tables; arrivals are drawn anew from the same seed each time.
    """
    plan = {row.household: row for row in placements}
    question = replace(question, dataset=settled(question.dataset, plan))
    situation, pool = Situation(question), arrived_lately(question.dataset, question.on)
    expected = kinds_of(question, policy, pool)
    new = np.flatnonzero(np.array([household.location is None for household in pool], dtype=np.bool_))
    kinds = expected.joined(expected.rows(new).preferring(_slots(question, plan), WORTH_IT))
    batch, room = np.arange(len(new)) + len(expected), free_room(situation, question.dataset.households)
    futures = _futures(expected, room, situation, weekly(question.dataset), weeks)
    chosen = place_batch(kinds, batch, room, futures)
    where = dict(zip((chosen.kind - len(expected)).tolist(), chosen.slot.tolist(), strict=True))
    locations = question.dataset.locations
    rows = (
        _row(situation, pool[row], plan, locations[where[number] // len(GROUPS)].key if number in where else None)
        for number, row in enumerate(new.tolist())
    )
    return Advice(tuple(rows), tuple(_prices(question, room, prices_now(kinds, batch, room, futures))))


def settled(dataset: Dataset, plan: Mapping[str, PlacementRow]) -> Dataset:
    """The dataset with everybody who had a place where the plan puts them."""
    return replace(
        dataset,
        households=tuple(
            household if household.location is None else replace(household, location=plan[household.key].destination)
            for household in dataset.households
            if household.location is None or plan[household.key].destination is not None
        ),
    )


def _slots(question: Question, plan: Mapping[str, PlacementRow]) -> Mapping[str, int]:
    """The slot that the plan gives each household that gets one."""
    at = {location.key: number for number, location in enumerate(question.dataset.locations)}
    return {
        key: len(GROUPS) * at[row.destination] + GROUPS.index(row.place_group)
        for key, row in plan.items()
        if row.destination is not None and row.place_group is not None
    }


def _futures(kinds: Kinds, room: Room, situation: Situation, per_week: int, weeks: int) -> list[Future]:
    """Sampled futures; as many people leave, everywhere alike, as come."""
    dice, households = Dice(SEED, "expected arrivals"), situation.question.dataset.households
    living = sum(situation.members[household.key].size for household in households if household.location is not None)
    leaving = min(1.0, per_week * float(kinds.size.mean()) / max(1, living)) if len(kinds) else 0.0
    freed = free_room(situation, ()).minus(room).times(leaving)
    drawn: list[list[Ints]] = [draw(dice, len(kinds), per_week, weeks) for _ in range(FUTURES)]
    return [[(batch, freed) for batch in future] for future in drawn]


def _row(
    situation: Situation, household: Household, plan: Mapping[str, PlacementRow], expecting: str | None
) -> ArrivalRow:
    members = situation.members[household.key]
    return ArrivalRow(household.key, members.size, members.minors, plan[household.key].destination, expecting)


def _prices(question: Question, room: Room, price: Room) -> Iterator[ExpectedPriceRow]:
    for number, location in enumerate(question.dataset.locations):
        for at, group in enumerate(GROUPS):
            slot = len(GROUPS) * number + at
            worth = Decimal(float(price.beds[slot])).quantize(THOUSANDTH)
            if worth:
                yield ExpectedPriceRow(location.key, group, int(room.most[slot]), worth)
