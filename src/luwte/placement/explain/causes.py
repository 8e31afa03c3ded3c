# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The cause of every proposal: what settles it, in an order in which no two causes can claim the same household."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from luwte.placement.columns import UNPLACED
from luwte.placement.explain.in_the_way import what_stands_in_the_way
from luwte.placement.explain.room import room_after
from luwte.placement.explain.scene import Scene
from luwte.placement.explain.terms import terms_in
from luwte.placement.levels import children, voice
from luwte.placement.placement import Cause, InTheWay
from luwte.placement.present import NOWHERE
from luwte.placement.sites import Flags, Ints

GAINED: Mapping[str, Cause] = {
    children.stays_unfit.__name__: Cause.LEAVES_UNFIT_PLACE,
    children.large_amv_site.__name__: Cause.SMALLER_SITE,
    voice.wish_not_met.__name__: Cause.WISH,
    voice.not_near.__name__: Cause.NEARER,
    voice.not_linked_region.__name__: Cause.LINKED_REGION,
    voice.adult_need_unfit.__name__: Cause.LEAVES_UNFIT_PLACE,
    voice.large_site.__name__: Cause.SMALLER_SITE,
}


@dataclass(frozen=True, eq=False)
class Causes:
    """Causes by household; `bound` gives that of who is held where it is: locked, or by a move that people accepted."""

    scene: Scene
    bound: Mapping[int, Cause]

    def of(self, row: int) -> Cause:
        """Why the household is where the plan puts it."""
        people, slot = self.scene.problem.people, self.scene.plan[row]
        if slot == UNPLACED:
            return self._of_no_place(row)
        if row in self.bound:
            return self.bound[row]
        if people.home[row] == NOWHERE:
            return self._of_who_must_go_somewhere(row)
        return self._of_stay(row) if slot == people.home[row] else self._of_move(row)

    def room_for(self, row: int) -> str:
        """Who comes where a household makes room, in its place or else at its location, and gains most by it."""
        return self.scene.problem.people.keys[self._coming(row)[0]]

    @cached_property
    def in_the_way(self) -> Mapping[int, InTheWay]:
        """What stands in the way of a place, or of a fit one, by row."""
        return what_stands_in_the_way(self.scene)

    def _of_no_place(self, row: int) -> Cause:
        if not self.scene.around.lawful[row]:
            return Cause.NO_LOCATION_FITS
        return Cause.NOT_SETTLED if self.in_the_way[row].with_room else Cause.NO_ROOM

    def _of_who_must_go_somewhere(self, row: int) -> Cause:
        origin = self.scene.problem.people.origin[row]
        if origin == NOWHERE:
            return Cause.NO_PLACE_YET
        return Cause.LOCATION_CLOSES if self.scene.problem.sites.open[origin] else Cause.LOCATION_NOT_OPEN

    def _of_stay(self, row: int) -> Cause:
        around, unfit = self.scene.around, self.in_the_way.get(row)
        if unfit and not unfit.fit:
            return Cause.UNFIT_NO_LOCATION_FITS
        if unfit and not unfit.with_room:
            return Cause.UNFIT_NO_ROOM
        if around.better_has_room[row]:
            return Cause.NOT_SETTLED
        if unfit:
            return Cause.UNFIT_MOVE_WEIGHS_MORE
        return Cause.BETTER_IS_FULL if around.other_price[row] < around.chosen[row] else Cause.STAYS

    def _of_move(self, row: int) -> Cause:
        around, people = self.scene.around, self.scene.problem.people
        gains = around.chosen[row] < around.at_home[row]
        if not gains and self._coming(row):
            return Cause.MAKES_ROOM
        if not gains and self._crowded[row]:
            return Cause.LESS_CROWDED
        cause = self._gained[row] if gains else Cause.BETTER_FIT
        if self.scene.problem.sites.on_notice[people.origin[row]] and cause is not Cause.LEAVES_UNFIT_PLACE:
            return Cause.CLOSES_SOON
        return cause if gains else Cause.NOT_SETTLED

    @cached_property
    def _gained(self) -> Mapping[int, Cause]:
        """The cause that the greatest gain of a move stands for, on the level that settles it, by row."""
        problem, plan = self.scene.problem, self.scene.plan
        rows = np.flatnonzero((plan != UNPLACED) & (plan != problem.people.home) & (problem.people.home != NOWHERE))
        home, now = terms_in(problem, rows, problem.people.home[rows]), terms_in(problem, rows, plan[rows])
        names = [term.__name__ for term in (*children.TERMS, *voice.TERMS)]
        gain = np.stack([home[name] - now[name] for name in names])
        of_children = np.arange(len(names)) < len(children.TERMS)
        settled_there = gain[of_children].sum(axis=0) > 0
        counted = np.where(of_children[:, None] == settled_there, gain, np.iinfo(np.int64).min)
        return {
            row: GAINED.get(names[most], Cause.BETTER_FIT)
            for row, most in zip(rows.tolist(), counted.argmax(axis=0).tolist(), strict=True)
        }

    @cached_property
    def _crowded(self) -> Flags:
        """Who lives where more people are than there is place for (H): beds, or what else the household takes."""
        people = self.scene.problem.people
        before = np.where(people.only >= 0, people.only, people.home)
        room = room_after(self.scene.problem, self.scene.capacity, before)
        home, location = people.home, people.home // 3
        return (
            (room.beds[home] < 0)
            | ((people.access > 0) & (room.accessible[location] < 0))
            | ((people.school_age > 0) & (room.school[location] < 0))
        )

    def _coming(self, row: int) -> list[int]:
        home = int(self.scene.problem.people.home[row])
        return self._came_to.get(home) or self._came_to_location.get(home // 3, [])

    @cached_property
    def _came_to(self) -> Mapping[int, list[int]]:
        """Newcomers by slot, who gains most first."""
        return self._newcomers_by(self.scene.came.slots)

    @cached_property
    def _came_to_location(self) -> Mapping[int, list[int]]:
        return self._newcomers_by(self.scene.came.slots // 3)

    def _newcomers_by(self, where: Ints) -> Mapping[int, list[int]]:
        came, found = self.scene.came, dict[int, list[int]]()
        for at in came.first_to_last.tolist():
            found.setdefault(int(where[at]), []).append(int(came.rows[at]))
        return found
