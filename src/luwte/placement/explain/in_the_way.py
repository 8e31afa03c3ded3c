# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What stands in the way of a place, or of a fit one: where there is room and why not there, and who took the rest."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

import numpy as np

from luwte.placement.block import Block
from luwte.placement.columns import UNPLACED
from luwte.placement.explain.around import NEVER, price_of, split
from luwte.placement.explain.excluded import locations_among
from luwte.placement.explain.newcomers import Gain
from luwte.placement.explain.pairs import Pairs
from luwte.placement.explain.scene import Scene
from luwte.placement.explain.terms import by_household, terms_in
from luwte.placement.options import Panel
from luwte.placement.placement import InTheWay, Lack
from luwte.placement.sites import GROUPS, UNFIT, Flags, Ints

COUNTS = ("lawful", "fit", "with_room", "newcomers", "had_none", "exchanging", "ahead", "level")
AT_A_TIME = 250  # households looked at together: keeps the temporaries of a national run under 50 MB


def what_stands_in_the_way(scene: Scene) -> Mapping[int, InTheWay]:
    """For every household that is left without a place, or with a child in a place that is not fit, by row."""
    wanting = np.zeros(len(scene.plan), dtype=np.bool_)
    wanting[who_want_another_place(scene)] = True
    found: dict[int, InTheWay] = {}
    for panel in scene.options.panels:
        position = np.flatnonzero(wanting[panel.rows])
        if not len(panel.slots):
            found |= {row: InTheWay() for row in panel.rows[position].tolist()}
            continue
        for begin in range(0, len(position), AT_A_TIME):
            found |= Search(scene, panel.cut(position[begin : begin + AT_A_TIME])).found()
    return found


def who_want_another_place(scene: Scene) -> Ints:
    """Who has no place, and whose children stay in an unfit place or come to one that is not fit; nobody bound."""
    people, plan = scene.problem.people, scene.plan
    rows = np.flatnonzero((plan != UNPLACED) & (people.minors > 0))
    pairs = Pairs.of_plan(scene.problem, rows, plan[rows])
    not_fit = np.where(pairs.stays[:, 0], people.fit_now[rows] == UNFIT, ~pairs.fit_for[:, 0])
    wanting = np.concatenate([np.flatnonzero(plan == UNPLACED), rows[not_fit]])
    return np.asarray(wanting[people.only[wanting] < 0])


@dataclass(frozen=True, eq=False)
class Search:
    """Households (n) of one panel that want another place, against its slots (m); matrices are (n x m)."""

    scene: Scene
    panel: Panel

    def found(self) -> dict[int, InTheWay]:
        """What stands in the way of each, by row."""
        keys, nearest = self.scene.problem.sites.keys, self._lightest(self.full)
        locations = (locations_among(self.panel, of).sum(axis=1) for of in (self.lawful, self.fit, self.roomy))
        counts = zip(*(column.tolist() for column in (*locations, *self._queue())), strict=True)
        each = zip(self.panel.rows.tolist(), counts, self._moves(), nearest.tolist(), self._lacks(nearest), strict=True)
        return {
            row: InTheWay(
                **dict(zip(COUNTS, numbers, strict=True)),
                move=move,
                wanted=None if slot == UNPLACED else keys[slot // 3],
                wanted_group=None if slot == UNPLACED else GROUPS[slot % 3],
                lacks=lacks,
                unit=self._unit(row, slot) if Lack.UNITS in lacks else 0,
            )
            for row, numbers, move, slot, lacks in each
        }

    @cached_property
    def lawful(self) -> Flags:
        """Lawful places elsewhere."""
        here = self.scene.plan[self.panel.rows][:, None]
        return np.asarray(self.panel.lawful & np.not_equal(self.panel.slots // 3, here // 3))

    @cached_property
    def fit(self) -> Flags:
        """Those of them that are fit for the household."""
        return self.lawful & Block(self.scene.problem, self.panel.rows, self.panel.slots).fit_for

    @cached_property
    def roomy(self) -> Flags:
        """Wanted places with room for the whole household."""
        return self._wanted & self.scene.room.fits(self.scene.problem, self.panel.rows, self.panel.slots)

    @cached_property
    def full(self) -> Flags:
        """Wanted places without."""
        return np.asarray(self._wanted & ~self.roomy)

    @cached_property
    def _wanted(self) -> Flags:
        """What helps: any place to who has none, a fit place to who has one that is not."""
        has_none = self.scene.plan[self.panel.rows] == UNPLACED
        return np.where(has_none[:, None], self.lawful, self.fit)

    def _lightest(self, among: Flags) -> Ints:
        """The slot (n) that weighs least of some; -1 where there is none among them."""
        best = np.where(among, price_of(self.panel), NEVER).argmin(axis=1)
        return np.where(among.any(axis=1), self.panel.slots[best], UNPLACED)

    def _moves(self) -> list[dict[str, Decimal]]:
        """What each term would add, or take away, at the wanted place with room that weighs least; nothing for none."""
        problem, rows, slots = self.scene.problem, self.panel.rows, self._lightest(self.roomy)
        now, then = terms_in(problem, rows, self.scene.plan[rows]), terms_in(problem, rows, slots)
        return by_household({name: np.where(slots == UNPLACED, 0, then[name] - now[name]) for name in now})

    def _queue(self) -> list[Ints]:
        """Newcomers to the full places: all; who had none, who exchange; of who do not, who gain more and the same."""
        came = self.scene.came
        here = np.flatnonzero(np.isin(came.slots, self.panel.slots))
        column = self.panel.columns_of(came.slots[here])
        theirs, own = came.gain.where(here), self._gain(column)
        more, less = theirs.above(own), own.above(theirs)
        there = self.full[:, column]
        vying = there & ~came.exchanges[here]
        kinds = (there, there & came.had_none[here], there & came.exchanges[here], vying & more, vying & ~more & ~less)
        return [kind.sum(axis=1) for kind in kinds]

    def _gain(self, column: Ints) -> Gain:
        """What the slots in some columns would bring each household."""
        scene, rows = self.scene, self.panel.rows
        first = np.where(scene.plan[rows] == UNPLACED, scene.options.unplaced_prices[0][rows], 0)
        now, there = split(scene.around.chosen[rows])[0], self.panel.packed.prices(self.panel.at[:, None], column)[0]
        return Gain(first[:, None], now[:, None] - there, scene.problem.people.size[rows][:, None])

    def _unit(self, row: int, slot: int) -> int:
        """The persons that a unit must hold to help: all, or as many as the largest unit there holds."""
        problem = self.scene.problem
        return min(int(problem.people.size[row]), problem.sites.family_units[slot // 3][-1])

    def _lacks(self, slots: Ints) -> list[dict[Lack, int]]:
        """What is short for each household in a slot of its own; nothing where there is none."""
        short = self.scene.room.short(self.scene.problem, self.panel.rows, slots)
        return [
            {lack: number for lack, number in zip(Lack, numbers, strict=True) if number and slot != UNPLACED}
            for slot, *numbers in zip(slots.tolist(), *(each.tolist() for each in short), strict=True)
        ]
