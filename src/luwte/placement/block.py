# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""A block: some households against some slots, as broadcastable views for rules and terms."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from luwte.placement.problem import Problem
from luwte.placement.sites import FIT, UNFIT, Flags, Ints


@dataclass(frozen=True, eq=False)
class Block:
    """`rows` are household indices (n), `slots` slot indices (m); matrices are (n x m), household views (n x 1)."""

    problem: Problem
    rows: Ints
    slots: Ints

    @cached_property
    def location(self) -> Ints:
        """The location of every slot (m)."""
        return self.slots // 3

    @cached_property
    def group(self) -> Ints:
        """The place group of every slot (m)."""
        return self.slots % 3

    def of(self, values: Ints) -> Ints:
        """A household array as a column (n x 1)."""
        return values[self.rows][:, None]

    def is_so(self, values: Flags) -> Flags:
        """A household truth as a column (n x 1)."""
        return values[self.rows][:, None]

    def weight(self, term: str, part: str = "weight") -> int:
        """A weight of the policy in thousandths."""
        return self.problem.policy.weight(term, part)

    def weighed(self, term: str, persons: Ints, where: Flags) -> Ints:
        """A term of the policy for so many persons per household (H), where it applies."""
        result: Ints = self.weight(term) * self.of(persons) * where
        return result

    @cached_property
    def stays(self) -> Flags:
        """Who stays in which slot."""
        return np.equal(self.slots, self.of(self.problem.people.home))

    @cached_property
    def brought(self) -> Flags:
        """Who is newly brought to which slot."""
        return ~self.stays

    @cached_property
    def has_origin(self) -> Flags:
        """Who lives, or is registered, somewhere now (n x 1)."""
        return self.of(self.problem.people.origin) >= 0

    @cached_property
    def fit_for(self) -> Flags:
        """Which slot is fit for whom as a new place: for the group, not outside its phase, and with every need met."""
        sites, people = self.problem.sites, self.problem.people
        outside_phase = sites.is_registration[self.location] & ~self.is_so(people.in_registration)
        needs_met = self.problem.needs_met[people.need_set[self.rows]][:, self.location]
        return np.equal(sites.fit[self.location, self.group], FIT) & ~outside_phase & needs_met

    @cached_property
    def lives_unfit(self) -> Flags:
        """Who lives in a place unfit for them now (n x 1)."""
        return np.equal(self.of(self.problem.people.fit_now), UNFIT)

    @cached_property
    def wish_met(self) -> Flags:
        """Whose wish is met where; the wish to stay is met by staying."""
        people = self.problem.people
        met = self.problem.wish_met[people.wish[self.rows]][:, self.slots]
        return met | (self.stays & self.is_so(people.wishes_to_stay))

    @cached_property
    def near(self) -> Flags:
        """Which slot is near the household to be kept near."""
        return np.equal(self.problem.sites.municipality[self.location], self.of(self.problem.people.near_municipality))

    @cached_property
    def linked(self) -> Flags:
        """Which slot lies in the linked region."""
        return np.equal(self.problem.sites.province[self.location], self.of(self.problem.people.linked_province))
