# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""A plan as those who explain it see it: the problem, every lawful way to go, the plan, and what follows from them."""

from dataclasses import dataclass
from functools import cached_property

from luwte.placement.capacity import Capacity, capacity_of
from luwte.placement.explain.around import Around, around
from luwte.placement.explain.newcomers import Newcomers, newcomers
from luwte.placement.explain.room import Room, room_after
from luwte.placement.options import Options
from luwte.placement.problem import Problem
from luwte.placement.sites import Ints


@dataclass(frozen=True, eq=False)
class Scene:
    """`plan` is the slot of every household (H), -1 for none. The rest is worked out when first asked for."""

    problem: Problem
    options: Options
    plan: Ints

    @cached_property
    def capacity(self) -> Capacity:
        """What there is room for."""
        return capacity_of(self.problem)

    @cached_property
    def room(self) -> Room:
        """The room that the plan leaves."""
        return room_after(self.problem, self.capacity, self.plan)

    @cached_property
    def around(self) -> Around:
        """What surrounds every household's choice."""
        return around(self.problem, self.options, self.plan, self.room)

    @cached_property
    def came(self) -> Newcomers:
        """Who is newly brought somewhere."""
        return newcomers(self.problem, self.options, self.plan, self.around)
