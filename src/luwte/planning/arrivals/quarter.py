# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""A simulated quarter: weeks of arrivals to the free places of a country, placed in three ways on the same weeks.

Batch by batch, each by itself; batch by batch, with sampled futures in mind; and with all arrivals known before,
where a household still cannot take a place before it comes or before the place is free. Hindsight is solved with
households divisible, so that no way of placing can gain more than it.

What is assumed: locations neither open nor close in the quarter, a household takes a place in the week it comes or is
left without one, and residents leave by chance, all at the same rate: as many people as come, so that the country
neither fills nor empties.
"""

from dataclasses import dataclass

from luwte.data.example.dice import Dice
from luwte.model.people import Household
from luwte.placement import Policy
from luwte.placement.sites import Ints
from luwte.planning.arrivals.assign import THOUSANDTHS, taken_by
from luwte.planning.arrivals.chance import arrived_lately, draw
from luwte.planning.arrivals.expect import FUTURES, Future, in_hindsight, place_batch
from luwte.planning.arrivals.kinds import Kinds, kinds_of
from luwte.planning.arrivals.room import Room, free_room, left_of
from luwte.planning.recount import Question
from luwte.planning.recount.situation import Situation

WEEKS = 13


@dataclass(frozen=True, eq=False)
class Quarter:
    """What happens: kinds that come in each week, and what is free in the first week and comes free in each later."""

    batches: tuple[Ints, ...]
    free: tuple[Room, ...]


@dataclass(frozen=True, slots=True)
class Gains:
    """What each way of placing gains over leaving everybody without a place, in weighed persons."""

    by_itself: float
    with_futures: float
    hindsight: float


@dataclass(frozen=True, eq=False)
class Setting:
    """What quarters are drawn from: kinds of arrivals and how many a week, residents, and the room they leave.

    `leaving` is the part of the residents that leaves in a week, `freed` what that leaves free on average.
    """

    situation: Situation
    kinds: Kinds
    per_week: int
    residents: tuple[Household, ...]
    room: Room
    leaving: float
    freed: Room

    def quarter(self, dice: Dice) -> Quarter:
        """A quarter by chance."""
        batches = draw(dice, len(self.kinds), self.per_week, WEEKS)
        stay, room, free = self.residents, self.room, [self.room]
        for _ in range(1, WEEKS):
            leaves = dice.chance(len(stay), self.leaving).tolist()
            stay = tuple(household for household, leaving in zip(stay, leaves, strict=True) if not leaving)
            then = free_room(self.situation, stay)
            free.append(then.minus(room))
            room = then
        return Quarter(tuple(batches), tuple(free))


def setting_of(question: Question, policy: Policy, per_week: int) -> Setting:
    """The setting that a dataset gives, with so many households a week like those who arrived lately."""
    situation, dataset = Situation(question), question.dataset
    residents = tuple(h for h in dataset.households if h.key in situation.home)
    room, kinds = free_room(situation, residents), kinds_of(question, policy, arrived_lately(dataset, question.on))
    coming = per_week * float(kinds.size.mean())
    leaving = coming / max(1, sum(situation.members[household.key].size for household in residents))
    freed = free_room(situation, ()).minus(room).times(leaving)
    return Setting(situation, kinds, per_week, residents, room, leaving, freed)


def compare(setting: Setting, quarter: Quarter, dice: Dice) -> Gains:
    """The three ways on one quarter; `dice` draws the futures, which know nothing of the quarter."""
    return Gains(
        by_itself=_batch_by_batch(setting, quarter, None),
        with_futures=_batch_by_batch(setting, quarter, dice),
        hindsight=in_hindsight(setting.kinds, list(zip(quarter.batches, quarter.free, strict=True))).gain,
    )


def futures(setting: Setting, weeks: int, dice: Dice) -> list[Future]:
    """Sampled futures of so many weeks; what comes free in them is what comes free on average."""
    return [
        [(batch, setting.freed) for batch in draw(dice, len(setting.kinds), setting.per_week, weeks)]
        for _ in range(FUTURES if weeks else 0)
    ]


def _batch_by_batch(setting: Setting, quarter: Quarter, dice: Dice | None) -> float:
    """What it gains to place each batch when it comes, by itself or with futures that the dice draw."""
    kinds, gain = setting.kinds, 0
    room = quarter.free[0].times(0.0)
    for week, (batch, freed) in enumerate(zip(quarter.batches, quarter.free, strict=True), start=1):
        room = room.plus(freed)
        expected = futures(setting, WEEKS - week, dice) if dice is not None else []
        chosen = place_batch(kinds, batch, room, expected)
        gain += int((kinds.gain[chosen.kind, chosen.slot] * chosen.number).sum())
        room = left_of(room, taken_by(kinds, chosen))
    return gain / THOUSANDTHS
