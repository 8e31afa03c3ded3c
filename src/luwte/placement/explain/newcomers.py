# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Who is newly brought to a place by the plan, and how much each of them gains there per place taken."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from luwte.placement.columns import UNPLACED
from luwte.placement.explain.around import Around, split
from luwte.placement.options import Options
from luwte.placement.problem import Problem
from luwte.placement.sites import UNFIT, Flags, Ints


@dataclass(frozen=True, eq=False)
class Gain:
    """What a place brings a household against having none, or against staying: levels 1 and 2, and persons.

    Gains are compared per place, level 1 first, in whole numbers; arrays of any shape that fit together.
    """

    first: Ints
    second: Ints
    size: Ints

    def above(self, other: "Gain") -> Flags:
        """Where this gain is more per place than the other."""
        one, two = self.first * other.size, other.first * self.size
        more: Flags = (one > two) | ((one == two) & (self.second * other.size > other.second * self.size))
        return more

    def where(self, chosen: Ints) -> "Gain":
        """Some of them."""
        return Gain(self.first[chosen], self.second[chosen], self.size[chosen])


@dataclass(frozen=True, eq=False)
class Newcomers:
    """Households (n) that this plan brings somewhere, moves that people accepted before left aside.

    `rows` are households, `slots` where they come; `had_none` marks who would have no place otherwise, `exchanges` who
    leaves a place that is not unfit, so that somebody else can have that.
    """

    rows: Ints
    slots: Ints
    had_none: Flags
    exchanges: Flags
    gain: Gain

    @cached_property
    def first_to_last(self) -> Ints:
        """Positions, who gains most per place first; who gains the same in the order of the tables."""
        size = self.gain.size.astype(np.float64)
        return np.lexsort((self.rows, -self.gain.second / size, -self.gain.first / size))


def newcomers(problem: Problem, options: Options, plan: Ints, found: Around) -> Newcomers:
    """Everybody that the plan newly brings somewhere."""
    people = problem.people
    rows = np.flatnonzero((plan != UNPLACED) & (plan != people.home) & ~people.reserved)
    had_none = people.home[rows] < 0
    unplaced_1, unplaced_2, _ = options.unplaced_prices
    before = np.where(had_none, unplaced_2[rows], split(found.at_home[rows])[0])
    gain = Gain(np.where(had_none, unplaced_1[rows], 0), before - split(found.chosen[rows])[0], people.size[rows])
    return Newcomers(rows, plan[rows], had_none, ~had_none & (people.fit_now[rows] != UNFIT), gain)
