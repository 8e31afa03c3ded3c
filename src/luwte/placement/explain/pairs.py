# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Households each against one place: the same rules and terms as a block, at the cost of a column."""

from functools import cached_property

import numpy as np

from luwte.placement.block import Block
from luwte.placement.problem import Problem
from luwte.placement.sites import FIT, Flags, Ints


class Pairs(Block):
    """A block whose slots are a column (n x 1): row i is household i against slot i."""

    @classmethod
    def of_plan(cls, problem: Problem, rows: Ints, slots: Ints) -> "Pairs":
        """Household `rows[i]` in slot `slots[i]`; every slot is a place (none is -1)."""
        return cls(problem, rows, slots[:, None])

    @cached_property
    def fit_for(self) -> Flags:
        """Whose slot is fit for them as a new place."""
        sites, people = self.problem.sites, self.problem.people
        outside_phase = sites.is_registration[self.location] & ~self.is_so(people.in_registration)
        needs_met = self.problem.needs_met[self.of(people.need_set), self.location]
        return np.equal(sites.fit[self.location, self.group], FIT) & ~outside_phase & needs_met

    @cached_property
    def wish_met(self) -> Flags:
        """Whose wish is met in their slot."""
        people = self.problem.people
        met = self.problem.wish_met[self.of(people.wish), self.slots]
        return met | (self.stays & self.is_so(people.wishes_to_stay))
